//! The rows of a new enrolment, or of one that comes back to life: the person, her consent, the
//! enrolment, its event. What she is told is left to `receipt`.

use domain::{
    consent::Purpose,
    desk::{ConsentChannel, EventKind},
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, PersonId, SignUpId},
};
use uuid::Uuid;

use super::{
    decision::Decision,
    earlier::Earlier,
    new_id,
    sign_up::{SignUp, SignUpOutcome},
};
use crate::{
    Conn, StoreError, childcare,
    consent::{self, Said},
    desk::{Event, record_event},
    message::drop_open,
    person,
    seats::{self, Pool},
};

impl SignUp {
    pub(super) async fn enrol(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        person: Option<PersonId>,
        earlier: Option<Earlier>,
        decision: Decision,
    ) -> Result<SignUpOutcome, StoreError> {
        let person = match person {
            Some(person) => {
                person::hold(tx, person).await?;
                person
            }
            None => person::insert(tx, &self.details, self.at).await?,
        };
        let enrolment = match earlier {
            Some(earlier) => {
                // What a sign-up in doubt asked for; what has ended has nothing.
                childcare::drop_claim(tx, EnrolmentId(earlier.id), pool.id).await?;
                self.revive(tx, pool, earlier.id, decision).await?
            }
            None => self.insert(tx, pool, person, decision).await?,
        };
        let id = EnrolmentId(enrolment);
        childcare::insert(tx, id, &self.needs(), decision.has_childcare).await?;
        self.note(tx, pool, enrolment, decision).await?;
        seats::give_back(tx, self.holder).await?;
        let receipt = self
            .write_down(tx, pool, enrolment, decision, false)
            .await?;
        self.consent(tx, person, enrolment, receipt.sign_up).await?;
        Ok(SignUpOutcome::Accepted(receipt))
    }

    /// Writes down that her data may be kept, as the form said.
    pub(super) async fn consent(
        &self,
        tx: &mut Conn,
        person: PersonId,
        enrolment: Uuid,
        sign_up: SignUpId,
    ) -> Result<(), StoreError> {
        let line = consent::Line {
            person,
            said: Said {
                purpose: Purpose::Data,
                granted: true,
                text_version: self.consent_text,
            },
            lang: self.lang,
            channel: self.channel(),
            enrolment,
            sign_up: Some(sign_up),
            author: self.assistant.map(|assistant| assistant.account),
            at: self.at,
        };
        consent::append(tx, &line).await?;
        Ok(())
    }

    /// By her own hand, through staff, or told by whoever signed her up.
    fn channel(&self) -> ConsentChannel {
        match self.assistant {
            Some(assistant) => assistant.channel,
            None if self.details.for_other => ConsentChannel::Other,
            None => ConsentChannel::Web,
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
            EnrolmentStatus::Pending => EventKind::Doubted,
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
             age_band, funding_project_id, created_at, changed_at, childcare_optional) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT id FROM funding_projects WHERE \
             slug = $9), $10, $10, $11)",
            id,
            person.0,
            pool.instance.0,
            pool.id.0,
            decision.status.as_str(),
            decision.rank,
            self.lang.code(),
            self.details.age_band.map(|band| band.as_str()),
            self.details.project.as_deref(),
            self.at.as_microsecond(),
            self.details.childcare_optional
        )?;
        Ok(id)
    }

    /// Enrolling again after cancelling brings the same enrolment back to life, and without a
    /// doubt one that waits to be confirmed.
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
             slug = $7), changed_at = $8, childcare_optional = $9 \
             WHERE id = $1 AND status IN ('cancelled', 'excused', 'pending')",
            enrolment,
            pool.id.0,
            decision.status.as_str(),
            decision.rank,
            self.lang.code(),
            self.details.age_band.map(|band| band.as_str()),
            self.details.project.as_deref(),
            self.at.as_microsecond(),
            self.details.childcare_optional
        )?;
        // Another request of hers was quicker: run again and see her as enrolled.
        if revived != 1 {
            return Err(StoreError::Changed);
        }
        drop_open(tx, enrolment, self.at).await?;
        Ok(enrolment)
    }
}
