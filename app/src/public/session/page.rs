//! A session's view.

use domain::moment::long_date;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::ShowSession;
use crate::{
    ask::ask,
    components::{
        facts::{Acknowledgement, CommonFacts, Fact, SampleNote},
        head::PublicHead,
        icon::Icon,
        loaded::loaded,
        session::{Badges, Lines, LongWhen, SeatsLeft, SignUpLink},
    },
    i18n::{fill, t, use_lang},
    public::model::{self, Holiday, SessionCard, SessionLine},
    routes,
};

/// A session.
#[component]
pub fn SessionPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let slug = move || params.read().get("slug").unwrap_or_default();
    let session = ask(move || ShowSession { lang, slug: slug() });
    loaded(session, |session| view! { <Session session/> })
}

#[component]
fn Session(session: model::SessionPage) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).session;
    let model::SessionPage {
        card,
        about,
        holiday,
        lines,
        is_sample,
    } = session;
    let when = card.when;
    let day = long_date(lang, when.date);
    let place = card.hub.name.clone();
    let description = fill(texts.description, &[("when", &day), ("hub", &place)]);
    let room = card.room.clone();
    let summary = about.summary.clone();
    let course = about.course.clone();
    let thanks = about.thanks.clone();
    view! {
        <PublicHead title=format!("{} – {day}", card.title) description=description/>
        <article>
            <h1>{card.title.clone()}</h1>
            <p class="lead">{summary}</p>
            {is_sample.then(|| view! { <SampleNote/> })}
            {holiday.map(|holiday| view! { <OnHoliday holiday/> })}
            <SignUp card/>
            <dl class="facts">
                <Fact icon=Icon::Clock name=texts.when><LongWhen when/></Fact>
                <CommonFacts about room/>
            </dl>
            <Others lines/>
            <p><a href=routes::course(lang, &course)>{texts.see_course}</a></p>
            <Acknowledgement thanks/>
        </article>
    }
}

#[component]
fn OnHoliday(holiday: Holiday) -> impl IntoView {
    let text = fill(t(use_lang()).session.on_holiday, &[("name", &holiday.name)]);
    view! { <p class="notice">{text}</p> }
}

/// How full it is and the way to sign up, while there is one.
#[component]
fn SignUp(card: SessionCard) -> impl IntoView {
    let over = t(use_lang()).session.over;
    let seats = if card.is_over {
        view! { <p class="seats closed">{over}</p> }.into_any()
    } else {
        view! {
            <SeatsLeft seats=card.pool.seats/>
            <p class="actions"><SignUpLink pool=card.pool what=card.title/></p>
        }
        .into_any()
    };
    view! {
        <section>
            <Badges access=card.access/>
            {seats}
        </section>
    }
}

/// The other sessions of the same run.
#[component]
fn Others(lines: Vec<SessionLine>) -> impl IntoView {
    let heading = t(use_lang()).session.other_sessions;
    (lines.len() > 1).then(|| {
        view! {
            <section aria-labelledby="others">
                <h2 id="others">{heading}</h2>
                <Lines lines/>
            </section>
        }
    })
}
