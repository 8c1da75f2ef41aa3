//! Whether this process lives, and whether it can serve. For probes of the
//! operator's system; they say nothing about anyone.

use axum::extract::State;
use http::StatusCode;
use store::{Store, health::Unwell};

/// How much room the database's disk needs for this server to count as ready.
#[derive(Clone, Copy, Debug)]
pub struct FreeBytesMin(pub u64);

impl FreeBytesMin {
    /// So many MiB.
    pub const fn mib(mib: u64) -> Self {
        Self(mib.saturating_mul(1024 * 1024))
    }
}

impl Default for FreeBytesMin {
    /// Room for a day of sign-ups and for the operator to notice.
    fn default() -> Self {
        Self::mib(64)
    }
}

/// `/healthz`: the process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// `/readyz`: the database answers, takes changes and, where it is a file, has room to grow.
/// Its migrations are done, or the server would not have begun.
pub async fn readyz(
    State(store): State<Store>,
    State(FreeBytesMin(free_bytes_min)): State<FreeBytesMin>,
) -> (StatusCode, String) {
    match store.health(free_bytes_min).await {
        Ok(()) => (StatusCode::OK, "ready\n".into()),
        Err(unwell) => {
            tracing::error!(error = %unwell, cause = cause(&unwell), "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, format!("{unwell}\n"))
        }
    }
}

/// What the database or the disk said: for the log, not for whoever asks.
fn cause(unwell: &Unwell) -> String {
    let source = std::error::Error::source(unwell);
    source.map(ToString::to_string).unwrap_or_default()
}
