//! Signing up. One transaction decides: the same request again, a repeat from another
//! browser, a seat, or a place in the queue.

use domain::{
    desk::{ConsentChannel, EventKind},
    enrolment::{EnrolmentStatus, SignUpDetails},
    id::{AccountId, PersonId, SeatsId, SignUpId},
    lang::Lang,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{new_id, picture::picture_hash};
use crate::{
    Conn, Keys, StoreError, Write,
    desk::{Event, record_event},
    keys::{hash, random},
    person::{self, Consent},
    seats::{self, Pool},
};

/// Her request for a seat, already checked by `domain`.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// The pool she asks for: a whole instance or one slot.
    pub seats: SeatsId,
    /// What she typed, parsed; its key makes the request idempotent.
    pub details: SignUpDetails,
    /// The language of the page.
    pub lang: Lang,
    /// The version of the consent text she agreed to.
    pub consent_text: &'static str,
    /// The sign-ups that this browser already holds.
    pub visit: Vec<SignUpId>,
    /// Who of the staff fills the form in for her, if it is not herself.
    pub assistant: Option<Assistant>,
    /// Now.
    pub at: Timestamp,
}

/// Who fills the form in for her.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assistant {
    /// The account.
    pub account: AccountId,
    /// How the consent text was read out to her.
    pub channel: ConsentChannel,
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignUpOutcome {
    /// Written down. The same request sent again gets the same receipt.
    Accepted(Receipt),
    /// This browser holds an enrolment of hers in this instance.
    Already(SignUpId),
    /// No seat is free and she did not ask to wait. Nothing was written.
    Full {
        /// How many wait already.
        waiting: u64,
    },
    /// The enrolment deadline has passed.
    Closed,
    /// The key was used before with another body.
    KeyConflict,
    /// There is no such pool of seats.
    NoSuchSeats,
}

/// What she was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The accepted request; her private link leads to it.
    pub sign_up: SignUpId,
    /// `Confirmed` or `Waitlisted`.
    pub status: EnrolmentStatus,
    /// Her place in the queue, from 1.
    pub place: Option<u64>,
}

/// How the pool answered: what she is told, and her rank in the queue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decision {
    pub(super) status: EnrolmentStatus,
    pub(super) rank: Option<i64>,
    pub(super) place: Option<i64>,
}

impl Decision {
    pub(super) const SEAT: Self = Self {
        status: EnrolmentStatus::Confirmed,
        rank: None,
        place: None,
    };

    fn waiting(rank: i64, place: i64) -> Self {
        Self {
            status: EnrolmentStatus::Waitlisted,
            rank: Some(rank),
            place: Some(place),
        }
    }
}

impl Write for SignUp {
    type Output = SignUpOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<SignUpOutcome, StoreError> {
        match self.ask(tx).await? {
            Answer::Told(outcome) => Ok(outcome),
            Answer::Enrolled(active, pool) => self.repeat(tx, &pool, &active).await,
        }
    }
}

/// How a request is answered, before it is decided what someone who is enrolled may hear.
pub(crate) enum Answer {
    /// She is told this.
    Told(SignUpOutcome),
    /// She has this enrolment in the run already. Nothing was written.
    Enrolled(Earlier, Pool),
}

impl SignUp {
    /// Everything but the answer to someone who is enrolled already: staff hear it plainly, from
    /// elsewhere nobody does.
    pub(crate) async fn ask(&self, tx: &mut Conn) -> Result<Answer, StoreError> {
        if let Some(answer) = self.earlier_answer(tx).await? {
            return Ok(Answer::Told(answer));
        }
        let Some(pool) = seats::find(tx, self.seats).await? else {
            return Ok(Answer::Told(SignUpOutcome::NoSuchSeats));
        };
        let match_key = person::match_key(&tx.keys(), &self.details);
        let person = person::find(tx, &match_key).await?;
        let earlier = match person {
            Some(person) => Earlier::find(tx, person, &pool).await?,
            None => None,
        };
        let earlier = match earlier {
            Some(active) if active.is_active() => return Ok(Answer::Enrolled(active, pool)),
            earlier => earlier,
        };
        if pool.is_closed(self.at) {
            return Ok(Answer::Told(SignUpOutcome::Closed));
        }
        Ok(Answer::Told(match self.decide(tx, &pool).await? {
            Some(decision) => self.enrol(tx, &pool, person, earlier, decision).await?,
            None => SignUpOutcome::Full {
                waiting: pool.waiting.unsigned_abs(),
            },
        }))
    }

