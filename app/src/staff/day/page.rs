//! The sessions of a day, each with the way to its roll.

use domain::moment::{long_date, time_range};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

use super::ShowDay;
use crate::{
    ask::ask,
    i18n::{fill, t, use_lang},
    routes,
    staff::{
        frame::{SignedInAs, StaffHead, guarded},
        model::{Day, DaySession},
    },
};

/// The day in the address, or today.
#[component]
pub fn DayPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_query_map();
    let date = move || query.read().get("date").unwrap_or_default();
    let day = ask(move || ShowDay { lang, date: date() });
    let location = use_location();
    let here = move || {
        let (path, query) = (
            location.pathname.get_untracked(),
            location.search.get_untracked(),
        );
        routes::in_lang(lang, &path, &query)
    };
    guarded(day, here, |day| view! { <Sessions day/> })
}

#[component]
fn Sessions(day: Day) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).staff().day;
    let heading = fill(texts.heading, &[("date", &long_date(lang, day.date))]);
    let messages = day.messages.map(|open| {
        let text = t(lang).outbox().open.of(lang, open);
        view! { <p class="way"><a href=routes::messages(lang)>{text}</a></p> }
    });
    let may_see_rolls = day.me.may_see_rolls;
    let sessions = if day.sessions.is_empty() {
        view! { <p class="notice">{texts.none}</p> }.into_any()
    } else {
        let each = |session| view! { <Session session may_see_rolls/> };
        view! { <ul class="cards">{day.sessions.into_iter().map(each).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <StaffHead title=heading.clone()/>
        <SignedInAs me=day.me/>
        <h1>{heading}</h1>
        <nav class="days" aria-label=texts.title>
            <a href=routes::staff_day(lang, day.date.plus_days(-1))>{texts.previous}</a>
            <a href=routes::today(lang) aria-current=day.is_today.then_some("date")>
                {texts.today}
            </a>
            <a href=routes::staff_day(lang, day.date.plus_days(1))>{texts.next}</a>
        </nav>
        {messages}
        {sessions}
    }
}

#[component]
fn Session(session: DaySession, may_see_rolls: bool) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).staff().day;
    let times = time_range(session.when.from, session.when.to);
    let label = format!("{}: {}, {times}", texts.open_roll, session.title);
    let ways = may_see_rolls.then(|| {
        let add = session.seats.as_ref().map(|slug| {
            let add = t(lang).desk().run.add;
            let label = format!("{add}: {}, {times}", session.title);
            view! {
                <a
                    class="button quiet"
                    href=routes::staff_enrol(lang, slug)
                    aria-label=label
                >
                    {add}
                </a>
            }
        });
        let places = t(lang).desk().runs.open;
        let places_label = format!("{places}: {}, {times}", session.title);
        view! {
            <p class="actions">
                <a class="button" href=routes::roll(lang, session.id) aria-label=label>
                    {texts.open_roll}
                </a>
                {add}
            </p>
            <p>
                <a href=routes::instance(lang, session.instance) aria-label=places_label>
                    {places}
                </a>
            </p>
        }
    });
    view! {
        <li class="card">
            <p class="time"><bdi>{times}</bdi></p>
            <h2>{session.title}</h2>
            <p>{session.hub}" · "{session.room}</p>
            <p>{texts.enrolled.of(lang, session.enrolled)}</p>
            {ways}
        </li>
    }
}
