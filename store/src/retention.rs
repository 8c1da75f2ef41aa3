//! What is kept no longer: each kind for its own time, as `ARCHITECTURE.md` says. One server does
//! it for all, under a lease.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{Conn, StoreError, Write, desk::UNDO};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Messages that were sent or dropped.
const MESSAGES: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Name and number of a call that is closed.
const CALLS: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Her reason for not coming, notes, and the children she brought, after the last session.
pub(crate) const NOTES: SignedDuration = SignedDuration::from_hours(180 * 24);
/// Who joined which rows, after what was moved is forgotten.
const JOININGS: SignedDuration = SignedDuration::from_hours(365 * 24);
/// Looks at numbers.
const LOOKS: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Takes the lease for some work. False when another server has it.
#[derive(Debug, Clone, Copy)]
pub struct TakeLease {
    /// Which work.
    pub work: &'static str,
    /// For how long.
    pub lasts: SignedDuration,
    /// Now.
    pub at: Timestamp,
}

impl Write for TakeLease {
    type Output = bool;

    async fn run(&self, tx: &mut Conn) -> Result<bool, StoreError> {
        let taken = execute!(
            tx,
            "INSERT INTO leases (work, until) VALUES ($1, $2) \
             ON CONFLICT (work) DO UPDATE SET until = $2 WHERE leases.until <= $3",
            self.work,
            (self.at + self.lasts).as_microsecond(),
            self.at.as_microsecond()
        )?;
        Ok(taken == 1)
    }
}

/// Deletes what has been kept long enough.
#[derive(Debug, Clone, Copy)]
pub struct Sweep {
    /// Now.
    pub at: Timestamp,
}

/// How much was deleted, or emptied.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Messages.
    pub messages: u64,
    /// Links asked for.
    pub link_requests: u64,
    /// Calls whose name and number are gone.
    pub calls: u64,
    /// Notes.
    pub notes: u64,
    /// Reasons.
    pub reasons: u64,
    /// Claims of places for children, and what repeats were told of them.
    pub children: u64,
    /// Looks at numbers.
    pub looks: u64,
    /// Joinings that can no longer be undone, or whose record is gone.
    pub joinings: u64,
}

impl Write for Sweep {
    type Output = Swept;

    async fn run(&self, tx: &mut Conn) -> Result<Swept, StoreError> {
        let before = |age: SignedDuration| (self.at - age).as_microsecond();
        Ok(Swept {
            messages: execute!(
                tx,
                "DELETE FROM messages WHERE closed_at <= $1",
                before(MESSAGES)
            )?,
            link_requests: execute!(
                tx,
                "DELETE FROM link_requests WHERE asked_at <= $1",
                before(DAY)
            )?,
            calls: empty_calls(tx, before(CALLS)).await?,
            notes: execute!(
                tx,
                "DELETE FROM enrolment_notes WHERE enrolment_id IN \
                 (SELECT e.id FROM enrolments e WHERE NOT EXISTS (SELECT 1 FROM sessions s \
                  WHERE s.instance_id = e.instance_id AND s.ends_at > $1))",
                before(NOTES)
            )?,
            reasons: execute!(
                tx,
                "UPDATE enrolment_events SET her_reason_sealed = NULL \
                 WHERE her_reason_sealed IS NOT NULL AND enrolment_id IN \
                 (SELECT e.id FROM enrolments e WHERE NOT EXISTS (SELECT 1 FROM sessions s \
                  WHERE s.instance_id = e.instance_id AND s.ends_at > $1))",
                before(NOTES)
            )?,
            children: forget_children(tx, before(NOTES)).await?,
            looks: forget_looks(tx, before(LOOKS)).await?,
            joinings: forget_joinings(tx, before(UNDO), before(JOININGS)).await?,
        })
    }
}

/// How many children were looked after stays, in the counters of the pools.
async fn forget_children(tx: &mut Conn, before: i64) -> Result<u64, StoreError> {
    let claims = execute!(
        tx,
        "DELETE FROM childcare_claims WHERE enrolment_id IN \
         (SELECT e.id FROM enrolments e WHERE NOT EXISTS (SELECT 1 FROM sessions s \
          WHERE s.instance_id = e.instance_id AND s.ends_at > $1))",
        before
    )?;
    let told = execute!(
        tx,
        "UPDATE sign_ups SET told_children = NULL \
         WHERE told_children IS NOT NULL AND enrolment_id IN \
         (SELECT e.id FROM enrolments e WHERE NOT EXISTS (SELECT 1 FROM sessions s \
          WHERE s.instance_id = e.instance_id AND s.ends_at > $1))",
        before
    )?;
    Ok(claims + told)
}

/// The line that a number was looked at outlives the number: the call stays as an empty row until
/// nobody points at it.
async fn empty_calls(tx: &mut Conn, before: i64) -> Result<u64, StoreError> {
    let closed: Vec<(Uuid,)> = fetch_all!(
        tx,
        (Uuid,),
        "SELECT id FROM call_requests WHERE closed_at <= $1 AND phone_sealed <> $2",
        before,
        &[][..] as &[u8]
    )?;
    for (id,) in &closed {
        execute!(
            tx,
            "UPDATE call_requests SET phone_sealed = $2, name_sealed = NULL, phone_index = $3 \
             WHERE id = $1",
            *id,
            &[][..] as &[u8],
            &id.as_bytes()[..]
        )?;
    }
    Ok(closed.len() as u64)
}

/// What was moved goes when it can no longer be put back; who joined whom a year after.
async fn forget_joinings(tx: &mut Conn, moved: i64, all: i64) -> Result<u64, StoreError> {
    let settled = execute!(
        tx,
        "UPDATE merges SET moved_sealed = NULL WHERE at <= $1 AND moved_sealed IS NOT NULL",
        moved
    )?;
    let gone = execute!(tx, "DELETE FROM merges WHERE at <= $1", all)?;
    Ok(settled + gone)
}

async fn forget_looks(tx: &mut Conn, before: i64) -> Result<u64, StoreError> {
    let looks = execute!(tx, "DELETE FROM phone_views WHERE at <= $1", before)?;
    execute!(
        tx,
        "DELETE FROM call_requests WHERE closed_at <= $1 AND NOT EXISTS \
         (SELECT 1 FROM phone_views v WHERE v.call_id = call_requests.id)",
        before
    )?;
    Ok(looks)
}
