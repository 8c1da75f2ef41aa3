//! The visit: which enrolments this browser may see, as two sealed cookies that hold no name
//! and no number. One ends with the browser and after two hours by itself; the other, only
//! where she asked for it, lets a phone remember.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::id::SignUpId;
use http::HeaderMap;
use jiff::Timestamp;
use store::Keys;
use uuid::Uuid;

use super::{Site, cookies, herself};

/// Sealed for different purposes, so that neither cookie is taken for the other.
const PASSING: Cookie = Cookie {
    name: cookies::VISIT,
    purpose: "visit 2",
    seconds_max: 2 * 60 * 60,
};
const LASTING: Cookie = Cookie {
    name: cookies::KEPT,
    purpose: "visit kept",
    seconds_max: 120 * 24 * 60 * 60,
};
/// More would not be one person's visit; the oldest make room.
const SIGN_UPS_MAX: usize = 16;

/// What she said when she was asked whether this phone should remember.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// She has not been asked in this visit, or has not said.
    None,
    /// It should not.
    No,
    /// It should, also what she signs up for later in this visit.
    Yes,
}

/// What this browser may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Opened or made since the browser was opened, oldest first.
    pub passing: Vec<SignUpId>,
    /// What this phone remembers, oldest first.
    pub lasting: Vec<SignUpId>,
    /// Whether she was asked in this visit.
    pub answer: Answer,
}

impl Visit {
    /// All of them once, oldest first; those of this visit are the newest.
    #[must_use]
    pub fn all(&self) -> Vec<SignUpId> {
        let only_lasting = self
            .lasting
            .iter()
            .filter(|kept| !self.passing.contains(kept));
        only_lasting.chain(&self.passing).copied().collect()
    }
}

/// What the cookies of the present request say.
#[must_use]
pub fn read(site: &Site, keys: &Keys) -> Visit {
    visit_of(site, keys, |name| cookies::get(site, name))
}

/// What the cookies of a request say that is no page and no server function.
#[must_use]
pub fn read_in(site: &Site, keys: &Keys, headers: &HeaderMap) -> Visit {
    visit_of(site, keys, |name| {
        let wire_name = cookies::name_on_the_wire(site.secure_cookies, name);
        cookies::find(headers, &wire_name)
    })
}

fn visit_of(site: &Site, keys: &Keys, cookie: impl Fn(&str) -> Option<String>) -> Visit {
    let now = site.clock.now();
    let (answer, passing) = PASSING.read(keys, cookie(PASSING.name), now);
    let (_, lasting) = LASTING.read(keys, cookie(LASTING.name), now);
    Visit {
        passing,
        lasting,
        answer,
    }
}

/// A link was opened: for this visit only, whatever the phone remembers of others. It may be
/// another woman's, who was handed the phone: what was typed before her is not shown to her.
pub fn opened(site: &Site, keys: &Keys, sign_up: SignUpId) {
    herself::forget(site);
    let visit = read(site, keys);
    PASSING.set(site, keys, visit.answer, joined(visit.passing, &[sign_up]));
}

/// A sign-up was made: also for later, if she asked for that in this very visit.
pub fn signed_up(site: &Site, keys: &Keys, sign_up: SignUpId) {
    let visit = read(site, keys);
    if visit.answer == Answer::Yes {
        LASTING.set(site, keys, Answer::Yes, joined(visit.lasting, &[sign_up]));
    }
    PASSING.set(site, keys, visit.answer, joined(visit.passing, &[sign_up]));
}

/// Lets this phone remember these, beside what it still may show of before.
pub fn keep(site: &Site, keys: &Keys, sign_ups: &[SignUpId]) {
    let visit = read(site, keys);
    LASTING.set(site, keys, Answer::Yes, sign_ups.to_vec());
    PASSING.set(site, keys, Answer::Yes, visit.passing);
}

/// She does not want it to remember, and is not asked again in this visit.
pub fn decline(site: &Site, keys: &Keys) {
    let visit = read(site, keys);
    PASSING.set(site, keys, Answer::No, visit.passing);
}

/// Forgets everything, also what the phone remembers. "Leave this page" is this too: someone may
/// be reaching for the phone, and her link brings her back where a look over her shoulder cannot
/// be taken back.
pub fn forget(site: &Site) {
    for name in [
        cookies::VISIT,
        cookies::KEPT,
        cookies::LINK,
        cookies::DRAFT,
        cookies::HOLD,
        cookies::FORM,
        cookies::HERSELF,
    ] {
        cookies::clear(site, name);
    }
}

