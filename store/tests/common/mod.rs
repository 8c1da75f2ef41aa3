//! Women with phones, and a clock that stands where the test puts it.

use domain::{
    enrolment::{EnrolForm, SignUpDetails},
    id::SeatsId,
    lang::Lang,
    question::Typed,
};
use jiff::Timestamp;
use store::enrolment::{Receipt, SignUp, SignUpOutcome};
use uuid::Uuid;

/// Noon UTC on a Monday, a week before the course that most tests use.
pub fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// The form of the n-th woman, with a key of its own.
pub fn form(n: usize) -> EnrolForm {
    EnrolForm {
        given_name: "سلمى".into(),
        family_name: format!("بن علي {n}"),
        phone: format!("2{n:07}"),
        channel: String::new(),
        hours: String::new(),
        age_band: String::new(),
        project: String::new(),
        consent: "yes".into(),
        waitlist: "yes".into(),
        picture: String::new(),
        answers: Typed::new(),
        children: Typed::new(),
        childcare_optional: String::new(),
        for_whom: String::new(),
        stamp: String::new(),
        key: Uuid::from_u128(rand_u128()).to_string(),
    }
}

fn rand_u128() -> u128 {
    u128::from_le_bytes(store::keys::random())
}

pub fn details(n: usize) -> SignUpDetails {
    form(n).parse().unwrap()
}

/// The request of the n-th woman, from a browser that holds nothing yet.
pub fn request(seats: SeatsId, n: usize) -> SignUp {
    with(seats, details(n))
}

pub fn with(seats: SeatsId, details: SignUpDetails) -> SignUp {
    SignUp {
        seats,
        details,
        lang: Lang::Ar,
        consent_text: "test",
        visit: Vec::new(),
        holder: None,
        doubt: None,
        assistant: None,
        at: now(),
    }
}

/// The receipt of a request that must have been accepted.
#[track_caller]
pub fn accepted(outcome: SignUpOutcome) -> Receipt {
    match outcome {
        SignUpOutcome::Accepted(receipt) => receipt,
        other => panic!("not accepted: {other:?}"),
    }
}
