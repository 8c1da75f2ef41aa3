//! Small routes that stand for the app's, behind the real layers.

use app::error::AppError;
use axum::Router;
use axum::body::Bytes;
use axum::extract::Extension;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use http::StatusCode;
use http::header::ACCEPT;
use leptos::prelude::FromServerFnError;
use server::layers::{self, Edge};
use server::proxy::{ClientAddr, Scheme};
use server::refusal::Refusal;

use crate::host::{Host, PAGE};

/// Routes that stand for the app's.
pub fn routes() -> Router {
    Router::new()
        .route("/{lang}", get(async || "a page"))
        .route(
            "/{lang}/my",
            get(async || axum::response::Html("<p>my enrolment</p>".repeat(99))),
        )
        .route(
            "/{lang}/calendar",
            get(async || axum::response::Html("<p>week</p>".repeat(999))),
        )
        .route("/api/echo", post(async |body: Bytes| body))
        .route("/api/panic", post(panics))
        .route("/api/fail/{error}", post(fails))
        .route("/api/expired", post(expired))
        .route("/who", get(who))
        .fallback(async || Refusal::NotFound)
}

#[expect(clippy::panic, reason = "this is what the layer is for")]
async fn panics() -> StatusCode {
    panic!("20 123 456")
}

/// Answers as `server_fn` does for an error, with and without scripts.
async fn fails(
    error: axum::extract::Path<AppError>,
    headers: http::HeaderMap,
) -> impl IntoResponse {
    let page = headers.get(ACCEPT).is_some_and(|accept| accept == PAGE);
    let back = [("location", "/fr/enrol/x?__path=%2Fapi%2Ffail&__err=e30")];
    let status = if page {
        StatusCode::FOUND
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    };
    (
        status,
        [("serverfnerror", "/api/fail")],
        page.then_some(back),
        error.ser(),
    )
}

/// An error for which the app chose where to go.
async fn expired() -> impl IntoResponse {
    (
        [("serverfnerror", "/api/expired")],
        Redirect::to("/fr/staff/sign-in"),
    )
}

async fn who(
    Extension(client): Extension<ClientAddr>,
    Extension(scheme): Extension<Scheme>,
) -> String {
    format!("{} {scheme:?}", client.0)
}

pub fn guarded(edge: &Edge) -> Router {
    layers::around(routes(), edge).unwrap()
}

/// The same without the check of the origin: the control.
pub fn unguarded(edge: &Edge) -> Router {
    layers::outside(layers::within(routes(), edge), edge)
}

pub async fn host() -> Host {
    Host::with_edge(guarded).await
}
