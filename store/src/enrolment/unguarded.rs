//! The controls of the race tests: sign-ups that read whether a seat is free and take it later,
//! and guesses that read whether one is allowed and count it later, as software without the guards
//! does. They must oversell and overguess, or the race tests prove nothing.

use tokio::sync::Barrier;

use super::{
    decision::Decision,
    picture::{Guess, Guessed, is_locked},
    sign_up::{SignUp, SignUpOutcome},
};
use crate::{Conn, Store, StoreError, Write, childcare, seats};

struct Unguarded {
    request: SignUp,
    was_free: bool,
    had_childcare: bool,
}

/// Checks, waits until everybody has checked, then takes.
pub(super) async fn sign_up(
    store: &Store,
    request: SignUp,
    rendezvous: &Barrier,
) -> Result<SignUpOutcome, StoreError> {
    let pool = seats::find(&mut store.read().await?, request.seats).await?;
    let was_free = pool.is_some_and(|pool| pool.has_room(0) && pool.waiting == 0);
    let children = &request.details.children;
    let had_childcare =
        childcare::is_free(&mut store.read().await?, request.seats, children).await?;
    rendezvous.wait().await;
    let unguarded = Unguarded {
        request,
        was_free,
        had_childcare,
    };
    store.write(unguarded).await
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
        let decision = Decision::seat(self.had_childcare);
        self.request.enrol(tx, &pool, None, None, decision).await
    }
}

struct CountedLater(Guess);

/// Looks whether a guess is allowed, waits until everybody has looked, then compares and counts.
pub async fn guess(
    store: &Store,
    guess: Guess,
    rendezvous: &Barrier,
) -> Result<Guessed, StoreError> {
    let locked = is_locked(&mut store.read().await?, guess.sign_up, guess.at).await?;
    rendezvous.wait().await;
    if locked {
        return Ok(Guessed::Locked);
    }
    store.write(CountedLater(guess)).await
}

impl Write for CountedLater {
    type Output = Guessed;

    async fn run(&self, tx: &mut Conn) -> Result<Guessed, StoreError> {
        execute!(
            tx,
            "UPDATE sign_ups SET picture_tries = picture_tries + 1 WHERE id = $1",
            self.0.sign_up.0
        )?;
        self.0.compare(tx).await
    }
}
