//! Moving an enrolment to another slot, or to another run of its course. In one transaction she
//! gets the new place and gives the old one back: there is no moment at which she has neither.

use domain::{
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::{AccountId, EnrolmentId, InstanceId, PersonId, SeatsId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    Event,
    act::{Held, seats_of},
    record_event, status,
};
use crate::{
    Conn, StoreError, Write,
    enrolment::{give_back, new_id},
    seats::{self, Pool},
};

/// Moves an enrolment.
#[derive(Debug, Clone, Copy)]
pub struct Relocate {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Where to.
    pub to: SeatsId,
    /// If no seat is free there: whether she gives up what she has for a place in that queue.
    pub or_wait: bool,
    /// Who decides.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelocateOutcome {
    /// She has a seat there. Her enrolment goes on under this id.
    Moved(EnrolmentId),
    /// She is in the queue there. Her enrolment goes on under this id.
    Queued(EnrolmentId),
    /// No seat is free there, and so many wait. She keeps what she has.
    Full {
        /// How many wait.
        waiting: u64,
    },
    /// She is there already, in this enrolment.
    Already(EnrolmentId),
    /// Enrolment there has ended.
    Closed,
    /// Her session has begun: the roll is the place to say who came.
    Started,
    /// Her enrolment has ended.
    Ended,
    /// No such enrolment, or no such pool of its course.
    Unknown,
}

/// What she holds in the new pool.
#[derive(Clone, Copy)]
struct Won {
    status: EnrolmentStatus,
    rank: Option<i64>,
}

impl Write for Relocate {
    type Output = RelocateOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<RelocateOutcome, StoreError> {
        let Some(from) = seats_of(tx, self.enrolment).await? else {
            return Ok(RelocateOutcome::Unknown);
        };
        if from == self.to {
            return Ok(RelocateOutcome::Already(self.enrolment));
        }
        // Two pools are held in the order of their ids, so that two who swap do not wait for
        // each other.
        seats::hold(tx, from.min(self.to)).await?;
        seats::hold(tx, from.max(self.to)).await?;
        let held = Held::read(tx, self.enrolment, from).await?;
        match self.refusal(tx, &held).await? {
            Some(refusal) => Ok(refusal),
            None => self.go(tx, held).await,
        }
    }
}

impl Relocate {
    /// Why she cannot be moved, if she cannot.
    async fn refusal(
        &self,
        tx: &mut Conn,
        held: &Held,
    ) -> Result<Option<RelocateOutcome>, StoreError> {
        if !held.status.is_active() {
            return Ok(Some(RelocateOutcome::Ended));
        }
        if crate::enrolment::starts_at(tx, held.seats).await? <= self.at {
            return Ok(Some(RelocateOutcome::Started));
        }
        let Some(pool) = self.pool_of_same_course(tx, held.seats).await? else {
            return Ok(Some(RelocateOutcome::Unknown));
        };
        Ok(pool.is_closed(self.at).then_some(RelocateOutcome::Closed))
    }

    async fn pool_of_same_course(
        &self,
        tx: &mut Conn,
        from: SeatsId,
    ) -> Result<Option<Pool>, StoreError> {
        let row = fetch_optional!(
            tx,
            (Uuid,),
            "SELECT p.id FROM seats p JOIN course_instances i ON i.id = p.instance_id \
             WHERE p.id = $1 AND i.course_id = (SELECT o.course_id FROM seats q \
                 JOIN course_instances o ON o.id = q.instance_id WHERE q.id = $2)",
            self.to.0,
            from.0
        )?;
        match row {
            Some(_) => seats::find(tx, self.to).await,
            None => Ok(None),
        }
    }

    async fn go(&self, tx: &mut Conn, held: Held) -> Result<RelocateOutcome, StoreError> {
        let Some(pool) = seats::find(tx, self.to).await? else {
            return Ok(RelocateOutcome::Unknown);
        };
        let (person, instance) = self.who_and_where(tx).await?;
        let other = match instance == pool.instance {
            true => None,
            false => Other::find(tx, person, pool.instance).await?,
        };
        if let Some(other) = other.as_ref().filter(|other| other.status.is_active()) {
            return Ok(RelocateOutcome::Already(other.id));
        }
        let Some(won) = self.win(tx).await? else {
            let waiting = pool.waiting.unsigned_abs();
            return Ok(RelocateOutcome::Full { waiting });
        };
        let id = if instance == pool.instance {
            self.change_slot(tx, won).await?;
            self.enrolment
        } else {
            self.change_run(tx, pool.instance, other, won).await?
        };
        self.note(tx, id, self.to, EventKind::Moved, won.rank)
            .await?;
        give_back(tx, held.status, held.seats, self.at).await?;
        Ok(match won.status {
            EnrolmentStatus::Confirmed => RelocateOutcome::Moved(id),
            _ => RelocateOutcome::Queued(id),
        })
    }

    async fn who_and_where(&self, tx: &mut Conn) -> Result<(PersonId, InstanceId), StoreError> {
        let (person, instance) = fetch_one!(
            tx,
            (Uuid, Uuid),
            "SELECT person_id, instance_id FROM enrolments WHERE id = $1",
            self.enrolment.0
        )?;
        Ok((PersonId(person), InstanceId(instance)))
    }

    async fn win(&self, tx: &mut Conn) -> Result<Option<Won>, StoreError> {
        if seats::take(tx, self.to).await? {
            return Ok(Some(Won {
                status: EnrolmentStatus::Confirmed,
                rank: None,
            }));
        }
        if !self.or_wait {
            return Ok(None);
        }
        let rank = seats::join_queue(tx, self.to).await?.rank;
        Ok(Some(Won {
            status: EnrolmentStatus::Waitlisted,
            rank: Some(rank),
        }))
    }

    /// Another slot of the same run is the same enrolment.
    async fn change_slot(&self, tx: &mut Conn, won: Won) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE enrolments SET seats_id = $2, status = $3, rank = $4, changed_at = $5 \
             WHERE id = $1",
            self.enrolment.0,
            self.to.0,
            won.status.as_str(),
            won.rank,
            self.at.as_microsecond()
        )?;
        Ok(())
    }

    /// Another run is another enrolment: marks that were made in the old run stay with the old
    /// one. Her links go along, so that they open what she has now.
    async fn change_run(
        &self,
        tx: &mut Conn,
        instance: InstanceId,
        other: Option<Other>,
        won: Won,
    ) -> Result<EnrolmentId, StoreError> {
        let id = match other {
            Some(other) => {
                self.revive(tx, other.id, won).await?;
                other.id
            }
            None => self.begin(tx, instance, won).await?,
        };
        execute!(
            tx,
            "UPDATE enrolments SET status = 'cancelled', rank = NULL, changed_at = $2 \
             WHERE id = $1",
            self.enrolment.0,
            self.at.as_microsecond()
        )?;
        execute!(
            tx,
            "UPDATE sign_ups SET enrolment_id = $2 WHERE enrolment_id = $1",
            self.enrolment.0,
            id.0
        )?;
        let from = seats_of(tx, self.enrolment).await?.unwrap_or(self.to);
        self.note(tx, self.enrolment, from, EventKind::MovedAway, None)
            .await?;
        Ok(id)
    }

    async fn begin(
        &self,
        tx: &mut Conn,
        instance: InstanceId,
        won: Won,
    ) -> Result<EnrolmentId, StoreError> {
        let id = EnrolmentId(new_id(self.at));
        execute!(
            tx,
            "INSERT INTO enrolments (id, person_id, instance_id, seats_id, status, rank, lang, \
             age_band, funding_project_id, created_at, changed_at) \
             SELECT $2, e.person_id, $3, $4, $5, $6, e.lang, e.age_band, e.funding_project_id, \
                    e.created_at, $7 FROM enrolments e WHERE e.id = $1",
            self.enrolment.0,
            id.0,
            instance.0,
            self.to.0,
            won.status.as_str(),
            won.rank,
            self.at.as_microsecond()
        )?;
        Ok(id)
    }

    /// She was there before and had given it up.
    async fn revive(&self, tx: &mut Conn, id: EnrolmentId, won: Won) -> Result<(), StoreError> {
        let revived = execute!(
            tx,
            "UPDATE enrolments SET seats_id = $2, status = $3, rank = $4, changed_at = $5 \
             WHERE id = $1 AND status IN ('cancelled', 'excused')",
            id.0,
            self.to.0,
            won.status.as_str(),
            won.rank,
            self.at.as_microsecond()
        )?;
        // She signed up there meanwhile: run again and see it.
        if revived == 1 {
            Ok(())
        } else {
            Err(StoreError::Changed)
        }
    }

    async fn note(
        &self,
        tx: &mut Conn,
        enrolment: EnrolmentId,
        seats: SeatsId,
        kind: EventKind,
        rank: Option<i64>,
    ) -> Result<(), StoreError> {
        let event = Event {
            enrolment: enrolment.0,
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

/// Her enrolment in the run that she is moved to, whatever became of it.
struct Other {
    id: EnrolmentId,
    status: EnrolmentStatus,
}

impl Other {
    async fn find(
        tx: &mut Conn,
        person: PersonId,
        instance: InstanceId,
    ) -> Result<Option<Self>, StoreError> {
        let row = fetch_optional!(
            tx,
            (Uuid, String),
            "SELECT id, status FROM enrolments WHERE person_id = $1 AND instance_id = $2",
            person.0,
            instance.0
        )?;
        row.map(|(id, stored)| {
            Ok(Self {
                id: EnrolmentId(id),
                status: status(&stored)?,
            })
        })
        .transpose()
    }
}
