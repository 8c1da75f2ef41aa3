//! What was written about an enrolment, and what became of it.

use domain::{desk::EventKind, id::EnrolmentId, lang::Lang};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    AddNote,
    acts::{Hidden, reason_text},
};
use crate::{
    i18n::{Text, desk::Steps, fill, t, use_lang},
    public::mine,
    staff::{
        desk_model::{Moment, Note, Step, Why},
        parts::moment_text,
    },
};

/// As many characters as the form takes; `domain::desk::NOTE_CHARS_MAX` decides.
const NOTE_CHARS_MAX: &str = "1000";

/// The notes, and a new one.
#[component]
pub fn Notes(
    /// The enrolment.
    enrolment: EnrolmentId,
    /// The notes, the latest first.
    notes: Vec<Note>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().record;
    let note = |note: Note| {
        let by = fill(texts.by, &[("name", &note.by)]);
        view! {
            <li>
                <p class="note-text" dir="auto">{note.text}</p>
                <p class="quiet-text">{moment_text(lang, note.at)}" · "<bdi>{by}</bdi></p>
            </li>
        }
    };
    view! {
        <section aria-labelledby="notes">
            <h2 id="notes">{texts.notes}</h2>
            <ul class="notes">{notes.into_iter().map(note).collect_view()}</ul>
            <form class="no-print" method="post" action=AddNote::url()>
                <Hidden enrolment/>
                <div class="field">
                    <label for="text">{texts.note}</label>
                    <p class="hint" id="text-hint">{texts.note_hint}</p>
                    <textarea
                        id="text"
                        name="text"
                        rows="3"
                        maxlength=NOTE_CHARS_MAX
                        dir="auto"
                        aria-describedby="text-hint"
                    ></textarea>
                </div>
                <button type="submit" class="quiet">{texts.note_submit}</button>
            </form>
        </section>
    }
}

/// What became of it, the earliest first, with what she sent again in between.
#[component]
pub fn History(
    /// The steps.
    steps: Vec<Step>,
    /// When she signed up again from another browser.
    repeats: Vec<Moment>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).desk();
    let again = |at: Moment| {
        view! { <li>{moment_text(lang, at)}" · "{texts.record.repeated}</li> }
    };
    view! {
        <section aria-labelledby="history">
            <h2 id="history">{texts.record.history}</h2>
            <ol class="history">
                {steps.into_iter().map(|step| view! { <StepLine step/> }).collect_view()}
            </ol>
            <ul class="history">{repeats.into_iter().map(again).collect_view()}</ul>
        </section>
    }
}

#[component]
fn StepLine(step: Step) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).desk();
    let slot = step.slot.map(|at| format!(" ({})", moment_text(lang, at)));
    let reason = step.reason.map(|why| format!(" · {}", why_text(lang, why)));
    let by = step
        .by
        .map(|name| fill(texts.record.by, &[("name", &name)]))
        .map(|by| view! { " · "<bdi>{by}</bdi> });
    view! {
        <li>
            {moment_text(lang, step.at)}
            " · "
            <strong>{step_text(&texts.steps, step.kind)}</strong>
            {slot}
            {reason}
            {by}
        </li>
    }
}

fn why_text(lang: Lang, why: Why) -> Text {
    match why {
        Why::Staff(reason) => reason_text(&t(lang).desk().reasons, reason),
        Why::Hers(reason) => mine::reason_text(t(lang).absence(), reason),
    }
}

const fn step_text(steps: &Steps, kind: EventKind) -> Text {
    match kind {
        EventKind::Seated => steps.seated,
        EventKind::Queued => steps.queued,
        EventKind::Doubted => steps.doubted,
        EventKind::Promoted => steps.promoted,
        EventKind::Confirmed => steps.confirmed,
        EventKind::Moved => steps.moved,
        EventKind::MovedAway => steps.moved_away,
        EventKind::Cancelled => steps.cancelled,
        EventKind::Excused => steps.excused,
        EventKind::Answered => steps.answered,
        EventKind::ComesWithout => steps.comes_without,
        EventKind::Joined => steps.joined,
        EventKind::JoinedAway => steps.joined_away,
        EventKind::Parted => steps.parted,
    }
}
