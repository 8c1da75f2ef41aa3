//! How an enrolment ends, whoever ends it: what it held is given back, to the first who waits, in
//! the same transaction.

use domain::{
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::{AccountId, EnrolmentId, SeatsId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::status_from;
use crate::{
    Conn, StoreError, childcare,
    desk::{Event, Why, record_event},
    message::drop_open,
    seats,
};

/// How an enrolment ends: by herself, or by staff with a reason.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ending {
    /// `Cancelled` or `Excused`.
    pub(crate) status: EnrolmentStatus,
    pub(crate) by: Option<AccountId>,
    pub(crate) reason: Option<Why>,
    pub(crate) at: Timestamp,
}

impl Ending {
    const fn kind(&self) -> EventKind {
        match self.status {
            EnrolmentStatus::Excused => EventKind::Excused,
            _ => EventKind::Cancelled,
        }
    }
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
    let status = status_in(tx, enrolment, seats).await?;
    if !status.is_active() {
        return Ok(false);
    }
    execute!(
        tx,
        "UPDATE enrolments SET status = $3, rank = NULL, changed_at = $2 WHERE id = $1",
        enrolment,
        ending.at.as_microsecond(),
        ending.status.as_str()
    )?;
    let event = Event {
        enrolment,
        seats,
        kind: ending.kind(),
        rank: None,
        by: ending.by,
        reason: ending.reason,
        at: ending.at,
    };
    record_event(tx, event).await?;
    drop_open(tx, enrolment, ending.at).await?;
    childcare::drop_claim(tx, EnrolmentId(enrolment), seats).await?;
    give_back(tx, status, seats, ending.at).await?;
    Ok(true)
}

/// Where she stands in a pool that is held.
pub(super) async fn status_in(
    tx: &mut Conn,
    enrolment: Uuid,
    seats: SeatsId,
) -> Result<EnrolmentStatus, StoreError> {
    let row = fetch_optional!(
        tx,
        (String,),
        "SELECT status FROM enrolments WHERE id = $1 AND seats_id = $2",
        enrolment,
        seats.0
    )?;
    // She moved to another slot before the pool was held: run again on that one.
    let (status,) = row.ok_or(StoreError::Changed)?;
    status_from(&status)
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
