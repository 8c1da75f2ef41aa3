//! Taking apart what was joined: everything goes back as it was, as long as nothing that has
//! happened since contradicts it. What came in between stays with the row that stayed, but for
//! what came through the other one's own links.

use domain::{
    enrolment::EnrolmentStatus,
    id::{HubId, MergeId, PersonId},
    joining::{Place, Whose},
};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{
    Pools, consents, messages,
    moved::{Moved, Run},
    side::Enrolled,
};
use crate::{Conn, StoreError, Write, account::reaches, desk::moment, mark::Author, person, seats};

/// For so long a joining can be undone.
pub const UNDO: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Takes apart two women who were joined.
#[derive(Debug, Clone, Copy)]
pub struct Unmerge {
    /// Which joining.
    pub merge: MergeId,
    /// Who says so.
    pub by: Author,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnmergeOutcome {
    /// Two again, each with what was hers.
    Parted,
    /// The same, but so many seats had been given to others: there she is the first in the queue.
    Queued(u64),
    /// They were taken apart before.
    Already,
    /// The thirty days are over.
    TooLate,
    /// Nothing was changed: something has happened since that contradicts it.
    Refused(Conflict),
    /// Something of it lies at a hub that is not hers: nothing was changed.
    OtherHub,
    /// No such joining.
    Unknown,
}

/// What contradicts taking two apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// A later joining of the same woman stands: that one first.
    Later,
    /// In a run in which both were, the place that stayed has been given up or exchanged since:
    /// nobody knows whose wish that was.
    Place,
    /// One of the links leads to another run since.
    MovedAway,
}

#[derive(sqlx::FromRow)]
struct Row {
    step: i64,
    kept_id: Uuid,
    gone_id: Uuid,
    at: i64,
    moved_sealed: Option<Vec<u8>>,
    undone_at: Option<i64>,
}

impl Row {
    fn people(&self) -> [PersonId; 2] {
        [PersonId(self.kept_id), PersonId(self.gone_id)]
    }
}

impl Write for Unmerge {
    type Output = UnmergeOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<UnmergeOutcome, StoreError> {
        let Some(row) = self.find(tx).await? else {
            return Ok(UnmergeOutcome::Unknown);
        };
        let people = row.people();
        let pools = Pools::hold(tx, people).await?;
        person::hold_row(tx, people[0].min(people[1])).await?;
        person::hold_row(tx, people[0].max(people[1])).await?;
        pools.are_same(tx, people).await?;
        // A colleague may have been quicker, or joined her to someone else.
        let Some(row) = self.find(tx).await? else {
            return Ok(UnmergeOutcome::Unknown);
        };
        match self.undoable(tx, &row).await? {
            Ok(moved) => self.part(tx, &row, &moved).await,
            Err(outcome) => Ok(outcome),
        }
    }
}

impl Unmerge {
    async fn find(&self, tx: &mut Conn) -> Result<Option<Row>, StoreError> {
        fetch_optional!(
            tx,
            Row,
            "SELECT step, kept_id, gone_id, at, moved_sealed, undone_at FROM merges WHERE id = $1",
            self.merge.0
        )
    }

    /// What to put back, or why it cannot be.
    async fn undoable(
        &self,
        tx: &mut Conn,
        row: &Row,
    ) -> Result<Result<Moved, UnmergeOutcome>, StoreError> {
        if row.undone_at.is_some() {
            return Ok(Err(UnmergeOutcome::Already));
        }
        let Some(sealed) = row.moved_sealed.as_deref() else {
            return Ok(Err(UnmergeOutcome::TooLate));
        };
        let moved = Moved::open(&tx.keys(), sealed)?;
        if !self.reaches(tx, &moved).await? {
            return Ok(Err(UnmergeOutcome::OtherHub));
        }
        if moment(row.at)? + UNDO <= self.at {
            return Ok(Err(UnmergeOutcome::TooLate));
        }
        let conflict = self.conflict(tx, row, &moved).await?;
        Ok(conflict.map_or(Ok(moved), |it| Err(UnmergeOutcome::Refused(it))))
    }

