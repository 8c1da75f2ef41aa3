//! The visit: which enrolments this browser has opened, as a sealed session cookie that also
//! ends by itself. It replaces an account, and it holds no name and no number.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::id::SignUpId;
use jiff::Timestamp;
use store::Keys;
use uuid::Uuid;

use super::{Site, cookies};

const PURPOSE: &str = "visit";
const VISIT_SECONDS_MAX: i64 = 2 * 60 * 60;
/// More would not be one person's visit; the oldest make room.
const SIGN_UPS_MAX: usize = 16;

/// The enrolments that this browser has opened, oldest first.
#[must_use]
pub fn read(site: &Site, keys: &Keys) -> Vec<SignUpId> {
    cookies::get(site, cookies::VISIT)
        .and_then(|sealed| unseal(keys, &sealed, site.clock.now()))
        .unwrap_or_default()
}

/// Adds one as the newest.
pub fn add(site: &Site, keys: &Keys, sign_up: SignUpId) {
    let mut held = read(site, keys);
    held.retain(|known| *known != sign_up);
    held.push(sign_up);
    let surplus = held.len().saturating_sub(SIGN_UPS_MAX);
    let value = seal(keys, &held[surplus..], site.clock.now());
    cookies::set(site, cookies::VISIT, &value, cookies::Keep::Session);
}

/// Forgets them all.
pub fn leave(site: &Site) {
    cookies::clear(site, cookies::VISIT);
    cookies::clear(site, cookies::DRAFT);
}

fn seal(keys: &Keys, held: &[SignUpId], now: Timestamp) -> String {
    let mut plain = now.as_second().to_be_bytes().to_vec();
    for sign_up in held {
        plain.extend_from_slice(sign_up.0.as_bytes());
    }
    BASE64URL.encode(keys.seal(PURPOSE, &plain))
}

fn unseal(keys: &Keys, sealed: &str, now: Timestamp) -> Option<Vec<SignUpId>> {
    let plain = keys.open(PURPOSE, &BASE64URL.decode(sealed).ok()?)?;
    let (issued, held) = plain.split_first_chunk::<8>()?;
    let age_seconds = now.as_second() - i64::from_be_bytes(*issued);
    if !(0..VISIT_SECONDS_MAX).contains(&age_seconds) {
        return None;
    }
    let sign_ups = held
        .chunks_exact(16)
        .filter_map(|bytes| Uuid::from_slice(bytes).ok());
    Some(sign_ups.map(SignUpId).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_ends_after_two_hours_and_opens_with_no_other_key() {
        let keys = Keys::new([7; 32]);
        let held = [SignUpId(Uuid::from_u128(1)), SignUpId(Uuid::from_u128(2))];
        let at = |second| Timestamp::from_second(second).unwrap();
        let sealed = seal(&keys, &held, at(1000));
        assert_eq!(
            unseal(&keys, &sealed, at(1000 + 7199)).as_deref(),
            Some(&held[..])
        );
        assert_eq!(unseal(&keys, &sealed, at(1000 + 7200)), None);
        assert_eq!(unseal(&keys, &sealed, at(999)), None);
        assert_eq!(unseal(&Keys::new([8; 32]), &sealed, at(1000)), None);
    }
}
