//! The control of the race for a message: looks whether a colleague was there and counts later,
//! as software without the guard does. Both must get the number, or the race proves nothing.

use tokio::sync::Barrier;

use super::{Tap, TapOutcome};
use crate::{Conn, Store, StoreError, Write};

struct CountedLater(Tap);

/// Looks, waits until everybody has looked, then shows and counts.
pub async fn tap(store: &Store, tap: Tap, rendezvous: &Barrier) -> Result<TapOutcome, StoreError> {
    let (taps,) = {
        let conn = &mut store.read().await?;
        fetch_one!(
            conn,
            (i64,),
            "SELECT taps FROM messages WHERE id = $1",
            tap.message.0
        )?
    };
    rendezvous.wait().await;
    match taps == tap.seen {
        true => store.write(CountedLater(tap)).await,
        false => Ok(TapOutcome::Colleague),
    }
}

impl Write for CountedLater {
    type Output = TapOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<TapOutcome, StoreError> {
        execute!(
            tx,
            "UPDATE messages SET taps = taps + 1 WHERE id = $1",
            self.0.message.0
        )?;
        self.0.show(tx).await
    }
}
