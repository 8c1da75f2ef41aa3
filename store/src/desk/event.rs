//! What became of an enrolment, step by step: an append-only log, written in the transaction of
//! its cause.

use domain::{
    absence::AbsenceReason,
    desk::{CancelReason, EventKind},
    id::{AccountId, EnrolmentId, SeatsId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Colleague, moment};
use crate::{Conn, Keys, StoreError, person::open_text};

const HER_REASON: &str = "enrolment_events.her_reason";

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
    pub(crate) reason: Option<Why>,
    pub(crate) at: Timestamp,
}

/// Why an enrolment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// What staff say.
    Staff(CancelReason),
    /// What she says.
    Hers(AbsenceReason),
}

impl Why {
    const fn of_staff(self) -> Option<CancelReason> {
        match self {
            Self::Staff(reason) => Some(reason),
            Self::Hers(_) => None,
        }
    }

    const fn hers(self) -> Option<AbsenceReason> {
        match self {
            Self::Staff(_) => None,
            Self::Hers(reason) => Some(reason),
        }
    }
}

/// All sealed reasons are of one length, so that a stolen file does not tell them apart by it.
fn seal_hers(keys: &Keys, reason: AbsenceReason) -> Vec<u8> {
    keys.seal(HER_REASON, format!("{:<16}", reason.as_str()).as_bytes())
}

fn open_hers(keys: &Keys, sealed: &[u8]) -> Result<Option<AbsenceReason>, StoreError> {
    let word = open_text(keys, HER_REASON, sealed)?;
    Ok(AbsenceReason::parse(word.trim_end()))
}

/// Writes a step down.
pub(crate) async fn record(tx: &mut Conn, event: Event) -> Result<(), StoreError> {
    let keys = tx.keys();
    let hers = event.reason.and_then(Why::hers);
    let of_staff = event.reason.and_then(Why::of_staff);
    execute!(
        tx,
        "INSERT INTO enrolment_events (enrolment_id, step, seats_id, kind, rank, account_id, \
         reason, her_reason_sealed, at) VALUES ($1, (SELECT COUNT(*) + 1 FROM enrolment_events \
             WHERE enrolment_id = $1), $2, $3, $4, $5, $6, $7, $8)",
        event.enrolment,
        event.seats.0,
        event.kind.as_str(),
        event.rank,
        event.by.map(|account| account.0),
        of_staff.map(CancelReason::as_str),
        hers.map(|reason| seal_hers(&keys, reason)),
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
    /// Why, if anyone said.
    pub reason: Option<Why>,
    /// When the pool's first session begins: tells slots of one run apart.
    pub seats_start: Timestamp,
    /// When it happened.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    kind: String,
    reason: Option<String>,
    her_reason_sealed: Option<Vec<u8>>,
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
        "SELECT v.kind, v.reason, v.her_reason_sealed, v.at, m.starts_at, a.email_sealed, \
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
            reason: why(
                &keys,
                row.reason.as_deref(),
                row.her_reason_sealed.as_deref(),
            )?,
            seats_start: moment(row.starts_at)?,
            at: moment(row.at)?,
        })
    };
    rows.into_iter().map(step).collect()
}

fn why(
    keys: &Keys,
    of_staff: Option<&str>,
    hers: Option<&[u8]>,
) -> Result<Option<Why>, StoreError> {
    let hers = hers.map(|sealed| open_hers(keys, sealed)).transpose()?;
    let of_staff = of_staff.and_then(CancelReason::parse);
    Ok(of_staff.map(Why::Staff).or(hers.flatten().map(Why::Hers)))
}
