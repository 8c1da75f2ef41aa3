//! Rooms with what someone on wheels or with a pushchair wants to know of them.
//! Which session is in which stands in `entry`.

use domain::lang::Localised;
use uuid::Uuid;

use crate::{Conn, StoreError, programme::Texts};

/// A room of a hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its name in references.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// Doors, stairs, toilets.
    pub access: Localised,
    /// How many people it holds.
    pub capacity: u64,
    /// Whether it can be reached without a step.
    pub step_free: bool,
    /// Whether its figures are only an example.
    pub is_sample: bool,
}

#[derive(sqlx::FromRow)]
struct RoomRow {
    slug: String,
    #[sqlx(try_from = "String")]
    name: Texts,
    #[sqlx(try_from = "String")]
    access: Texts,
    capacity: i64,
    step_free: bool,
    is_sample: bool,
}

/// The rooms of a hub, those without a step first.
pub async fn rooms_of_hub(conn: &mut Conn, hub: &str) -> Result<Vec<Room>, StoreError> {
    let rows: Vec<RoomRow> = fetch_all!(
        conn,
        RoomRow,
        "SELECT r.slug, r.name, r.access, r.capacity, r.step_free, r.is_sample FROM rooms r \
         JOIN hubs h ON h.id = r.hub_id WHERE h.slug = $1 ORDER BY r.step_free DESC, r.slug",
        hub
    )?;
    Ok(rows.into_iter().map(RoomRow::room).collect())
}

/// The rooms in which the sessions of a course take place, each once.
pub(super) async fn rooms_of_course(
    conn: &mut Conn,
    course: Uuid,
) -> Result<Vec<Room>, StoreError> {
    let rows: Vec<RoomRow> = fetch_all!(
        conn,
        RoomRow,
        "SELECT r.slug, r.name, r.access, r.capacity, r.step_free, r.is_sample FROM rooms r \
         WHERE EXISTS (SELECT 1 FROM sessions s \
                       JOIN course_instances i ON i.id = s.instance_id \
                       WHERE s.room_id = r.id AND i.course_id = $1) \
         ORDER BY r.step_free DESC, r.slug",
        course
    )?;
    Ok(rows.into_iter().map(RoomRow::room).collect())
}

/// The room of a session.
pub async fn room_of_session(conn: &mut Conn, session: &str) -> Result<Option<Room>, StoreError> {
    let row: Option<RoomRow> = fetch_optional!(
        conn,
        RoomRow,
        "SELECT r.slug, r.name, r.access, r.capacity, r.step_free, r.is_sample FROM rooms r \
         JOIN sessions s ON s.room_id = r.id WHERE s.slug = $1",
        session
    )?;
    Ok(row.map(RoomRow::room))
}

impl RoomRow {
    fn room(self) -> Room {
        Room {
            slug: self.slug,
            name: self.name.0,
            access: self.access.0,
            capacity: self.capacity.unsigned_abs(),
            step_free: self.step_free,
            is_sample: self.is_sample,
        }
    }
}
