//! Seats and the queue before them. A seat is taken by the statement that checks it,
//! and whoever touches a pool of seats holds its row until the transaction ends.

mod holds;

use domain::{
    desk::EventKind,
    id::{EnrolmentId, HolderId, InstanceId, SeatsId},
    message::MessageKind,
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    Conn, StoreError, childcare,
    childcare::Needs,
    desk::{Event, record_event},
    message::post,
};

pub use holds::{HOLD, Hold, HoldOutcome, kept, kept_for};
pub(crate) use holds::{give_back, is_free, kept_until};

/// A pool of seats as a sign-up sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pool {
    pub(crate) id: SeatsId,
    pub(crate) instance: InstanceId,
    /// Whether it is one slot of a run, which can be kept for a while.
    pub(crate) is_slot: bool,
    pub(crate) capacity: i64,
    pub(crate) taken: i64,
    pub(crate) waiting: i64,
    pub(crate) closes_at: i64,
}

/// The first in line for whom all is free but the seat: nobody is passed over but whoever needs
/// places for children that are not there, and she keeps her place. For a pool `$1`.
macro_rules! ready {
    () => {
        "SELECT w.id FROM enrolments w WHERE w.seats_id = $1 AND w.status = 'waitlisted' \
         AND (w.childcare_optional OR NOT EXISTS (SELECT 1 FROM childcare_claims c \
             LEFT JOIN childcare_places k ON k.seats_id = w.seats_id AND k.band = c.band \
             WHERE c.enrolment_id = w.id \
               AND (k.band IS NULL OR k.taken + c.children > k.capacity))) \
         ORDER BY w.rank LIMIT 1"
    };
}
use ready;

impl Pool {
    /// Whether a seat is free that is not kept for others.
    pub(crate) fn has_room(&self, kept_for_others: i64) -> bool {
        self.taken + kept_for_others < self.capacity
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

#[derive(sqlx::FromRow)]
struct Row {
    instance_id: Uuid,
    is_slot: bool,
    capacity: i64,
    taken: i64,
    waiting: i64,
    closes_at: i64,
}

impl Row {
    fn pool(self, id: SeatsId) -> Pool {
        Pool {
            id,
            instance: InstanceId(self.instance_id),
            is_slot: self.is_slot,
            capacity: self.capacity,
            taken: self.taken,
            waiting: self.waiting,
            closes_at: self.closes_at,
        }
    }
}

/// The pool with this id.
pub(crate) async fn find(conn: &mut Conn, seats: SeatsId) -> Result<Option<Pool>, StoreError> {
    let row = fetch_optional!(
        conn,
        Row,
        "SELECT instance_id, session_id IS NOT NULL AS is_slot, capacity, taken, waiting, \
                closes_at \
         FROM seats WHERE id = $1",
        seats.0
    )?;
    Ok(row.map(|row| row.pool(seats)))
}

/// Who asks for a seat, and when: what is kept for herself is no obstacle.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asker {
    pub(crate) holder: Option<HolderId>,
    pub(crate) at: Timestamp,
}

impl Asker {
    /// Her browser's id in a comparison; none has the id that is all zeros.
    fn uuid(self) -> Uuid {
        self.holder.map_or(Uuid::nil(), |holder| holder.0)
    }
}

/// A request by nobody we know: what is looked for before a seat is taken for her.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Newcomer<'a> {
    /// The request's own key.
    pub(crate) key: Uuid,
    /// The keyed hash of name and phone.
    pub(crate) match_key: &'a [u8; 32],
    /// Now.
    pub(crate) at: Timestamp,
}

/// Takes a seat of an open run that is booked whole, for somebody without children who has never
/// been here, all in the statement that checks it. None when any of that is otherwise, when there
/// is no seat or anyone waits, and for every slot: what is kept for others stands in other rows,
/// which PostgreSQL would read as they were before it waited for this one.
pub(crate) async fn take_for_newcomer(
    tx: &mut Conn,
    seats: SeatsId,
    newcomer: Newcomer<'_>,
) -> Result<Option<Pool>, StoreError> {
    let before = tx.is_public_change;
    let row = fetch_optional!(
        tx,
        Row,
        "UPDATE seats SET taken = taken + 1 \
         WHERE id = $1 AND session_id IS NULL AND taken < capacity AND waiting = 0 \
           AND closes_at > $2 \
           AND NOT EXISTS (SELECT 1 FROM sign_ups WHERE idempotency_key = $3) \
           AND NOT EXISTS (SELECT 1 FROM people WHERE match_key = $4) \
         RETURNING instance_id, FALSE AS is_slot, capacity, taken, waiting, closes_at",
        seats.0,
        newcomer.at.as_microsecond(),
        newcomer.key,
        &newcomer.match_key[..]
    )?;
    if row.is_none() {
        tx.is_public_change = before;
    }
    Ok(row.map(|row| row.pool(seats)))
}

