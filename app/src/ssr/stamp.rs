//! The stamp of a sign-up form: one for each form, sealed, for the browser that a cookie names.
//! What it says about a sent form is left to `domain::enrolment::Signs`.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{
    enrolment::{Doubt, EnrolForm, Signs, Stamp},
    id::BrowserId,
};
use store::{Keys, keys::random};
use uuid::{Builder, Uuid};

use super::{Site, Watch, cookies, visit};

/// Sealed for different purposes, so that neither is taken for the other.
const STAMP: &str = "form stamp";
const BROWSER: &str = "form browser";

/// A form that begins: a fresh key, and the stamp that belongs to it.
#[must_use]
pub fn fresh(site: &Site, keys: &Keys) -> (String, String) {
    let key = fresh_key();
    (key.to_string(), issue(site, keys, key))
}

/// An idempotency key that no form had before.
#[must_use]
pub fn fresh_key() -> Uuid {
    Builder::from_random_bytes(random()).into_uuid()
}

/// A stamp for this key, for this browser, from now on. At most one in an answer: a browser
/// without a name gets one with it.
fn issue(site: &Site, keys: &Keys, key: Uuid) -> String {
    let stamp = Stamp {
        key,
        browser: browser(site, keys).unwrap_or_else(|| name_browser(site, keys)),
        issued_at: site.clock.now(),
    };
    seal(keys, stamp)
}

/// A form that comes back: with its own stamp, so that the time counts from the first; where that
/// or its key is of no use any more with a new one, so that sending it again can succeed.
#[must_use]
pub fn renewed(site: &Site, keys: &Keys, form: EnrolForm) -> EnrolForm {
    let key = Uuid::try_parse(&form.key).ok();
    let Some(key) = key.filter(|key| !key.is_nil()) else {
        let (key, stamp) = fresh(site, keys);
        return EnrolForm { key, stamp, ..form };
    };
    let stamp = open(keys, &form.stamp);
    let now = site.clock.now();
    if stamp.is_some_and(|it| it.fits(key, browser(site, keys), now)) {
        return form;
    }
    let stamp = issue(site, keys, key);
    EnrolForm { stamp, ..form }
}

/// Why to doubt a form that came with this key and stamp, and with this in the field that nobody
/// sees, if there is a reason. Nobody has looked yet who she is.
#[must_use]
pub fn doubt(site: &Site, keys: &Keys, key: Uuid, stamp: &str, trap: &str) -> Option<Doubt> {
    if site.watch == Watch::Off {
        return None;
    }
    let signs = Signs {
        trapped: !trap.is_empty(),
        stamp: open(keys, stamp),
        browser: browser(site, keys),
        held: visit::read(site, keys).passing.len(),
    };
    signs.doubt(key, site.clock.now())
}

fn seal(keys: &Keys, stamp: Stamp) -> String {
    BASE64URL.encode(keys.seal(STAMP, &stamp.to_bytes()))
}

fn open(keys: &Keys, sealed: &str) -> Option<Stamp> {
    let sealed = BASE64URL.decode(sealed).ok()?;
    Stamp::from_bytes(&keys.open(STAMP, &sealed)?)
}

fn browser(site: &Site, keys: &Keys) -> Option<BrowserId> {
    let sealed = BASE64URL.decode(cookies::get(site, cookies::FORM)?).ok()?;
    let id = Uuid::from_slice(&keys.open(BROWSER, &sealed)?).ok()?;
    Some(BrowserId(id))
}

fn name_browser(site: &Site, keys: &Keys) -> BrowserId {
    let id = BrowserId(Builder::from_random_bytes(random()).into_uuid());
    let value = BASE64URL.encode(keys.seal(BROWSER, id.0.as_bytes()));
    cookies::set(site, cookies::FORM, &value, cookies::Keep::Session);
    id
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn a_stamp_opens_with_no_other_key_and_is_no_cookie() {
        let keys = Keys::new([7; 32]);
        let stamp = Stamp {
            key: Uuid::from_u128(1),
            browser: BrowserId(Uuid::from_u128(2)),
            issued_at: Timestamp::UNIX_EPOCH,
        };
        let sealed = seal(&keys, stamp);
        assert_eq!(open(&keys, &sealed), Some(stamp));
        assert_eq!(open(&Keys::new([8; 32]), &sealed), None);
        let cookie = BASE64URL.encode(keys.seal(BROWSER, &stamp.to_bytes()));
        assert_eq!(open(&keys, &cookie), None);
        let mut forged = sealed.into_bytes();
        forged[60] ^= 1;
        assert_eq!(open(&keys, &String::from_utf8(forged).unwrap()), None);
        assert_eq!(open(&keys, ""), None);
    }
}
