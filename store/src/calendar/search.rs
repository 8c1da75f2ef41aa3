//! Sessions by what a person narrows the calendar to, and the pools of seats of a period.
//! What is said of a session is `entry`'s.

use domain::{
    calendar::{DayPart, Filter},
    id::SeatsId,
    programme::{TeachingLanguage, Theme},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    SeatsState,
    entry::{Entry, EntryRow, entries},
    moment,
};
use crate::{Conn, StoreError};

/// No page shows more sessions than this, whatever a programme has.
const SESSIONS_MAX: u32 = 1000;
/// Where the part of the day decides, so many sessions are looked at in one go …
const BATCH: u32 = 50;
/// … and so many times.
const BATCHES_MAX: u32 = 20;

/// A stretch of time, from its first moment to just before its last.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// From.
    pub from: Timestamp,
    /// To, not included.
    pub to: Timestamp,
}

/// The sessions that begin within a span and pass the filter, the earliest first. Whether a
/// place is free depends on `now`: nobody gets one where enrolment has ended.
pub async fn search(
    conn: &mut Conn,
    span: Span,
    filter: &Filter,
    now: Timestamp,
) -> Result<Vec<Entry>, StoreError> {
    let page = Page {
        limit: SESSIONS_MAX,
        offset: 0,
    };
    let found = select(conn, span, filter, now, page).await?;
    Ok(found.into_iter().filter(|it| is_in(it, filter)).collect())
}

/// The first session that begins from `from` on and passes the filter.
pub async fn next_match(
    conn: &mut Conn,
    from: Timestamp,
    filter: &Filter,
    now: Timestamp,
) -> Result<Option<Entry>, StoreError> {
    let span = Span {
        from,
        to: Timestamp::MAX,
    };
    // Without a part of the day, SQL has decided everything: the first row is the answer.
    let limit = filter.part.map_or(1, |_| BATCH);
    for batch in 0..BATCHES_MAX {
        let page = Page {
            limit,
            offset: batch * limit,
        };
        let found = select(conn, span, filter, now, page).await?;
        let is_last = found.len() < limit as usize;
        if let Some(first) = found.into_iter().find(|it| is_in(it, filter)) {
            return Ok(Some(first));
        }
        if is_last {
            break;
        }
    }
    Ok(None)
}

/// The part of the day is a matter of wall time, and zones are beyond SQL.
fn is_in(entry: &Entry, filter: &Filter) -> bool {
    let Some(part) = filter.part else {
        return true;
    };
    let begin = entry.starts_at.in_tz(&entry.hub.zone);
    begin.is_ok_and(|begin| DayPart::of(begin.time().into()) == part)
}

#[derive(Clone, Copy)]
struct Page {
    limit: u32,
    offset: u32,
}

async fn select(
    conn: &mut Conn,
    span: Span,
    filter: &Filter,
    now: Timestamp,
    page: Page,
) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<EntryRow> = fetch_all!(
        conn,
        EntryRow,
        entries!(
            "WHERE s.starts_at >= $1 AND s.starts_at < $2 \
               AND ($3 = '' OR h.slug = $3) \
               AND ($4 = '' OR c.theme = $4) \
               AND ($5 = '' OR ' ' || c.languages || ' ' LIKE '% ' || $5 || ' %') \
               AND (NOT $6 OR c.women_only) \
               AND (NOT $7 OR r.step_free) \
               AND (NOT $8 OR EXISTS (SELECT 1 FROM childcare_places k \
                                      WHERE k.seats_id = p.id AND k.capacity > 0)) \
               AND (NOT $9 OR (p.closes_at > $10 AND p.taken < p.capacity)) \
             ORDER BY s.starts_at, s.slug LIMIT $11 OFFSET $12"
        ),
        span.from.as_microsecond(),
        span.to.as_microsecond(),
        filter.hub.as_deref().unwrap_or_default(),
        filter.theme.map(Theme::as_str).unwrap_or_default(),
        filter
            .language
            .map(TeachingLanguage::as_str)
            .unwrap_or_default(),
        filter.women_only,
        filter.step_free,
        filter.childcare,
        filter.free_only,
        now.as_microsecond(),
        i64::from(page.limit),
        i64::from(page.offset)
    )?;
    rows.into_iter().map(EntryRow::entry).collect()
}

#[derive(sqlx::FromRow)]
struct SeatsRow {
    id: Uuid,
    slug: String,
    capacity: i64,
    taken: i64,
    waiting: i64,
    closes_at: i64,
}

/// How full the pools are that have a session in a span, by slug.
pub async fn seats_between(conn: &mut Conn, span: Span) -> Result<Vec<SeatsState>, StoreError> {
    let rows: Vec<SeatsRow> = fetch_all!(
        conn,
        SeatsRow,
        "SELECT DISTINCT p.id, p.slug, p.capacity, p.taken, p.waiting, p.closes_at \
         FROM sessions s \
         JOIN seats p ON p.instance_id = s.instance_id \
                     AND (p.session_id IS NULL OR p.session_id = s.id) \
         WHERE s.starts_at >= $1 AND s.starts_at < $2 ORDER BY p.slug LIMIT $3",
        span.from.as_microsecond(),
        span.to.as_microsecond(),
        i64::from(SESSIONS_MAX)
    )?;
    rows.into_iter().map(SeatsRow::seats).collect()
}

impl SeatsRow {
    fn seats(self) -> Result<SeatsState, StoreError> {
        Ok(SeatsState {
            id: SeatsId(self.id),
            slug: self.slug,
            capacity: self.capacity.unsigned_abs(),
            taken: self.taken.unsigned_abs(),
            kept: 0,
            waiting: self.waiting.unsigned_abs(),
            closes_at: moment(self.closes_at)?,
        })
    }
}
