//! Giving a seat back, or leaving the queue. A freed seat goes to the first who waits in the
//! same transaction.

use domain::{
    desk::{CancelReason, EventKind},
    enrolment::EnrolmentStatus,
    id::{AccountId, SeatsId, SignUpId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{status_from, view::starts_at};
use crate::{
    Conn, StoreError, Write,
    desk::{Event, record_event},
    seats,
};

/// Her wish to cancel, from her private link or the browser she signed up in.
#[derive(Debug, Clone, Copy)]
pub struct Cancel {
    /// The request that her link belongs to.
    pub sign_up: SignUpId,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelOutcome {
    /// Done; a seat, if she had one, is free for the next.
    Cancelled,
    /// It was cancelled before.
    AlreadyCancelled,
    /// It has begun; the hub is the one to call.
    Started,
    /// No such sign-up.
    Unknown,
}

#[derive(sqlx::FromRow)]
struct Row {
    enrolment_id: Uuid,
    seats_id: Uuid,
    is_repeat: bool,
    cancelled_at: Option<i64>,
}

impl Write for Cancel {
    type Output = CancelOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<CancelOutcome, StoreError> {
        let Some(row) = self.find(tx).await? else {
            return Ok(CancelOutcome::Unknown);
        };
        let Some(seats) = self.seats_of(tx, &row).await? else {
            return Ok(CancelOutcome::AlreadyCancelled);
        };
        if starts_at(tx, seats).await? <= self.at {
            return Ok(CancelOutcome::Started);
        }
        if row.is_repeat {
            self.mark_cancelled(tx).await?;
            return Ok(CancelOutcome::Cancelled);
        }
        self.cancel_enrolment(tx, &row, seats).await
    }
}

impl Cancel {
    async fn find(&self, tx: &mut Conn) -> Result<Option<Row>, StoreError> {
        fetch_optional!(
            tx,
            Row,
            "SELECT enrolment_id, seats_id, is_repeat, cancelled_at FROM sign_ups WHERE id = $1",
            self.sign_up.0
        )
    }

    /// The seats that are hers now: a revived enrolment may have moved to another slot.
    async fn seats_of(&self, tx: &mut Conn, row: &Row) -> Result<Option<SeatsId>, StoreError> {
        if row.is_repeat {
            return Ok(row.cancelled_at.is_none().then_some(SeatsId(row.seats_id)));
        }
        let (seats,) = fetch_one!(
            tx,
            (Uuid,),
            "SELECT seats_id FROM enrolments WHERE id = $1",
            row.enrolment_id
        )?;
        Ok(Some(SeatsId(seats)))
    }

    async fn cancel_enrolment(
        &self,
        tx: &mut Conn,
        row: &Row,
        seats: SeatsId,
    ) -> Result<CancelOutcome, StoreError> {
        let ending = Ending {
            by: None,
            reason: None,
            at: self.at,
        };
        if !give_up(tx, row.enrolment_id, seats, ending).await? {
            return self.over(tx, row).await;
        }
        self.mark_cancelled(tx).await?;
        Ok(CancelOutcome::Cancelled)
    }

    /// What her link led to has ended. If staff moved her to another run before the pool was
    /// held, it leads to her enrolment there now: run again on that one.
    async fn over(&self, tx: &mut Conn, row: &Row) -> Result<CancelOutcome, StoreError> {
        let now = self.find(tx).await?.map(|row| row.enrolment_id);
        if now == Some(row.enrolment_id) {
            Ok(CancelOutcome::AlreadyCancelled)
        } else {
            Err(StoreError::Changed)
        }
    }

    async fn mark_cancelled(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE sign_ups SET cancelled_at = $2 WHERE id = $1",
            self.sign_up.0,
            self.at.as_microsecond()
        )?;
        Ok(())
    }
}

/// How an enrolment ends: by herself, or by staff with a reason.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ending {
    pub(crate) by: Option<AccountId>,
    pub(crate) reason: Option<CancelReason>,
    pub(crate) at: Timestamp,
}

/// Ends an enrolment that is in this pool and passes on what it held. False when it had ended
/// before.
pub(crate) async fn give_up(
    tx: &mut Conn,
    enrolment: Uuid,
    seats: SeatsId,
    ending: Ending,
) -> Result<bool, StoreError> {
    seats::hold(tx, seats).await?;
    let row = fetch_optional!(
        tx,
        (String,),
        "SELECT status FROM enrolments WHERE id = $1 AND seats_id = $2",
        enrolment,
        seats.0
    )?;
    // She moved to another slot before the pool was held: run again on that one.
    let (status,) = row.ok_or(StoreError::Changed)?;
    let status = status_from(&status)?;
    if !status.is_active() {
        return Ok(false);
    }
    execute!(
        tx,
        "UPDATE enrolments SET status = 'cancelled', rank = NULL, changed_at = $2 WHERE id = $1",
        enrolment,
        ending.at.as_microsecond()
    )?;
    let event = Event {
        enrolment,
        seats,
        kind: EventKind::Cancelled,
        rank: None,
        by: ending.by,
        reason: ending.reason,
        at: ending.at,
    };
    record_event(tx, event).await?;
    give_back(tx, status, seats, ending.at).await?;
    Ok(true)
}

/// Gives back what an enrolment of this status holds in a pool, to the first who waits.
pub(crate) async fn give_back(
    tx: &mut Conn,
    status: EnrolmentStatus,
    seats: SeatsId,
    at: Timestamp,
) -> Result<(), StoreError> {
    match status {
        EnrolmentStatus::Confirmed | EnrolmentStatus::Offered => seats::release(tx, seats).await?,
        EnrolmentStatus::Waitlisted => seats::leave_queue(tx, seats).await?,
        EnrolmentStatus::Pending | EnrolmentStatus::Cancelled | EnrolmentStatus::Excused => {}
    }
    seats::pass_on(tx, seats, at).await?;
    Ok(())
}
