//! What she was told: one row for each accepted request, so that the same request again gets the
//! same answer, and a private link that leads to it.

use domain::{
    enrolment::{Doubt, EnrolmentStatus, PHONE_DAY_MAX, PHONE_PEOPLE_MAX},
    id::SignUpId,
};
use jiff::SignedDuration;
use uuid::Uuid;

use super::{
    decision::Decision,
    picture::picture_hash,
    sign_up::{SignUp, SignUpOutcome},
    status_from,
};
use crate::{
    Conn, Keys, StoreError,
    keys::{hash, random},
    person::phone_index,
    question,
    seats::Pool,
};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// What she was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The accepted request; her private link leads to it.
    pub sign_up: SignUpId,
    /// `Confirmed`, `Waitlisted` or `Pending`.
    pub status: EnrolmentStatus,
    /// Her place in the queue, from 1.
    pub place: Option<u64>,
}

impl SignUp {
    /// The answer that this very request was given before.
    pub(super) async fn earlier_answer(
        &self,
        tx: &mut Conn,
    ) -> Result<Option<SignUpOutcome>, StoreError> {
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

    /// Writes the accepted request down. A phone that signs many up is marked for staff alone: what
    /// she is told and gets does not depend on it. Her enrolment is among its people already, this
    /// form not yet among its forms.
    pub(super) async fn write_down(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        enrolment: Uuid,
        told: Decision,
        is_repeat: bool,
    ) -> Result<Receipt, StoreError> {
        let keys = tx.keys();
        let sign_up = SignUpId::new(self.at, random());
        let phone = phone_index(&keys, &self.details);
        // Everyone else's children stand with her enrolment; who is in doubt may become a repeat.
        let may_repeat = is_repeat || told.status == EnrolmentStatus::Pending;
        let tells_children = may_repeat && !self.details.children.is_empty();
        execute!(
            tx,
            "INSERT INTO sign_ups (id, idempotency_key, body_hash, token_hash, enrolment_id, \
             seats_id, is_repeat, told_status, told_place, created_at, author_id, \
             picture_hash, doubt, told_children, told_childcare, childcare_optional, channel, hours) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, \
             COALESCE($13, CASE WHEN $11 IS NULL AND ( \
                 EXISTS (SELECT 1 FROM people q JOIN enrolments e ON e.person_id = q.id \
                     WHERE q.phone_index = $14 AND e.instance_id = $15 \
                       AND e.status NOT IN ('cancelled', 'excused') LIMIT 1 OFFSET $17) \
                 OR EXISTS (SELECT 1 FROM people q JOIN enrolments e ON e.person_id = q.id \
                     JOIN sign_ups s ON s.enrolment_id = e.id \
                     WHERE q.phone_index = $14 AND s.created_at > $16 LIMIT 1 OFFSET $18)) \
                 THEN 'phone' END), $19, $20, $21, $22, $23)",
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
                .map(|picture| picture_hash(&keys, sign_up, picture)),
            self.doubt.map(Doubt::as_str),
            &phone[..],
            pool.instance.0,
            (self.at - DAY).as_microsecond(),
            PHONE_PEOPLE_MAX,
            PHONE_DAY_MAX - 1,
            tells_children.then(|| self.details.children.line()),
            tells_children && told.has_childcare,
            tells_children && self.details.childcare_optional,
            self.details.reach.map(|(channel, _)| channel.as_str()),
            self.details.reach.map(|(_, hours)| hours.as_str())
        )?;
        if !self.details.answers.is_empty() {
            question::keep(tx, sign_up, &self.details.answers, self.at).await?;
        }
        let place = told.place.map(i64::unsigned_abs);
        Ok(Receipt {
            sign_up,
            status: told.status,
            place,
        })
    }

    /// Keyed, because a plain hash of a name and a number could be guessed.
    fn body_hash(&self, keys: &Keys) -> Vec<u8> {
        let body = [&self.seats.0.as_bytes()[..], &self.details.canonical()].concat();
        keys.blind_index("sign_ups.body", &body).to_vec()
    }
}

/// The secret of a private link: 128 bits that only our key can make, so that a retried
/// request is given the same link although only its hash is kept.
pub(crate) fn link_token(keys: &Keys, sign_up: SignUpId) -> [u8; 16] {
    keys.derive_token("sign_ups.link", sign_up.0)
}
