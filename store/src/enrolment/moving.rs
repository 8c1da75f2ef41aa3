//! Moving an enrolment to another slot, or to another run of its course. In one transaction she
//! gets the new place and gives the old one back: there is no moment at which she has neither.

use domain::{
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::{AccountId, EnrolmentId, HolderId, InstanceId, PersonId, SeatsId},
    message::MessageKind,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    decision::Decision,
    earlier::Earlier,
    give_back,
    held::{Held, seats_of},
    new_id,
    view::starts_at,
};
use crate::{
    Conn, StoreError, Write, childcare,
    childcare::Needs,
    desk::{Event, record_event},
    message::{drop_open, post},
    seats::{self, Asker, Pool, Taken},
};

/// Moves an enrolment.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    /// Whose.
    pub enrolment: EnrolmentId,
    /// Where to.
    pub to: SeatsId,
    /// If no seat is free there: whether she gives up what she has for a place in that queue.
    pub or_wait: bool,
    /// Who of the staff decides; nobody when it is she.
    pub by: Option<AccountId>,
    /// The browser, if a slot may be kept for it.
    pub holder: Option<HolderId>,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveOutcome {
    /// She has a seat there. Her enrolment goes on under this id.
    Moved(EnrolmentId),
    /// She is in the queue there. Her enrolment goes on under this id.
    Queued(EnrolmentId),
    /// No seat is free there, and so many wait. She keeps what she has.
    Full {
        /// How many wait; none also where a free seat is kept for somebody.
        waiting: u64,
    },
    /// A seat is free there, but not a place for each of her children. She keeps what she has.
    NoChildcare,
    /// She is there already, in this enrolment.
    Already(EnrolmentId),
    /// Enrolment there has ended.
    Closed,
    /// Her session has begun: the roll is the place to say who came.
    Started,
    /// The hub has yet to confirm her. Moving would do that, and it is for staff to decide.
    Pending,
    /// Her enrolment has ended.
    Ended,
    /// No such enrolment, or no such pool of its course.
    Unknown,
}

impl Write for Move {
    type Output = MoveOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<MoveOutcome, StoreError> {
        let Some(from) = seats_of(tx, self.enrolment).await? else {
            return Ok(MoveOutcome::Unknown);
        };
        // Two pools are held in the order of their ids, so that two who swap do not wait for
        // each other.
        seats::hold(tx, from.min(self.to)).await?;
        seats::hold(tx, from.max(self.to)).await?;
        let held = Held::read(tx, self.enrolment, from).await?;
        match self.refusal(tx, &held).await? {
            Some(refusal) => Ok(refusal),
            None if from == self.to => Ok(MoveOutcome::Already(self.enrolment)),
            None => self.go(tx, held).await,
        }
    }
}

