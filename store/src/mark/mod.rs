//! Attendance: the append-only log of marks, and the rolls that are read from it.
//! What marks add up to is said by `domain::mark`.

mod absence;
mod record;
mod session;
mod sheet;
mod tap;

use domain::{
    id::{AccountId, DeviceId, EnrolmentId, MarkId, SessionId},
    mark::{Mark, MarkStatus, Source},
};
use uuid::Uuid;

pub(crate) use absence::{Excuse, excuse, is_present};
pub use record::{Answer, MARKS_MAX, Record, Refusal};
pub use session::{StaffSession, session, sessions_between, zones};
pub use sheet::{Row, Sheet, cell, sheet};
pub use tap::Tap;

use crate::{Conn, StoreError, account::SignedIn};

/// On whose behalf marks are made and rolls are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// The account.
    pub account: AccountId,
    /// Whether it is assigned to every hub.
    pub all_hubs: bool,
}

impl From<&SignedIn> for Author {
    fn from(signed_in: &SignedIn) -> Self {
        Self {
            account: signed_in.account,
            all_hubs: signed_in.all_hubs,
        }
    }
}

/// Why a row of the roll, or a mark, asks for a look: its enrolment is not one that the
/// session expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// The enrolment was cancelled.
    Cancelled,
    /// She has no confirmed place in this session: she waits, or has another slot.
    NotConfirmed,
    /// No enrolment of this training has this id.
    Unknown,
}

#[derive(sqlx::FromRow)]
struct MarkRow {
    id: Uuid,
    session_id: Uuid,
    enrolment_id: Uuid,
    status: String,
    device_id: Uuid,
    device_seq: i64,
    marked_at: i64,
    clock_offset: i64,
    base_version: i64,
    source: String,
    author_id: Uuid,
}

impl TryFrom<MarkRow> for Mark {
    type Error = StoreError;

    fn try_from(row: MarkRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: MarkId(row.id),
            session: SessionId(row.session_id),
            enrolment: EnrolmentId(row.enrolment_id),
            status: MarkStatus::parse(&row.status).ok_or(StoreError::Unknown("marks.status"))?,
            device: DeviceId(row.device_id),
            device_seq: narrow(row.device_seq, "marks.device_seq")?,
            marked_at: row.marked_at,
            clock_offset: row.clock_offset,
            base_version: narrow(row.base_version, "marks.base_version")?,
            source: Source::parse(&row.source).ok_or(StoreError::Unknown("marks.source"))?,
            author: row.author_id,
        })
    }
}

fn narrow(stored: i64, column: &'static str) -> Result<u32, StoreError> {
    u32::try_from(stored).map_err(|_| StoreError::Unknown(column))
}

/// The mark with this id.
async fn find(conn: &mut Conn, id: MarkId) -> Result<Option<Mark>, StoreError> {
    let row = fetch_optional!(
        conn,
        MarkRow,
        "SELECT id, session_id, enrolment_id, status, device_id, device_seq, marked_at, \
                clock_offset, base_version, source, author_id FROM marks WHERE id = $1",
        id.0
    )?;
    row.map(Mark::try_from).transpose()
}

/// Every mark of a session. Marks of an enrolment that was joined to another are read as marks of
/// that one: the log stays as it was written.
async fn of_session(conn: &mut Conn, session: SessionId) -> Result<Vec<Mark>, StoreError> {
    let rows: Vec<MarkRow> = fetch_all!(
        conn,
        MarkRow,
        "SELECT k.id, k.session_id, COALESCE(e.merged_into, k.enrolment_id) AS enrolment_id, \
                k.status, k.device_id, k.device_seq, k.marked_at, k.clock_offset, \
                k.base_version, k.source, k.author_id \
         FROM marks k LEFT JOIN enrolments e ON e.id = k.enrolment_id WHERE k.session_id = $1",
        session.0
    )?;
    rows.into_iter().map(Mark::try_from).collect()
}