    /// Whether all that it touched lies at her hubs.
    async fn reaches(&self, tx: &mut Conn, moved: &Moved) -> Result<bool, StoreError> {
        let runs = moved.runs.iter().map(|run| run.kept.id);
        for enrolment in runs.chain(moved.handed.iter().copied()) {
            let (hub,) = fetch_one!(
                tx,
                (Uuid,),
                "SELECT c.hub_id FROM enrolments e JOIN course_instances i \
                 ON i.id = e.instance_id JOIN courses c ON c.id = i.course_id WHERE e.id = $1",
                enrolment
            )?;
            if !reaches(tx, self.by.account, self.by.all_hubs, HubId(hub)).await? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn conflict(
        &self,
        tx: &mut Conn,
        row: &Row,
        moved: &Moved,
    ) -> Result<Option<Conflict>, StoreError> {
        if later(tx, row).await? {
            return Ok(Some(Conflict::Later));
        }
        for (sign_up, _, after) in &moved.sign_ups {
            let (now,) = fetch_one!(
                tx,
                (Uuid,),
                "SELECT enrolment_id FROM sign_ups WHERE id = $1",
                *sign_up
            )?;
            if now != *after {
                return Ok(Some(Conflict::MovedAway));
            }
        }
        for run in &moved.runs {
            let now = Enrolled::now(tx, run.kept.id).await?;
            // The place goes back, and children whom she has brought since would stay behind.
            let is_left = run.whose == Whose::Gone && now.brings_children(tx).await?;
            if run.was_shared() && (is_left || !run.still_stands(now.place)) {
                return Ok(Some(Conflict::Place));
            }
        }
        Ok(None)
    }

    async fn part(
        &self,
        tx: &mut Conn,
        row: &Row,
        moved: &Moved,
    ) -> Result<UnmergeOutcome, StoreError> {
        let [kept, gone] = row.people();
        release(tx, moved, kept, gone).await?;
        let mut queued = 0;
        let mut restored = Vec::new();
        for run in &moved.runs {
            restored.push(self.restore(tx, run, row.at).await?);
        }
        go_back(tx, moved).await?;
        consents::go_back(tx, moved, gone).await?;
        messages::go_back(tx, moved).await?;
        for back in restored {
            queued += u64::from(back.is_queued);
            for pool in back.pools {
                seats::pass_on(tx, pool, self.at).await?;
            }
        }
        execute!(
            tx,
            "UPDATE merges SET undone_at = $2, undone_by = $3, moved_sealed = NULL WHERE id = $1",
            self.merge.0,
            self.at.as_microsecond(),
            self.by.account.0
        )?;
        Ok(match queued {
            0 => UnmergeOutcome::Parted,
            many => UnmergeOutcome::Queued(many),
        })
    }
}

impl Run {
    /// Whether the place of the one that goes on is of both: the other one had not ended before.
    pub(super) fn was_shared(&self) -> bool {
        self.gone.place.status.is_active()
    }

    /// Whether it is still the place of that day, or the seat that it was waiting for.
    fn still_stands(&self, now: Place) -> bool {
        let is_promoted = self.place.status == EnrolmentStatus::Waitlisted
            && now.status == EnrolmentStatus::Confirmed
            && now.seats == self.place.seats;
        now == self.place || is_promoted
    }
}

/// Whether either has to do with a joining that was made after this one and stands.
async fn later(tx: &mut Conn, row: &Row) -> Result<bool, StoreError> {
    let (later,) = fetch_one!(
        tx,
        (i64,),
        "SELECT COUNT(*) FROM merges WHERE undone_at IS NULL AND step > $3 \
         AND (kept_id IN ($1, $2) OR gone_id = $1)",
        row.kept_id,
        row.gone_id,
        row.step
    )?;
    Ok(later > 0)
}

/// The two people are two again, and what had been other spellings of the one are hers.
async fn release(
    tx: &mut Conn,
    moved: &Moved,
    kept: PersonId,
    gone: PersonId,
) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE people SET merged_into = NULL WHERE id = $1",
        gone.0
    )?;
    for spelling in &moved.spellings {
        execute!(
            tx,
            "UPDATE people SET merged_into = $2 WHERE id = $1 AND merged_into = $3",
            *spelling,
            gone.0,
            kept.0
        )?;
    }
    for enrolment in &moved.handed {
        execute!(
            tx,
            "UPDATE enrolments SET person_id = $2 WHERE id = $1",
            *enrolment,
            gone.0
        )?;
    }
    Ok(())
}

/// Requests, notes and tasks lead where they led.
async fn go_back(tx: &mut Conn, moved: &Moved) -> Result<(), StoreError> {
    for (sign_up, before, _) in &moved.sign_ups {
        execute!(
            tx,
            "UPDATE sign_ups SET enrolment_id = $2 WHERE id = $1",
            *sign_up,
            *before
        )?;
    }
    for run in &moved.runs {
        for enrolment in &run.earlier {
            execute!(
                tx,
                "UPDATE enrolments SET merged_into = $2 WHERE id = $1",
                *enrolment,
                run.gone.id
            )?;
        }
        for note in &run.notes {
            execute!(
                tx,
                "UPDATE enrolment_notes SET enrolment_id = $2 WHERE id = $1",
                *note,
                run.gone.id
            )?;
        }
        for task in &run.tasks {
            execute!(
                tx,
                "UPDATE consent_tasks SET enrolment_id = $2 WHERE id = $1",
                *task,
                run.gone.id
            )?;
        }
    }
    Ok(())
}
