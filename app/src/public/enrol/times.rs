//! The time in the enrol form of a slot: until when it is kept for her, and which others she can
//! take with the same form if it is gone.

use domain::{
    lang::Lang,
    moment::{WallTime, long_date, time_range},
};
use leptos::prelude::*;

use crate::{
    components::{
        icon::{Icon, Pictogram},
        session::seats_text,
    },
    i18n::{fill, t, use_lang},
    public::model::{Appointment, Seats, Slot, When},
};

/// The name of the field that says what she signs up for.
const SEATS: &str = "seats";

/// Until when her slot is kept.
#[component]
pub fn KeptUntil(
    /// As her hub's clock shows it.
    until: WallTime,
) -> impl IntoView {
    let text = fill(
        t(use_lang()).enrol().kept_until,
        &[("time", &until.to_string())],
    );
    view! { <p class="notice kept"><Pictogram icon=Icon::Clock/>{text}</p> }
}

/// What she signs up for: the pool of this page, or, where it is gone, whichever she chooses.
/// She chooses inside the form, so that nothing of what she typed is lost.
#[component]
pub fn What(
    /// The pool of this page.
    appointment: Appointment,
    /// How full it is.
    seats: Seats,
    /// The other slots that are free.
    others: Vec<Slot>,
) -> impl IntoView {
    let lang = use_lang();
    let legend = t(lang).enrol().times;
    let this = appointment.lines.first().map(|line| line.when);
    let slug = appointment.seats;
    let Some(this) = this.filter(|_| !others.is_empty()) else {
        return view! { <input type="hidden" name=SEATS value=slug/> }.into_any();
    };
    let mine = format!("{} · {}", when_text(lang, this), gone_text(lang, seats));
    let other = |slot: Slot| {
        view! { <Time value=slot.seats text=when_text(lang, slot.when) chosen=false/> }
    };
    view! {
        <fieldset class="field times">
            <legend>{legend}</legend>
            <Time value=slug text=mine chosen=true/>
            {others.into_iter().map(other).collect_view()}
        </fieldset>
    }
    .into_any()
}

#[component]
fn Time(value: String, text: String, chosen: bool) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="radio" name=SEATS value=value checked=chosen/>
            <span>{text}</span>
        </label>
    }
}

/// It was free when the page came and is gone by now, or was gone already.
fn gone_text(lang: Lang, seats: Seats) -> String {
    match seats {
        Seats::Left(_) => seats_text(lang, Seats::Full(0)),
        gone => seats_text(lang, gone),
    }
}

/// A slot in words: `Friday 11 December 2026, 09:00 – 09:30`.
#[must_use]
pub fn when_text(lang: Lang, when: When) -> String {
    let comma = if lang == Lang::Ar { "،" } else { "," };
    // A line ends before the times, not within them.
    let times = time_range(when.from, when.to).replace('–', "\u{2060}–\u{2060}");
    format!(
        "{}{comma} \u{2066}{times}\u{2069}",
        long_date(lang, when.date)
    )
}
