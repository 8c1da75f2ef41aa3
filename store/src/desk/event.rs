//! What became of an enrolment, step by step: an append-only log, written in the transaction of
//! its cause.

use domain::{
    desk::{CancelReason, EventKind},
    id::{AccountId, EnrolmentId, SeatsId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Colleague, moment};
use crate::{Conn, StoreError};

/// One step, to be written down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event {
    pub(crate) enrolment: Uuid,
    /// The pool she is in after it, or was in when it ended.
    pub(crate) seats: SeatsId,
    pub(crate) kind: EventKind,
    /// Her rank in the queue after it.
    pub(crate) rank: Option<i64>,
    /// Who of the staff; nobody when it was she, or the queue.
    pub(crate) by: Option<AccountId>,
    pub(crate) reason: Option<CancelReason>,
    pub(crate) at: Timestamp,
}

/// Writes a step down.
pub(crate) async fn record(tx: &mut Conn, event: Event) -> Result<(), StoreError> {
    execute!(
        tx,
        "INSERT INTO enrolment_events (enrolment_id, step, seats_id, kind, rank, account_id, \
         reason, at) VALUES ($1, (SELECT COUNT(*) + 1 FROM enrolment_events \
                                  WHERE enrolment_id = $1), $2, $3, $4, $5, $6, $7)",
        event.enrolment,
        event.seats.0,
        event.kind.as_str(),
        event.rank,
        event.by.map(|account| account.0),
        event.reason.map(CancelReason::as_str),
        event.at.as_microsecond()
    )?;
    Ok(())
}

/// One step, as staff read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What happened.
    pub kind: EventKind,
    /// Who of the staff did it; nobody when it was she, or the queue.
    pub by: Option<Colleague>,
    /// Why, where staff ended it.
    pub reason: Option<CancelReason>,
    /// When the pool's first session begins: tells slots of one run apart.
    pub seats_start: Timestamp,
    /// When it happened.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    kind: String,
    reason: Option<String>,
    at: i64,
    starts_at: i64,
    email_sealed: Option<Vec<u8>>,
    display_name_sealed: Option<Vec<u8>>,
}

/// Everything that became of an enrolment, the earliest first.
pub async fn history(conn: &mut Conn, enrolment: EnrolmentId) -> Result<Vec<Step>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT v.kind, v.reason, v.at, m.starts_at, a.email_sealed, \
                a.display_name_sealed \
         FROM enrolment_events v JOIN seats p ON p.id = v.seats_id \
         JOIN sessions m ON m.id = (SELECT n.id FROM sessions n \
             WHERE n.instance_id = p.instance_id \
               AND (p.session_id IS NULL OR n.id = p.session_id) \
             ORDER BY n.starts_at, n.id LIMIT 1) \
         LEFT JOIN accounts a ON a.id = v.account_id \
         WHERE v.enrolment_id = $1 ORDER BY v.step",
        enrolment.0
    )?;
    let keys = conn.keys();
    let step = |row: Row| {
        let (name, email) = (row.display_name_sealed, row.email_sealed);
        Ok(Step {
            kind: EventKind::parse(&row.kind).ok_or(StoreError::Unknown("events.kind"))?,
            by: Colleague::open(&keys, name.as_deref(), email.as_deref())?,
            reason: row.reason.as_deref().and_then(CancelReason::parse),
            seats_start: moment(row.starts_at)?,
            at: moment(row.at)?,
        })
    };
    rows.into_iter().map(step).collect()
}
