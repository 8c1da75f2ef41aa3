//! A session in a list of the calendar: time, what, where, and how full. The appointments of
//! one run on one day share a row, because they differ in nothing but the time.

use domain::moment::time_range;
use leptos::prelude::*;

use super::live::use_live;
use crate::{
    components::{
        icon::{HubName, Icon, Pictogram, hue},
        session::{Badges, seats_look, seats_text},
    },
    i18n::{t, use_lang},
    public::model::{Pool, SessionCard},
    routes,
};

/// The sessions of a day.
#[component]
pub fn Rows(
    /// The sessions, by time.
    sessions: Vec<SessionCard>,
) -> impl IntoView {
    let row = |run: Vec<SessionCard>| match <[SessionCard; 1]>::try_from(run) {
        Ok([session]) => view! { <SessionRow session/> }.into_any(),
        Err(slots) => view! { <SlotsRow slots/> }.into_any(),
    };
    view! { <ul class="rows">{runs(sessions).into_iter().map(row).collect_view()}</ul> }
}

/// Sessions by run: appointments of one run stand together, everything else by itself.
fn runs(sessions: Vec<SessionCard>) -> Vec<Vec<SessionCard>> {
    let mut runs: Vec<Vec<SessionCard>> = Vec::new();
    for session in sessions {
        let same = runs.iter_mut().find(|run| {
            session.run.is_some() && run.first().is_some_and(|first| first.run == session.run)
        });
        match same {
            Some(run) => run.push(session),
            None => runs.push(vec![session]),
        }
    }
    runs
}

#[component]
fn SessionRow(session: SessionCard) -> impl IntoView {
    let lang = use_lang();
    let when = session.when;
    let class = format!("row-of-day {}", hue(&session.hub));
    view! {
        <li class=class>
            <p class="time"><bdi>{time_range(when.from, when.to)}</bdi></p>
            <div>
                <h3><a href=routes::session(lang, &session.slug)>{session.title}</a></h3>
                <p class="place"><HubName hub=session.hub/><span>{session.room}</span></p>
                <Badges access=session.access/>
            </div>
            <FreshSeats pool=session.pool is_over=session.is_over/>
        </li>
    }
}

/// Appointments: one title, and a link for each time.
#[component]
fn SlotsRow(slots: Vec<SessionCard>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let number = slots.len() as u64;
    let (Some(first), Some(last)) = (slots.first().cloned(), slots.last().cloned()) else {
        return ().into_any();
    };
    let class = format!("row-of-day {}", hue(&first.hub));
    let slot = |slot: SessionCard| {
        view! {
            <li>
                <a href=routes::session(lang, &slot.slug)>
                    <bdi>{slot.when.from.to_string()}</bdi>
                    <FreshSeats pool=slot.pool is_over=slot.is_over/>
                </a>
            </li>
        }
    };
    view! {
        <li class=class>
            <p class="time"><bdi>{time_range(first.when.from, last.when.to)}</bdi></p>
            <div>
                <h3>{first.title}</h3>
                <p class="place"><HubName hub=first.hub/><span>{first.room}</span></p>
                <Badges access=first.access/>
                <details class="slots">
                    <summary>
                        <Pictogram icon=Icon::Clock/>
                        {texts.appointments.of(lang, number)}
                    </summary>
                    <ul>{slots.into_iter().map(slot).collect_view()}</ul>
                </details>
            </div>
        </li>
    }
    .into_any()
}

/// How full a pool is, as last heard of while the page is open.
#[component]
pub fn FreshSeats(
    /// As the page came.
    pool: Pool,
    /// Whether the session is over, and its seats no matter.
    is_over: bool,
) -> impl IntoView {
    let lang = use_lang();
    if is_over {
        let over = t(lang).session().over;
        return view! { <span class="seats closed">{over}</span> }.into_any();
    }
    let live = use_live();
    // No signal of the row's own: while the next days are on their way, this row still stands,
    // and what it owned is gone already.
    let seats = move || live.map_or(pool.seats, |live| live.seats(&pool));
    let class_of = seats.clone();
    let class = move || seats_look(class_of()).0;
    view! {
        <span class=class data-live="">
            {move || seats_text(lang, seats())}
        </span>
    }
    .into_any()
}
