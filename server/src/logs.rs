//! One JSON line per request, without personal data: no address, no query, no
//! path, only the route's template. A number ties the lines of a request together.

use std::fmt;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tracing::Instrument;
use tracing_subscriber::EnvFilter;

/// The header that names a request in answers.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The name of one request, made here: what a client calls it could be anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestId(u64);

impl RequestId {
    /// A name that no other request has.
    fn new() -> Self {
        Self(getrandom::u64().unwrap_or_default())
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Sends JSON lines to standard error; `filter` as in `info,sqlx=warn`.
pub fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_span_list(false)
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A test may have begun already.
    let _ = lines.try_init();
    std::panic::set_hook(Box::new(|panic| {
        // Where, but not what: a panic's text may quote what someone typed.
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "a bug: the code panicked");
    }));
}

/// Layer: names the request and writes its line.
pub async fn record(mut request: Request, next: Next) -> Response {
    let id = RequestId::new();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("unmatched", MatchedPath::as_str);
    request.extensions_mut().insert(id);
    let began = Instant::now();
    let span = tracing::info_span!("request", %id, route);
    let mut response = next.run(request).instrument(span.clone()).await;
    let duration_us = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    span.in_scope(|| match status {
        500.. => tracing::error!(%method, status, duration_us, "answered"),
        _ if is_probe(route) => tracing::debug!(%method, status, duration_us, "answered"),
        _ => tracing::info!(%method, status, duration_us, "answered"),
    });
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// Probes come every few seconds and would drown the rest.
fn is_probe(route: &str) -> bool {
    matches!(route, "/healthz" | "/readyz")
}
