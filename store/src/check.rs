//! Reads the whole database and lists every promise that does not hold.

mod childcare;

use domain::id::SeatsId;
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use crate::{Conn, StoreError};

/// What was read, and what is wrong with it.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Every pool of seats: instances booked whole, and slots.
    pub seats: Vec<SeatsReport>,
    /// Broken promises; empty when all is well.
    pub broken: Vec<Broken>,
}

/// One pool: what its counters say, and what its rows say.
#[derive(Debug, Clone, Serialize, sqlx::FromRow)]
pub struct SeatsReport {
    #[serde(skip)]
    id: Uuid,
    /// Slug of the course instance.
    pub instance: String,
    /// Slug of the instance or of the slot.
    pub slug: String,
    /// Seats that may be taken.
    pub capacity: i64,
    #[serde(skip)]
    ceiling: i64,
    /// Seats taken, by the counter.
    pub taken: i64,
    /// People waiting, by the counter.
    pub waiting: i64,
    /// Confirmed enrolments, counted.
    pub confirmed: i64,
    /// Waiting enrolments, counted.
    pub waitlisted: i64,
    /// Those of them who need nothing but a seat.
    #[serde(skip)]
    ready: i64,
    /// Different people with a seat or in the queue, counted.
    pub people: i64,
    #[serde(skip)]
    closes_at: i64,
}

/// One promise that does not hold.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Broken {
    /// Which promise, in one word.
    pub promise: &'static str,
    /// The slug or id of the record that breaks it.
    pub record: String,
    /// What was found.
    pub found: String,
}

/// Reads everything.
pub async fn run(conn: &mut Conn, now: Timestamp) -> Result<Report, StoreError> {
    let seats = seats_reports(conn).await?;
    let mut broken: Vec<Broken> = seats
        .iter()
        .flat_map(|pool| pool.broken(now.as_microsecond()))
        .collect();
    broken.extend(strangers(conn).await?);
    broken.extend(childcare::broken(conn, now).await?);
    Ok(Report { seats, broken })
}

impl SeatsReport {
    /// The pool's id.
    #[must_use]
    pub fn id(&self) -> SeatsId {
        SeatsId(self.id)
    }

    fn broken(&self, now: i64) -> Vec<Broken> {
        let mut broken = Vec::new();
        let mut note = |holds: bool, promise, found: String| {
            if !holds {
                broken.push(Broken {
                    promise,
                    record: self.slug.clone(),
                    found,
                });
            }
        };
        note(
            self.confirmed <= self.ceiling,
            "over_capacity",
            format!("{} confirmed for {} seats", self.confirmed, self.capacity),
        );
        note(
            self.taken == self.confirmed,
            "taken_counter",
            format!("counter {}, rows {}", self.taken, self.confirmed),
        );
        note(
            self.waiting == self.waitlisted,
            "waiting_counter",
            format!("counter {}, rows {}", self.waiting, self.waitlisted),
        );
        note(
            self.ready == 0 || self.taken >= self.capacity || self.closes_at <= now,
            "waiting_while_free",
            format!(
                "{} wait, {} of {} taken",
                self.ready, self.taken, self.capacity
            ),
        );
        note(
            self.people == self.confirmed + self.waitlisted,
            "duplicate_enrolment",
            format!(
                "{} people, {} enrolments",
                self.people,
                self.confirmed + self.waitlisted
            ),
        );
        broken
    }
}

async fn seats_reports(conn: &mut Conn) -> Result<Vec<SeatsReport>, StoreError> {
    fetch_all!(
        conn,
        SeatsReport,
        "SELECT p.id, i.slug AS instance, p.slug, p.capacity, p.ceiling, p.taken, p.waiting, \
                p.closes_at, \
                COUNT(CASE WHEN e.status = 'confirmed' THEN 1 END) AS confirmed, \
                COUNT(CASE WHEN e.status = 'waitlisted' THEN 1 END) AS waitlisted, \
                COUNT(CASE WHEN e.status = 'waitlisted' AND (e.childcare_optional OR NOT EXISTS \
                    (SELECT 1 FROM childcare_claims c LEFT JOIN childcare_places k \
                     ON k.seats_id = e.seats_id AND k.band = c.band WHERE c.enrolment_id = e.id \
                     AND (k.band IS NULL OR k.taken + c.children > k.capacity))) \
                    THEN 1 END) AS ready, \
                COUNT(DISTINCT CASE WHEN e.status IN ('confirmed', 'waitlisted') \
                               THEN e.person_id END) AS people \
         FROM seats p JOIN course_instances i ON i.id = p.instance_id \
         LEFT JOIN enrolments e ON e.seats_id = p.id \
         GROUP BY p.id, i.slug, p.slug, p.capacity, p.ceiling, p.taken, p.waiting, p.closes_at \
         ORDER BY p.slug"
    )
}

/// Rows that point at the wrong thing although the database's own keys hold.
async fn strangers(conn: &mut Conn) -> Result<Vec<Broken>, StoreError> {
    let moved: Vec<(Uuid,)> = fetch_all!(
        conn,
        (Uuid,),
        "SELECT e.id FROM enrolments e JOIN seats p ON p.id = e.seats_id \
         WHERE p.instance_id <> e.instance_id"
    )?;
    // Requests go along when someone is moved to another run: the ended enrolment has none.
    let silent: Vec<(Uuid,)> = fetch_all!(
        conn,
        (Uuid,),
        "SELECT e.id FROM enrolments e LEFT JOIN sign_ups s \
         ON s.enrolment_id = e.id AND NOT s.is_repeat \
         WHERE s.id IS NULL AND e.status NOT IN ('cancelled', 'excused')"
    )?;
    let name = |promise| {
        move |(id,): (Uuid,)| Broken {
            promise,
            record: id.to_string(),
            found: "enrolment".into(),
        }
    };
    let moved = moved.into_iter().map(name("seats_of_another_instance"));
    let joined = joined(conn).await?;
    Ok(moved
        .chain(silent.into_iter().map(name("enrolment_without_sign_up")))
        .chain(joined.into_iter().map(name("left_behind_by_joining")))
        .collect())
}

/// Enrolments that a joining should have ended, handed over or emptied, and those joined to one
/// that is joined itself.
async fn joined(conn: &mut Conn) -> Result<Vec<(Uuid,)>, StoreError> {
    fetch_all!(
        conn,
        (Uuid,),
        "SELECT e.id FROM enrolments e JOIN people q ON q.id = e.person_id \
         LEFT JOIN enrolments g ON g.id = e.merged_into LEFT JOIN people r ON r.id = q.merged_into \
         WHERE (q.merged_into IS NULL) <> (e.merged_into IS NULL) \
            OR g.merged_into IS NOT NULL OR r.merged_into IS NOT NULL \
            OR g.instance_id <> e.instance_id OR g.person_id <> q.merged_into \
            OR (e.merged_into IS NOT NULL AND (e.status NOT IN ('cancelled', 'excused') \
                OR EXISTS (SELECT 1 FROM sign_ups s WHERE s.enrolment_id = e.id)))"
    )
}
