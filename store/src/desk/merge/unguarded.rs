//! The control of joining: reads where two enrolments stand, lets others act, and joins what it
//! saw. Compiled only for tests, which prove with it that the looking again is what keeps seats
//! from being given back twice.

use domain::id::{EnrolmentId, PersonId};
use tokio::sync::Barrier;

use super::{Merge, side::Enrolled};
use crate::{Conn, Store, StoreError, Write, seats};

/// Joins two enrolments of one run as they were seen before others acted: it meets them twice at
/// the rendezvous, after it has read and before it writes.
pub async fn merge_unguarded(
    store: &Store,
    merge: Merge,
    rendezvous: &Barrier,
) -> Result<(), StoreError> {
    let mut conn = store.read().await?;
    let kept = Enrolled::now(&mut conn, merge.kept.0).await?;
    let gone = Enrolled::now(&mut conn, merge.gone.0).await?;
    drop(conn);
    rendezvous.wait().await;
    rendezvous.wait().await;
    store.write(AsSeen { merge, kept, gone }).await
}

struct AsSeen {
    merge: Merge,
    kept: Enrolled,
    gone: Enrolled,
}

impl Write for AsSeen {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        seats::hold(tx, self.kept.place.seats).await?;
        let gone = self.gone.clone();
        self.merge.join_run(tx, &self.kept, gone).await.map(drop)
    }
}

/// Gives an enrolment to a person as somebody would who does not look whether she is still herself.
pub struct GiveTo {
    /// Which enrolment.
    pub enrolment: EnrolmentId,
    /// Whose it becomes.
    pub person: PersonId,
}

impl Write for GiveTo {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE enrolments SET person_id = $2 WHERE id = $1",
            self.enrolment.0,
            self.person.0
        )
        .map(drop)
    }
}