    /// The answer that this very request was given before.
    async fn earlier_answer(&self, tx: &mut Conn) -> Result<Option<SignUpOutcome>, StoreError> {
        let row = fetch_optional!(
            tx,
            (Uuid, Vec<u8>, String, Option<i64>),
            "SELECT id, body_hash, told_status, told_place FROM sign_ups \
             WHERE idempotency_key = $1",
            self.details.key
        )?;
        let Some((id, body_hash, status, place)) = row else {
            return Ok(None);
        };
        if body_hash != self.body_hash(&tx.keys()) {
            return Ok(Some(SignUpOutcome::KeyConflict));
        }
        Ok(Some(SignUpOutcome::Accepted(Receipt {
            sign_up: SignUpId(id),
            status: status_from(&status)?,
            place: place.map(i64::unsigned_abs),
        })))
    }

    /// A seat, a place in the queue, or nothing when it is full and she will not wait.
    async fn decide(&self, tx: &mut Conn, pool: &Pool) -> Result<Option<Decision>, StoreError> {
        if seats::take(tx, pool.id).await? {
            return Ok(Some(Decision::SEAT));
        }
        // Refused, the statement has held nothing, and a seat may become free before she joins:
        // hold the pool and look again, or she would wait beside a free seat.
        seats::hold(tx, pool.id).await?;
        if seats::take(tx, pool.id).await? {
            return Ok(Some(Decision::SEAT));
        }
        if !self.details.accepts_waiting {
            return Ok(None);
        }
        let place = seats::join_queue(tx, pool.id).await?;
        Ok(Some(Decision::waiting(place.rank, place.waiting)))
    }

    pub(super) async fn enrol(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        person: Option<PersonId>,
        earlier: Option<Earlier>,
        decision: Decision,
    ) -> Result<SignUpOutcome, StoreError> {
        let person = match person {
            Some(person) => person,
            None => person::insert(tx, &self.details, self.at).await?,
        };
        person::record_consent(tx, person, self.consent()).await?;
        let enrolment = match earlier {
            Some(earlier) => self.revive(tx, pool, earlier.id, decision).await?,
            None => self.insert(tx, pool, person, decision).await?,
        };
        self.note(tx, pool, enrolment, decision).await?;
        self.write_down(tx, pool, enrolment, decision, false).await
    }

