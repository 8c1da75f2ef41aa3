//! Writing marks down. Each has its own answer, so that one bad mark never holds up the
//! others; a mark made at the door is never turned away because the enrolment changed.

use std::collections::HashMap;

use domain::{
    id::{EnrolmentId, HubId, InstanceId, SessionId},
    mark::{Mark, Source},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Author, Flag, find};
use crate::{Conn, StoreError, Write, account::reaches};

/// Marks that one request may bring.
pub const MARKS_MAX: usize = 500;

/// Marks from a device, in the order in which they were made.
#[derive(Debug, Clone)]
pub struct Record {
    /// Who brings them. They are written down as hers.
    pub by: Author,
    /// The marks.
    pub marks: Vec<Mark>,
    /// Now.
    pub at: Timestamp,
}

/// What became of one mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Written down; flagged if the session does not expect this enrolment.
    Accepted(Option<Flag>),
    /// The same mark was there already.
    Same,
    /// Another mark has this id.
    Conflict,
    /// Not written down.
    Refused(Refusal),
}

/// Why a mark was not written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No session has this id.
    UnknownSession,
    /// The session belongs to a hub that the account is not assigned to.
    OtherHub,
    /// This source is not for people to claim.
    WrongSource,
}

impl Write for Record {
    type Output = Vec<Answer>;

    async fn run(&self, tx: &mut Conn) -> Result<Vec<Answer>, StoreError> {
        let mut desk = Desk::new(self.by, self.at);
        let mut answers = Vec::with_capacity(self.marks.len());
        for mark in self.marks.iter().take(MARKS_MAX) {
            let mark = Mark {
                author: self.by.account.0,
                ..*mark
            };
            let answer = desk.take(tx, &mark).await?;
            if matches!(answer, Answer::Accepted(_)) {
                count_up_to(tx, &mark).await?;
            }
            answers.push(answer);
        }
        Ok(answers)
    }
}

/// Where marks are handed in. It remembers the sessions of this batch.
pub(super) struct Desk {
    by: Author,
    at: Timestamp,
    sessions: HashMap<SessionId, Result<InstanceId, Refusal>>,
}

impl Desk {
    pub(super) fn new(by: Author, at: Timestamp) -> Self {
        Self {
            by,
            at,
            sessions: HashMap::new(),
        }
    }

    /// Writes one mark down, or says why not.
    pub(super) async fn take(&mut self, tx: &mut Conn, mark: &Mark) -> Result<Answer, StoreError> {
        if matches!(mark.source, Source::SelfCheckIn | Source::System) {
            return Ok(Answer::Refused(Refusal::WrongSource));
        }
        let instance = match self.instance(tx, mark.session).await? {
            Ok(instance) => instance,
            Err(refusal) => return Ok(Answer::Refused(refusal)),
        };
        if insert(tx, mark, self.at).await? {
            let flag = flag(tx, instance, mark.session, mark.enrolment).await?;
            return Ok(Answer::Accepted(flag));
        }
        let same = find(tx, mark.id)
            .await?
            .is_some_and(|stored| stored == *mark);
        Ok(if same { Answer::Same } else { Answer::Conflict })
    }

    async fn instance(
        &mut self,
        tx: &mut Conn,
        session: SessionId,
    ) -> Result<Result<InstanceId, Refusal>, StoreError> {
        if let Some(known) = self.sessions.get(&session) {
            return Ok(*known);
        }
        let found = self.look_up(tx, session).await?;
        self.sessions.insert(session, found);
        Ok(found)
    }

    async fn look_up(
        &self,
        tx: &mut Conn,
        session: SessionId,
    ) -> Result<Result<InstanceId, Refusal>, StoreError> {
        let row = fetch_optional!(
            tx,
            (Uuid, Uuid),
            "SELECT s.instance_id, c.hub_id FROM sessions s \
             JOIN course_instances i ON i.id = s.instance_id \
             JOIN courses c ON c.id = i.course_id WHERE s.id = $1",
            session.0
        )?;
        let Some((instance, hub)) = row else {
            return Ok(Err(Refusal::UnknownSession));
        };
        if reaches(tx, self.by.account, self.by.all_hubs, HubId(hub)).await? {
            Ok(Ok(InstanceId(instance)))
        } else {
            Ok(Err(Refusal::OtherHub))
        }
    }
}

/// Writes a mark down. False when one with this id is there already.
pub(super) async fn insert(tx: &mut Conn, mark: &Mark, at: Timestamp) -> Result<bool, StoreError> {
    let inserted = execute!(
        tx,
        "INSERT INTO marks (id, session_id, enrolment_id, status, device_id, device_seq, \
         marked_at, clock_offset, base_version, source, author_id, received_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
         ON CONFLICT (id) DO NOTHING",
        mark.id.0,
        mark.session.0,
        mark.enrolment.0,
        mark.status.as_str(),
        mark.device.0,
        i64::from(mark.device_seq),
        mark.marked_at,
        mark.clock_offset,
        i64::from(mark.base_version),
        mark.source.as_str(),
        mark.author,
        at.as_microsecond()
    )?;
    Ok(inserted == 1)
}

/// Whether the session expects this enrolment.
async fn flag(
    tx: &mut Conn,
    instance: InstanceId,
    session: SessionId,
    enrolment: EnrolmentId,
) -> Result<Option<Flag>, StoreError> {
    let row = fetch_optional!(
        tx,
        (String, Option<Uuid>),
        "SELECT e.status, p.session_id FROM enrolments e JOIN seats p ON p.id = e.seats_id \
         WHERE e.instance_id = $2 AND e.id = \
               (SELECT COALESCE(o.merged_into, o.id) FROM enrolments o WHERE o.id = $1)",
        enrolment.0,
        instance.0
    )?;
    let Some((status, slot)) = row else {
        return Ok(Some(Flag::Unknown));
    };
    Ok(super::sheet::flag_of(&status, slot, session))
}

/// The device has counted this far: marks that the server numbers for it come after.
async fn count_up_to(tx: &mut Conn, mark: &Mark) -> Result<(), StoreError> {
    execute!(
        tx,
        "INSERT INTO devices (id, last_seq) VALUES ($1, $2) \
         ON CONFLICT (id) DO UPDATE SET last_seq = $2 WHERE devices.last_seq < $2",
        mark.device.0,
        i64::from(mark.device_seq)
    )?;
    Ok(())
}
