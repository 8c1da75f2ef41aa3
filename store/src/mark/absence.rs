//! What she herself says on the roll: that she cannot come. Whether she may is for `enrolment` to
//! say.

use domain::{
    id::{DeviceId, EnrolmentId, MarkId, SessionId},
    mark::{Mark, MarkStatus, Roll, Source},
};
use jiff::Timestamp;
use std::collections::BTreeMap;

use super::{MarkRow, cell, record::insert, tap::next_seq};
use crate::{Conn, StoreError, keys::random};

/// Whether she was marked as present, or late, in any session of her run.
pub(crate) async fn is_present(
    conn: &mut Conn,
    enrolment: EnrolmentId,
) -> Result<bool, StoreError> {
    let rows: Vec<MarkRow> = fetch_all!(
        conn,
        MarkRow,
        "SELECT k.id, k.session_id, e.id AS enrolment_id, k.status, k.device_id, k.device_seq, \
                k.marked_at, k.clock_offset, k.base_version, k.source, k.author_id \
         FROM enrolments e JOIN sessions s ON s.instance_id = e.instance_id \
         JOIN marks k ON k.session_id = s.id AND (k.enrolment_id = e.id OR k.enrolment_id IN \
             (SELECT g.id FROM enrolments g WHERE g.merged_into = e.id)) WHERE e.id = $1",
        enrolment.0
    )?;
    let mut sessions: BTreeMap<SessionId, Vec<Mark>> = BTreeMap::new();
    for row in rows {
        let mark = Mark::try_from(row)?;
        sessions.entry(mark.session).or_default().push(mark);
    }
    let came = |marks| is_there(Roll::from(marks).status(enrolment));
    Ok(sessions.into_values().any(came))
}

const fn is_there(status: MarkStatus) -> bool {
    matches!(status, MarkStatus::Present | MarkStatus::Late)
}

/// What became of her word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excuse {
    /// It is on the roll.
    Written,
    /// The roll said so before.
    Before,
    /// She was marked as present there.
    Present,
}

/// Writes on the roll that she cannot come. Whoever marks her later knew of it, and that counts.
pub(crate) async fn excuse(
    tx: &mut Conn,
    session: SessionId,
    enrolment: EnrolmentId,
    at: Timestamp,
) -> Result<Excuse, StoreError> {
    let before = cell(tx, session, enrolment).await?;
    let status = before.as_ref().map(|cell| cell.status);
    match status {
        Some(MarkStatus::Excused) => return Ok(Excuse::Before),
        Some(status) if is_there(status) => return Ok(Excuse::Present),
        _ => {}
    }
    // Her own voice is a device of its own: marks of one device have an order.
    let device = DeviceId(enrolment.0);
    let mark = Mark {
        id: MarkId::new(at, random()),
        session,
        enrolment,
        status: MarkStatus::Excused,
        device,
        device_seq: next_seq(tx, device).await?,
        marked_at: at.as_microsecond(),
        clock_offset: 0,
        base_version: before.map_or(0, |cell| cell.version),
        source: Source::SelfCheckIn,
        author: enrolment.0,
    };
    insert(tx, &mark, at).await?;
    Ok(Excuse::Written)
}
