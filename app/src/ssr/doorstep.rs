//! A private link on the doorstep: it is right, and its picture has yet to be told. Until then a
//! sealed cookie of ten minutes names the sign-up; it shows nothing and opens nothing.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::id::SignUpId;
use jiff::Timestamp;
use store::Keys;
use uuid::Uuid;

use super::{Site, cookies};

const PURPOSE: &str = "link";
const SECONDS_MAX: u32 = 600;

/// The sign-up that waits for its picture.
#[must_use]
pub fn who(site: &Site, keys: &Keys) -> Option<SignUpId> {
    let sealed = cookies::get(site, cookies::LINK)?;
    unseal(keys, &sealed, site.clock.now())
}

/// Lets one wait.
pub fn wait(site: &Site, keys: &Keys, sign_up: SignUpId) {
    let value = seal(keys, sign_up, site.clock.now());
    cookies::set(
        site,
        cookies::LINK,
        &value,
        cookies::Keep::Seconds(SECONDS_MAX),
    );
}

/// Nobody waits any more.
pub fn clear(site: &Site) {
    cookies::clear(site, cookies::LINK);
}

fn seal(keys: &Keys, sign_up: SignUpId, now: Timestamp) -> String {
    let plain = [
        &now.as_second().to_be_bytes()[..],
        &sign_up.0.as_bytes()[..],
    ]
    .concat();
    BASE64URL.encode(keys.seal(PURPOSE, &plain))
}

fn unseal(keys: &Keys, sealed: &str, now: Timestamp) -> Option<SignUpId> {
    let plain = keys.open(PURPOSE, &BASE64URL.decode(sealed).ok()?)?;
    let (since, sign_up) = plain.split_first_chunk::<8>()?;
    let age_seconds = now.as_second() - i64::from_be_bytes(*since);
    let in_time = (0..i64::from(SECONDS_MAX)).contains(&age_seconds);
    let sign_up = Uuid::from_slice(sign_up).ok().map(SignUpId);
    sign_up.filter(|_| in_time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_waits_for_its_picture_ten_minutes() {
        let keys = Keys::new([7; 32]);
        let at = |second| Timestamp::from_second(second).unwrap();
        let hers = SignUpId(Uuid::from_u128(1));
        let sealed = seal(&keys, hers, at(1000));
        assert_eq!(unseal(&keys, &sealed, at(1599)), Some(hers));
        assert_eq!(unseal(&keys, &sealed, at(1600)), None);
        assert_eq!(unseal(&Keys::new([8; 32]), &sealed, at(1000)), None);
    }
}
