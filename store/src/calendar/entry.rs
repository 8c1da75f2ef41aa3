//! One session as the calendar shows it: when, what, where, and how full.

use domain::{
    id::{HolderId, InstanceId, SeatsId, SessionId},
    lang::Localised,
    programme::{Colour, InstanceKind, Shape, TeachingLanguage, Theme},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{moment, word};
use crate::{Conn, StoreError, programme::Texts};

/// One session in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The session.
    pub id: SessionId,
    /// Its name in addresses.
    pub slug: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// The course's name in addresses.
    pub course_slug: String,
    /// The course's title.
    pub title: Localised,
    /// What it is about.
    pub theme: Theme,
    /// The languages spoken in it.
    pub languages: Vec<TeachingLanguage>,
    /// Whether only women take part.
    pub women_only: bool,
    /// Where.
    pub hub: HubName,
    /// The room.
    pub room: Localised,
    /// Whether the room can be reached without a step.
    pub step_free: bool,
    /// The run it belongs to.
    pub instance: InstanceId,
    /// The run's name in addresses; slots of one run can be shown together.
    pub instance_slug: String,
    /// Whether one enrols in the run or in this session.
    pub kind: InstanceKind,
    /// Whether its date and figures are only an example.
    pub is_sample: bool,
    /// Places for children, in all.
    pub childcare: u64,
    /// What one enrols in, and how full it is.
    pub seats: SeatsState,
}

/// As much of a hub as a line of the calendar needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubName {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// Its time zone, by its IANA name.
    pub zone: String,
    /// Its colour.
    pub colour: Colour,
    /// Its shape.
    pub shape: Shape,
}

/// How full a pool of seats is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatsState {
    /// The pool.
    pub id: SeatsId,
    /// Its name in the address of its enrol page.
    pub slug: String,
    /// Seats in all.
    pub capacity: u64,
    /// Seats taken.
    pub taken: u64,
    /// Free seats that are kept for others than who asks; [`note_kept`] looks them up.
    pub kept: u64,
    /// How many wait.
    pub waiting: u64,
    /// When enrolment ends.
    pub closes_at: Timestamp,
}

impl SeatsState {
    /// Seats that a newcomer could take while enrolment is open. Whoever waits beside a free seat
    /// waits for a place for her children.
    #[must_use]
    pub fn left(&self) -> u64 {
        self.capacity.saturating_sub(self.taken + self.kept)
    }

