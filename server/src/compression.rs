//! Pages travel compressed, at a level that costs less than it saves. Files of
//! the build are compressed already; pages with a secret on them never are.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::Predicate;

/// Worth it on a page of 10 to 60 kB: about a fifth of the size for under a millisecond.
const LEVEL: i32 = 4;

/// Layer: compresses HTML.
pub fn layer() -> CompressionLayer<impl Predicate> {
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(LEVEL))
        .compress_when(is_page)
}

fn is_page(
    _: http::StatusCode,
    _: http::Version,
    headers: &http::HeaderMap,
    _: &http::Extensions,
) -> bool {
    let kind = headers.get(CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Layer: a page that shows a private link is sent as it is, because the length of a compressed
/// page tells about its content.
pub async fn spare_secrets(mut request: Request, next: Next) -> Response {
    if shows_secret(request.uri().path()) {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    next.run(request).await
}

/// The enrol form holds no secret, and is what a woman on a slow network waits for.
fn shows_secret(path: &str) -> bool {
    let form = path.split('/').nth(2) == Some("enrol");
    app::routes::is_private(path) && !form
}
