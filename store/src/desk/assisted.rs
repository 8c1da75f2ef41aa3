//! Signing up for someone who phones or stands at the desk: the same request as her own, with
//! who filled it in, how she consented, and plain words where she has a place already.

use domain::{
    enrolment::EnrolmentStatus,
    id::{AccountId, CallId, EnrolmentId, InstanceId, SignUpId},
};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{moment, status};
use crate::{
    Conn, StoreError, Write,
    enrolment::{Answer, MyEnrolment, SignUp, SignUpOutcome, view},
};

/// So long the one who filled the form in can hand out the private link: as long as a visit.
const HANDED_OUT: SignedDuration = SignedDuration::from_hours(2);

/// A sign-up that staff fill in. `request.assistant` says who.
#[derive(Debug, Clone)]
pub struct AssistedSignUp {
    /// The request.
    pub request: SignUp,
    /// The request to be called that it answers, if there is one: it is closed with it.
    pub call: Option<CallId>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssistedOutcome {
    /// What her own request would have been told.
    Asked(SignUpOutcome),
    /// She has an enrolment in this run already. Staff may know.
    Enrolled(EnrolmentId),
}

impl Write for AssistedSignUp {
    type Output = AssistedOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<AssistedOutcome, StoreError> {
        let outcome = match self.request.ask(tx).await? {
            Answer::Told(outcome) => outcome,
            Answer::Enrolled(active, _) => {
                return Ok(AssistedOutcome::Enrolled(EnrolmentId(active.id)));
            }
        };
        if matches!(outcome, SignUpOutcome::Accepted(_)) {
            self.close_call(tx).await?;
        }
        Ok(AssistedOutcome::Asked(outcome))
    }
}

impl AssistedSignUp {
    async fn close_call(&self, tx: &mut Conn) -> Result<(), StoreError> {
        let (Some(call), Some(assistant)) = (self.call, self.request.assistant) else {
            return Ok(());
        };
        execute!(
            tx,
            "UPDATE call_requests SET closed_at = $2, closed_by = $3 \
             WHERE id = $1 AND closed_at IS NULL",
            call.0,
            self.request.at.as_microsecond(),
            assistant.account.0
        )?;
        Ok(())
    }
}

/// A sign-up that staff filled in, as the desk shows it afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedUp {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// Its run.
    pub instance: InstanceId,
    /// Where she stands.
    pub status: EnrolmentStatus,
    /// When the form was sent.
    pub at: Timestamp,
    /// Her private link and what it shows; only for the one who filled the form in, and for
    /// two hours.
    pub link: Option<MyEnrolment>,
}

/// The sign-up with this id, if staff filled it in.
pub async fn signed_up(
    conn: &mut Conn,
    sign_up: SignUpId,
    by: AccountId,
    now: Timestamp,
) -> Result<Option<SignedUp>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid, Uuid, String, Uuid, i64),
        "SELECT e.id, e.instance_id, e.status, s.author_id, s.created_at FROM sign_ups s \
         JOIN enrolments e ON e.id = s.enrolment_id \
         WHERE s.id = $1 AND s.author_id IS NOT NULL AND NOT s.is_repeat",
        sign_up.0
    )?;
    let Some((enrolment, instance, stored, author, created_at)) = row else {
        return Ok(None);
    };
    let at = moment(created_at)?;
    let hers = author == by.0 && now < at + HANDED_OUT;
    let link = match hers {
        true => view(conn, sign_up).await?,
        false => None,
    };
    Ok(Some(SignedUp {
        enrolment: EnrolmentId(enrolment),
        instance: InstanceId(instance),
        status: status(&stored)?,
        at,
        link,
    }))
}
