//! The layers around all routes, in order, and what they need to know. Each
//! layer's work stands in its own file.

use std::any::Any;
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::ConfigError;

use crate::config::PublicUrl;
use crate::limits::RequestLimits;
use crate::proxy::TrustedProxies;
use crate::refusal::Refusal;
use crate::security::{csrf, headers};
use crate::{compression, errors, language, limits, logs, proxy, refusal};

/// What the layers know about this server.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Our own origin.
    pub public_url: PublicUrl,
    /// The stylesheet for pages of refusal, a name under `/assets/`.
    pub style: Option<Arc<str>>,
    /// Whose forwarded headers are believed.
    pub proxies: TrustedProxies,
    /// Bounds on one request.
    pub limits: RequestLimits,
}

/// All layers around `routes`.
pub fn around(routes: Router, edge: &Edge) -> Result<Router, ConfigError> {
    let guarded = csrf::refuse_foreign(within(routes, edge), &edge.public_url)?;
    Ok(outside(guarded, edge))
}

/// What a request meets after the check of its origin: read it from the bottom.
pub fn within(routes: Router, edge: &Edge) -> Router {
    routes
        .layer(CatchPanicLayer::custom(broken))
        .layer(compression::layer())
        .layer(from_fn(compression::spare_secrets))
        .layer(from_fn(errors::honest_status))
        .layer(from_fn_with_state(edge.clone(), limits::end_in_time))
        .layer(from_fn_with_state(edge.clone(), limits::take_body))
        .layer(from_fn_with_state(
            edge.clone(),
            csrf::forget_foreign_referer,
        ))
}

/// What a request meets first: read it from the bottom.
pub fn outside(guarded: Router, edge: &Edge) -> Router {
    guarded
        .layer(from_fn_with_state(edge.clone(), refusal::in_her_language))
        .layer(from_fn_with_state(edge.clone(), headers::add))
        .layer(from_fn_with_state(edge.clone(), language::remember))
        .layer(from_fn_with_state(edge.proxies.clone(), proxy::name_client))
        .layer(from_fn(logs::record))
}

/// The panic's text stays here: it may quote what someone typed.
fn broken(_: Box<dyn Any + Send>) -> Response {
    Refusal::Broken.into_response()
}
