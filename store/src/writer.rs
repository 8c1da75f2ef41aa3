//! SQLite's one writer: it groups the writes that wait into one durable commit.
//! One that fails does not take the others along.

use std::panic::AssertUnwindSafe;

use futures_util::{FutureExt as _, future::BoxFuture};
use tokio::sync::{mpsc, oneshot};

use crate::{Conn, StoreError, Write};

/// Writes per commit. Large enough to share an fsync among a rush, small enough that the
/// first of the group does not wait long.
const GROUP_MAX: usize = 128;

/// A write in the queue, with the way to answer it.
pub(crate) struct QueuedWrite(Box<dyn Pending>);

impl QueuedWrite {
    /// Queues a job; the receiver hears once the commit is durable.
    pub(crate) fn new<W: Write>(
        job: W,
    ) -> (Self, oneshot::Receiver<Result<W::Output, StoreError>>) {
        let (reply, answer) = oneshot::channel();
        (
            Self(Box::new(Queued {
                job,
                result: None,
                reply,
            })),
            answer,
        )
    }
}

struct Queued<W: Write> {
    job: W,
    result: Option<Result<W::Output, StoreError>>,
    reply: oneshot::Sender<Result<W::Output, StoreError>>,
}

trait Pending: Send {
    /// Runs the job and keeps its result; says whether it may stand.
    fn run<'a>(&'a mut self, tx: &'a mut Conn) -> BoxFuture<'a, Verdict>;
    /// Answers the caller: with the result, or with the failure of the whole group.
    fn answer(self: Box<Self>, group: Option<GroupFailure>);
}

enum Verdict {
    Keep,
    Undo,
    UndoGroup(GroupFailure),
}

#[derive(Clone, Copy)]
enum GroupFailure {
    Busy,
    Unwritable,
    Interrupted,
}

impl From<GroupFailure> for StoreError {
    fn from(failure: GroupFailure) -> Self {
        match failure {
            GroupFailure::Busy => Self::Busy,
            GroupFailure::Unwritable => Self::Unwritable,
            GroupFailure::Interrupted => Self::Interrupted,
        }
    }
}

impl From<StoreError> for GroupFailure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy => Self::Busy,
            StoreError::Unwritable => Self::Unwritable,
            other => {
                tracing::error!(error = ?other, "a group of writes failed");
                Self::Interrupted
            }
        }
    }
}

impl<W: Write> Pending for Queued<W> {
    fn run<'a>(&'a mut self, tx: &'a mut Conn) -> BoxFuture<'a, Verdict> {
        async move {
            let ran = AssertUnwindSafe(self.job.run(tx)).catch_unwind().await;
            let result = ran.unwrap_or(Err(StoreError::Interrupted));
            let verdict = match &result {
                Ok(_) => Verdict::Keep,
                // Disk full, I/O error, out of memory: SQLite may have rolled back everything.
                Err(StoreError::Unwritable) => Verdict::UndoGroup(GroupFailure::Unwritable),
                Err(_) => Verdict::Undo,
            };
            self.result = Some(result);
            verdict
        }
        .boxed()
    }

    fn answer(self: Box<Self>, group: Option<GroupFailure>) {
        let result = match (group, self.result) {
            (Some(failure), _) => Err(failure.into()),
            (None, Some(result)) => result,
            (None, None) => Err(StoreError::Interrupted),
        };
        drop(self.reply.send(result)); // the caller may be gone; the write stands all the same
    }
}

/// Serves the queue until the store and all its clones are gone.
pub(crate) async fn run(mut conn: Conn, mut queue: mpsc::Receiver<QueuedWrite>) {
    let mut group = Vec::with_capacity(GROUP_MAX);
    while queue.recv_many(&mut group, GROUP_MAX).await > 0 {
        let failure = commit_group(&mut conn, &mut group).await.err();
        for QueuedWrite(pending) in group.drain(..) {
            pending.answer(failure);
        }
    }
}

/// Makes the whole group durable by one commit. Nearly always all of it may stand; where one
/// write may not, nothing does yet, and the group runs again with a savepoint around each.
async fn commit_group(conn: &mut Conn, group: &mut [QueuedWrite]) -> Result<(), GroupFailure> {
    let done = async {
        conn.begin().await?;
        if !run_together(conn, group).await? {
            conn.roll_back().await;
            conn.begin().await?;
            run_apart(conn, group).await?;
        }
        conn.commit().await.map_err(GroupFailure::from)
    }
    .await;
    if done.is_err() {
        conn.roll_back().await;
    }
    done
}

/// Runs the writes one after the other; says whether all of them may stand.
async fn run_together(conn: &mut Conn, group: &mut [QueuedWrite]) -> Result<bool, GroupFailure> {
    for QueuedWrite(pending) in group {
        match pending.run(conn).await {
            Verdict::Keep => {}
            Verdict::Undo => return Ok(false),
            Verdict::UndoGroup(failure) => return Err(failure),
        }
    }
    Ok(true)
}

/// Runs the writes one after the other and takes back each that may not stand.
async fn run_apart(conn: &mut Conn, group: &mut [QueuedWrite]) -> Result<(), GroupFailure> {
    for QueuedWrite(pending) in group {
        execute!(conn, "SAVEPOINT one")?;
        let before = conn.is_public_change;
        match pending.run(conn).await {
            Verdict::Keep => {}
            Verdict::Undo => {
                execute!(conn, "ROLLBACK TO one")?;
                conn.is_public_change = before;
            }
            Verdict::UndoGroup(failure) => return Err(failure),
        }
        execute!(conn, "RELEASE one")?;
    }
    Ok(())
}
