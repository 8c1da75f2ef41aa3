//! The addresses of the staff's pages. Left to others: those of the participants (`routes`).

use domain::id::{CallId, EnrolmentId, InstanceId, MessageId, SessionId, SignUpId};
use domain::lang::Lang;
use domain::moment::WallDate;

use super::{encoded, percent_encoded};

/// The staff's sign-in.
#[must_use]
pub fn sign_in(lang: Lang) -> String {
    format!("/{}/staff/sign-in", lang.code())
}

/// The staff's sign-in, which leads back to where she came from.
#[must_use]
pub fn sign_in_for(lang: Lang, back: &str) -> String {
    format!("{}?back={}", sign_in(lang), encoded(back, "/?="))
}

/// The staff's sessions of today.
#[must_use]
pub fn today(lang: Lang) -> String {
    format!("/{}/staff", lang.code())
}

/// The staff's sessions of a day.
#[must_use]
pub fn staff_day(lang: Lang, date: WallDate) -> String {
    format!("/{}/staff?date={date}", lang.code())
}

/// The roll of a session.
#[must_use]
pub fn roll(lang: Lang, session: SessionId) -> String {
    format!("/{}/staff/sessions/{session}", lang.code())
}

/// One row of a roll.
#[must_use]
pub fn roll_row(lang: Lang, session: SessionId, enrolment: EnrolmentId) -> String {
    format!("{}#{}", roll(lang, session), row_id(enrolment))
}

/// The runs of one's hubs.
#[must_use]
pub fn courses(lang: Lang) -> String {
    format!("/{}/staff/courses", lang.code())
}

/// The runs of one hub, or those that are past.
#[must_use]
pub fn courses_of(lang: Lang, hub: &str, when: &str) -> String {
    match (hub, when) {
        ("", "") => courses(lang),
        (hub, when) => {
            let (hub, when) = (percent_encoded(hub), percent_encoded(when));
            format!("{}?hub={hub}&when={when}", courses(lang))
        }
    }
}

/// One run, for staff.
#[must_use]
pub fn instance(lang: Lang, id: InstanceId) -> String {
    format!("/{}/staff/instances/{id}", lang.code())
}

/// One run with what a form has done.
#[must_use]
pub fn instance_with(lang: Lang, id: InstanceId, notice: &str) -> String {
    format!("{}?notice={notice}#notice", instance(lang, id))
}

/// One enrolment, for staff.
#[must_use]
pub fn record(lang: Lang, id: EnrolmentId) -> String {
    format!("/{}/staff/enrolments/{id}", lang.code())
}

/// One enrolment with what a form has done.
#[must_use]
pub fn record_with(lang: Lang, id: EnrolmentId, notice: &str) -> String {
    format!("{}?notice={notice}#notice", record(lang, id))
}

/// The rows that may be one woman.
#[must_use]
pub fn duplicates(lang: Lang) -> String {
    format!("/{}/staff/duplicates", lang.code())
}

/// The same with what a form has done.
#[must_use]
pub fn duplicates_with(lang: Lang, notice: &str) -> String {
    format!("{}?notice={notice}#notice", duplicates(lang))
}

/// Two rows side by side, each by an enrolment.
#[must_use]
pub fn compare(lang: Lang, one: EnrolmentId, other: EnrolmentId) -> String {
    format!("{}/same/{other}", record(lang, one))
}

/// Where a number stands on a page: the id of its heading.
pub const PHONE: &str = "phone-heading";

/// Signing up for someone, in one pool.
#[must_use]
pub fn staff_enrol(lang: Lang, seats: &str) -> String {
    format!("/{}/staff/enrol/{}", lang.code(), percent_encoded(seats))
}

/// What a sign-up at the desk has become.
#[must_use]
pub fn signed_up(lang: Lang, id: SignUpId) -> String {
    format!("/{}/staff/signed-up/{id}", lang.code())
}

/// The list of those who asked to be called.
#[must_use]
pub fn calls(lang: Lang) -> String {
    format!("/{}/staff/calls", lang.code())
}

/// The call list with what a form has done.
#[must_use]
pub fn calls_with(lang: Lang, notice: &str) -> String {
    format!("{}?notice={notice}#notice", calls(lang))
}

/// The id of a request in the call list.
#[must_use]
pub fn call_id(call: CallId) -> String {
    format!("call-{call}")
}

/// The outbox.
#[must_use]
pub fn messages(lang: Lang) -> String {
    format!("/{}/staff/messages", lang.code())
}

/// The outbox with what a form has done.
#[must_use]
pub fn messages_with(lang: Lang, notice: &str) -> String {
    format!("{}?notice={notice}#notice", messages(lang))
}

/// The id of a message in the outbox.
#[must_use]
pub fn message_id(message: MessageId) -> String {
    format!("message-{message}")
}

/// Who looked at whose number.
#[must_use]
pub fn phones(lang: Lang) -> String {
    format!("/{}/staff/phones", lang.code())
}

/// What withdrawn consents ask for.
#[must_use]
pub fn consents(lang: Lang) -> String {
    format!("/{}/staff/consents", lang.code())
}

/// The same with what a form has done.
#[must_use]
pub fn consents_with(lang: Lang, notice: &str) -> String {
    format!("{}?notice={notice}#notice", consents(lang))
}

/// The id of a row of a roll.
#[must_use]
pub fn row_id(enrolment: EnrolmentId) -> String {
    format!("row-{enrolment}")
}

/// Where to go after signing in: only our own staff pages, never another host, and never in
/// circles. Anything else leads to today.
#[must_use]
pub fn back_or_today(lang: Lang, back: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '?' | '=' | '&');
    let here = Lang::ALL.map(today).iter().any(|root| {
        let rest = back.strip_prefix(root.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    });
    let circle = Lang::ALL
        .map(sign_in)
        .iter()
        .any(|door| back.starts_with(door.as_str()));
    if here && !circle && back.chars().all(plain) {
        back.to_owned()
    } else {
        today(lang)
    }
}
