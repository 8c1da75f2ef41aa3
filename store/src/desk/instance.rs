//! One run as the desk sees it: its pools, its sessions, its places for children, and who
//! changed how many seats there are.

use domain::{
    id::{EnrolmentId, HubId, InstanceId, SeatsId, SessionId},
    lang::Localised,
    programme::InstanceKind,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Colleague, moment};
use crate::{Conn, StoreError, programme::Texts};

/// One run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskInstance {
    /// Its id.
    pub id: InstanceId,
    /// The hub that offers it.
    pub hub: HubId,
    /// What is taught.
    pub title: Localised,
    /// The hub's name.
    pub hub_name: Localised,
    /// The hub's time zone, an IANA name.
    pub zone: String,
    /// Whether one enrols in the run or in each session.
    pub kind: InstanceKind,
    /// Its pools, by time.
    pub pools: Vec<DeskPool>,
    /// Its sessions, by time.
    pub sessions: Vec<DeskSession>,
}

/// One pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskPool {
    /// The pool.
    pub id: SeatsId,
    /// Its name in addresses.
    pub slug: String,
    /// Its slot; nothing for a whole run.
    pub slot: Option<SessionId>,
    /// Seats in all.
    pub capacity: u64,
    /// Seats taken.
    pub taken: u64,
    /// How many wait.
    pub waiting: u64,
    /// When enrolment ends.
    pub closes_at: Timestamp,
    /// Places for children.
    pub childcare: Vec<ChildcarePlaces>,
}

/// Places for children of one age band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChildcarePlaces {
    /// The band's word.
    pub band: String,
    /// Places in all.
    pub capacity: u64,
    /// Places taken.
    pub taken: u64,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskSession {
    /// Its id.
    pub id: SessionId,
    /// Its room.
    pub room: Localised,
    /// How many people the room holds.
    pub room_capacity: u64,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    hub_id: Uuid,
    #[sqlx(try_from = "String")]
    title: Texts,
    #[sqlx(try_from = "String")]
    hub_name: Texts,
    zone: String,
    kind: String,
}

/// The run with this id.
pub async fn instance(conn: &mut Conn, id: InstanceId) -> Result<Option<DeskInstance>, StoreError> {
    let row = fetch_optional!(
        conn,
        Row,
        "SELECT c.hub_id, c.title, h.name AS hub_name, h.zone, i.kind \
         FROM course_instances i JOIN courses c ON c.id = i.course_id \
         JOIN hubs h ON h.id = c.hub_id WHERE i.id = $1",
        id.0
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(DeskInstance {
        id,
        hub: HubId(row.hub_id),
        title: row.title.0,
        hub_name: row.hub_name.0,
        zone: row.zone,
        kind: InstanceKind::parse(&row.kind).ok_or(StoreError::Unknown("course_instances.kind"))?,
        pools: pools(conn, id).await?,
        sessions: sessions(conn, id).await?,
    }))
}

async fn pools(conn: &mut Conn, id: InstanceId) -> Result<Vec<DeskPool>, StoreError> {
    type Row = (Uuid, String, Option<Uuid>, i64, i64, i64, i64);
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT p.id, p.slug, p.session_id, p.capacity, p.taken, p.waiting, p.closes_at \
         FROM seats p LEFT JOIN sessions s ON s.id = p.session_id \
         WHERE p.instance_id = $1 ORDER BY s.starts_at, p.slug",
        id.0
    )?;
    let mut pools = Vec::new();
    for (seats, slug, slot, capacity, taken, waiting, closes_at) in rows {
        pools.push(DeskPool {
            id: SeatsId(seats),
            slug,
            slot: slot.map(SessionId),
            capacity: capacity.unsigned_abs(),
            taken: taken.unsigned_abs(),
            waiting: waiting.unsigned_abs(),
            closes_at: moment(closes_at)?,
            childcare: childcare(conn, seats).await?,
        });
    }
    Ok(pools)
}

