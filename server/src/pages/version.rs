//! The version of what the public sees, as this server knows it. The database knows it for all
//! servers; it is asked when an answer is wanted and the last one is too old, never at rest.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use store::{Store, StoreError, content};

/// A seat count on a page may be so old; the sign-up statement decides.
const AGE_MAX: Duration = Duration::from_millis(500);

pub(super) struct Versions {
    store: Store,
    known: Mutex<Known>,
    /// Held by the one who asks.
    asking: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Known {
    version: i64,
    /// When it was asked for; never, or not since a form was taken.
    asked_at: Option<Instant>,
    /// How often it was made old, so that an answer from before that does not count.
    expired: u64,
}

impl Known {
    fn fresh(&self) -> Option<i64> {
        let is_fresh = self.asked_at.is_some_and(|at| at.elapsed() < AGE_MAX);
        is_fresh.then_some(self.version)
    }
}

impl Versions {
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            known: Mutex::default(),
            asking: tokio::sync::Mutex::default(),
        }
    }

    /// The version, at most so old; none when the database does not answer.
    pub(super) async fn current(&self) -> Option<i64> {
        if let Some(version) = self.known().fresh() {
            return Some(version);
        }
        let _asking = self.asking.lock().await;
        // Another may have asked while this one waited.
        let (fresh, expired) = {
            let known = self.known();
            (known.fresh(), known.expired)
        };
        match fresh {
            Some(version) => Some(version),
            None => self.ask(expired).await,
        }
    }

    async fn ask(&self, expired: u64) -> Option<i64> {
        let asked_at = Instant::now();
        let version = match self.read().await {
            Ok(version) => version,
            Err(error) => {
                tracing::error!(%error, "the content version cannot be read");
                return None;
            }
        };
        let mut known = self.known();
        known.version = version;
        known.asked_at = (known.expired == expired).then_some(asked_at);
        Some(version)
    }

    async fn read(&self) -> Result<i64, StoreError> {
        content::version(&mut self.store.read().await?).await
    }

    /// Asks again before the next page.
    pub(super) fn expire(&self) {
        let mut known = self.known();
        known.asked_at = None;
        known.expired += 1;
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
