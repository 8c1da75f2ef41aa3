//! The list of what withdrawals ask for.

use domain::consent::Purpose;
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    FinishConsentTask, ShowConsents,
    model::{Task, TasksPage},
};
use crate::{
    ask::ask,
    components::{icon::Icon, loaded::Empty},
    i18n::{Text, consent::ConsentDesk, fill, t, use_lang},
    public::consent::name_text,
    routes,
    staff::{
        frame::{SignedInAs, StaffHead, guarded},
        parts::{Notice, moment_text},
    },
};

/// What withdrawn consents ask of one's hubs.
#[component]
pub fn ConsentsPage() -> impl IntoView {
    let lang = use_lang();
    let page = ask(|| ShowConsents {});
    guarded(
        page,
        move || routes::consents(lang),
        |page| view! { <Tasks page/> },
    )
}

#[component]
fn Tasks(page: TasksPage) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).consents().desk;
    let card = |task| view! { <Card task/> };
    let open = if page.open.is_empty() {
        view! {
            <Empty icon=Icon::Check text=texts.tasks_none>
                <p class="actions">
                    <a class="button" href=routes::today(lang)>{t(lang).staff().to_today}</a>
                </p>
            </Empty>
        }
        .into_any()
    } else {
        let cards = page.open.into_iter().map(card).collect_view();
        view! { <p>{texts.tasks_intro}</p><ul class="calls">{cards}</ul> }.into_any()
    };
    let line = |task| view! { <DoneLine task/> };
    let done = (!page.done.is_empty()).then(|| {
        view! {
            <section aria-labelledby="done">
                <h2 id="done">{texts.tasks_done}</h2>
                <ul class="history">{page.done.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <StaffHead title=texts.tasks/>
        <SignedInAs me=page.me/>
        <h1>{texts.tasks}</h1>
        <Notice/>
        {open}
        {done}
    }
}

const fn what_to_do(texts: &ConsentDesk, purpose: Purpose) -> Text {
    match purpose {
        Purpose::Data => texts.task_data,
        Purpose::PhotoSelf | Purpose::PhotoGroup => texts.task_photos,
        Purpose::SocialMedia => texts.task_social_media,
        Purpose::FunderReport => texts.task_funder_report,
    }
}

#[component]
fn Card(task: Task) -> impl IntoView {
    let lang = use_lang();
    let messages = t(lang);
    let texts = &messages.consents().desk;
    let since = fill(texts.task_since, &[("date", &moment_text(lang, task.at))]);
    let repeat = task
        .by_repeat
        .then(|| view! { <p class="flag-note">{texts.task_by_repeat}</p> });
    view! {
        <li class="card">
            <h2>
                <a href=routes::record(lang, task.enrolment)><bdi>{task.name.clone()}</bdi></a>
            </h2>
            <p><strong>{name_text(messages, task.purpose)}</strong></p>
            <p>{what_to_do(texts, task.purpose)}</p>
            {repeat}
            <p class="quiet-text">{since}</p>
            <form method="post" action=FinishConsentTask::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="task" value=task.id.to_string()/>
                <button type="submit" aria-label=format!("{}: {}", texts.done, task.name)>
                    {texts.done}
                </button>
            </form>
        </li>
    }
}

#[component]
fn DoneLine(task: Task) -> impl IntoView {
    let lang = use_lang();
    let messages = t(lang);
    let done = task.done.map(|(by, at)| {
        let by = format!("\u{2068}{by}\u{2069}");
        let date = moment_text(lang, at);
        fill(
            messages.consents().desk.done_by,
            &[("name", &by), ("date", &date)],
        )
    });
    view! {
        <li>
            <a href=routes::record(lang, task.enrolment)><bdi>{task.name}</bdi></a>
            " · "
            {name_text(messages, task.purpose)}
            <p class="quiet-text">{done}</p>
        </li>
    }
}
