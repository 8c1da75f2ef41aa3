//! Whether this process lives, and whether it can serve. For probes of the
//! operator's system; they say nothing about anyone.

use axum::extract::State;
use http::StatusCode;
use store::Store;

/// `/healthz`: the process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// `/readyz`: the database answers. Its migrations are done, or the server would not have begun.
pub async fn readyz(State(store): State<Store>) -> (StatusCode, &'static str) {
    match store.read().await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}