fn joined(mut held: Vec<SignUpId>, newest: &[SignUpId]) -> Vec<SignUpId> {
    held.retain(|known| !newest.contains(known));
    held.extend(newest);
    held
}

/// One of the two cookies.
struct Cookie {
    name: &'static str,
    purpose: &'static str,
    seconds_max: u32,
}

impl Cookie {
    fn read(&self, keys: &Keys, sealed: Option<String>, now: Timestamp) -> (Answer, Vec<SignUpId>) {
        sealed
            .and_then(|sealed| self.unseal(keys, &sealed, now))
            .unwrap_or((Answer::None, Vec::new()))
    }

    fn set(&self, site: &Site, keys: &Keys, answer: Answer, held: Vec<SignUpId>) {
        let surplus = held.len().saturating_sub(SIGN_UPS_MAX);
        let value = self.seal(keys, answer, &held[surplus..], site.clock.now());
        let keep = if self.name == cookies::KEPT {
            cookies::Keep::Seconds(self.seconds_max)
        } else {
            cookies::Keep::Session
        };
        cookies::set(site, self.name, &value, keep);
    }

    fn seal(&self, keys: &Keys, answer: Answer, held: &[SignUpId], now: Timestamp) -> String {
        let mut plain = vec![answer as u8];
        plain.extend_from_slice(&now.as_second().to_be_bytes());
        for sign_up in held {
            plain.extend_from_slice(sign_up.0.as_bytes());
        }
        BASE64URL.encode(keys.seal(self.purpose, &plain))
    }

    fn unseal(&self, keys: &Keys, sealed: &str, now: Timestamp) -> Option<(Answer, Vec<SignUpId>)> {
        let plain = keys.open(self.purpose, &BASE64URL.decode(sealed).ok()?)?;
        let (answer, rest) = plain.split_first()?;
        let (issued, held) = rest.split_first_chunk::<8>()?;
        let age_seconds = now.as_second() - i64::from_be_bytes(*issued);
        if !(0..i64::from(self.seconds_max)).contains(&age_seconds) {
            return None;
        }
        let answers = [Answer::None, Answer::No, Answer::Yes];
        let answer = answers.into_iter().find(|known| *known as u8 == *answer)?;
        let sign_ups = held
            .chunks_exact(16)
            .filter_map(|bytes| Uuid::from_slice(bytes).ok());
        Some((answer, sign_ups.map(SignUpId).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELD: [SignUpId; 2] = [SignUpId(Uuid::from_u128(1)), SignUpId(Uuid::from_u128(2))];

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_visit_ends_after_two_hours_and_a_phones_memory_after_120_days() {
        let keys = Keys::new([7; 32]);
        for (cookie, seconds) in [(PASSING, 7200), (LASTING, 120 * 86_400)] {
            let sealed = cookie.seal(&keys, Answer::Yes, &HELD, at(1000));
            let opened = |second| cookie.unseal(&keys, &sealed, at(second));
            assert_eq!(
                opened(1000 + seconds - 1),
                Some((Answer::Yes, HELD.to_vec()))
            );
            assert_eq!(opened(1000 + seconds), None);
            assert_eq!(opened(999), None);
        }
    }

    #[test]
    fn a_visit_opens_with_no_other_key_and_in_no_other_place() {
        let keys = Keys::new([7; 32]);
        let sealed = PASSING.seal(&keys, Answer::None, &HELD, at(0));
        assert_eq!(PASSING.unseal(&Keys::new([8; 32]), &sealed, at(1)), None);
        assert_eq!(LASTING.unseal(&keys, &sealed, at(1)), None);
        let mut forged = sealed.into_bytes();
        forged[20] ^= 1;
        let forged = String::from_utf8(forged).unwrap();
        assert_eq!(PASSING.unseal(&keys, &forged, at(1)), None);
    }

    #[test]
    fn what_a_phone_remembers_and_what_was_opened_now_is_shown_once() {
        let [one, two] = HELD;
        let visit = Visit {
            passing: vec![one],
            lasting: vec![one, two],
            answer: Answer::None,
        };
        assert_eq!(visit.all(), [two, one]);
    }
}
