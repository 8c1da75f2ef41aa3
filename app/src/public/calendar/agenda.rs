//! The agenda: day by day, only those that have something on them.
//! A single session is `row`'s.

use domain::{
    lang::Lang,
    moment::{WallDate, day_month, weekday_name},
};
use leptos::prelude::*;

use super::{model::Day, row::Rows};
use crate::{
    i18n::{fill, t, use_lang},
    public::model::Holiday,
};

/// The days.
#[component]
pub fn Agenda(
    /// Those that have something on them.
    days: Vec<Day>,
    /// Today.
    today: WallDate,
) -> impl IntoView {
    let day = |day: Day| view! { <DayOfAgenda day today/> };
    view! { <div class="agenda">{days.into_iter().map(day).collect_view()}</div> }
}

#[component]
fn DayOfAgenda(day: Day, today: WallDate) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let is_today = day.date == today;
    view! {
        <section class=if is_today { "day today" } else { "day" }>
            <h2>
                {day_text(lang, day.date)}
                {is_today.then(|| view! { " "<small>{texts.today}</small> })}
            </h2>
            {day.holiday.map(|holiday| view! { <p class="holiday">{holiday_text(lang, &holiday)}</p> })}
            <Rows sessions=day.sessions/>
        </section>
    }
}

/// A day with its weekday: `lundi 30 novembre`.
#[must_use]
pub fn day_text(lang: Lang, date: WallDate) -> String {
    format!(
        "{} {}",
        weekday_name(lang, date.weekday()),
        day_month(lang, date)
    )
}

/// A holiday in words.
#[must_use]
pub fn holiday_text(lang: Lang, holiday: &Holiday) -> String {
    let texts = t(lang).calendar();
    let text = if holiday.is_unsure {
        texts.holiday_unsure
    } else {
        texts.holiday
    };
    fill(text, &[("name", &holiday.name)])
}
