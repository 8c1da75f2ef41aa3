//! Sessions in lists: cards and lines, with time, place and how full they are.

use domain::{
    calendar::DayPart,
    lang::Lang,
    moment::{long_date, short_date, time_range},
};
use leptos::prelude::*;

use super::icon::{HubName, Icon, Pictogram, hue};
use crate::{
    i18n::{t, use_lang},
    public::model::{Access, Pool, Seats, SessionCard, SessionLine, When},
    routes,
};

/// Day and times in full: `Monday 30 November 2026, 09:00 – 11:00`.
#[component]
pub fn LongWhen(
    /// When.
    when: When,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        {long_date(lang, when.date)}
        " "
        <bdi class="time">{time_range(when.from, when.to)}</bdi>
    }
}

/// How full a pool is, in words.
#[must_use]
pub fn seats_text(lang: Lang, seats: Seats) -> String {
    let session = t(lang).session();
    match seats {
        Seats::Left(left) => session.places_left.of(lang, left),
        Seats::Full(0) => session.full.to_owned(),
        Seats::Full(waiting) => session.full_waiting.of(lang, waiting),
        Seats::Kept => session.kept.to_owned(),
        Seats::Closed => session.closed.to_owned(),
    }
}

/// The class and the pictogram that go with it: shape, not colour alone.
#[must_use]
pub fn seats_look(seats: Seats) -> (&'static str, Icon) {
    match seats {
        Seats::Left(_) => ("seats left", Icon::Check),
        Seats::Full(_) | Seats::Kept => ("seats full", Icon::Wait),
        Seats::Closed => ("seats closed", Icon::Close),
    }
}

/// How full a pool is.
#[component]
pub fn SeatsLeft(
    /// The seats.
    seats: Seats,
) -> impl IntoView {
    let (class, icon) = seats_look(seats);
    view! { <p class=class><Pictogram icon/>{seats_text(use_lang(), seats)}</p> }
}

/// The way to the enrol form, unless it is closed.
#[component]
pub fn SignUpLink(
    /// The pool to sign up for.
    pool: Pool,
    /// What for, to tell the links of a list apart when they are heard.
    what: String,
) -> impl IntoView {
    let lang = use_lang();
    let session = t(lang).session();
    let text = match pool.seats {
        Seats::Left(_) => session.sign_up,
        Seats::Full(_) => session.join_list,
        Seats::Kept | Seats::Closed => return ().into_any(),
    };
    let label = format!("{text}: {what}");
    view! {
        <a class="button" href=routes::enrol(lang, &pool.slug) aria-label=label>{text}</a>
    }
    .into_any()
}

/// What helps to decide whether one can come.
#[component]
pub fn Badges(
    /// The facts.
    access: Access,
) -> impl IntoView {
    let session = t(use_lang()).session();
    let all = [
        (access.women_only, Icon::Woman, session.women_only),
        (access.step_free, Icon::Wheel, session.step_free),
        (access.childcare_places > 0, Icon::Child, session.childcare),
    ];
    let given = all
        .into_iter()
        .filter(|(given, ..)| *given)
        .collect::<Vec<_>>();
    if given.is_empty() {
        return ().into_any();
    }
    let badge = |(_, icon, text)| view! { <li><Pictogram icon/>{text}</li> };
    view! { <ul class="badges">{given.into_iter().map(badge).collect_view()}</ul> }.into_any()
}

/// A session as a card. With `dated` it says its day; in the calendar the day stands above.
#[component]
pub fn Card(
    /// The session.
    session: SessionCard,
    /// Whether the card names the day.
    #[prop(optional)]
    dated: bool,
) -> impl IntoView {
    let lang = use_lang();
    let when = session.when;
    let day = dated.then(|| view! { <span>{short_date(lang, when.date)}</span> });
    let over = t(lang).session().over;
    let seats = if session.is_over {
        view! { <p class="seats closed">{over}</p> }.into_any()
    } else {
        view! { <SeatsLeft seats=session.pool.seats/> }.into_any()
    };
    let class = format!("card {}", hue(&session.hub));
    view! {
        <li class=class>
            <p class="time">
                <Pictogram icon=DayPart::of(when.from).into()/>
                {day}
                <bdi>{time_range(when.from, when.to)}</bdi>
            </p>
            <h3><a href=routes::session(lang, &session.slug)>{session.title}</a></h3>
            <p class="place"><HubName hub=session.hub/><span>{session.room}</span></p>
            <Badges access=session.access/>
            {seats}
        </li>
    }
}

/// The sessions of an instance; where each is an appointment, with its own way to sign up.
#[component]
pub fn Lines(
    /// The sessions.
    lines: Vec<SessionLine>,
) -> impl IntoView {
    view! {
        <ul class="lines">
            {lines.into_iter().map(|line| view! { <Line line/> }).collect_view()}
        </ul>
    }
}

#[component]
fn Line(line: SessionLine) -> impl IntoView {
    let lang = use_lang();
    let times = time_range(line.when.from, line.when.to);
    let what = format!("{} {times}", long_date(lang, line.when.date));
    let slot = line.slot.filter(|_| !line.is_over).map(|pool| {
        view! {
            <SeatsLeft seats=pool.seats/>
            <SignUpLink pool what/>
        }
    });
    let over = line.is_over.then_some(t(lang).session().over);
    view! {
        <li>
            <a href=routes::session(lang, &line.slug)>
                <span>{long_date(lang, line.when.date)}</span>
                <bdi class="time">{times}</bdi>
            </a>
            {over.map(|over| view! { <span class="quiet-text">{over}</span> })}
            {slot}
        </li>
    }
}
