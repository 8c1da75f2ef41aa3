//! The headers that every answer carries, and `no-store` for all that is
//! personal. The app's own pages bring a policy with a nonce; others get one here.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, SET_COOKIE, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::layers::Edge;

/// For whatever brings no policy of its own: text and our stylesheet, no script.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";
/// What no page of ours needs from the device.
const NOTHING: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), \
                       gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
const TWO_YEARS: &str = "max-age=63072000";

const ALWAYS: [(HeaderName, &str); 7] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
    (REFERRER_POLICY, "same-origin"),
    (X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (HeaderName::from_static("permissions-policy"), NOTHING),
    (
        HeaderName::from_static("x-permitted-cross-domain-policies"),
        "none",
    ),
];

/// Layer: adds the headers.
pub async fn add(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let personal = is_personal(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(POLICY));
    if edge.public_url.is_https() {
        let value = HeaderValue::from_static(TWO_YEARS);
        headers.insert(STRICT_TRANSPORT_SECURITY, value);
    }
    set_caching(headers, personal);
    response
}

/// Private answers are kept nowhere; others ask again unless they say otherwise.
fn set_caching(headers: &mut HeaderMap, personal: bool) {
    if personal || headers.contains_key(SET_COOKIE) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    } else {
        headers
            .entry(CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("private, no-cache"));
    }
}

/// Whether an address shows or changes what belongs to one person.
fn is_personal(path: &str) -> bool {
    path.starts_with("/api/") || path == "/m" || app::routes::is_private(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_addresses_are_told_from_public_ones() {
        for path in [
            "/m",
            "/ar/m",
            "/fr/my",
            "/fr/my/done",
            "/en/staff",
            "/en/staff/sessions/1",
            "/api/enrolments/create",
            "/ar/enrol/photoshoot",
        ] {
            assert!(is_personal(path), "{path}");
        }
        for path in [
            "/",
            "/ar",
            "/ar/calendar",
            "/fr/courses/my",
            "/mystery",
            "/assets/x",
        ] {
            assert!(!is_personal(path), "{path}");
        }
    }
}
