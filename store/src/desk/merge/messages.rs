//! What was to be said about two enrolments is said once, about the one that goes on.

use jiff::Timestamp;
use uuid::Uuid;

use super::moved::{Moved, Run};
use crate::{Conn, StoreError};

/// Open messages go along with the enrolment whose place stays; what was to be said about a place
/// that is over is dropped, and so is what would be said twice.
pub(super) async fn follow(tx: &mut Conn, mut run: Run, at: Timestamp) -> Result<Run, StoreError> {
    let kept_is_over = !run.kept.place.status.is_active() && run.place.status.is_active();
    let gone_is_over = !run.gone.place.status.is_active() && run.place.status.is_active();
    if kept_is_over {
        for (id, _) in open(tx, run.kept.id).await? {
            drop_one(tx, id, at).await?;
            run.dropped.push((id, run.kept.id));
        }
    }
    let mut there = open(tx, run.kept.id).await?;
    for (id, kind) in open(tx, run.gone.id).await? {
        if gone_is_over || there.iter().any(|(_, said)| *said == kind) {
            drop_one(tx, id, at).await?;
            run.dropped.push((id, run.gone.id));
        } else {
            readdress(tx, id, run.kept.id).await?;
            run.messages.push(id);
            there.push((id, kind));
        }
    }
    Ok(run)
}

async fn open(tx: &mut Conn, enrolment: Uuid) -> Result<Vec<(Uuid, String)>, StoreError> {
    fetch_all!(
        tx,
        (Uuid, String),
        "SELECT id, kind FROM messages WHERE enrolment_id = $1 AND state = 'open' ORDER BY id",
        enrolment
    )
}

async fn readdress(tx: &mut Conn, id: Uuid, enrolment: Uuid) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE messages SET enrolment_id = $2 WHERE id = $1",
        id,
        enrolment
    )?;
    Ok(())
}

async fn drop_one(tx: &mut Conn, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE messages SET state = 'dropped', closed_at = $2 WHERE id = $1",
        id,
        at.as_microsecond()
    )?;
    Ok(())
}

/// News of a seat from the queue is for the one whose place it was.
pub(super) async fn follow_seat(tx: &mut Conn, from: Uuid, to: Uuid) -> Result<(), StoreError> {
    if from != to {
        execute!(
            tx,
            "UPDATE messages SET enrolment_id = $2 \
             WHERE enrolment_id = $1 AND kind = 'seat' AND state = 'open'",
            from,
            to
        )?;
    }
    Ok(())
}

/// Messages go back, and what was dropped waits again unless the same has been said since.
pub(super) async fn go_back(tx: &mut Conn, moved: &Moved) -> Result<(), StoreError> {
    for run in &moved.runs {
        for id in &run.messages {
            readdress(tx, *id, run.gone.id).await?;
        }
        for (id, enrolment) in &run.dropped {
            execute!(
                tx,
                "UPDATE messages SET state = 'open', closed_at = NULL \
                 WHERE id = $1 AND enrolment_id = $2 AND state = 'dropped' AND NOT EXISTS \
                 (SELECT 1 FROM messages o WHERE o.enrolment_id = $2 AND o.state = 'open' \
                  AND o.kind = messages.kind)",
                *id,
                *enrolment
            )?;
        }
    }
    Ok(())
}