impl Move {
    /// Why she cannot be moved, if she cannot.
    async fn refusal(&self, tx: &mut Conn, held: &Held) -> Result<Option<MoveOutcome>, StoreError> {
        if !held.status.is_active() {
            return Ok(Some(MoveOutcome::Ended));
        }
        if held.status == EnrolmentStatus::Pending && self.by.is_none() {
            return Ok(Some(MoveOutcome::Pending));
        }
        if starts_at(tx, held.seats).await? <= self.at {
            return Ok(Some(MoveOutcome::Started));
        }
        let Some(pool) = self.pool_of_same_course(tx, held.seats).await? else {
            return Ok(Some(MoveOutcome::Unknown));
        };
        Ok(pool.is_closed(self.at).then_some(MoveOutcome::Closed))
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

    async fn go(&self, tx: &mut Conn, held: Held) -> Result<MoveOutcome, StoreError> {
        let Some(pool) = seats::find(tx, self.to).await? else {
            return Ok(MoveOutcome::Unknown);
        };
        let (person, instance) = self.who_and_where(tx).await?;
        let earlier = match instance == pool.instance {
            true => None,
            false => Earlier::find(tx, person, pool.instance).await?,
        };
        if let Some(active) = earlier.as_ref().filter(|it| it.is_active()) {
            return Ok(MoveOutcome::Already(EnrolmentId(active.id)));
        }
        let (needs, had_childcare) = childcare::needs_of(tx, self.enrolment).await?;
        // Who has childcare keeps it, also if she would have come without.
        let asked = Needs {
            is_optional: needs.is_optional && !had_childcare,
            ..needs.clone()
        };
        let decision = match self.decide(tx, &pool, &asked).await? {
            Ok(decision) => decision,
            Err(refusal) => return Ok(refusal),
        };
        let id = if instance == pool.instance {
            self.change_slot(tx, decision).await?;
            self.enrolment
        } else {
            self.change_run(tx, pool.instance, earlier, decision)
                .await?
        };
        self.note(tx, id, self.to, EventKind::Moved, decision.rank)
            .await?;
        seats::give_back(tx, self.holder).await?;
        self.tell(tx, id).await?;
        if had_childcare {
            childcare::release(tx, held.seats, &needs.children).await?;
        }
        let has_childcare = decision.has_childcare;
        childcare::move_claim(tx, self.enrolment, id, &needs, has_childcare).await?;
        give_back(tx, held.status, held.seats, self.at).await?;
        Ok(match decision.status {
            EnrolmentStatus::Confirmed => MoveOutcome::Moved(id),
            _ => MoveOutcome::Queued(id),
        })
    }

    /// What was to be said before is true no longer; she hears of what staff decided, and knows
    /// what she did herself.
    async fn tell(&self, tx: &mut Conn, id: EnrolmentId) -> Result<(), StoreError> {
        drop_open(tx, self.enrolment.0, self.at).await?;
        if self.by.is_some() {
            post(tx, id.0, MessageKind::Moved, self.at).await?;
        }
        Ok(())
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

    async fn decide(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        needs: &Needs,
    ) -> Result<Result<Decision, MoveOutcome>, StoreError> {
        let asker = Asker {
            holder: self.holder,
            at: self.at,
        };
        let waiting = pool.waiting.unsigned_abs();
        let refusal = match seats::take_with(tx, self.to, needs, asker).await? {
            Taken::Seat { with_childcare } => return Ok(Ok(Decision::seat(with_childcare))),
            Taken::NoChildcare => MoveOutcome::NoChildcare,
            // What is kept for somebody is free again in a few minutes: nobody waits for it.
            Taken::NoSeat if seats::kept_until(tx, self.to, asker).await?.is_some() => {
                return Ok(Err(MoveOutcome::Full { waiting }));
            }
            Taken::NoSeat => MoveOutcome::Full { waiting },
        };
        if !self.or_wait {
            return Ok(Err(refusal));
        }
        let place = seats::join_queue(tx, self.to).await?;
        Ok(Ok(Decision::waiting(place.rank, place.waiting)))
    }

    /// Another slot of the same run is the same enrolment.
    async fn change_slot(&self, tx: &mut Conn, decision: Decision) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE enrolments SET seats_id = $2, status = $3, rank = $4, changed_at = $5 \
             WHERE id = $1",
            self.enrolment.0,
            self.to.0,
            decision.status.as_str(),
            decision.rank,
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
        earlier: Option<Earlier>,
        decision: Decision,
    ) -> Result<EnrolmentId, StoreError> {
        let id = match earlier {
            Some(earlier) => self.revive(tx, EnrolmentId(earlier.id), decision).await?,
            None => self.begin(tx, instance, decision).await?,
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
        decision: Decision,
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
            decision.status.as_str(),
            decision.rank,
            self.at.as_microsecond()
        )?;
        Ok(id)
    }

    /// She was there before and had given it up.
    async fn revive(
        &self,
        tx: &mut Conn,
        id: EnrolmentId,
        decision: Decision,
    ) -> Result<EnrolmentId, StoreError> {
        let revived = execute!(
            tx,
            "UPDATE enrolments SET seats_id = $2, status = $3, rank = $4, changed_at = $5 \
             WHERE id = $1 AND status IN ('cancelled', 'excused')",
            id.0,
            self.to.0,
            decision.status.as_str(),
            decision.rank,
            self.at.as_microsecond()
        )?;
        // She signed up there meanwhile: run again and see it.
        if revived == 1 {
            Ok(id)
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
            by: self.by,
            reason: None,
            at: self.at,
        };
        record_event(tx, event).await
    }
}
