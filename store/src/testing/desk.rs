//! More pools for a [`SmallCourse`](super::SmallCourse), and the control of moving: a move that
//! looks whether a seat is free and takes it later.

use domain::id::{EnrolmentId, SeatsId, SignUpId};
use jiff::{Timestamp, ToSpan as _};
use tokio::sync::Barrier;
use uuid::Uuid;

use super::SmallCourseIds;
use crate::{Conn, Store, StoreError, Write, enrolment::new_id, seats};

/// One more pool of the same course.
#[derive(Debug, Clone, Copy)]
pub struct ExtraPool {
    /// The course.
    pub beside: SmallCourseIds,
    /// Its slug, unique per store.
    pub slug: &'static str,
    /// Its seats.
    pub capacity: i64,
    /// When its session begins; sign-up closes there.
    pub starts_at: Timestamp,
    /// A run of its own, or one more slot of the same run.
    pub own_run: bool,
}

impl Write for ExtraPool {
    type Output = SeatsId;

    async fn run(&self, tx: &mut Conn) -> Result<SeatsId, StoreError> {
        let [instance, session, seats] = std::array::from_fn(|_| new_id(self.starts_at));
        let instance = if self.own_run {
            execute!(
                tx,
                "INSERT INTO course_instances (id, slug, course_id, kind, is_sample, \
                 closes_plan) SELECT $2, $3, course_id, 'whole', is_sample, '' \
                 FROM course_instances WHERE id = $1",
                self.beside.instance.0,
                instance,
                self.slug
            )?;
            instance
        } else {
            self.cut_into_slots(tx).await?;
            self.beside.instance.0
        };
        execute!(
            tx,
            "INSERT INTO sessions (id, slug, instance_id, room_id, plan, starts_at, ends_at) \
             SELECT $2, $3, $4, room_id, '', $5, $6 FROM sessions WHERE id = $1",
            self.beside.session,
            session,
            self.slug,
            instance,
            self.starts_at.as_microsecond(),
            (self.starts_at + 2.hours()).as_microsecond()
        )?;
        execute!(
            tx,
            "INSERT INTO seats (id, slug, instance_id, session_id, capacity, ceiling, \
             closes_at) VALUES ($1, $2, $3, $4, $5, $5, $6)",
            seats,
            self.slug,
            instance,
            (!self.own_run).then_some(session),
            self.capacity,
            self.starts_at.as_microsecond()
        )?;
        Ok(SeatsId(seats))
    }
}

impl ExtraPool {
    async fn cut_into_slots(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE course_instances SET kind = 'slots' WHERE id = $1",
            self.beside.instance.0
        )?;
        execute!(
            tx,
            "UPDATE seats SET session_id = $2 WHERE id = $1",
            self.beside.seats.0,
            self.beside.session
        )?;
        Ok(())
    }
}

/// Puts an enrolment with a seat back to "to be confirmed", as a doubtful sign-up will.
pub struct SetPending(pub EnrolmentId);

impl Write for SetPending {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE seats SET taken = taken - 1 \
             WHERE id = (SELECT seats_id FROM enrolments WHERE id = $1)",
            self.0.0
        )?;
        execute!(
            tx,
            "UPDATE enrolments SET status = 'pending' WHERE id = $1",
            self.0.0
        )?;
        Ok(())
    }
}

/// The control of the race for a slot: looks whether a seat is free, waits until everybody has
/// looked, then sits down.
pub async fn move_unguarded(
    store: &Store,
    enrolment: EnrolmentId,
    to: SeatsId,
    rendezvous: &Barrier,
) -> Result<(), StoreError> {
    let pool = seats::find(&mut store.read().await?, to).await?;
    let was_free = pool.is_some_and(|pool| pool.has_room(0) && pool.waiting == 0);
    rendezvous.wait().await;
    if was_free {
        store.write(SitDown { enrolment, to }).await?;
    }
    Ok(())
}

struct SitDown {
    enrolment: EnrolmentId,
    to: SeatsId,
}

impl Write for SitDown {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE enrolments SET seats_id = $2 WHERE id = $1",
            self.enrolment.0,
            self.to.0
        )?;
        Ok(())
    }
}

/// The enrolment that a request leads to.
#[expect(clippy::expect_used, reason = "a test without its enrolment must fail")]
pub async fn enrolment_of(store: &Store, sign_up: SignUpId) -> EnrolmentId {
    let mut conn = store.read().await.expect("a connection");
    let row = fetch_one!(
        conn,
        (Uuid,),
        "SELECT enrolment_id FROM sign_ups WHERE id = $1",
        sign_up.0
    );
    EnrolmentId(row.expect("a sign-up").0)
}
