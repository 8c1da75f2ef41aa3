//! Sessions as staff see them: where, when, how many. Only those of the hubs that an account
//! is assigned to; a session belongs to the hub that offers its course.

use domain::{
    id::{HubId, InstanceId, SessionId},
    lang::Localised,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::Author;
use crate::{Conn, StoreError, programme::Texts};

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSession {
    /// Its id.
    pub id: SessionId,
    /// Its run.
    pub instance: InstanceId,
    /// The pool that one signs up in for it: its name in addresses, and when that ends.
    pub seats: (String, Timestamp),
    /// The hub that offers it.
    pub hub: HubId,
    /// What is taught.
    pub title: Localised,
    /// The hub's name.
    pub hub_name: Localised,
    /// The room's name.
    pub room: Localised,
    /// The hub's time zone, an IANA name.
    pub zone: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// How many have a confirmed place.
    pub enrolled: u64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    instance_id: Uuid,
    seats_slug: String,
    closes_at: i64,
    hub_id: Uuid,
    #[sqlx(try_from = "String")]
    title: Texts,
    #[sqlx(try_from = "String")]
    hub_name: Texts,
    #[sqlx(try_from = "String")]
    room: Texts,
    zone: String,
    starts_at: i64,
    ends_at: i64,
    enrolled: i64,
}

impl TryFrom<Row> for StaffSession {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let moment = |micros| {
            Timestamp::from_microsecond(micros).map_err(|_| StoreError::Unknown("sessions"))
        };
        Ok(Self {
            id: SessionId(row.id),
            instance: InstanceId(row.instance_id),
            seats: (row.seats_slug, moment(row.closes_at)?),
            hub: HubId(row.hub_id),
            title: row.title.0,
            hub_name: row.hub_name.0,
            room: row.room.0,
            zone: row.zone,
            starts_at: moment(row.starts_at)?,
            ends_at: moment(row.ends_at)?,
            enrolled: row.enrolled.unsigned_abs(),
        })
    }
}

/// A session, whoever asks: whether she may see it is for the guard to say.
pub async fn session(
    conn: &mut Conn,
    session: SessionId,
) -> Result<Option<StaffSession>, StoreError> {
    let row = fetch_optional!(
        conn,
        Row,
        "SELECT s.id, s.instance_id, p.slug AS seats_slug, p.closes_at, c.hub_id, c.title, \
                h.name AS hub_name, r.name AS room, h.zone, \
                s.starts_at, s.ends_at, COUNT(e.id) AS enrolled \
         FROM sessions s JOIN course_instances i ON i.id = s.instance_id \
         JOIN courses c ON c.id = i.course_id JOIN hubs h ON h.id = c.hub_id \
         JOIN rooms r ON r.id = s.room_id \
         JOIN seats p ON p.instance_id = s.instance_id \
                     AND (p.session_id IS NULL OR p.session_id = s.id) \
         LEFT JOIN enrolments e ON e.seats_id = p.id AND e.status = 'confirmed' \
         WHERE s.id = $1 \
         GROUP BY s.id, s.instance_id, p.slug, p.closes_at, c.hub_id, c.title, h.name, r.name, \
                  h.zone, s.starts_at, s.ends_at",
        session.0
    )?;
    row.map(StaffSession::try_from).transpose()
}

/// The time zones of the account's hubs: each tells when its day begins.
pub async fn zones(conn: &mut Conn, by: Author) -> Result<Vec<String>, StoreError> {
    let rows: Vec<(String,)> = fetch_all!(
        conn,
        (String,),
        "SELECT DISTINCT h.zone FROM hubs h WHERE $1 OR h.id IN \
         (SELECT a.hub_id FROM account_hubs a WHERE a.account_id = $2) ORDER BY h.zone",
        by.all_hubs,
        by.account.0
    )?;
    Ok(rows.into_iter().map(|(zone,)| zone).collect())
}

/// The sessions of the account's hubs in one time zone that begin in this span, in order.
pub async fn sessions_between(
    conn: &mut Conn,
    by: Author,
    zone: &str,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<StaffSession>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT s.id, s.instance_id, p.slug AS seats_slug, p.closes_at, c.hub_id, c.title, \
                h.name AS hub_name, r.name AS room, h.zone, \
                s.starts_at, s.ends_at, COUNT(e.id) AS enrolled \
         FROM sessions s JOIN course_instances i ON i.id = s.instance_id \
         JOIN courses c ON c.id = i.course_id JOIN hubs h ON h.id = c.hub_id \
         JOIN rooms r ON r.id = s.room_id \
         JOIN seats p ON p.instance_id = s.instance_id \
                     AND (p.session_id IS NULL OR p.session_id = s.id) \
         LEFT JOIN enrolments e ON e.seats_id = p.id AND e.status = 'confirmed' \
         WHERE s.starts_at >= $1 AND s.starts_at < $2 AND h.zone = $3 \
           AND ($4 OR c.hub_id IN \
                (SELECT a.hub_id FROM account_hubs a WHERE a.account_id = $5)) \
         GROUP BY s.id, s.instance_id, p.slug, p.closes_at, c.hub_id, c.title, h.name, r.name, \
                  h.zone, s.starts_at, s.ends_at \
         ORDER BY s.starts_at, s.id",
        from.as_microsecond(),
        to.as_microsecond(),
        zone,
        by.all_hubs,
        by.account.0
    )?;
    rows.into_iter().map(StaffSession::try_from).collect()
}
