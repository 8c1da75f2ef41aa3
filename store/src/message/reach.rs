//! How she may be reached, and when. She says it on her own page; it belongs to the request whose
//! link she holds, so that a repeat, which anyone could send, changes nothing for her.

use domain::{desk::CallHours, id::SignUpId, message::Channel};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Conn, StoreError, Write};

/// How someone may be reached; nothing where she has not said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reach {
    /// By which way.
    pub channel: Option<Channel>,
    /// When.
    pub hours: Option<CallHours>,
}

impl Reach {
    pub(super) fn from(channel: Option<&str>, hours: Option<&str>) -> Self {
        Self {
            channel: channel.and_then(Channel::parse),
            hours: hours.and_then(CallHours::parse),
        }
    }
}

/// What she said with the link of this request.
pub async fn reach(conn: &mut Conn, sign_up: SignUpId) -> Result<Reach, StoreError> {
    let row = fetch_optional!(
        conn,
        (Option<String>, Option<String>),
        "SELECT channel, hours FROM sign_ups WHERE id = $1",
        sign_up.0
    )?;
    let (channel, hours) = row.unwrap_or_default();
    Ok(Reach::from(channel.as_deref(), hours.as_deref()))
}

/// What the woman of an enrolment said last: about this enrolment, or else about another.
pub(super) async fn reach_of(conn: &mut Conn, enrolment: Uuid) -> Result<Reach, StoreError> {
    let row = fetch_optional!(
        conn,
        (Option<String>, Option<String>),
        "SELECT s.channel, s.hours FROM enrolments e JOIN enrolments o \
         ON o.person_id = e.person_id JOIN sign_ups s ON s.enrolment_id = o.id \
         WHERE e.id = $1 AND s.channel IS NOT NULL AND NOT s.is_repeat \
         ORDER BY CASE WHEN o.id = e.id THEN 0 ELSE 1 END, s.created_at DESC, s.id LIMIT 1",
        enrolment
    )?;
    let (channel, hours) = row.unwrap_or_default();
    Ok(Reach::from(channel.as_deref(), hours.as_deref()))
}

/// She says how she may be reached.
#[derive(Debug, Clone, Copy)]
pub struct SetReach {
    /// The request whose link she holds.
    pub sign_up: SignUpId,
    /// By which way.
    pub channel: Channel,
    /// When.
    pub hours: CallHours,
    /// Now.
    pub at: Timestamp,
}

impl Write for SetReach {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE sign_ups SET channel = $2, hours = $3 WHERE id = $1",
            self.sign_up.0,
            self.channel.as_str(),
            self.hours.as_str()
        )?;
        if self.channel == Channel::None {
            execute!(
                tx,
                "UPDATE messages SET state = 'dropped', closed_at = $2 \
                 WHERE state = 'open' AND kind <> 'left' AND enrolment_id = \
                       (SELECT enrolment_id FROM sign_ups WHERE id = $1 AND NOT is_repeat)",
                self.sign_up.0,
                self.at.as_microsecond()
            )?;
        }
        Ok(())
    }
}
