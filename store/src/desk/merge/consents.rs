//! Answers follow her. The latest of both counts, and where it takes back what the other row had
//! agreed to, that is a withdrawal like any other.

use domain::{consent::Purpose, id::PersonId};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    Conn, StoreError,
    consent::{Withdrawal, by_person, open_tasks},
};

/// For which purposes a yes of either stands, before they are one.
pub(super) struct Answers(Vec<Purpose>);

impl Answers {
    pub(super) async fn of(tx: &mut Conn, people: [PersonId; 2]) -> Result<Self, StoreError> {
        let mut granted = Vec::new();
        for purpose in Purpose::ALL {
            for person in people {
                let latest = by_person(tx, person, *purpose).await?;
                if latest.is_some_and(|it| it.granted) {
                    granted.push(*purpose);
                    break;
                }
            }
        }
        Ok(Self(granted))
    }

    /// What the hubs have to do now that her latest answer is a no: a task at each hub she has
    /// been at.
    pub(super) async fn open_tasks(
        self,
        tx: &mut Conn,
        kept: PersonId,
        at: Timestamp,
    ) -> Result<Vec<Uuid>, StoreError> {
        let mut opened = Vec::new();
        for purpose in self.0 {
            let latest = by_person(tx, kept, purpose).await?;
            if let Some(no) = latest.filter(|it| !it.granted) {
                let withdrawal = Withdrawal {
                    consent: no.id,
                    person: kept,
                    purpose,
                    at,
                };
                opened.extend(open_tasks(tx, withdrawal).await?);
            }
        }
        Ok(opened)
    }
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