/// What a newcomer was given, or what there is not enough of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taken {
    /// A seat, and whether the places for her children came with it: if not, she brings none or
    /// comes without childcare, as she said.
    Seat { with_childcare: bool },
    /// There is no seat.
    NoSeat,
    /// There is a seat, and not enough places for her children. Nothing was taken.
    NoChildcare,
}

/// Takes a seat of a pool whose row is held for a newcomer, with the places for her children: all
/// of it or nothing.
pub(crate) async fn take_with(
    tx: &mut Conn,
    seats: SeatsId,
    needs: &Needs,
    asker: Asker,
) -> Result<Taken, StoreError> {
    if !take(tx, seats, asker).await? {
        return Ok(Taken::NoSeat);
    }
    let with_childcare = childcare::take(tx, seats, &needs.children).await?;
    if !with_childcare && !needs.is_optional {
        release(tx, seats).await?;
        return Ok(Taken::NoChildcare);
    }
    Ok(Taken::Seat { with_childcare })
}

/// What a newcomer would be given. Nothing is taken.
pub(crate) async fn would_take(
    conn: &mut Conn,
    pool: &Pool,
    needs: &Needs,
    asker: Asker,
) -> Result<Taken, StoreError> {
    if !is_free(conn, pool, asker).await? {
        return Ok(Taken::NoSeat);
    }
    let with_childcare = childcare::is_free(conn, pool.id, &needs.children).await?;
    Ok(match with_childcare || needs.is_optional {
        true => Taken::Seat { with_childcare },
        false => Taken::NoChildcare,
    })
}

/// The first in line for whom all is free but the seat.
pub(crate) async fn first_in_line(
    conn: &mut Conn,
    seats: SeatsId,
) -> Result<Option<EnrolmentId>, StoreError> {
    let first = fetch_optional!(conn, (Uuid,), ready!(), seats.0)?;
    Ok(first.map(|(id,)| EnrolmentId(id)))
}

/// Takes a seat of a pool whose row is held for a newcomer, who takes nothing that is kept for
/// others and overtakes nobody who could sit down. False when there is none.
pub(crate) async fn take(tx: &mut Conn, seats: SeatsId, asker: Asker) -> Result<bool, StoreError> {
    let taken = execute!(
        tx,
        concat!(
            "UPDATE seats SET taken = taken + 1 \
             WHERE id = $1 AND (waiting = 0 OR NOT EXISTS (",
            ready!(),
            ")) AND taken + (SELECT COUNT(*) FROM holds h \
                WHERE h.seats_id = $1 AND h.expires_at > $2 AND h.holder <> $3) < capacity"
        ),
        seats.0,
        asker.at.as_microsecond(),
        asker.uuid()
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

/// Gives the free seats of a pool whose row is held to those who wait, until the enrolment
/// deadline: each to the first in line for whom all is free. They come before whoever has a slot
/// kept: the two meet only where staff take seats away, or where places for children become free.
/// Says how many got one.
pub async fn pass_on(tx: &mut Conn, seats: SeatsId, at: Timestamp) -> Result<u64, StoreError> {
    let mut promoted = 0;
    while let Some(first) = first_in_line(tx, seats).await?
        && take_for_waiting(tx, seats, at).await?
    {
        promote(tx, first, seats, at).await?;
        promoted += 1;
    }
    Ok(promoted)
}

/// Takes a seat for someone who waits, whenever it is: staff call her. False when none is free.
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

async fn promote(
    tx: &mut Conn,
    first: EnrolmentId,
    seats: SeatsId,
    at: Timestamp,
) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE enrolments SET status = 'confirmed', rank = NULL, changed_at = $2 WHERE id = $1",
        first.0,
        at.as_microsecond()
    )?;
    // Refused only where she comes without: the pool is held since she was found.
    childcare::take_claimed(tx, first, seats).await?;
    let event = Event {
        enrolment: first.0,
        seats,
        kind: EventKind::Promoted,
        rank: None,
        by: None,
        reason: None,
        at,
    };
    record_event(tx, event).await?;
    post(tx, first.0, MessageKind::Seat, at).await
}
