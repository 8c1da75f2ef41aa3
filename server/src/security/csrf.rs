//! Forms are taken from our own pages only, by fetch metadata and `Origin`.
//! The page that says so is made by `refusal`.

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header;
use tower_http::csrf::{ConfigError, CsrfLayer, ProtectionError};

use crate::config::PublicUrl;
use crate::layers::Edge;
use crate::refusal::Refusal;

/// Refuses what changes something and comes from another origin.
pub fn refuse_foreign(router: Router, ours: &PublicUrl) -> Result<Router, ConfigError> {
    let layer = CsrfLayer::new()
        .add_trusted_origin(ours.origin())?
        .with_rejection_response(|_: ProtectionError| Refusal::ForeignOrigin.into_response());
    Ok(router.layer(layer))
}

/// Layer: takes a foreign `Referer` off the request. Leptos answers a plain form by redirecting
/// to it, and we send nobody to another site.
pub async fn forget_foreign_referer(
    State(edge): State<Edge>,
    mut request: Request,
    next: Next,
) -> Response {
    let ours = |referer: &[u8]| {
        let rest = referer.strip_prefix(edge.public_url.origin().as_bytes());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b"/"))
    };
    let referer = request.headers().get(header::REFERER);
    if referer.is_some_and(|referer| !ours(referer.as_bytes())) {
        request.headers_mut().remove(header::REFERER);
    }
    next.run(request).await
}
