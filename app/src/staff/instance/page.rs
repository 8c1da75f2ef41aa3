//! The page of one run.

use domain::moment::{long_date, time_range};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{ShowInstance, places::Places, roster::Roster};
use crate::{
    ask::ask,
    i18n::{t, use_lang},
    platform, routes,
    staff::{
        desk_model::{self, Session},
        frame::{SignedInAs, StaffHead, guarded},
        parts::Notice,
    },
};

/// The run in the address.
#[component]
pub fn InstancePage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let page = ask(move || ShowInstance {
        lang,
        instance: id(),
    });
    let here = move || {
        let id = params.read_untracked().get("id").unwrap_or_default();
        id.parse()
            .map_or_else(|_| routes::today(lang), |id| routes::instance(lang, id))
    };
    guarded(page, here, |page| view! { <Instance page/> })
}

#[component]
fn Instance(page: desk_model::InstancePage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    view! {
        <StaffHead title=page.title.clone()/>
        <SignedInAs me=page.me/>
        <p class="way"><a href=routes::courses(lang)>{texts.desk().runs.title}</a></p>
        <h1>{page.title}</h1>
        <p>{page.hub}</p>
        <Notice/>
        <Places instance=page.id pools=page.pools changes=page.changes/>
        <Sessions sessions=page.sessions/>
        <Roster questions=page.questions rows=page.roster/>
        <p class="actions">
            <button type="button" class="button quiet needs-script" on:click=|_| platform::print()>
                {texts.desk().run.print}
            </button>
        </p>
    }
}

/// Its sessions, each with the way to its roll.
#[component]
fn Sessions(sessions: Vec<Session>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let line = |session: Session| {
        let times = time_range(session.when.from, session.when.to);
        let date = long_date(lang, session.when.date);
        let label = format!("{}: {date}", texts.staff().day.open_roll);
        view! {
            <li>
                <span>
                    {date.clone()} " " <bdi class="time">{times}</bdi> " · " {session.room}
                </span>
                <a href=routes::roll(lang, session.id) aria-label=label>
                    {texts.staff().day.open_roll}
                </a>
            </li>
        }
    };
    view! {
        <section aria-labelledby="sessions" class="no-print">
            <h2 id="sessions">{texts.desk().run.sessions}</h2>
            <ul class="session-lines">{sessions.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}
