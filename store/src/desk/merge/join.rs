//! Joining: everything of one row goes to the other, in one transaction.

use domain::{
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, MergeId, PersonId},
    joining::{self, Whose},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    Pools, consents, messages,
    moved::{Moved, Run},
    reaches_all,
    side::Enrolled,
};
use crate::{
    Conn, StoreError, Write,
    desk::{Event, record_event},
    enrolment::give_back,
    keys::random,
    mark::Author,
    person,
};

/// Joins two women who are one.
#[derive(Debug, Clone, Copy)]
pub struct Merge {
    /// An enrolment of the row that stays: her name and her number are right.
    pub kept: EnrolmentId,
    /// An enrolment of the row that becomes another spelling of it.
    pub gone: EnrolmentId,
    /// Who says so.
    pub by: Author,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergeOutcome {
    /// They are one now.
    Merged(MergeId),
    /// They were one before.
    Already,
    /// One of them brings children in a run in which both are, and the places for them would have
    /// to change hands or be given up: which of the two is too many is ended first.
    Children,
    /// One of them has to do with a hub that is not hers: nothing was changed.
    OtherHub,
    /// No such enrolment.
    Unknown,
}

impl Write for Merge {
    type Output = MergeOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<MergeOutcome, StoreError> {
        let kept = owner(tx, self.kept).await?;
        let (Some(kept), Some(gone)) = (kept, owner(tx, self.gone).await?) else {
            return Ok(MergeOutcome::Unknown);
        };
        if kept == gone {
            return Ok(MergeOutcome::Already);
        }
        let pools = Pools::hold(tx, [kept, gone]).await?;
        person::hold(tx, kept.min(gone)).await?;
        person::hold(tx, kept.max(gone)).await?;
        pools.are_same(tx, [kept, gone]).await?;
        if !reaches_all(tx, self.by, [kept, gone]).await? {
            return Ok(MergeOutcome::OtherHub);
        }
        if children_are_in_the_way(tx, kept, gone).await? {
            return Ok(MergeOutcome::Children);
        }
        let moved = self.join(tx, kept, gone).await?;
        self.write_down(tx, kept, gone, &moved)
            .await
            .map(MergeOutcome::Merged)
    }
}

/// Whose enrolment it is, or whose it was joined to.
async fn owner(tx: &mut Conn, enrolment: EnrolmentId) -> Result<Option<PersonId>, StoreError> {
    let row = fetch_optional!(
        tx,
        (Uuid,),
        "SELECT COALESCE(q.merged_into, q.id) FROM enrolments e \
         JOIN people q ON q.id = e.person_id WHERE e.id = $1",
        enrolment.0
    )?;
    Ok(row.map(|(id,)| PersonId(id)))
}

/// Places for children neither change hands nor are given up by a joining: nobody could say whether
/// two claims are of the same children.
async fn children_are_in_the_way(
    tx: &mut Conn,
    kept: PersonId,
    gone: PersonId,
) -> Result<bool, StoreError> {
    let hers = Enrolled::all(tx, kept).await?;
    for enrolled in Enrolled::all(tx, gone).await? {
        let Some(same_run) = hers.iter().find(|it| it.instance == enrolled.instance) else {
            continue;
        };
        let is_exchanged = joining::stays(same_run.place, enrolled.place) == Whose::Gone;
        if enrolled.brings_children(tx).await?
            || (is_exchanged && same_run.brings_children(tx).await?)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Merge {
    async fn join(
        &self,
        tx: &mut Conn,
        kept: PersonId,
        gone: PersonId,
    ) -> Result<Moved, StoreError> {
        let answers = consents::Answers::of(tx, [kept, gone]).await?;
        let hers = Enrolled::all(tx, kept).await?;
        let mut moved = Moved::default();
        for enrolled in Enrolled::all(tx, gone).await? {
            let same_run = hers.iter().find(|it| it.instance == enrolled.instance);
            let goes_on = same_run.map_or(enrolled.id, |it| it.id);
            moved
                .sign_ups
                .extend(sign_ups(tx, enrolled.id, goes_on).await?);
            match same_run {
                Some(hers) => moved.runs.push(self.join_run(tx, hers, enrolled).await?),
                None => moved.handed.push(hand_over(tx, enrolled.id, kept).await?),
            }
        }
        moved.spellings = respell(tx, kept, gone).await?;
        moved.consents = consents::follow(tx, kept, gone).await?;
        for run in &moved.runs {
            consents::follow_run(tx, run.gone.id, run.kept.id).await?;
        }
        moved.tasks_opened = answers.open_tasks(tx, kept, self.at).await?;
        Ok(moved)
    }

    /// Both were in this run: the better place stays with the one that goes on, and what the
    /// other held is given back, to the first who waits.
    pub(super) async fn join_run(
        &self,
        tx: &mut Conn,
        kept: &Enrolled,
        gone: Enrolled,
    ) -> Result<Run, StoreError> {
        let whose = joining::stays(kept.place, gone.place);
        let (place, over) = match whose {
            Whose::Kept => (kept.place, gone.place),
            Whose::Gone => (gone.place, kept.place),
        };
        kept.joined(&gone, place, self.at).write(tx, None).await?;
        self.end(tx, &gone, kept.id).await?;
        let run = Run {
            kept: kept.clone(),
            whose,
            place,
            earlier: earlier(tx, gone.id, kept.id).await?,
            notes: ids_moved(tx, Follows::Notes, gone.id, kept.id).await?,
            tasks: ids_moved(tx, Follows::Tasks, gone.id, kept.id).await?,
            messages: Vec::new(),
            dropped: Vec::new(),
            gone,
        };
        let run = messages::follow(tx, run, self.at).await?;
        self.note(tx, &run).await?;
        give_back(tx, over.status, over.seats, self.at).await?;
        Ok(run)
    }

    async fn end(&self, tx: &mut Conn, gone: &Enrolled, into: Uuid) -> Result<(), StoreError> {
        let mut ended = gone.clone();
        if ended.place.status.is_active() {
            ended.place.status = EnrolmentStatus::Cancelled;
            ended.place.rank = None;
        }
        ended.changed_at = self.at.as_microsecond();
        ended.write(tx, Some(into)).await
    }

    /// In the history of both.
    async fn note(&self, tx: &mut Conn, run: &Run) -> Result<(), StoreError> {
        let event = Event {
            enrolment: run.kept.id,
            seats: run.place.seats,
            kind: EventKind::Joined,
            rank: run.place.rank,
            by: Some(self.by.account),
            reason: None,
            at: self.at,
        };
        record_event(tx, event).await?;
        let event = Event {
            enrolment: run.gone.id,
            seats: run.gone.place.seats,
            kind: EventKind::JoinedAway,
            rank: None,
            ..event
        };
        record_event(tx, event).await
    }

    async fn write_down(
        &self,
        tx: &mut Conn,
        kept: PersonId,
        gone: PersonId,
        moved: &Moved,
    ) -> Result<MergeId, StoreError> {
        let id = MergeId::new(self.at, random());
        let sealed = moved.seal(&tx.keys())?;
        execute!(
            tx,
            "INSERT INTO merges (id, step, kept_id, gone_id, account_id, at, moved_sealed) \
             VALUES ($1, (SELECT COALESCE(MAX(g.step), 0) + 1 FROM merges g), $2, $3, $4, $5, \
                     $6)",
            id.0,
            kept.0,
            gone.0,
            self.by.account.0,
            self.at.as_microsecond(),
            sealed
        )?;
        Ok(id)
    }
}

/// Requests and their private links lead to the enrolment that goes on.
async fn sign_ups(
    tx: &mut Conn,
    from: Uuid,
    to: Uuid,
) -> Result<Vec<(Uuid, Uuid, Uuid)>, StoreError> {
    let rows: Vec<(Uuid,)> = fetch_all!(
        tx,
        (Uuid,),
        "UPDATE sign_ups SET enrolment_id = $2 WHERE enrolment_id = $1 RETURNING id",
        from,
        to
    )?;
    Ok(rows.into_iter().map(|(id,)| (id, from, to)).collect())
}

async fn hand_over(tx: &mut Conn, enrolment: Uuid, to: PersonId) -> Result<Uuid, StoreError> {
    execute!(
        tx,
        "UPDATE enrolments SET person_id = $2 WHERE id = $1",
        enrolment,
        to.0
    )?;
    Ok(enrolment)
}

/// Her row, and what were other spellings of it, lead to the one that stays.
async fn respell(tx: &mut Conn, kept: PersonId, gone: PersonId) -> Result<Vec<Uuid>, StoreError> {
    let rows: Vec<(Uuid,)> = fetch_all!(
        tx,
        (Uuid,),
        "UPDATE people SET merged_into = $2 WHERE id = $1 OR merged_into = $1 RETURNING id",
        gone.0,
        kept.0
    )?;
    let spellings = rows.into_iter().map(|(id,)| id);
    Ok(spellings.filter(|id| *id != gone.0).collect())
}

/// What had been joined to the one that ends leads to the one that goes on: never twice over.
async fn earlier(tx: &mut Conn, from: Uuid, to: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let rows: Vec<(Uuid,)> = fetch_all!(
        tx,
        (Uuid,),
        "UPDATE enrolments SET merged_into = $2 WHERE merged_into = $1 RETURNING id",
        from,
        to
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

enum Follows {
    Notes,
    Tasks,
}

async fn ids_moved(
    tx: &mut Conn,
    what: Follows,
    from: Uuid,
    to: Uuid,
) -> Result<Vec<Uuid>, StoreError> {
    let rows: Vec<(Uuid,)> = match what {
        Follows::Notes => fetch_all!(
            tx,
            (Uuid,),
            "UPDATE enrolment_notes SET enrolment_id = $2 WHERE enrolment_id = $1 RETURNING id",
            from,
            to
        )?,
        Follows::Tasks => fetch_all!(
            tx,
            (Uuid,),
            "UPDATE consent_tasks SET enrolment_id = $2 WHERE enrolment_id = $1 RETURNING id",
            from,
            to
        )?,
    };
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
