//! The one way in which forms answer. With scripts, the answer is data. Without, success
//! redirects to the result's page, and faults seal what was typed into a short-lived cookie
//! and redirect to the form, which reads and clears it: nothing typed ever stands in an
//! address, and server and browser render the same.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use http::StatusCode;
use jiff::Timestamp;
use leptos::{prelude::use_context, serde_json};
use leptos_axum::ResponseOptions;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use store::Keys;

use super::{Site, accepts_html, cookies};
use crate::forms::Outcome;

const PURPOSE: &str = "draft";
const DRAFT_SECONDS_MAX: u32 = 600;
/// Browsers keep cookies of 4096 bytes, name and attributes included.
const COOKIE_BYTES_MAX: usize = 3_800;

/// What was typed into one form, on its way back to it.
#[derive(Serialize, Deserialize)]
struct Draft<S> {
    form: String,
    until: i64,
    state: S,
}

/// Answers a form that did its work: on to the page of the result.
pub fn done<S>(to: &str) -> Outcome<S> {
    see_other(to);
    Outcome::Done
}

/// Answers a form that has to be filled in again. `form` names it, so that no other form
/// picks the draft up; `back` is its address.
pub fn again<S: Serialize>(
    site: &Site,
    keys: &Keys,
    form: &str,
    back: &str,
    state: S,
) -> Outcome<S> {
    if accepts_html() {
        keep(site, keys, form, &state);
        see_other(back);
    }
    Outcome::Again(state)
}

/// Takes the draft that waits for this form, if there is one, and clears it.
#[must_use]
pub fn take<S: DeserializeOwned>(site: &Site, keys: &Keys, form: &str) -> Option<S> {
    let sealed = cookies::get(site, cookies::DRAFT)?;
    let state = unseal(keys, &sealed, form, site.clock.now())?;
    cookies::clear(site, cookies::DRAFT);
    Some(state)
}

/// Redirects with 303, so that going back or reloading never sends the form again.
pub fn see_other(to: &str) {
    leptos_axum::redirect(to);
    if accepts_html()
        && let Some(response) = use_context::<ResponseOptions>()
    {
        response.set_status(StatusCode::SEE_OTHER);
    }
}

/// Keeps what was typed for a form of this name, in this browser and for ten minutes.
pub fn keep<S: Serialize>(site: &Site, keys: &Keys, form: &str, state: &S) {
    let Some(sealed) = seal(keys, form, site.clock.now(), state) else {
        return;
    };
    if sealed.len() > COOKIE_BYTES_MAX {
        // Only a form filled beyond the limits of its fields comes here.
        tracing::warn!("a draft was too large for its cookie");
        return;
    }
    cookies::set(
        site,
        cookies::DRAFT,
        &sealed,
        cookies::Keep::Seconds(DRAFT_SECONDS_MAX),
    );
}

fn seal<S: Serialize>(keys: &Keys, form: &str, now: Timestamp, state: &S) -> Option<String> {
    let until = now.as_second() + i64::from(DRAFT_SECONDS_MAX);
    let draft = Draft {
        form: form.to_owned(),
        until,
        state,
    };
    let plain = serde_json::to_vec(&draft).ok()?;
    Some(BASE64URL.encode(keys.seal(PURPOSE, &plain)))
}

fn unseal<S: DeserializeOwned>(keys: &Keys, sealed: &str, form: &str, now: Timestamp) -> Option<S> {
    let sealed = BASE64URL.decode(sealed).ok()?;
    let plain = keys.open(PURPOSE, &sealed)?;
    let draft: Draft<S> = serde_json::from_slice(&plain).ok()?;
    (draft.form == form && draft.until > now.as_second()).then_some(draft.state)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_draft_returns_to_its_own_form_within_ten_minutes() {
        let keys = Keys::new([7; 32]);
        let sealed = seal(&keys, "enrol/a", at(0), &"typed").unwrap();
        let opened = |form: &str, second| unseal::<String>(&keys, &sealed, form, at(second));
        assert_eq!(opened("enrol/a", 599).as_deref(), Some("typed"));
        assert_eq!(opened("enrol/a", 600), None);
        assert_eq!(opened("enrol/b", 1), None);
        assert_eq!(
            unseal::<String>(&Keys::new([8; 32]), &sealed, "enrol/a", at(1)),
            None
        );
    }

    #[test]
    fn a_draft_shows_nothing_of_what_was_typed() {
        let keys = Keys::new([7; 32]);
        let sealed = seal(&keys, "enrol/a", at(0), &"20123456").unwrap();
        let bytes = BASE64URL.decode(&sealed).unwrap();
        assert!(!bytes.windows(8).any(|window| window == b"20123456"));
    }
}
