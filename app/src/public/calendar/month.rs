//! The month: a grid of days with what is on them at a glance, and below it the chosen day in
//! full. Without WebAssembly each day is a plain link.

use domain::{
    calendar::CalendarQuery,
    lang::Lang,
    moment::{Month, WallDate, long_date, weekday_letter, weekday_name, weekday_short},
};
use leptos::prelude::*;

use super::{
    agenda::{day_text, holiday_text},
    keys::GridKeys,
    model::{Day, Glance},
    row::Rows,
    toolbar::PERIOD,
};
use crate::{
    components::icon::{HubShape, hue},
    i18n::{fill, t, use_lang},
    routes,
};

/// The id of the chosen day's list; the link of a day leads there.
pub(super) const CHOSEN: &str = "day";
/// The id of what says how the keyboard moves.
const HELP: &str = "grid-help";

/// The days of the month.
#[component]
pub fn MonthGrid(
    /// All of them.
    days: Vec<Day>,
    /// Today.
    today: WallDate,
    /// What is shown.
    query: CalendarQuery,
) -> impl IntoView {
    let chosen = query.day(today);
    let keys = GridKeys::new(&query, today, &days);
    let day = days.iter().find(|day| day.date == chosen).cloned();
    let heads = (1..=7).map(|weekday| view! { <Head weekday/> });
    let weeks = Month::of(chosen).mondays().map(|monday| {
        let cells = (0..7).map(|nth| {
            let date = monday.plus_days(nth);
            let day = days.iter().find(|day| day.date == date).cloned();
            let query = query.clone();
            view! { <Cell day today chosen query keys/> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <table
            class="month"
            role=move || keys.is_alive().then_some("grid")
            aria-labelledby=PERIOD
            aria-describedby=HELP
            data-live=""
            on:keydown=move |event| keys.press(&event)
        >
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{weeks.collect_view()}</tbody>
        </table>
        <p id=HELP hidden=true>{t(use_lang()).calendar().grid_help}</p>
        {day.map(|day| view! { <ChosenDay day/> })}
    }
}

#[component]
fn Head(weekday: u8) -> impl IntoView {
    let lang = use_lang();
    view! {
        <th scope="col" abbr=weekday_name(lang, weekday)>
            <span class="letter">{weekday_letter(lang, weekday)}</span>
            <span class="short">{weekday_short(lang, weekday)}</span>
        </th>
    }
}

/// A day; none where the week reaches into another month.
#[component]
fn Cell(
    day: Option<Day>,
    today: WallDate,
    chosen: WallDate,
    query: CalendarQuery,
    keys: GridKeys,
) -> impl IntoView {
    let lang = use_lang();
    let Some(day) = day else {
        return view! { <td class="out"></td> }.into_any();
    };
    let is_chosen = day.date == chosen;
    let classes = [
        (day.date == today, "today"),
        (day.is_closed, "shut"),
        (is_chosen, "chosen"),
    ];
    let classes = classes.into_iter().filter(|(is, _)| *is);
    let class = classes
        .map(|(_, class)| class)
        .collect::<Vec<_>>()
        .join(" ");
    let link = query.towards(today, day.date);
    let href = format!("{}#{CHOSEN}", routes::calendar_at(lang, &link));
    let current = match (is_chosen, day.date == today) {
        (true, _) => Some("true"),
        (false, true) => Some("date"),
        (false, false) => None,
    };
    let number = day.date.day.to_string();
    let rest = day.count.saturating_sub(day.glances.len() as u64);
    view! {
        <td
            class=class
            aria-selected=move || keys.is_alive().then_some(if is_chosen { "true" } else { "false" })
        >
            <a
                class="on-day"
                id=cell_id(day.date)
                href=href
                aria-label=cell_text(lang, &day)
                aria-current=current
                tabindex=move || keys.tabindex(day.date)
                on:click=move |_| keys.opens(day.date)
            >
                {number}
            </a>
            {day.holiday.map(|holiday| view! { <span class="holiday">{holiday.name}</span> })}
            <Glances glances=day.glances count=day.count rest keys/>
        </td>
    }
    .into_any()
}

/// The id of a day's link.
pub(super) fn cell_id(date: WallDate) -> String {
    format!("day-{date}")
}

/// A day in words: its date, its holiday, and how many sessions it has.
pub(super) fn cell_text(lang: Lang, day: &Day) -> String {
    let texts = t(lang).calendar();
    let sessions = match (&day.holiday, day.count) {
        (Some(holiday), 0) => holiday_text(lang, holiday),
        (_, count) => texts.sessions.of(lang, count),
    };
    let values = [("day", long_date(lang, day.date)), ("sessions", sessions)];
    fill(
        texts.day_with,
        &values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str())),
    )
}

/// What is on a day: titles where there is room, on a phone the hubs' shapes and a number.
#[component]
fn Glances(glances: Vec<Glance>, count: u64, rest: u64, keys: GridKeys) -> impl IntoView {
    let lang = use_lang();
    let more = t(lang).calendar().more;
    if glances.is_empty() {
        return ().into_any();
    }
    let glance = |glance: Glance| {
        view! {
            <li class=hue(&glance.hub)>
                <HubShape shape=glance.hub.shape/>
                <a
                    href=routes::session(lang, &glance.slug)
                    tabindex=move || keys.is_alive().then_some("-1")
                >
                    <bdi>{glance.from.to_string()}</bdi>
                    " "
                    {glance.title}
                </a>
            </li>
        }
    };
    let rest = (rest > 0).then(|| {
        let text = fill(more, &[("n", &rest.to_string())]);
        view! { <li class="rest">{text}</li> }
    });
    view! {
        <ul class="glances">
            {glances.into_iter().map(glance).collect_view()}
            {rest}
        </ul>
        <span class="count" aria-hidden="true">{count.to_string()}</span>
    }
    .into_any()
}

/// The chosen day in full.
#[component]
fn ChosenDay(day: Day) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let none = (day.count == 0).then(|| view! { <p>{texts.none_that_day}</p> });
    view! {
        <section class="day" id=CHOSEN tabindex="-1" aria-labelledby="day-name">
            <h2 id="day-name">{day_text(lang, day.date)}</h2>
            {day.holiday.map(|holiday| view! { <p class="holiday">{holiday_text(lang, &holiday)}</p> })}
            {none}
            <Rows sessions=day.sessions/>
        </section>
    }
}