    fn consent(&self) -> Consent<'_> {
        Consent {
            text_version: self.consent_text,
            lang: self.lang,
            channel: self.assistant.map_or(ConsentChannel::Web, |it| it.channel),
            author: self.assistant.map(|assistant| assistant.account),
            at: self.at,
        }
    }

    async fn note(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        enrolment: Uuid,
        decision: Decision,
    ) -> Result<(), StoreError> {
        let kind = match decision.status {
            EnrolmentStatus::Waitlisted => EventKind::Queued,
            _ => EventKind::Seated,
        };
        let event = Event {
            enrolment,
            seats: pool.id,
            kind,
            rank: decision.rank,
            by: self.assistant.map(|assistant| assistant.account),
            reason: None,
            at: self.at,
        };
        record_event(tx, event).await
    }

    /// The same person again. In the browser that holds her link she is told plainly; in any
    /// other she is told what a newcomer would be told, so that nobody learns from us who is
    /// enrolled. A repeat takes no seat and moves no counter.
    async fn repeat(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        active: &Earlier,
    ) -> Result<SignUpOutcome, StoreError> {
        if pool.is_closed(self.at) {
            return Ok(SignUpOutcome::Closed);
        }
        if let Some(hers) = self.held_by_this_browser(tx, active).await? {
            return Ok(SignUpOutcome::Already(hers));
        }
        let told = if pool.is_free() {
            Decision::SEAT
        } else if self.details.accepts_waiting {
            Decision::waiting(0, pool.waiting + 1)
        } else {
            return Ok(SignUpOutcome::Full {
                waiting: pool.waiting.unsigned_abs(),
            });
        };
        self.write_down(tx, pool, active.id, told, true).await
    }

    async fn held_by_this_browser(
        &self,
        tx: &mut Conn,
        active: &Earlier,
    ) -> Result<Option<SignUpId>, StoreError> {
        for held in &self.visit {
            let row = fetch_optional!(
                tx,
                (Uuid,),
                "SELECT id FROM sign_ups WHERE id = $1 AND enrolment_id = $2 AND NOT is_repeat",
                held.0,
                active.id
            )?;
            if row.is_some() {
                return Ok(Some(*held));
            }
        }
        Ok(None)
    }

    async fn insert(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        person: PersonId,
        decision: Decision,
    ) -> Result<Uuid, StoreError> {
        let id = new_id(self.at);
        execute!(
            tx,
            "INSERT INTO enrolments (id, person_id, instance_id, seats_id, status, rank, lang, \
             age_band, funding_project_id, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, \
             $6, $7, $8, (SELECT id FROM funding_projects WHERE slug = $9), $10, $10)",
            id,
            person.0,
            pool.instance.0,
            pool.id.0,
            decision.status.as_str(),
            decision.rank,
            self.lang.code(),
            self.details.age_band.map(|band| band.as_str()),
            self.details.project.as_deref(),
            self.at.as_microsecond()
        )?;
        Ok(id)
    }

    /// Enrolling again after cancelling brings the same enrolment back to life.
    async fn revive(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        enrolment: Uuid,
        decision: Decision,
    ) -> Result<Uuid, StoreError> {
        let revived = execute!(
            tx,
            "UPDATE enrolments SET seats_id = $2, status = $3, rank = $4, lang = $5, \
             age_band = $6, funding_project_id = (SELECT id FROM funding_projects WHERE \
             slug = $7), changed_at = $8 \
             WHERE id = $1 AND status IN ('cancelled', 'excused')",
            enrolment,
            pool.id.0,
            decision.status.as_str(),
            decision.rank,
            self.lang.code(),
            self.details.age_band.map(|band| band.as_str()),
            self.details.project.as_deref(),
            self.at.as_microsecond()
        )?;
        // Another request of hers was quicker: run again and see her as enrolled.
        if revived == 1 {
            Ok(enrolment)
        } else {
            Err(StoreError::Changed)
        }
    }

    async fn write_down(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        enrolment: Uuid,
        told: Decision,
        is_repeat: bool,
    ) -> Result<SignUpOutcome, StoreError> {
        let keys = tx.keys();
        let sign_up = SignUpId::new(self.at, random());
        execute!(
            tx,
            "INSERT INTO sign_ups (id, idempotency_key, body_hash, token_hash, enrolment_id, \
             seats_id, is_repeat, told_status, told_place, created_at, author_id, \
             picture_hash) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            sign_up.0,
            self.details.key,
            self.body_hash(&keys),
            &hash(&link_token(&keys, sign_up))[..],
            enrolment,
            pool.id.0,
            is_repeat,
            told.status.as_str(),
            told.place,
            self.at.as_microsecond(),
            self.assistant.map(|assistant| assistant.account.0),
            self.details
                .picture
                .map(|picture| picture_hash(&keys, sign_up, picture))
        )?;
        let place = told.place.map(i64::unsigned_abs);
        Ok(SignUpOutcome::Accepted(Receipt {
            sign_up,
            status: told.status,
            place,
        }))
    }

    /// Keyed, because a plain hash of a name and a number could be guessed.
    fn body_hash(&self, keys: &Keys) -> Vec<u8> {
        let body = [&self.seats.0.as_bytes()[..], &self.details.canonical()].concat();
        keys.blind_index("sign_ups.body", &body).to_vec()
    }
}

/// The secret of a private link: 128 bits that only our key can make, so that a retried
/// request is given the same link although only its hash is kept.
pub(super) fn link_token(keys: &Keys, sign_up: SignUpId) -> [u8; 16] {
    keys.derive_token("sign_ups.link", sign_up.0)
}

/// The enrolment that this person already has in this instance.
#[derive(Debug)]
pub(crate) struct Earlier {
    pub(crate) id: Uuid,
    status: EnrolmentStatus,
}

impl Earlier {
    pub(super) async fn find(
        conn: &mut Conn,
        person: PersonId,
        pool: &Pool,
    ) -> Result<Option<Self>, StoreError> {
        let row = fetch_optional!(
            conn,
            (Uuid, String),
            "SELECT id, status FROM enrolments WHERE person_id = $1 AND instance_id = $2",
            person.0,
            pool.instance.0
        )?;
        row.map(|(id, status)| {
            Ok(Self {
                id,
                status: status_from(&status)?,
            })
        })
        .transpose()
    }

    fn is_active(&self) -> bool {
        !matches!(
            self.status,
            EnrolmentStatus::Cancelled | EnrolmentStatus::Excused
        )
    }
}

pub(super) fn status_from(stored: &str) -> Result<EnrolmentStatus, StoreError> {
    EnrolmentStatus::parse(stored).ok_or(StoreError::Unknown("status"))
}
