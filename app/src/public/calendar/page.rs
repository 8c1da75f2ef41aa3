//! The calendar's view. The week stands in the address, so that it can be shared and
//! returned to.

use domain::{
    lang::Lang,
    moment::{IsoWeek, day_month, long_date, weekday_name},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::ShowWeek;
use crate::{
    ask::ask,
    components::{
        head::PublicHead,
        icon::{Icon, Pictogram},
        loaded::loaded,
        session::Card,
    },
    i18n::{fill, t, use_lang},
    public::model::{Day, Holiday, Week},
    routes,
};

/// The calendar by week.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).calendar;
    let query = use_query_map();
    let named = move || query.read().get("week").unwrap_or_default();
    let week = ask(move || ShowWeek {
        lang,
        week: named(),
    });
    view! {
        <PublicHead title=texts.title.to_owned() description=texts.description.to_owned()/>
        <h1>{texts.title}</h1>
        {loaded(week, |week| view! { <Agenda week/> })}
    }
}

#[component]
fn Agenda(week: Week) -> impl IntoView {
    let lang = use_lang();
    let monday = day_month(lang, week.week.monday());
    let heading = fill(t(lang).calendar.week_of, &[("date", &monday)]);
    let is_empty = week.days.iter().all(|day| day.sessions.is_empty());
    let today = week.today;
    let days = week.days.into_iter().map(|day| {
        let is_today = day.date == today;
        view! { <DayOfAgenda day is_today/> }
    });
    view! {
        <p class="lead">{heading}</p>
        <Weeks shown=week.week present=IsoWeek::of(today)/>
        {days.collect_view()}
        {is_empty.then(|| view! { <NothingThisWeek next_with=week.next_with/> })}
    }
}

/// Links to the weeks before and after.
#[component]
fn Weeks(shown: IsoWeek, present: IsoWeek) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).calendar;
    let back_to_present =
        (shown != present).then(|| view! { <a href=routes::calendar(lang)>{texts.this_week}</a> });
    view! {
        <nav class="weeks" aria-label=texts.weeks>
            <a href=routes::week(lang, shown.previous()) rel="prev">
                <Pictogram icon=Icon::Back/>
                {texts.previous}
            </a>
            {back_to_present}
            <a href=routes::week(lang, shown.next()) rel="next">
                {texts.next}
                <Pictogram icon=Icon::On/>
            </a>
        </nav>
    }
}

#[component]
fn DayOfAgenda(day: Day, is_today: bool) -> impl IntoView {
    let lang = use_lang();
    let today = t(lang).calendar.today;
    let name = format!(
        "{} {}",
        weekday_name(lang, day.date.weekday()),
        day_month(lang, day.date)
    );
    let cards = day
        .sessions
        .into_iter()
        .map(|session| view! { <Card session/> });
    view! {
        <section class=if is_today { "day today" } else { "day" }>
            <h2>
                {name}
                {is_today.then(|| view! { " "<small>{today}</small> })}
            </h2>
            {day.holiday.map(|holiday| view! { <p class="holiday">{holiday_text(lang, &holiday)}</p> })}
            <ul class="cards">{cards.collect_view()}</ul>
        </section>
    }
}

/// Says so, and leads to the next week that has a session.
#[component]
fn NothingThisWeek(next_with: Option<IsoWeek>) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).calendar;
    let way_on = match next_with {
        Some(week) => {
            let monday = long_date(lang, week.monday());
            let text = fill(texts.next_with, &[("date", &monday)]);
            view! { <p><a class="button" href=routes::week(lang, week)>{text}</a></p> }.into_any()
        }
        None => view! { <p>{texts.none_at_all}</p> }.into_any(),
    };
    view! {
        <section class="problem">
            <p>{texts.none_this_week}</p>
            {way_on}
        </section>
    }
}

/// A holiday in words.
#[must_use]
pub fn holiday_text(lang: Lang, holiday: &Holiday) -> String {
    let texts = &t(lang).calendar;
    let text = if holiday.is_unsure {
        texts.holiday_unsure
    } else {
        texts.holiday
    };
    fill(text, &[("name", &holiday.name)])
}
