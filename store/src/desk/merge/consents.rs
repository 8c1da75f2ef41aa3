//! Answers follow her. The latest of both counts, and where it takes back what the other row had
//! agreed to, that is a withdrawal like any other.

use domain::{
    consent::Purpose,
    id::{ConsentTaskId, PersonId},
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Conn, StoreError, keys::random};

/// For which purposes a yes of either stands, before they are one.
pub(super) struct Answers(Vec<Purpose>);

impl Answers {
    pub(super) async fn of(tx: &mut Conn, people: [PersonId; 2]) -> Result<Self, StoreError> {
        let mut granted = Vec::new();
        for purpose in Purpose::ALL {
            for person in people {
                if latest(tx, person, *purpose).await?.is_some_and(|it| it.1) {
                    granted.push(*purpose);
                    break;
                }
            }
        }
        Ok(Self(granted))
    }

    /// What the hubs have to do now that her latest answer is a no: a task at each hub she has
    /// been at, unless one for the purpose is open there, or this very answer was seen to there.
    pub(super) async fn open_tasks(
        self,
        tx: &mut Conn,
        kept: PersonId,
        at: Timestamp,
    ) -> Result<Vec<Uuid>, StoreError> {
        let mut opened = Vec::new();
        for purpose in self.0 {
            if let Some((consent, false)) = latest(tx, kept, purpose).await? {
                opened.extend(open(tx, kept, purpose, consent, at).await?);
            }
        }
        Ok(opened)
    }
}

/// The latest answer of a person. Those through a repeat do not count.
async fn latest(
    tx: &mut Conn,
    person: PersonId,
    purpose: Purpose,
) -> Result<Option<(Uuid, bool)>, StoreError> {
    fetch_optional!(
        tx,
        (Uuid, bool),
        "SELECT c.id, c.granted FROM consents c LEFT JOIN sign_ups s ON s.id = c.sign_up_id \
         WHERE c.person_id = $1 AND c.purpose = $2 AND (s.id IS NULL OR NOT s.is_repeat) \
         ORDER BY c.answered_at DESC, c.id DESC LIMIT 1",
        person.0,
        purpose.as_str()
    )
}

async fn open(
    tx: &mut Conn,
    person: PersonId,
    purpose: Purpose,
    consent: Uuid,
    at: Timestamp,
) -> Result<Vec<Uuid>, StoreError> {
    let hubs: Vec<(Uuid, Uuid)> = fetch_all!(
        tx,
        (Uuid, Uuid),
        "SELECT c.hub_id, e.id FROM enrolments e \
         JOIN course_instances i ON i.id = e.instance_id JOIN courses c ON c.id = i.course_id \
         WHERE e.person_id = $1 AND NOT EXISTS ( \
             SELECT 1 FROM consent_tasks t JOIN consents k ON k.id = t.consent_id \
             WHERE t.hub_id = c.hub_id AND (t.consent_id = $3 OR (t.done_at IS NULL \
               AND k.person_id = $1 AND k.purpose = $2))) \
         ORDER BY c.hub_id, e.changed_at DESC, e.id",
        person.0,
        purpose.as_str(),
        consent
    )?;
    let mut opened = Vec::new();
    let mut last = None;
    for (hub, enrolment) in hubs {
        if last.replace(hub) == Some(hub) {
            continue;
        }
        let id = ConsentTaskId::new(at, random()).0;
        execute!(
            tx,
            "INSERT INTO consent_tasks (id, consent_id, hub_id, enrolment_id, created_at) \
             VALUES ($1, $2, $3, $4, $5)",
            id,
            consent,
            hub,
            enrolment,
            at.as_microsecond()
        )?;
        opened.push(id);
    }
    Ok(opened)
}

/// Every answer of the one who is gone is an answer of the other now.
pub(super) async fn follow(
    tx: &mut Conn,
    kept: PersonId,
    gone: PersonId,
) -> Result<Vec<(Uuid, Option<Uuid>)>, StoreError> {
    fetch_all!(
        tx,
        (Uuid, Option<Uuid>),
        "UPDATE consents SET person_id = $2 WHERE person_id = $1 RETURNING id, enrolment_id",
        gone.0,
        kept.0
    )
}

/// What was answered at an enrolment that ended was answered at the one that goes on: her link
/// shows it there.
pub(super) async fn follow_run(tx: &mut Conn, from: Uuid, to: Uuid) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE consents SET enrolment_id = $2 WHERE enrolment_id = $1",
        from,
        to
    )?;
    Ok(())
}

/// Puts answers back. What was said since through her own links, or at an enrolment that goes
/// back to her, is hers.
pub(super) async fn go_back(
    tx: &mut Conn,
    moved: &super::moved::Moved,
    gone: PersonId,
) -> Result<(), StoreError> {
    for (id, enrolment) in &moved.consents {
        execute!(
            tx,
            "UPDATE consents SET person_id = $2, enrolment_id = $3 WHERE id = $1",
            *id,
            gone.0,
            *enrolment
        )?;
    }
    for (sign_up, before, after) in &moved.sign_ups {
        execute!(
            tx,
            "UPDATE consents SET person_id = $2, enrolment_id = $3 \
             WHERE sign_up_id = $1 AND enrolment_id = $4",
            *sign_up,
            gone.0,
            *before,
            *after
        )?;
    }
    for enrolment in &moved.handed {
        execute!(
            tx,
            "UPDATE consents SET person_id = $2 WHERE enrolment_id = $1",
            *enrolment,
            gone.0
        )?;
    }
    for task in &moved.tasks_opened {
        execute!(
            tx,
            "DELETE FROM consent_tasks WHERE id = $1 AND done_at IS NULL",
            *task
        )?;
    }
    Ok(())
}
