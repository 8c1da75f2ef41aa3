//! She changes her answers to the course's questions, with the link of one request: they are that
//! request's, and a repeat is told what anybody would be told. How they are read is
//! `domain::question`'s.

use domain::{
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, SeatsId, SignUpId},
    question::Answers,
};
use jiff::Timestamp;

use super::{Held, status_from, told::ToldRequest, view::ends_at};
use crate::{
    Conn, StoreError, Write,
    desk::{Event, record_event},
    question,
};

/// Her answers, all of them, in place of those that she gave before.
#[derive(Debug, Clone)]
pub struct ChangeAnswers {
    /// The request whose link she holds.
    pub sign_up: SignUpId,
    /// What she answers now.
    pub answers: Answers,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeOutcome {
    /// They are kept.
    Kept,
    /// Her enrolment has ended, or its last session has. Nothing was written.
    Over,
    /// No such sign-up.
    Unknown,
}

impl Write for ChangeAnswers {
    type Output = ChangeOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<ChangeOutcome, StoreError> {
        let Some(row) = ToldRequest::find(tx, self.sign_up).await? else {
            return Ok(ChangeOutcome::Unknown);
        };
        let (seats, status) = stands(tx, &row).await?;
        if !status.is_active() || ends_at(tx, seats).await? <= self.at {
            return Ok(ChangeOutcome::Over);
        }
        if question::keep(tx, self.sign_up, &self.answers, self.at).await? {
            self.note(tx, &row, seats).await?;
        }
        Ok(ChangeOutcome::Kept)
    }
}

/// Where she stands: her enrolment with its pool held, so that it does not end meanwhile; a repeat
/// goes by what it was told.
async fn stands(
    tx: &mut Conn,
    row: &ToldRequest,
) -> Result<(SeatsId, EnrolmentStatus), StoreError> {
    if row.is_repeat {
        let status = match row.cancelled_at {
            Some(_) => EnrolmentStatus::Cancelled,
            None => status_from(&row.told_status)?,
        };
        return Ok((SeatsId(row.seats_id), status));
    }
    let held = Held::take(tx, EnrolmentId(row.enrolment_id)).await?;
    let held = held.ok_or(StoreError::Changed)?;
    Ok((held.seats, held.status))
}

impl ChangeAnswers {
    /// That they were changed, for staff; what they say stands with the answers alone.
    async fn note(
        &self,
        tx: &mut Conn,
        row: &ToldRequest,
        seats: SeatsId,
    ) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE sign_ups SET answered_at = $2 WHERE id = $1",
            self.sign_up.0,
            self.at.as_microsecond()
        )?;
        if row.is_repeat {
            return Ok(());
        }
        let event = Event {
            enrolment: row.enrolment_id,
            seats,
            kind: EventKind::Answered,
            rank: None,
            by: None,
            reason: None,
            at: self.at,
        };
        record_event(tx, event).await
    }
}
