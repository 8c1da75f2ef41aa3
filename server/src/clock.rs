//! The server's clock. With the feature `testing`, which release builds cannot have (`store`
//! refuses to compile), tests may put it ahead or back; what they do then is theirs.

use app::ssr::Clock;
use axum::Router;

#[cfg(not(feature = "testing"))]
mod side {
    use super::{Clock, Router};

    pub fn clock() -> Clock {
        Clock::new(jiff::Timestamp::now)
    }

    pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
        Router::new()
    }
}

#[cfg(feature = "testing")]
mod side {
    use std::sync::atomic::{AtomicI64, Ordering};

    use axum::routing::post;
    use http::StatusCode;
    use jiff::{SignedDuration, Timestamp};

    use super::{Clock, Router};

    /// How far ahead of the system's clock ours is.
    static AHEAD_MS: AtomicI64 = AtomicI64::new(0);

    pub fn clock() -> Clock {
        Clock::new(|| {
            let ahead = SignedDuration::from_millis(AHEAD_MS.load(Ordering::Relaxed));
            let now = Timestamp::now();
            now.checked_add(ahead).unwrap_or(now)
        })
    }

    pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
        Router::new().route("/testing/clock", post(put_ahead))
    }

    /// The body is the number of milliseconds; a negative one puts it back.
    async fn put_ahead(body: String) -> StatusCode {
        match body.parse() {
            Ok(ahead_ms) => {
                AHEAD_MS.store(ahead_ms, Ordering::Relaxed);
                StatusCode::NO_CONTENT
            }
            Err(_) => StatusCode::BAD_REQUEST,
        }
    }
}

/// The clock that every page and every record goes by.
#[must_use]
pub fn clock() -> Clock {
    side::clock()
}

/// The address that moves it, where there is one.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    side::routes()
}
