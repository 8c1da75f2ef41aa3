//! "I can't come", from her private link. Before the start she gives her seat back, or leaves the
//! queue; after it she keeps the seat, and the roll of the session says it.

use domain::{
    absence::AbsenceReason,
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, SeatsId, SessionId, SignUpId},
    message::MessageKind,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    ending::{Ending, give_up, status_in},
    status_from,
    told::ToldRequest,
    view::starts_at,
};
use crate::{
    Conn, StoreError, Write,
    desk::{Event, Why, record_event},
    mark,
    message::post,
    seats,
};

/// Her wish not to come, from her private link or the browser she signed up in.
#[derive(Debug, Clone, Copy)]
pub struct Cancel {
    /// The request that her link belongs to.
    pub sign_up: SignUpId,
    /// Why, if she says: then she is excused, and not just gone.
    pub reason: Option<AbsenceReason>,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelOutcome {
    /// Done; a seat, if she had one, is free for the next.
    Cancelled,
    /// It had ended before.
    AlreadyCancelled,
    /// It has begun: the roll says that she is excused, and nothing is free.
    Excused,
    /// She was marked as present.
    Present,
    /// It has begun, and there is nothing that she could be excused from.
    Started,
    /// No such sign-up.
    Unknown,
}

impl Write for Cancel {
    type Output = CancelOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<CancelOutcome, StoreError> {
        let Some(row) = ToldRequest::find(tx, self.sign_up).await? else {
            return Ok(CancelOutcome::Unknown);
        };
        let Some(seats) = self.seats_of(tx, &row).await? else {
            return Ok(CancelOutcome::AlreadyCancelled);
        };
        if starts_at(tx, seats).await? <= self.at {
            return self.excuse(tx, &row, seats).await;
        }
        if row.is_repeat {
            self.end_request(tx).await?;
            return Ok(CancelOutcome::Cancelled);
        }
        self.cancel_enrolment(tx, &row, seats).await
    }
}

impl Cancel {
    /// The seats that are hers now: a revived enrolment may have moved to another slot.
    async fn seats_of(
        &self,
        tx: &mut Conn,
        row: &ToldRequest,
    ) -> Result<Option<SeatsId>, StoreError> {
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
        row: &ToldRequest,
        seats: SeatsId,
    ) -> Result<CancelOutcome, StoreError> {
        if mark::is_present(tx, EnrolmentId(row.enrolment_id)).await? {
            return Ok(CancelOutcome::Present);
        }
        let ending = Ending {
            status: self.ends_as(),
            by: None,
            reason: self.reason.map(Why::Hers),
            at: self.at,
        };
        if !give_up(tx, row.enrolment_id, seats, ending).await? {
            return self.over(tx, row).await;
        }
        self.end_request(tx).await?;
        post(tx, row.enrolment_id, MessageKind::Left, self.at).await?;
        Ok(CancelOutcome::Cancelled)
    }

    const fn ends_as(&self) -> EnrolmentStatus {
        match self.reason {
            Some(_) => EnrolmentStatus::Excused,
            None => EnrolmentStatus::Cancelled,
        }
    }

    /// What her link led to has ended. If staff moved her to another run before the pool was
    /// held, it leads to her enrolment there now: run again on that one.
    async fn over(&self, tx: &mut Conn, row: &ToldRequest) -> Result<CancelOutcome, StoreError> {
        let now = ToldRequest::find(tx, self.sign_up)
            .await?
            .map(|row| row.enrolment_id);
        if now == Some(row.enrolment_id) {
            Ok(CancelOutcome::AlreadyCancelled)
        } else {
            Err(StoreError::Changed)
        }
    }

    async fn end_request(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE sign_ups SET cancelled_at = $2, ended_as = $3 WHERE id = $1",
            self.sign_up.0,
            self.at.as_microsecond(),
            self.ends_as().as_str()
        )?;
        Ok(())
    }

    /// After the start: the session that is on, or the next one, is the one she misses. A repeat
    /// says what a newcomer's request would, and writes nothing on any roll.
    async fn excuse(
        &self,
        tx: &mut Conn,
        row: &ToldRequest,
        seats: SeatsId,
    ) -> Result<CancelOutcome, StoreError> {
        seats::hold(tx, seats).await?;
        let status = match row.is_repeat {
            true => status_from(&row.told_status)?,
            false => status_in(tx, row.enrolment_id, seats).await?,
        };
        if !status.is_active() {
            return Ok(CancelOutcome::AlreadyCancelled);
        }
        let session = self.session_to_miss(tx, seats).await?;
        let Some(session) = session.filter(|_| status == EnrolmentStatus::Confirmed) else {
            return Ok(CancelOutcome::Started);
        };
        if !row.is_repeat && !self.note(tx, row.enrolment_id, seats, session).await? {
            return Ok(CancelOutcome::Present);
        }
        execute!(
            tx,
            "UPDATE sign_ups SET absent_at = $2 WHERE id = $1",
            self.sign_up.0,
            self.at.as_microsecond()
        )?;
        Ok(CancelOutcome::Excused)
    }

    async fn session_to_miss(
        &self,
        tx: &mut Conn,
        seats: SeatsId,
    ) -> Result<Option<SessionId>, StoreError> {
        let row = fetch_optional!(
            tx,
            (Uuid,),
            "SELECT m.id FROM seats p JOIN sessions m ON m.instance_id = p.instance_id \
             AND (p.session_id IS NULL OR m.id = p.session_id) \
             WHERE p.id = $1 AND m.ends_at > $2 ORDER BY m.starts_at, m.id LIMIT 1",
            seats.0,
            self.at.as_microsecond()
        )?;
        Ok(row.map(|(id,)| SessionId(id)))
    }

    /// On the roll and in the log. False when she was marked as present.
    async fn note(
        &self,
        tx: &mut Conn,
        enrolment: Uuid,
        seats: SeatsId,
        session: SessionId,
    ) -> Result<bool, StoreError> {
        match mark::excuse(tx, session, EnrolmentId(enrolment), self.at).await? {
            mark::Excuse::Written => {}
            mark::Excuse::Before => return Ok(true),
            mark::Excuse::Present => return Ok(false),
        }
        let event = Event {
            enrolment,
            seats,
            kind: EventKind::Excused,
            rank: None,
            by: None,
            reason: self.reason.map(Why::Hers),
            at: self.at,
        };
        record_event(tx, event).await?;
        post(tx, enrolment, MessageKind::Left, self.at).await?;
        Ok(true)
    }
}