async fn childcare(conn: &mut Conn, seats: Uuid) -> Result<Vec<ChildcarePlaces>, StoreError> {
    let rows: Vec<(String, i64, i64)> = fetch_all!(
        conn,
        (String, i64, i64),
        "SELECT band, capacity, taken FROM childcare_places \
         WHERE seats_id = $1 AND (capacity > 0 OR taken > 0) ORDER BY band",
        seats
    )?;
    let places = rows
        .into_iter()
        .map(|(band, capacity, taken)| ChildcarePlaces {
            band,
            capacity: capacity.unsigned_abs(),
            taken: taken.unsigned_abs(),
        });
    Ok(places.collect())
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    id: Uuid,
    #[sqlx(try_from = "String")]
    room: Texts,
    room_capacity: i64,
    starts_at: i64,
    ends_at: i64,
}

async fn sessions(conn: &mut Conn, id: InstanceId) -> Result<Vec<DeskSession>, StoreError> {
    let rows: Vec<SessionRow> = fetch_all!(
        conn,
        SessionRow,
        "SELECT s.id, r.name AS room, r.capacity AS room_capacity, s.starts_at, s.ends_at \
         FROM sessions s JOIN rooms r ON r.id = s.room_id \
         WHERE s.instance_id = $1 ORDER BY s.starts_at, s.id",
        id.0
    )?;
    let session = |row: SessionRow| {
        Ok(DeskSession {
            id: SessionId(row.id),
            room: row.room.0,
            room_capacity: row.room_capacity.unsigned_abs(),
            starts_at: moment(row.starts_at)?,
            ends_at: moment(row.ends_at)?,
        })
    };
    rows.into_iter().map(session).collect()
}

/// The run that an enrolment belongs to.
pub async fn instance_of_enrolment(
    conn: &mut Conn,
    enrolment: EnrolmentId,
) -> Result<Option<InstanceId>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid,),
        "SELECT instance_id FROM enrolments WHERE id = $1",
        enrolment.0
    )?;
    Ok(row.map(|(id,)| InstanceId(id)))
}

/// The run that a pool belongs to, by the pool's name in addresses, and the pool itself.
pub async fn instance_of_seats(
    conn: &mut Conn,
    slug: &str,
) -> Result<Option<(InstanceId, SeatsId)>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid, Uuid),
        "SELECT instance_id, id FROM seats WHERE slug = $1",
        slug
    )?;
    Ok(row.map(|(instance, seats)| (InstanceId(instance), SeatsId(seats))))
}

/// One change of a pool's capacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityChange {
    /// The pool.
    pub seats: SeatsId,
    /// Seats before.
    pub before: u64,
    /// Seats after.
    pub after: u64,
    /// Who.
    pub by: Option<Colleague>,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    seats_id: Uuid,
    capacity_before: i64,
    capacity_after: i64,
    at: i64,
    email_sealed: Vec<u8>,
    display_name_sealed: Option<Vec<u8>>,
}

/// Every change of the capacity of a run's pools, the latest first.
pub async fn capacity_changes(
    conn: &mut Conn,
    id: InstanceId,
) -> Result<Vec<CapacityChange>, StoreError> {
    let rows: Vec<ChangeRow> = fetch_all!(
        conn,
        ChangeRow,
        "SELECT v.seats_id, v.capacity_before, v.capacity_after, v.at, a.email_sealed, \
                a.display_name_sealed \
         FROM capacity_changes v JOIN seats p ON p.id = v.seats_id \
         JOIN accounts a ON a.id = v.account_id \
         WHERE p.instance_id = $1 ORDER BY v.at DESC, v.id DESC",
        id.0
    )?;
    let keys = conn.keys();
    let change = |row: ChangeRow| {
        let name = row.display_name_sealed.as_deref();
        Ok(CapacityChange {
            seats: SeatsId(row.seats_id),
            before: row.capacity_before.unsigned_abs(),
            after: row.capacity_after.unsigned_abs(),
            by: Colleague::open(&keys, name, Some(&row.email_sealed))?,
            at: moment(row.at)?,
        })
    };
    rows.into_iter().map(change).collect()
}
