//! What staff decide about one enrolment where it stands: give it a seat, or end it.

use domain::{
    desk::{CancelReason, EventKind},
    enrolment::EnrolmentStatus,
    id::{AccountId, EnrolmentId, SeatsId},
    message::MessageKind,
};
use jiff::Timestamp;

use super::{Event, Why, record_event};
use crate::{
    Conn, StoreError, Write, childcare,
    enrolment::{Ending, Held, give_up, seats_of, starts_at},
    message::post,
    seats::{self, Asker, Taken},
};

/// Gives a seat to someone who is to be confirmed, or to the first of the queue when a seat is
/// free although nothing is passed on any more (after the enrolment deadline).
#[derive(Debug, Clone, Copy)]
pub struct Confirm {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// If there is no seat, whether she goes to the end of the queue.
    pub or_wait: bool,
    /// Who decides.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfirmOutcome {
    /// She has a seat.
    Confirmed,
    /// She is in the queue.
    Queued,
    /// She had a seat already.
    Already,
    /// No seat is free; nothing was changed.
    Full,
    /// A seat is free, but not a place for each of her children; nothing was changed.
    NoChildcare,
    /// Others wait before her; nothing was changed.
    NotFirst,
    /// Her enrolment has ended.
    Ended,
    /// No such enrolment.
    Unknown,
}

impl Write for Confirm {
    type Output = ConfirmOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<ConfirmOutcome, StoreError> {
        let Some(held) = Held::take(tx, self.enrolment).await? else {
            return Ok(ConfirmOutcome::Unknown);
        };
        match held.status {
            EnrolmentStatus::Pending => self.confirm_pending(tx, held.seats).await,
            EnrolmentStatus::Waitlisted => self.confirm_first(tx, &held).await,
            EnrolmentStatus::Confirmed | EnrolmentStatus::Offered => Ok(ConfirmOutcome::Already),
            EnrolmentStatus::Cancelled | EnrolmentStatus::Excused => Ok(ConfirmOutcome::Ended),
        }
    }
}

impl Confirm {
    async fn confirm_pending(
        &self,
        tx: &mut Conn,
        seats: SeatsId,
    ) -> Result<ConfirmOutcome, StoreError> {
        let (needs, _) = childcare::needs_of(tx, self.enrolment).await?;
        let refusal = match seats::take_with(tx, seats, &needs, self.asker()).await? {
            Taken::Seat { with_childcare } => {
                childcare::set_held(tx, self.enrolment, with_childcare).await?;
                return self.seat(tx, seats).await;
            }
            Taken::NoChildcare => ConfirmOutcome::NoChildcare,
            // What is kept for somebody is free again in a few minutes: nobody waits for it.
            Taken::NoSeat if seats::kept_until(tx, seats, self.asker()).await?.is_some() => {
                return Ok(ConfirmOutcome::Full);
            }
            Taken::NoSeat => ConfirmOutcome::Full,
        };
        if !self.or_wait {
            return Ok(refusal);
        }
        let rank = seats::join_queue(tx, seats).await?.rank;
        self.write(tx, EnrolmentStatus::Waitlisted, Some(rank))
            .await?;
        self.note(tx, seats, EventKind::Queued, Some(rank)).await?;
        Ok(ConfirmOutcome::Queued)
    }

    fn asker(&self) -> Asker {
        Asker {
            holder: None,
            at: self.at,
        }
    }

    /// Nobody overtakes the queue, not even with the help of staff: she is the first in line for
    /// whom all is free.
    async fn confirm_first(
        &self,
        tx: &mut Conn,
        held: &Held,
    ) -> Result<ConfirmOutcome, StoreError> {
        let (needs, _) = childcare::needs_of(tx, self.enrolment).await?;
        let has_room = childcare::is_free(tx, held.seats, &needs.children).await?;
        if !has_room && !needs.is_optional {
            return Ok(ConfirmOutcome::NoChildcare);
        }
        if seats::first_in_line(tx, held.seats).await? != Some(self.enrolment) {
            return Ok(ConfirmOutcome::NotFirst);
        }
        if !seats::take_for_first(tx, held.seats).await? {
            return Ok(ConfirmOutcome::Full);
        }
        childcare::take_claimed(tx, self.enrolment, held.seats).await?;
        self.seat(tx, held.seats).await
    }

    async fn seat(&self, tx: &mut Conn, seats: SeatsId) -> Result<ConfirmOutcome, StoreError> {
        self.write(tx, EnrolmentStatus::Confirmed, None).await?;
        self.note(tx, seats, EventKind::Confirmed, None).await?;
        post(tx, self.enrolment.0, MessageKind::Seat, self.at).await?;
        Ok(ConfirmOutcome::Confirmed)
    }

    async fn write(
        &self,
        tx: &mut Conn,
        status: EnrolmentStatus,
        rank: Option<i64>,
    ) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE enrolments SET status = $2, rank = $3, changed_at = $4 WHERE id = $1",
            self.enrolment.0,
            status.as_str(),
            rank,
            self.at.as_microsecond()
        )?;
        Ok(())
    }

    async fn note(
        &self,
        tx: &mut Conn,
        seats: SeatsId,
        kind: EventKind,
        rank: Option<i64>,
    ) -> Result<(), StoreError> {
        let event = Event {
            enrolment: self.enrolment.0,
            seats,
            kind,
            rank,
            by: Some(self.by),
            reason: None,
            at: self.at,
        };
        record_event(tx, event).await
    }
}

/// Ends an enrolment for her. A seat that it held goes to the first who waits.
#[derive(Debug, Clone, Copy)]
pub struct End {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Why.
    pub reason: CancelReason,
    /// Who decides.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndOutcome {
    /// Done.
    Ended,
    /// It had ended before.
    Already,
    /// It has begun: the roll is the place to say who came.
    Started,
    /// No such enrolment.
    Unknown,
}

impl Write for End {
    type Output = EndOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<EndOutcome, StoreError> {
        let Some(seats) = seats_of(tx, self.enrolment).await? else {
            return Ok(EndOutcome::Unknown);
        };
        if starts_at(tx, seats).await? <= self.at {
            return Ok(EndOutcome::Started);
        }
        let ending = Ending {
            status: EnrolmentStatus::Cancelled,
            by: Some(self.by),
            reason: Some(Why::Staff(self.reason)),
            at: self.at,
        };
        if !give_up(tx, self.enrolment.0, seats, ending).await? {
            return Ok(EndOutcome::Already);
        }
        execute!(
            tx,
            "UPDATE sign_ups SET cancelled_at = $2 \
             WHERE enrolment_id = $1 AND NOT is_repeat AND cancelled_at IS NULL",
            self.enrolment.0,
            self.at.as_microsecond()
        )?;
        // Who asked for it, or is there twice, has nothing to learn from us.
        if !matches!(self.reason, CancelReason::Asked | CancelReason::Twice) {
            post(tx, self.enrolment.0, MessageKind::Cancelled, self.at).await?;
        }
        Ok(EndOutcome::Ended)
    }
}
