//! Work that is done without a request: once an hour what is kept no longer is deleted. Of
//! several servers on one database the one that holds the lease does it.

use std::time::Duration;

use app::ssr::Clock;
use jiff::SignedDuration;
use store::{
    Store, StoreError,
    person::IndexNames,
    retention::{Sweep, Swept, TakeLease},
};

const EVERY: Duration = Duration::from_secs(60 * 60);
/// A little less, so that the server that has it takes it again.
const LEASE: SignedDuration = SignedDuration::from_mins(59);

/// Sweeps now and every hour, for as long as the server runs.
pub async fn run(store: Store, clock: Clock) {
    let mut hours = tokio::time::interval(EVERY);
    loop {
        hours.tick().await;
        match sweep(&store, &clock).await {
            Ok(None) => {}
            Ok(Some(swept)) => tracing::info!(?swept, "what was kept long enough is gone"),
            Err(error) => tracing::warn!(%error, "the sweep failed; the next one tries again"),
        }
    }
}

/// Rows of earlier versions get what later ones have, and what is kept long enough goes.
/// Nothing where another server holds the lease.
async fn sweep(store: &Store, clock: &Clock) -> Result<Option<Swept>, StoreError> {
    let lease = TakeLease {
        work: "retention",
        lasts: LEASE,
        at: clock.now(),
    };
    if !store.write(lease).await? {
        return Ok(None);
    }
    while store.write(IndexNames).await? > 0 {}
    store.write(Sweep { at: clock.now() }).await.map(Some)
}
