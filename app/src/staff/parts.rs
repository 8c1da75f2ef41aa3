//! Small parts that the desk's pages share: a moment, where someone stands, what a form did,
//! and a number that was asked for.

use domain::{
    enrolment::{AgeBand, EnrolmentStatus},
    lang::Lang,
    moment::short_date,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::desk_model::{Moment, Number, Standing};
use crate::{
    i18n::{Text, fill, t, use_lang},
    routes,
};

/// A day and a time in a short form.
#[must_use]
pub fn moment_text(lang: Lang, at: Moment) -> String {
    // The time keeps its own direction inside Arabic.
    format!("{} \u{2066}{}\u{2069}", short_date(lang, at.date), at.time)
}

/// Where someone stands, in a word or two.
#[must_use]
pub fn standing_text(lang: Lang, standing: Standing) -> String {
    let run = &t(lang).desk().run;
    let text = match standing.status {
        EnrolmentStatus::Pending => run.pending,
        EnrolmentStatus::Confirmed => run.confirmed,
        EnrolmentStatus::Offered => run.offered,
        EnrolmentStatus::Cancelled => run.cancelled,
        EnrolmentStatus::Excused => run.excused,
        EnrolmentStatus::Waitlisted => {
            let place = standing.place.unwrap_or(0).to_string();
            return fill(run.waitlisted, &[("n", &place)]);
        }
    };
    text.to_owned()
}

/// Where someone stands: words, with a sign that tells the same without colour.
#[component]
pub fn StandingBadge(
    /// Where.
    standing: Standing,
) -> impl IntoView {
    let sign = match standing.status {
        EnrolmentStatus::Confirmed => "✓",
        EnrolmentStatus::Pending => "?",
        EnrolmentStatus::Offered => "◇",
        EnrolmentStatus::Waitlisted => "…",
        EnrolmentStatus::Cancelled | EnrolmentStatus::Excused => "✕",
    };
    view! {
        <span class=format!("standing {}", standing.status.as_str())>
            <span class="sign" aria-hidden="true">{sign}</span>
            {standing_text(use_lang(), standing)}
        </span>
    }
}

/// An age band in words.
#[must_use]
pub fn age_text(lang: Lang, band: AgeBand) -> Text {
    let texts = t(lang);
    match band {
        AgeBand::Under25 => texts.enrol().under_25,
        AgeBand::From25To54 => texts.enrol().from_25_to_54,
        AgeBand::Over54 => texts.enrol().over_54,
        AgeBand::PreferNotToSay => texts.desk().run.prefer_not,
    }
}

/// The id of what a form has done: where the page begins after it.
pub const NOTICE: &str = "notice";

/// What a form has done, by the word in the address.
#[component]
pub fn Notice() -> impl IntoView {
    let lang = use_lang();
    let word = use_query_map()
        .read_untracked()
        .get("notice")
        .unwrap_or_default();
    notice_text(lang, &word).map(|(text, is_good)| {
        let class = if is_good { "notice good" } else { "notice" };
        view! { <p class=class id=NOTICE role="status">{text}</p> }
    })
}

/// The sentence for a word, and whether something was done.
fn notice_text(lang: Lang, word: &str) -> Option<(Text, bool)> {
    let (texts, calls) = (&t(lang).desk().notices, &t(lang).call().calls);
    let consents = &t(lang).consents().desk;
    let outbox = t(lang).outbox();
    let joining = &t(lang).joining().notices;
    Some(match word {
        "resized" => (texts.resized, true),
        "same-seats" => (texts.same_seats, false),
        "wrong-seats" => (texts.wrong_seats, false),
        "confirmed" => (texts.confirmed, true),
        "queued" => (texts.queued, true),
        "full" => (texts.full, false),
        "no-childcare" => (t(lang).childcare().no_place_for_her, false),
        "moved-no-childcare" => (t(lang).childcare().moved, false),
        "not-first" => (texts.not_first, false),
        "already" => (texts.already, false),
        "ended" => (texts.ended, false),
        "cancelled" => (texts.cancelled, true),
        "started" => (texts.started, false),
        "moved" => (texts.moved, true),
        "moved-queued" => (texts.moved_queued, true),
        "moved-full" => (texts.moved_full, false),
        "moved-closed" => (texts.moved_closed, false),
        "there-already" => (texts.there_already, false),
        "noted" => (texts.noted, true),
        "note-wrong" => (texts.note_wrong, false),
        "call-closed" => (calls.closed, true),
        "call-noted" => (calls.noted, true),
        "consent-recorded" => (consents.recorded, true),
        "consent-same" => (consents.same, false),
        "task-done" => (consents.task_finished, true),
        "task-gone" => (consents.task_gone, false),
        "call-gone" => (calls.gone, false),
        "message-done" => (outbox.done, true),
        "message-noted" => (outbox.noted, true),
        "message-dropped" => (outbox.dropped, true),
        "message-gone" => (outbox.gone, false),
        "message-colleague" => (outbox.colleague, false),
        "merged" => (joining.merged, true),
        "merged-already" => (joining.already, false),
        "merged-children" => (joining.children, false),
        "told-apart" => (joining.told_apart, true),
        "parted" => (joining.parted, true),
        "parted-queued" => (joining.queued, true),
        "parted-already" => (joining.undone, false),
        "parted-late" => (joining.too_late, false),
        "parted-later" => (joining.later, false),
        "parted-place" => (joining.place, false),
        "parted-moved" => (joining.moved_away, false),
        _ => return None,
    })
}

/// A number that was asked for: to read, to call, to write to.
#[component]
pub fn NumberLinks(
    /// The number.
    number: Number,
    /// What a message begins with; empty for nothing.
    #[prop(into)]
    message: String,
) -> impl IntoView {
    let texts = &t(use_lang()).desk().phone;
    let call = format!("tel:{}", number.dialled);
    let whatsapp = routes::whatsapp_to(&number.dialled, &message);
    let sms = routes::sms_to(&number.dialled, &message);
    view! {
        <p class="number"><bdi dir="ltr">{number.shown}</bdi></p>
        <p class="actions">
            <a class="button" href=call rel="external">{texts.call}</a>
            <a class="button quiet" href=whatsapp rel="external noreferrer">{texts.whatsapp}</a>
            <a class="button quiet" href=sms rel="external">{texts.sms}</a>
        </p>
    }
}
