//! A session's view.

use domain::{
    moment::{long_date, time_range},
    programme::ChildAgeBand,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::ShowSession;
use crate::{
    components::{
        facts::{CommonFacts, SampleNote},
        head::PublicHead,
        icon::{Icon, Pictogram},
        missing::{Kind, Missing},
        page_top::PageTop,
        session::{Badges, Lines, LongWhen, SeatsLeft, SignUpLink},
        thanks::Acknowledgement,
    },
    i18n::{fill, t, use_lang},
    public::{
        course::{Childcare, ChooseButton, Run, Slots},
        model::{self, Access, Holiday, Instance, SessionCard, SessionLine},
    },
    routes,
    still::still,
};

/// A session.
#[component]
pub fn SessionPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let slug = move || params.read().get("slug").unwrap_or_default();
    still(
        move || ShowSession { lang, slug: slug() },
        |session| match session {
            Some(session) => view! { <Session session/> }.into_any(),
            None => view! { <Missing kind=Kind::Session/> }.into_any(),
        },
    )
}

#[component]
fn Session(session: model::SessionPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).session();
    let about = session.about;
    let when = session.card.when;
    let day = long_date(lang, when.date);
    let preview = format!("{day}, {}", time_range(when.from, when.to));
    let values = [("when", &*preview), ("hub", &session.card.hub.name)];
    let description = fill(texts.description, &values);
    let title = about.title.clone();
    let thanks = about.thanks.clone();
    let women_only = about.women_only;
    let rooms = session.room.into_iter().collect::<Vec<_>>();
    view! {
        <PublicHead title=format!("{title} – {day}") description/>
        <article>
            <PageTop
                href=routes::course(lang, &about.course)
                name=texts.see_course
                said=session.said
            />
            <h1>{title.clone()}</h1>
            <p class="when"><Pictogram icon=Icon::Clock/><LongWhen when/></p>
            {session.holiday.map(|holiday| view! { <OnHoliday holiday/> })}
            <SignUp card=session.card childcare=session.childcare/>
            {session.is_sample.then(|| view! { <SampleNote/> })}
            <p>{about.summary.clone()}</p>
            <dl class="facts"><CommonFacts about rooms/></dl>
            <Others lines=session.lines/>
            <AnotherDay runs=session.another title women_only/>
            <Acknowledgement thanks/>
        </article>
    }
}

#[component]
fn OnHoliday(holiday: Holiday) -> impl IntoView {
    let text = fill(
        t(use_lang()).session().on_holiday,
        &[("name", &holiday.name)],
    );
    view! { <p class="notice">{text}</p> }
}

/// How full it is and the way to sign up, while there is one.
#[component]
fn SignUp(card: SessionCard, childcare: Vec<(ChildAgeBand, u64)>) -> impl IntoView {
    let over = t(use_lang()).session().over;
    let access = Access {
        // Told with its ages below.
        childcare_places: 0,
        ..card.access
    };
    let way_in = match card.run {
        Some(_) => view! { <ChooseButton pool=card.pool.clone() what=card.title/> }.into_any(),
        None => view! { <SignUpLink pool=card.pool.clone() what=card.title/> }.into_any(),
    };
    let seats = if card.is_over {
        view! { <p class="seats closed">{over}</p> }.into_any()
    } else {
        view! {
            <SeatsLeft seats=card.pool.seats/>
            <div class="actions">{way_in}</div>
        }
        .into_any()
    };
    view! {
        <section>
            {seats}
            <Badges access/>
            <Childcare bands=childcare/>
        </section>
    }
}

/// The sessions of the same run, to which she comes as well.
#[component]
fn Others(lines: Vec<SessionLine>) -> impl IntoView {
    let heading = t(use_lang()).session().other_sessions;
    (lines.len() > 1).then(|| {
        let list = match lines.iter().any(|line| line.slot.is_some()) {
            true => view! { <Slots lines below_h2=true/> }.into_any(),
            false => view! { <Lines lines/> }.into_any(),
        };
        view! {
            <section aria-labelledby="others">
                <h2 id="others">{heading}</h2>
                {list}
            </section>
        }
    })
}

/// The other runs of the course, for whom this one does not suit.
#[component]
fn AnotherDay(runs: Vec<Instance>, title: String, women_only: bool) -> impl IntoView {
    let heading = t(use_lang()).session().another_day;
    (!runs.is_empty()).then(|| {
        let run = move |instance| view! { <Run instance title=title.clone() women_only/> };
        view! {
            <section aria-labelledby="another">
                <h2 id="another">{heading}</h2>
                {runs.into_iter().map(run).collect_view()}
            </section>
        }
    })
}
