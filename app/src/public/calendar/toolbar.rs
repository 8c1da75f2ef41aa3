//! What stands above the days: the views, the way to the days before and after, the next free
//! place, and hours that are not the usual ones.

use domain::{
    calendar::{CalendarQuery, View},
    lang::Lang,
    moment::{WallDate, date_range, day_month, long_date, month_year, time_range},
};
use leptos::prelude::*;

use super::model::{NextFree, Regime};
use crate::{
    components::icon::{Icon, Pictogram},
    i18n::{Text, fill, t, use_lang},
    routes,
};

/// The id of the heading that names the days shown.
pub const PERIOD: &str = "period";

/// The three views, as links that keep the day and the filters.
#[component]
pub fn Views(
    /// What is shown.
    query: Memo<CalendarQuery>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let link = |view: View, text: Text| {
        let href = move || routes::calendar_at(lang, &query.read().viewed(view));
        let current = move || (query.read().view == view).then_some("true");
        view! { <a href=href aria-current=current data-noscroll="">{text}</a> }
    };
    view! {
        <nav class="segments" aria-label=texts.views data-live="">
            {link(View::Agenda, texts.agenda)}
            {link(View::Week, texts.week)}
            {link(View::Month, texts.month)}
        </nav>
    }
}

/// The days shown, how many sessions they have, and the way to those before and after.
#[component]
pub fn PeriodNav(
    /// What is shown.
    query: CalendarQuery,
    /// Today.
    today: WallDate,
    /// How many sessions there are.
    total: u64,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let (before, after) = match query.view {
        View::Agenda => (texts.days_before, texts.days_after),
        View::Week => (texts.week_before, texts.week_after),
        View::Month => (texts.month_before, texts.month_after),
    };
    let at = |query: CalendarQuery| routes::calendar_at(lang, &query);
    view! {
        <div class="period">
            <nav class="pager" aria-label=texts.periods data-live="">
                <a href=at(query.previous(today)) rel="prev" aria-label=before title=before data-noscroll="">
                    <Pictogram icon=Icon::Back/>
                </a>
                <a href=at(query.at(None)) data-noscroll="">{texts.today}</a>
                <a href=at(query.next(today)) rel="next" aria-label=after title=after data-noscroll="">
                    <Pictogram icon=Icon::On/>
                </a>
            </nav>
            <h2 id=PERIOD tabindex="-1">{period_text(lang, &query, today)}</h2>
            <p class="quiet-text">{texts.sessions.of(lang, total)}</p>
        </div>
    }
}

/// The days that a page shows, in words.
#[must_use]
pub fn period_text(lang: Lang, query: &CalendarQuery, today: WallDate) -> String {
    let period = query.period(today);
    match query.view {
        View::Month => month_year(lang, period.first),
        View::Agenda | View::Week => date_range(lang, period.first, period.last),
    }
}

/// The way to the next session that has a place, or what to do when there is none.
#[component]
pub fn NextFreePlace(
    /// The session, if there is one.
    next_free: Option<NextFree>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let Some(NextFree { slug, title, when }) = next_free else {
        return view! { <p class="next-free none">{texts.no_free}" "{texts.no_free_way}</p> }
            .into_any();
    };
    view! {
        <a class="next-free" href=routes::session(lang, &slug)>
            <strong>{texts.next_free}</strong>
            <span>{title}</span>
            <span>
                {long_date(lang, when.date)}
                " "
                <bdi>{time_range(when.from, when.to)}</bdi>
            </span>
            <Pictogram icon=Icon::On/>
        </a>
    }
    .into_any()
}

/// Hours that are not the usual ones.
#[component]
pub fn Regimes(
    /// Those of the days shown.
    regimes: Vec<Regime>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let line = |regime: Regime| {
        let text = match regime.is_unsure {
            true => texts.regime_unsure,
            false => texts.regime,
        };
        let values = [
            ("name", regime.name.as_str()),
            ("from", &day_month(lang, regime.first)),
            ("to", &day_month(lang, regime.last)),
            ("hubs", &regime.hubs.join(" · ")),
        ];
        view! { <li><Pictogram icon=Icon::Clock/><span>{fill(text, &values)}</span></li> }
    };
    (!regimes.is_empty()).then(
        || view! { <ul class="special-hours">{regimes.into_iter().map(line).collect_view()}</ul> },
    )
}