    /// Whether every free seat is kept for others, to be taken or free again in a few minutes.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.left() == 0 && self.taken < self.capacity
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct EntryRow {
    id: Uuid,
    slug: String,
    starts_at: i64,
    ends_at: i64,
    course_slug: String,
    #[sqlx(try_from = "String")]
    title: Texts,
    theme: String,
    languages: String,
    women_only: bool,
    hub_slug: String,
    #[sqlx(try_from = "String")]
    hub_name: Texts,
    zone: String,
    colour: String,
    shape: String,
    #[sqlx(try_from = "String")]
    room: Texts,
    step_free: bool,
    instance_id: Uuid,
    instance_slug: String,
    kind: String,
    is_sample: bool,
    childcare: i64,
    seats_id: Uuid,
    seats_slug: String,
    capacity: i64,
    taken: i64,
    waiting: i64,
    closes_at: i64,
}

/// The question for entries, ending in a condition and an order.
macro_rules! entries {
    ($tail:literal) => {
        concat!(
            "SELECT s.id, s.slug, s.starts_at, s.ends_at, c.slug AS course_slug, c.title, \
                    c.theme, c.languages, c.women_only, h.slug AS hub_slug, h.name AS hub_name, \
                    h.zone, h.colour, h.shape, r.name AS room, r.step_free, \
                    i.id AS instance_id, i.slug AS instance_slug, i.kind, i.is_sample, \
                    COALESCE((SELECT CAST(SUM(k.capacity) AS BIGINT) FROM childcare_places k \
                              WHERE k.seats_id = p.id), 0) AS childcare, \
                    p.id AS seats_id, p.slug AS seats_slug, p.capacity, p.taken, p.waiting, \
                    p.closes_at \
             FROM sessions s \
             JOIN course_instances i ON i.id = s.instance_id \
             JOIN courses c ON c.id = i.course_id \
             JOIN hubs h ON h.id = c.hub_id \
             JOIN rooms r ON r.id = s.room_id \
             JOIN seats p ON p.instance_id = i.id \
                         AND (p.session_id IS NULL OR p.session_id = s.id) ",
            $tail
        )
    };
}
pub(super) use entries;

/// The sessions that begin from `from` on and before `to`, the earliest first.
pub async fn sessions_between(
    conn: &mut Conn,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<EntryRow> = fetch_all!(
        conn,
        EntryRow,
        entries!("WHERE s.starts_at >= $1 AND s.starts_at < $2 ORDER BY s.starts_at, s.slug"),
        from.as_microsecond(),
        to.as_microsecond()
    )?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// The next sessions that begin from `from` on, at most `limit`, the earliest first.
pub async fn next_sessions(
    conn: &mut Conn,
    from: Timestamp,
    limit: u32,
) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<EntryRow> = fetch_all!(
        conn,
        EntryRow,
        entries!("WHERE s.starts_at >= $1 ORDER BY s.starts_at, s.slug LIMIT $2"),
        from.as_microsecond(),
        i64::from(limit)
    )?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// The next sessions at a hub that begin from `from` on, at most `limit`, the earliest first.
pub async fn next_sessions_at(
    conn: &mut Conn,
    hub: &str,
    from: Timestamp,
    limit: u32,
) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<EntryRow> = fetch_all!(
        conn,
        EntryRow,
        entries!("WHERE h.slug = $1 AND s.starts_at >= $2 ORDER BY s.starts_at, s.slug LIMIT $3"),
        hub,
        from.as_microsecond(),
        i64::from(limit)
    )?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// The session with this slug.
pub async fn session(conn: &mut Conn, slug: &str) -> Result<Option<Entry>, StoreError> {
    let row = fetch_optional!(conn, EntryRow, entries!("WHERE s.slug = $1"), slug)?;
    row.map(EntryRow::entry).transpose()
}

/// The sessions of one course, the earliest first.
pub(super) async fn sessions_of(conn: &mut Conn, course: Uuid) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<EntryRow> = fetch_all!(
        conn,
        EntryRow,
        entries!("WHERE c.id = $1 ORDER BY s.starts_at, s.slug"),
        course
    )?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// The sessions that one pool of seats is for, the earliest first.
pub(super) async fn sessions_for(conn: &mut Conn, seats: &str) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<EntryRow> = fetch_all!(
        conn,
        EntryRow,
        entries!("WHERE p.slug = $1 ORDER BY s.starts_at, s.slug"),
        seats
    )?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// Notes on these sessions which seats are kept for others than this browser.
pub async fn note_kept<'e>(
    conn: &mut Conn,
    holder: Option<HolderId>,
    now: Timestamp,
    entries: impl IntoIterator<Item = &'e mut Entry>,
) -> Result<(), StoreError> {
    let kept = crate::seats::kept(conn, holder, now).await?;
    for entry in entries {
        entry.seats.kept = kept.get(&entry.seats.id).copied().unwrap_or(0);
    }
    Ok(())
}

impl EntryRow {
    pub(super) fn entry(self) -> Result<Entry, StoreError> {
        let seats = self.seats()?;
        Ok(Entry {
            id: SessionId(self.id),
            slug: self.slug,
            starts_at: moment(self.starts_at)?,
            ends_at: moment(self.ends_at)?,
            course_slug: self.course_slug,
            title: self.title.0,
            theme: word(&self.theme, Theme::parse, "courses.theme")?,
            languages: languages(&self.languages)?,
            women_only: self.women_only,
            hub: HubName {
                slug: self.hub_slug,
                name: self.hub_name.0,
                zone: self.zone,
                colour: word(&self.colour, Colour::parse, "hubs.colour")?,
                shape: word(&self.shape, Shape::parse, "hubs.shape")?,
            },
            room: self.room.0,
            step_free: self.step_free,
            instance: InstanceId(self.instance_id),
            instance_slug: self.instance_slug,
            kind: word(&self.kind, InstanceKind::parse, "course_instances.kind")?,
            is_sample: self.is_sample,
            childcare: self.childcare.unsigned_abs(),
            seats,
        })
    }

    fn seats(&self) -> Result<SeatsState, StoreError> {
        Ok(SeatsState {
            id: SeatsId(self.seats_id),
            slug: self.seats_slug.clone(),
            capacity: self.capacity.unsigned_abs(),
            taken: self.taken.unsigned_abs(),
            kept: 0,
            waiting: self.waiting.unsigned_abs(),
            closes_at: moment(self.closes_at)?,
        })
    }
}

/// The languages of teaching in one column.
pub(super) fn languages(column: &str) -> Result<Vec<TeachingLanguage>, StoreError> {
    let codes = column.split_whitespace();
    codes
        .map(|code| word(code, TeachingLanguage::parse, "courses.languages"))
        .collect()
}
