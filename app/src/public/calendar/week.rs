//! The week: on a wide screen seven columns drawn by the hour, on a phone the same days one
//! below the other. Which it is, and how sessions at the same time share a column, is the
//! style sheet's: each session only says on which rows it lies.

use domain::{
    calendar::{CalendarQuery, HourGrid, View},
    moment::{WallDate, WallTime, short_date, time_range},
};
use leptos::prelude::*;

use super::{agenda::holiday_text, model::Day, row::FreshSeats};
use crate::{
    components::icon::{HubShape, hue},
    i18n::{t, use_lang},
    public::model::SessionCard,
    routes,
};

/// The days.
#[component]
pub fn WeekGrid(
    /// All seven.
    days: Vec<Day>,
    /// Today.
    today: WallDate,
    /// What is shown.
    query: CalendarQuery,
) -> impl IntoView {
    let times = days
        .iter()
        .flat_map(|day| &day.sessions)
        .map(|session| (session.when.from, session.when.to));
    let grid = HourGrid::around(times);
    let hour = |hour: u8| {
        let class = format!("r{}", u16::from(hour - grid.from) * 2 + 1);
        let time = WallTime { hour, minute: 0 };
        view! { <li class=class><bdi>{time.to_string()}</bdi></li> }
    };
    let agenda = query.viewed(View::Agenda);
    let day = |day: Day| {
        let agenda = agenda.towards(today, day.date);
        view! { <DayOfWeek day today grid agenda/> }
    };
    view! {
        <div class="week">
            <ul class="hours" aria-hidden="true">{(grid.from..grid.to).map(hour).collect_view()}</ul>
            {days.into_iter().map(day).collect_view()}
        </div>
    }
}

#[component]
fn DayOfWeek(day: Day, today: WallDate, grid: HourGrid, agenda: CalendarQuery) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let is_today = day.date == today;
    let class = match (is_today, day.is_closed) {
        (true, _) => "column today",
        (false, true) => "column shut",
        (false, false) => "column",
    };
    let closed = (day.is_closed && day.holiday.is_none()).then_some(texts.closed);
    let session = |session: SessionCard| view! { <Block session grid/> };
    view! {
        <section class=class>
            <h3>
                <a href=routes::calendar_at(lang, &agenda)>
                    {short_date(lang, day.date)}
                </a>
                {is_today.then(|| view! { " "<small>{texts.today}</small> })}
            </h3>
            {day.holiday.map(|holiday| view! { <p class="holiday">{holiday_text(lang, &holiday)}</p> })}
            {closed.map(|closed| view! { <p class="quiet-text">{closed}</p> })}
            <ul class="blocks">{day.sessions.into_iter().map(session).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Block(session: SessionCard, grid: HourGrid) -> impl IntoView {
    let lang = use_lang();
    let when = session.when;
    let class = format!(
        "block {} r{} s{}",
        hue(&session.hub),
        grid.row(when.from),
        grid.span(when.from, when.to)
    );
    view! {
        <li class=class>
            <a href=routes::session(lang, &session.slug)>
                <bdi>{time_range(when.from, when.to)}</bdi>
                " "
                <strong>{session.title}</strong>
            </a>
            <span class="hub-line"><HubShape shape=session.hub.shape/>{session.hub.name}</span>
            <FreshSeats pool=session.pool is_over=session.is_over/>
        </li>
    }
}
