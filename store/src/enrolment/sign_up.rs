//! Signing up. One transaction decides: the same request again (`receipt`), a repeat from
//! another browser (`repeat`), or an enrolment with a seat, a place in the queue, or neither until
//! the hub has confirmed it (`record`).

use domain::{
    desk::ConsentChannel,
    enrolment::{Doubt, SignUpDetails},
    id::{AccountId, HolderId, SeatsId, SignUpId},
    lang::Lang,
};
use jiff::Timestamp;

use super::{decision::Decision, earlier::Earlier, receipt::Receipt};
use crate::{
    Conn, StoreError, Write,
    childcare::Needs,
    person,
    seats::{self, Asker, Newcomer, Pool, Taken},
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
    /// The browser, if a slot may be kept for it.
    pub holder: Option<HolderId>,
    /// Why the form is doubted, if it is: decided before anybody looked who she is.
    pub doubt: Option<Doubt>,
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
    /// A seat is free, but not a place for each of her children, and she neither asked to wait nor
    /// comes without. Nothing was written.
    NoChildcare,
    /// Every free seat is kept for somebody who fills her form in. Nothing was written.
    Kept {
        /// When the first of them is free again, unless it is taken.
        until: Timestamp,
    },
    /// The enrolment deadline has passed.
    Closed,
    /// The key was used before with another body.
    KeyConflict,
    /// There is no such pool of seats.
    NoSuchSeats,
}

impl Write for SignUp {
    type Output = SignUpOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<SignUpOutcome, StoreError> {
        match self.ask(tx).await? {
            Answer::Told(outcome) => Ok(outcome),
            Answer::Enrolled(active, pool) if self.clears_up(&active) => {
                self.clear_up(tx, &pool, active).await
            }
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
        let match_key = person::match_key(&tx.keys(), &self.details);
        if let Some(pool) = self.take_as_newcomer(tx, &match_key).await? {
            let enrolled = self.enrol(tx, &pool, None, None, Decision::SEAT).await?;
            return Ok(Answer::Told(enrolled));
        }
        if let Some(answer) = self.earlier_answer(tx).await? {
            return Ok(Answer::Told(answer));
        }
        let Some(pool) = seats::find(tx, self.seats).await? else {
            return Ok(Answer::Told(SignUpOutcome::NoSuchSeats));
        };
        let person = person::find(tx, &match_key).await?;
        let earlier = match person {
            Some(person) => Earlier::find(tx, person, pool.instance).await?,
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
            Ok(decision) => self.enrol(tx, &pool, person, earlier, decision).await?,
            Err(refusal) => refusal,
        }))
    }

    /// Most requests: somebody new, without children, and a seat is free. One statement looks at
    /// all of it, so that nothing else need be asked.
    async fn take_as_newcomer(
        &self,
        tx: &mut Conn,
        match_key: &[u8; 32],
    ) -> Result<Option<Pool>, StoreError> {
        if self.doubt.is_some() || !self.details.children.is_empty() {
            return Ok(None);
        }
        let newcomer = Newcomer {
            key: self.details.key,
            match_key,
            at: self.at,
        };
        seats::take_for_newcomer(tx, self.seats, newcomer).await
    }

    /// A seat, a place in the queue, or why she gets neither.
    pub(super) async fn decide(
        &self,
        tx: &mut Conn,
        pool: &Pool,
    ) -> Result<Result<Decision, SignUpOutcome>, StoreError> {
        // However full it is: she is called, and asked what she wants then.
        if self.doubt.is_some() {
            return Ok(Ok(Decision::PENDING));
        }
        // A seat may become free before she joins the queue: hold the pool and look then, or she
        // would wait beside a free seat.
        seats::hold(tx, pool.id).await?;
        let refused = match seats::take_with(tx, pool.id, &self.needs(), self.asker()).await? {
            Taken::Seat { with_childcare } => return Ok(Ok(Decision::seat(with_childcare))),
            refused => refused,
        };
        if let Some(refusal) = self.refusal(tx, pool, refused).await? {
            return Ok(Err(refusal));
        }
        let place = seats::join_queue(tx, pool.id).await?;
        Ok(Ok(Decision::waiting(place.rank, place.waiting)))
    }

    /// Why she does not get a seat and does not wait for one either.
    pub(super) async fn refusal(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        refused: Taken,
    ) -> Result<Option<SignUpOutcome>, StoreError> {
        let waits = self.details.accepts_waiting;
        if refused == Taken::NoChildcare {
            return Ok((!waits).then_some(SignUpOutcome::NoChildcare));
        }
        if pool.is_slot
            && let Some(until) = seats::kept_until(tx, pool.id, self.asker()).await?
        {
            return Ok(Some(SignUpOutcome::Kept { until }));
        }
        let waiting = pool.waiting.unsigned_abs();
        Ok((!waits).then_some(SignUpOutcome::Full { waiting }))
    }

    /// What she needs beside her seat.
    pub(super) fn needs(&self) -> Needs {
        Needs {
            children: self.details.children.clone(),
            is_optional: self.details.childcare_optional,
        }
    }

    /// Who asks the pool.
    pub(super) fn asker(&self) -> Asker {
        Asker {
            holder: self.holder,
            at: self.at,
        }
    }
}
