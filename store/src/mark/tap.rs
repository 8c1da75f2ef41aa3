//! A tap on the roll in a browser that keeps no log of its own: the server makes the mark,
//! with its own time and the next number of the device.

use domain::{
    id::{DeviceId, EnrolmentId, MarkId, SessionId},
    mark::{Mark, MarkStatus, Source},
};
use jiff::Timestamp;

use super::{
    Author, find, narrow,
    record::{Answer, Desk},
};
use crate::{Conn, StoreError, Write};

/// One tap.
#[derive(Debug, Clone, Copy)]
pub struct Tap {
    /// The mark's id; the same tap sent again carries the same.
    pub id: MarkId,
    /// Who taps.
    pub by: Author,
    /// On which device.
    pub device: DeviceId,
    /// In which session.
    pub session: SessionId,
    /// About whom.
    pub enrolment: EnrolmentId,
    /// What she says.
    pub status: MarkStatus,
    /// How many marks of this row the page showed.
    pub base_version: u32,
    /// Now.
    pub at: Timestamp,
}

impl Write for Tap {
    type Output = Answer;

    async fn run(&self, tx: &mut Conn) -> Result<Answer, StoreError> {
        if let Some(stored) = find(tx, self.id).await? {
            return Ok(if self.made(&stored) {
                Answer::Same
            } else {
                Answer::Conflict
            });
        }
        let mark = self.mark(next_seq(tx, self.device).await?);
        Desk::new(self.by, self.at).take(tx, &mark).await
    }
}

impl Tap {
    fn mark(&self, device_seq: u32) -> Mark {
        Mark {
            id: self.id,
            session: self.session,
            enrolment: self.enrolment,
            status: self.status,
            device: self.device,
            device_seq,
            marked_at: self.at.as_microsecond(),
            clock_offset: 0,
            base_version: self.base_version,
            source: Source::Tap,
            author: self.by.account.0,
        }
    }

    /// Whether a stored mark is this tap, sent before.
    fn made(&self, stored: &Mark) -> bool {
        let first = Mark {
            marked_at: stored.marked_at,
            ..self.mark(stored.device_seq)
        };
        first == *stored
    }
}

/// The next number of a device. Taps of one device that come at once wait for each other here.
pub(super) async fn next_seq(tx: &mut Conn, device: DeviceId) -> Result<u32, StoreError> {
    let (seq,) = fetch_one!(
        tx,
        (i64,),
        "INSERT INTO devices (id, last_seq) VALUES ($1, 1) \
         ON CONFLICT (id) DO UPDATE SET last_seq = devices.last_seq + 1 RETURNING last_seq",
        device.0
    )?;
    narrow(seq, "devices.last_seq")
}
