//! Two appointments of one training, and ways to hold an enrolment while others reach for it:
//! the moments in which a woman with two browser tabs could get two seats.

use std::sync::Arc;

use domain::id::{SeatsId, SignUpId};
use jiff::{Timestamp, ToSpan as _};
use sqlx::Connection as _;
use tokio::sync::Notify;
use uuid::Uuid;

use super::{SmallCourse, TestStore};
use crate::{
    Conn, Store, StoreError, Write,
    enrolment::new_id,
    seats::{self, Asker},
};

/// A [`SmallCourse`] whose instance is cut into two appointments.
pub struct TwoSlots(pub SmallCourse);

impl Write for TwoSlots {
    type Output = [SeatsId; 2];

    async fn run(&self, tx: &mut Conn) -> Result<[SeatsId; 2], StoreError> {
        let course = self.0.run(tx).await?;
        execute!(
            tx,
            "UPDATE course_instances SET kind = 'slots' WHERE id = $1",
            course.instance.0
        )?;
        execute!(
            tx,
            "UPDATE seats SET session_id = $2 WHERE id = $1",
            course.seats.0,
            course.session
        )?;
        let second = self.second(tx, course.session).await?;
        Ok([course.seats, second])
    }
}

impl TwoSlots {
    /// The same as the first, an hour after it.
    async fn second(&self, tx: &mut Conn, first: Uuid) -> Result<SeatsId, StoreError> {
        let starts_at = self.0.starts_at + 3.hours();
        let [session, seats] = std::array::from_fn(|_| new_id(starts_at));
        let slug = format!("{}-second", self.0.slug);
        execute!(
            tx,
            "INSERT INTO sessions (id, slug, instance_id, room_id, plan, starts_at, ends_at) \
             SELECT $2, $3, instance_id, room_id, '', $4, $5 FROM sessions WHERE id = $1",
            first,
            session,
            &slug,
            starts_at.as_microsecond(),
            (starts_at + 2.hours()).as_microsecond()
        )?;
        execute!(
            tx,
            "INSERT INTO seats (id, slug, instance_id, session_id, capacity, ceiling, closes_at) \
             SELECT $2, $3, instance_id, $4, capacity, ceiling, $5 FROM seats \
             WHERE session_id = $1",
            first,
            seats,
            &slug,
            session,
            starts_at.as_microsecond()
        )?;
        Ok(SeatsId(seats))
    }
}

/// Says when a transaction holds what it should, and tells it when it may go on.
#[derive(Clone, Default)]
pub struct Handle {
    held: Arc<Notify>,
    go_on: Arc<Notify>,
}

impl Handle {
    /// Waits until the transaction holds it.
    pub async fn is_held(&self) {
        self.held.notified().await;
    }

    /// Lets the transaction end.
    pub fn let_go(&self) {
        self.go_on.notify_one();
    }

    async fn hold(&self) {
        self.held.notify_one();
        self.go_on.notified().await;
    }
}

/// Holds the row of the enrolment behind a sign-up, so that whoever wants to change it waits.
pub struct HoldEnrolment {
    /// The sign-up.
    pub sign_up: SignUpId,
    /// Its handle.
    pub handle: Handle,
}

impl Write for HoldEnrolment {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE enrolments SET changed_at = changed_at \
             WHERE id = (SELECT enrolment_id FROM sign_ups WHERE id = $1)",
            self.sign_up.0
        )?;
        self.handle.hold().await;
        Ok(())
    }
}

/// Holds a pool, and when it may go on moves the enrolment behind a sign-up to another one, as
/// cancelling and enrolling again does.
pub struct HoldAndMove {
    /// The sign-up; its enrolment has a seat in `from`.
    pub sign_up: SignUpId,
    /// The pool that is held and left.
    pub from: SeatsId,
    /// Where she has a seat then.
    pub to: SeatsId,
    /// Its handle.
    pub handle: Handle,
}

impl Write for HoldAndMove {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        seats::hold(tx, self.from).await?;
        self.handle.hold().await;
        seats::release(tx, self.from).await?;
        let asker = Asker {
            holder: None,
            at: Timestamp::UNIX_EPOCH,
        };
        seats::take(tx, self.to, asker).await?;
        execute!(
            tx,
            "UPDATE enrolments SET seats_id = $2 \
             WHERE id = (SELECT enrolment_id FROM sign_ups WHERE id = $1)",
            self.sign_up.0,
            self.to.0
        )?;
        Ok(())
    }
}

/// Holds a pool, and when it may go on makes a change in the same transaction.
pub struct HoldFirst<W> {
    /// The pool.
    pub pool: SeatsId,
    /// What is done then.
    pub then: W,
    /// Its handle.
    pub handle: Handle,
}

impl<W: Write> Write for HoldFirst<W> {
    type Output = W::Output;

    async fn run(&self, tx: &mut Conn) -> Result<W::Output, StoreError> {
        seats::hold(tx, self.pool).await?;
        self.handle.hold().await;
        self.then.run(tx).await
    }
}

/// Waits until so many transactions of this database wait for a lock. SQLite's one writer lets
/// nobody come so far: there they wait in its queue, and there is nothing to see.
#[expect(clippy::expect_used, reason = "a test without its database must fail")]
pub async fn waiting_for_a_lock(t: &TestStore, transactions: i64) {
    if t.database != "postgres" {
        return;
    }
    let mut link = sqlx::PgConnection::connect(&t.url)
        .await
        .expect("PostgreSQL answers");
    loop {
        let (waiting,): (i64,) = sqlx::query_as(
            "SELECT COUNT(*) FROM pg_stat_activity \
             WHERE datname = current_database() AND wait_event_type = 'Lock'",
        )
        .fetch_one(&mut link)
        .await
        .expect("PostgreSQL says who waits");
        if waiting >= transactions {
            return;
        }
    }
}

struct TakeUnheld(SeatsId, Timestamp);

impl Write for TakeUnheld {
    type Output = bool;

    async fn run(&self, tx: &mut Conn) -> Result<bool, StoreError> {
        let asker = Asker {
            holder: None,
            at: self.1,
        };
        seats::take(tx, self.0, asker).await
    }
}

/// The control of the meeting of a choice and a sign-up: takes a seat without holding its pool
/// first.
pub async fn take_unheld(store: Store, seats: SeatsId) -> Result<bool, StoreError> {
    store.write(TakeUnheld(seats, Timestamp::UNIX_EPOCH)).await
}
