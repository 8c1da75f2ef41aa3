//! Whether this process lives, and whether it can serve. For probes of the
//! operator's system; they say nothing about anyone.

use axum::extract::State;
use http::StatusCode;
use store::{Store, StoreError, calendar};

/// `/healthz`: the process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// `/readyz`: the database answers. Its migrations are done, or the server would not have begun.
pub async fn readyz(State(store): State<Store>) -> (StatusCode, &'static str) {
    match ask(&store).await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}

/// A connection from the pool may be a dead one: only an answer tells.
async fn ask(store: &Store) -> Result<(), StoreError> {
    calendar::hubs(&mut store.read().await?).await.map(drop)
}
