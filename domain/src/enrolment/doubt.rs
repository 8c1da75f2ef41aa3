//! What makes us doubt that a person sent a form, without a riddle for her to solve. A doubt
//! refuses nothing: the hub calls before it gives a seat. Where the signs come from, and how a
//! stamp is sealed, is left to `app`.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::id::BrowserId;
use crate::words::words;

/// Nobody reads the form and fills it in faster than this.
pub const HASTE: SignedDuration = SignedDuration::from_secs(3);
/// A form that is older than this was put by for somebody else's use.
pub const AGE_MAX: SignedDuration = SignedDuration::from_hours(24);
/// So many sign-ups one visit may hold before the next one is asked about: a family, or friends.
pub const VISIT_MAX: usize = 4;
/// So many people of one phone may be in one run before staff are told.
pub const PHONE_PEOPLE_MAX: i64 = 4;
/// So many sign-ups may come for one phone in a day before staff are told.
pub const PHONE_DAY_MAX: i64 = 8;

words! {
    /// Why a sign-up is to be confirmed on the phone, or looked at.
    pub enum Doubt {
        /// A field was filled in that no person sees.
        Trap = "trap",
        /// The form came back faster than anybody fills it in.
        Haste = "haste",
        /// Its stamp is missing, forged, too old, or of another form or browser.
        Stamp = "stamp",
        /// This browser has signed up many already.
        Session = "session",
        /// This phone has signed up many. She is told what anybody is told, because another
        /// answer would tell what stands on a phone; staff are told.
        Phone = "phone",
    }
}

/// Belongs to one form, in one browser, from one moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The form's idempotency key.
    pub key: Uuid,
    /// The browser that it was given to.
    pub browser: BrowserId,
    /// When it was given.
    pub issued_at: Timestamp,
}

impl Stamp {
    /// The stamp in bytes, to be sealed.
    #[must_use]
    pub fn to_bytes(self) -> Vec<u8> {
        let at = self.issued_at.as_microsecond().to_be_bytes();
        [&self.key.as_bytes()[..], self.browser.0.as_bytes(), &at].concat()
    }

    /// What [`Stamp::to_bytes`] wrote; nothing else is a stamp.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (key, rest) = bytes.split_at_checked(16)?;
        let (browser, at) = rest.split_at_checked(16)?;
        let at = i64::from_be_bytes(at.try_into().ok()?);
        Some(Self {
            key: Uuid::from_slice(key).ok()?,
            browser: BrowserId(Uuid::from_slice(browser).ok()?),
            issued_at: Timestamp::from_microsecond(at).ok()?,
        })
    }

    /// Whether it is this form's, in this browser, and not too old.
    #[must_use]
    pub fn fits(self, key: Uuid, browser: Option<BrowserId>, now: Timestamp) -> bool {
        let is_its = self.key == key && browser == Some(self.browser);
        is_its && now.duration_since(self.issued_at) <= AGE_MAX
    }
}

/// What came with a form beside what was typed.
#[derive(Debug, Clone, Copy)]
pub struct Signs {
    /// Whether the field was filled in that no person sees.
    pub trapped: bool,
    /// The stamp, if it opened.
    pub stamp: Option<Stamp>,
    /// The browser, if its cookie opened.
    pub browser: Option<BrowserId>,
    /// How many sign-ups this visit holds already.
    pub held: usize,
}

impl Signs {
    /// Why to doubt a form with this key, the plainest sign first. It is decided before anybody
    /// looks who she is.
    #[must_use]
    pub fn doubt(&self, key: Uuid, now: Timestamp) -> Option<Doubt> {
        if self.trapped {
            return Some(Doubt::Trap);
        }
        let Some(stamp) = self.stamp.filter(|it| it.fits(key, self.browser, now)) else {
            return Some(Doubt::Stamp);
        };
        if now.duration_since(stamp.issued_at) < HASTE {
            return Some(Doubt::Haste);
        }
        (self.held > VISIT_MAX).then_some(Doubt::Session)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Uuid = Uuid::from_u128(1);
    const BROWSER: BrowserId = BrowserId(Uuid::from_u128(2));
    const OTHER: Uuid = Uuid::from_u128(3);

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(1_000_000_000 + millis).unwrap()
    }

    fn honest() -> Signs {
        Signs {
            trapped: false,
            stamp: Some(Stamp {
                key: KEY,
                browser: BROWSER,
                issued_at: at(0),
            }),
            browser: Some(BROWSER),
            held: 0,
        }
    }

    #[test]
    fn a_form_is_at_least_three_seconds_and_at_most_a_day_old() {
        let day = 24 * 60 * 60 * 1000;
        let doubts = [
            (-1, Some(Doubt::Haste)),
            (2_999, Some(Doubt::Haste)),
            (3_000, None),
            (day, None),
            (day + 1, Some(Doubt::Stamp)),
        ];
        for (millis, doubt) in doubts {
            assert_eq!(honest().doubt(KEY, at(millis)), doubt, "{millis} ms");
        }
    }

    #[test]
    fn a_stamp_is_of_one_form_and_one_browser() {
        let doubt = |signs: Signs| signs.doubt(KEY, at(9_000));
        assert_eq!(doubt(honest()), None);
        assert_eq!(honest().doubt(OTHER, at(9_000)), Some(Doubt::Stamp));
        for browser in [None, Some(BrowserId(OTHER))] {
            let signs = Signs {
                browser,
                ..honest()
            };
            assert_eq!(doubt(signs), Some(Doubt::Stamp));
        }
        let without = Signs {
            stamp: None,
            ..honest()
        };
        assert_eq!(doubt(without), Some(Doubt::Stamp));
    }

    #[test]
    fn a_trap_and_a_full_visit_are_doubted() {
        let trapped = Signs {
            trapped: true,
            ..honest()
        };
        assert_eq!(trapped.doubt(KEY, at(9_000)), Some(Doubt::Trap));
        for (held, doubt) in [(VISIT_MAX, None), (VISIT_MAX + 1, Some(Doubt::Session))] {
            let signs = Signs { held, ..honest() };
            assert_eq!(signs.doubt(KEY, at(9_000)), doubt, "{held}");
        }
    }

    #[test]
    fn a_stamp_is_read_as_it_was_written_and_nothing_else_is_one() {
        let stamp = honest().stamp.unwrap();
        let bytes = stamp.to_bytes();
        assert_eq!(Stamp::from_bytes(&bytes), Some(stamp));
        for wrong in [&bytes[..bytes.len() - 1], &[], &[&bytes[..], &[0]].concat()] {
            assert_eq!(Stamp::from_bytes(wrong), None);
        }
    }
}
