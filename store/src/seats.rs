//! Seats and the queue before them. A seat is taken by the statement that checks it,
//! and whoever touches a pool of seats holds its row until the transaction ends.

use domain::{
    desk::EventKind,
    id::{InstanceId, SeatsId},
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    Conn, StoreError,
    desk::{Event, record_event},
};

/// A pool of seats as a sign-up sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pool {
    pub(crate) id: SeatsId,
    pub(crate) instance: InstanceId,
    pub(crate) capacity: i64,
    pub(crate) taken: i64,
    pub(crate) waiting: i64,
    pub(crate) closes_at: i64,
}

impl Pool {
    /// Whether a newcomer would get a seat: one is free and nobody waits for it.
    pub(crate) fn is_free(&self) -> bool {
        self.taken < self.capacity && self.waiting == 0
    }

    /// Whether enrolment has ended.
    pub(crate) fn is_closed(&self, at: Timestamp) -> bool {
        self.closes_at <= at.as_microsecond()
    }
}

/// A place in the queue: the order in it, and how many stand there with her.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(crate) struct Place {
    pub(crate) rank: i64,
    pub(crate) waiting: i64,
}

/// The pool with this id.
pub(crate) async fn find(conn: &mut Conn, seats: SeatsId) -> Result<Option<Pool>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid, i64, i64, i64, i64),
        "SELECT instance_id, capacity, taken, waiting, closes_at FROM seats WHERE id = $1",
        seats.0
    )?;
    Ok(
        row.map(|(instance, capacity, taken, waiting, closes_at)| Pool {
            id: seats,
            instance: InstanceId(instance),
            capacity,
            taken,
            waiting,
            closes_at,
        }),
    )
}

/// Takes a seat for a newcomer, who never overtakes those who wait. False when there is none.
pub(crate) async fn take(tx: &mut Conn, seats: SeatsId) -> Result<bool, StoreError> {
    let taken = execute!(
        tx,
        "UPDATE seats SET taken = taken + 1 WHERE id = $1 AND taken < capacity AND waiting = 0",
        seats.0
    )?;
    Ok(taken == 1)
}

/// Joins the end of the queue.
pub(crate) async fn join_queue(tx: &mut Conn, seats: SeatsId) -> Result<Place, StoreError> {
    fetch_one!(
        tx,
        Place,
        "UPDATE seats SET waiting = waiting + 1, next_rank = next_rank + 1 WHERE id = $1 \
         RETURNING next_rank - 1 AS rank, waiting",
        seats.0
    )
}

/// Holds the pool's row, so that what is read next cannot change before the transaction ends.
pub(crate) async fn hold(tx: &mut Conn, seats: SeatsId) -> Result<(), StoreError> {
    let before = tx.is_public_change;
    execute!(tx, "UPDATE seats SET taken = taken WHERE id = $1", seats.0)?;
    tx.is_public_change = before; // nothing that anyone could see has changed
    Ok(())
}

/// Gives a seat back.
pub(crate) async fn release(tx: &mut Conn, seats: SeatsId) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE seats SET taken = taken - 1 WHERE id = $1",
        seats.0
    )?;
    Ok(())
}

/// Leaves the queue.
pub(crate) async fn leave_queue(tx: &mut Conn, seats: SeatsId) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE seats SET waiting = waiting - 1 WHERE id = $1",
        seats.0
    )?;
    Ok(())
}

/// Gives free seats to those who wait, first come first, until the enrolment deadline.
/// Says how many got one.
pub async fn pass_on(tx: &mut Conn, seats: SeatsId, at: Timestamp) -> Result<u64, StoreError> {
    let mut promoted = 0;
    while take_for_waiting(tx, seats, at).await? {
        promote_first(tx, seats, at).await?;
        promoted += 1;
    }
    Ok(promoted)
}

/// Takes a seat for the first who waits, whenever it is: staff call her. False when none is
/// free.
pub(crate) async fn take_for_first(tx: &mut Conn, seats: SeatsId) -> Result<bool, StoreError> {
    let taken = execute!(
        tx,
        "UPDATE seats SET taken = taken + 1, waiting = waiting - 1 \
         WHERE id = $1 AND taken < capacity AND waiting > 0",
        seats.0
    )?;
    Ok(taken == 1)
}

async fn take_for_waiting(
    tx: &mut Conn,
    seats: SeatsId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let taken = execute!(
        tx,
        "UPDATE seats SET taken = taken + 1, waiting = waiting - 1 \
         WHERE id = $1 AND taken < capacity AND waiting > 0 AND closes_at > $2",
        seats.0,
        at.as_microsecond()
    )?;
    Ok(taken == 1)
}

async fn promote_first(tx: &mut Conn, seats: SeatsId, at: Timestamp) -> Result<(), StoreError> {
    let promoted = fetch_optional!(
        tx,
        (Uuid,),
        "UPDATE enrolments SET status = 'confirmed', rank = NULL, changed_at = $2 \
         WHERE id = (SELECT id FROM enrolments \
                     WHERE seats_id = $1 AND status = 'waitlisted' ORDER BY rank LIMIT 1) \
         RETURNING id",
        seats.0,
        at.as_microsecond()
    )?;
    // The counter said that someone waits. Undo rather than give a seat to nobody.
    let (enrolment,) = promoted.ok_or(StoreError::Unknown("seats.waiting"))?;
    let event = Event {
        enrolment,
        seats,
        kind: EventKind::Promoted,
        rank: None,
        by: None,
        reason: None,
        at,
    };
    record_event(tx, event).await
}
