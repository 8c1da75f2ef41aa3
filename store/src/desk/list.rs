//! The runs of courses at an account's hubs, each with how full its pools are. No names.

use domain::{id::InstanceId, lang::Localised, programme::InstanceKind};
use jiff::Timestamp;
use uuid::Uuid;

use super::moment;
use crate::{Conn, StoreError, mark::Author, programme::Texts};

/// More runs than this are not listed at once.
pub const INSTANCES_MAX: usize = 200;

/// Which runs are wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Whose hubs.
    pub by: Author,
    /// The slug of one hub; empty for all of them.
    pub hub: String,
    /// Those whose last session is over, the latest first, rather than those to come.
    pub past: bool,
    /// Now.
    pub now: Timestamp,
}

/// One run in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: InstanceId,
    /// What is taught.
    pub title: Localised,
    /// The hub's name.
    pub hub: Localised,
    /// The hub's time zone, an IANA name.
    pub zone: String,
    /// Whether one enrols in the run or in each session.
    pub kind: InstanceKind,
    /// When its first session begins.
    pub starts_at: Timestamp,
    /// When its last session ends.
    pub ends_at: Timestamp,
    /// How many sessions it has.
    pub sessions: u64,
    /// Its pools, by time.
    pub pools: Vec<ListedPool>,
}

/// How full one pool is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPool {
    /// Its name in addresses.
    pub slug: String,
    /// When its slot begins; nothing for a whole run.
    pub slot_at: Option<Timestamp>,
    /// Seats in all.
    pub capacity: u64,
    /// Seats taken.
    pub taken: u64,
    /// How many wait.
    pub waiting: u64,
    /// When enrolment ends.
    pub closes_at: Timestamp,
}

/// One pool with its run.
#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    #[sqlx(try_from = "String")]
    title: Texts,
    #[sqlx(try_from = "String")]
    hub: Texts,
    zone: String,
    kind: String,
    starts_at: i64,
    ends_at: i64,
    sessions: i64,
    slug: String,
    slot_at: Option<i64>,
    capacity: i64,
    taken: i64,
    waiting: i64,
    closes_at: i64,
}

/// The runs that are wanted, at most [`INSTANCES_MAX`] and one more, by which one sees that
/// there are others.
pub async fn instances(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<Listed>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT r.id, r.title, r.hub, r.zone, r.kind, r.starts_at, r.ends_at, r.sessions, \
                p.slug, s.starts_at AS slot_at, p.capacity, p.taken, p.waiting, p.closes_at \
         FROM (SELECT i.id, c.title, h.name AS hub, h.zone, i.kind, \
                      MIN(m.starts_at) AS starts_at, MAX(m.ends_at) AS ends_at, \
                      COUNT(m.id) AS sessions \
               FROM course_instances i JOIN courses c ON c.id = i.course_id \
               JOIN hubs h ON h.id = c.hub_id JOIN sessions m ON m.instance_id = i.id \
               WHERE ($1 OR h.id IN \
                      (SELECT a.hub_id FROM account_hubs a WHERE a.account_id = $2)) \
                 AND ($3 = '' OR h.slug = $3) \
               GROUP BY i.id, c.title, h.name, h.zone, i.kind \
               HAVING (MAX(m.ends_at) <= $4) = $5 \
               ORDER BY CASE WHEN $5 THEN -MIN(m.starts_at) ELSE MIN(m.starts_at) END, i.id \
               LIMIT $6) r \
         JOIN seats p ON p.instance_id = r.id LEFT JOIN sessions s ON s.id = p.session_id \
         ORDER BY CASE WHEN $5 THEN -r.starts_at ELSE r.starts_at END, r.id, s.starts_at, p.slug",
        wanted.by.all_hubs,
        wanted.by.account.0,
        &wanted.hub,
        wanted.now.as_microsecond(),
        wanted.past,
        i64::try_from(INSTANCES_MAX + 1).unwrap_or(i64::MAX)
    )?;
    let mut runs: Vec<Listed> = Vec::new();
    for row in rows {
        let pool = row.pool()?;
        match runs.last_mut().filter(|run| run.id.0 == row.id) {
            Some(run) => run.pools.push(pool),
            None => runs.push(row.listed(pool)?),
        }
    }
    Ok(runs)
}

impl Row {
    fn pool(&self) -> Result<ListedPool, StoreError> {
        Ok(ListedPool {
            slug: self.slug.clone(),
            slot_at: self.slot_at.map(moment).transpose()?,
            capacity: self.capacity.unsigned_abs(),
            taken: self.taken.unsigned_abs(),
            waiting: self.waiting.unsigned_abs(),
            closes_at: moment(self.closes_at)?,
        })
    }

    fn listed(self, first: ListedPool) -> Result<Listed, StoreError> {
        Ok(Listed {
            id: InstanceId(self.id),
            title: self.title.0,
            hub: self.hub.0,
            zone: self.zone,
            kind: InstanceKind::parse(&self.kind)
                .ok_or(StoreError::Unknown("course_instances.kind"))?,
            starts_at: moment(self.starts_at)?,
            ends_at: moment(self.ends_at)?,
            sessions: self.sessions.unsigned_abs(),
            pools: vec![first],
        })
    }
}

/// The hubs of an account: slug and name.
pub async fn hubs(conn: &mut Conn, by: Author) -> Result<Vec<(String, Localised)>, StoreError> {
    let rows: Vec<HubRow> = fetch_all!(
        conn,
        HubRow,
        "SELECT h.slug, h.name FROM hubs h WHERE $1 OR h.id IN \
         (SELECT a.hub_id FROM account_hubs a WHERE a.account_id = $2) ORDER BY h.position",
        by.all_hubs,
        by.account.0
    )?;
    Ok(rows.into_iter().map(|row| (row.slug, row.name.0)).collect())
}

#[derive(sqlx::FromRow)]
struct HubRow {
    slug: String,
    #[sqlx(try_from = "String")]
    name: Texts,
}
