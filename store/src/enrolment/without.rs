//! She waits for a place for her children, and says on her private page that she comes without
//! childcare after all. If a seat is free she has it at once; else she waits for a seat alone.

use domain::{
    children::Children,
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, SeatsId, SignUpId},
};
use jiff::Timestamp;

use super::{Held, told::ToldRequest, view::starts_at};
use crate::{
    Conn, StoreError, Write, childcare,
    desk::{Event, record_event},
    seats,
};

/// Her wish to come without childcare.
#[derive(Debug, Clone, Copy)]
pub struct ComeWithout {
    /// The request that her link belongs to.
    pub sign_up: SignUpId,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithoutOutcome {
    /// She has a seat.
    Seat,
    /// She waits for a seat alone, in the place that she had.
    Waits,
    /// She does not wait for childcare, or it has begun.
    Nothing,
    /// No such sign-up.
    Unknown,
}

impl ToldRequest {
    /// What a repeat waits for, while it does.
    fn waits_for(&self) -> Option<Children> {
        let waits = self.told_status == EnrolmentStatus::Waitlisted.as_str()
            && self.cancelled_at.is_none()
            && !self.childcare_optional;
        let children = Children::from_line(self.told_children.as_deref()?)?;
        waits.then_some(children)
    }
}

impl Write for ComeWithout {
    type Output = WithoutOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<WithoutOutcome, StoreError> {
        match ToldRequest::find(tx, self.sign_up).await? {
            Some(row) if row.is_repeat => self.repeat(tx, &row).await,
            Some(row) => self.enrolment(tx, EnrolmentId(row.enrolment_id)).await,
            None => Ok(WithoutOutcome::Unknown),
        }
    }
}

impl ComeWithout {
    async fn enrolment(
        &self,
        tx: &mut Conn,
        id: EnrolmentId,
    ) -> Result<WithoutOutcome, StoreError> {
        let Some(held) = Held::take(tx, id).await? else {
            return Ok(WithoutOutcome::Unknown);
        };
        let (needs, _) = childcare::needs_of(tx, id).await?;
        let waits = held.status == EnrolmentStatus::Waitlisted
            && !needs.children.is_empty()
            && !needs.is_optional;
        if !waits || starts_at(tx, held.seats).await? <= self.at {
            return Ok(WithoutOutcome::Nothing);
        }
        execute!(
            tx,
            "UPDATE enrolments SET childcare_optional = $2 WHERE id = $1",
            id.0,
            true
        )?;
        self.note(tx, id, held.seats).await?;
        seats::pass_on(tx, held.seats, self.at).await?;
        let now = Held::read(tx, id, held.seats).await?;
        if now.status != EnrolmentStatus::Confirmed {
            return Ok(WithoutOutcome::Waits);
        }
        self.tell(tx).await?;
        Ok(WithoutOutcome::Seat)
    }

    /// Her form sent once more is told this now, as a repeat's is: otherwise it would say which of
    /// the two it is.
    async fn tell(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE sign_ups SET told_status = 'confirmed', told_place = NULL WHERE id = $1",
            self.sign_up.0
        )?;
        Ok(())
    }

    async fn note(&self, tx: &mut Conn, id: EnrolmentId, seats: SeatsId) -> Result<(), StoreError> {
        let event = Event {
            enrolment: id.0,
            seats,
            kind: EventKind::ComesWithout,
            rank: None,
            by: None,
            reason: None,
            at: self.at,
        };
        record_event(tx, event).await
    }

    /// A repeat hears what she would who waits there for herself, and takes nothing.
    async fn repeat(&self, tx: &mut Conn, row: &ToldRequest) -> Result<WithoutOutcome, StoreError> {
        let seats = SeatsId(row.seats_id);
        let Some(children) = row.waits_for() else {
            return Ok(WithoutOutcome::Nothing);
        };
        if starts_at(tx, seats).await? <= self.at {
            return Ok(WithoutOutcome::Nothing);
        }
        seats::hold(tx, seats).await?;
        let sits = self.would_sit(tx, seats).await?;
        let with_childcare = sits && childcare::is_free(tx, seats, &children).await?;
        execute!(
            tx,
            "UPDATE sign_ups SET childcare_optional = $2, told_childcare = $3, \
                told_status = CASE WHEN $4 THEN 'confirmed' ELSE told_status END, \
                told_place = CASE WHEN $4 THEN NULL ELSE told_place END WHERE id = $1",
            self.sign_up.0,
            true,
            with_childcare,
            sits
        )?;
        Ok(match sits {
            true => WithoutOutcome::Seat,
            false => WithoutOutcome::Waits,
        })
    }

    /// Whether a seat is free that nobody else who waits could take (`seats::pass_on`).
    async fn would_sit(&self, tx: &mut Conn, seats: SeatsId) -> Result<bool, StoreError> {
        let pool = seats::find(tx, seats).await?;
        let is_free = pool.is_some_and(|pool| pool.has_room(0) && !pool.is_closed(self.at));
        Ok(is_free && seats::first_in_line(tx, seats).await?.is_none())
    }
}
