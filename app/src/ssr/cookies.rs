//! Our cookies: all HttpOnly and SameSite=Lax, and with https bound to this very host.
//! What is sealed in them is made and opened elsewhere.

use http::{HeaderMap, HeaderValue, header, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::Site;

/// The sealed list of enrolments that this browser has opened.
pub const VISIT: &str = "visit";
/// The same for a phone that she asked to remember, in a cookie that lasts.
pub const KEPT: &str = "kept";
/// The sealed sign-up whose link was opened and whose picture has yet to be told.
pub const LINK: &str = "link";
/// The sealed name of a browser that a slot is kept for.
pub const HOLD: &str = "hold";
/// The sealed name of a browser that a sign-up form was given to.
pub const FORM: &str = "form";
/// The sealed form that came back with faults.
pub const DRAFT: &str = "draft";
/// What was written in the last sign-up form of this visit, sealed.
pub const HERSELF: &str = "own";
/// The language of the last page.
pub const LANG: &str = "lang";
/// The secret of a staff session.
pub const STAFF: &str = "staff";
/// Which device the staff's browser runs on.
pub const DEVICE: &str = "device";

/// How long a browser keeps a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Until the browser is closed.
    Session,
    /// For so many seconds.
    Seconds(u32),
    /// No longer.
    No,
}

/// The name as it travels: with https, `__Host-` makes browsers refuse it from anyone but us.
#[must_use]
pub fn name_on_the_wire(secure: bool, name: &str) -> String {
    let prefix = if secure { "__Host-" } else { "" };
    format!("{prefix}{name}")
}

/// The value of a cookie of the present request.
#[must_use]
pub fn get(site: &Site, name: &str) -> Option<String> {
    find(
        &use_context::<Parts>()?.headers,
        &name_on_the_wire(site.secure_cookies, name),
    )
}

/// The value of a cookie by its name on the wire.
#[must_use]
pub fn find(headers: &HeaderMap, wire_name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == wire_name)
        .map(|(_, value)| value.to_owned())
}

/// Sets a cookie on the answer.
pub fn set(site: &Site, name: &str, value: &str, keep: Keep) {
    let line = line(site.secure_cookies, name, value, keep);
    if let (Some(response), Some(line)) = (use_context::<ResponseOptions>(), line) {
        response.append_header(header::SET_COOKIE, line);
    }
}

/// The header that sets a cookie; none where the value cannot stand in one.
#[must_use]
pub fn line(secure: bool, name: &str, value: &str, keep: Keep) -> Option<HeaderValue> {
    let age = match keep {
        Keep::Session => String::new(),
        Keep::Seconds(seconds) => format!("; Max-Age={seconds}"),
        Keep::No => "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT".to_owned(),
    };
    let wire_name = name_on_the_wire(secure, name);
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{wire_name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
    HeaderValue::from_str(&line).ok()
}

/// Removes a cookie.
pub fn clear(site: &Site, name: &str) {
    set(site, name, "", Keep::No);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("a=1; revisit=2; visit=3"),
        );
        headers.append(header::COOKIE, HeaderValue::from_static("lang=fr"));
        assert_eq!(find(&headers, "visit").as_deref(), Some("3"));
        assert_eq!(find(&headers, "lang").as_deref(), Some("fr"));
        assert_eq!(find(&headers, "sit"), None);
    }
}
