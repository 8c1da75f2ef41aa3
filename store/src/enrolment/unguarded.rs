//! The control of the race tests: sign-ups that read whether a seat is free and take it
//! later, as software without the guard does. It must oversell, or the race tests prove nothing.

use tokio::sync::Barrier;

use super::sign_up::{Decision, SignUp, SignUpOutcome};
use crate::{Conn, Store, StoreError, Write, seats};

struct Unguarded {
    request: SignUp,
    was_free: bool,
}

/// Checks, waits until everybody has checked, then takes.
pub(super) async fn sign_up(
    store: &Store,
    request: SignUp,
    rendezvous: &Barrier,
) -> Result<SignUpOutcome, StoreError> {
    let pool = seats::find(&mut store.read().await?, request.seats).await?;
    let was_free = pool.is_some_and(|pool| pool.is_free());
    rendezvous.wait().await;
    store.write(Unguarded { request, was_free }).await
}

impl Write for Unguarded {
    type Output = SignUpOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<SignUpOutcome, StoreError> {
        if !self.was_free {
            return self.request.run(tx).await;
        }
        let Some(pool) = seats::find(tx, self.request.seats).await? else {
            return Ok(SignUpOutcome::NoSuchSeats);
        };
        self.request
            .enrol(tx, &pool, None, None, Decision::SEAT)
            .await
    }
}
