//! Writing a message in the transaction of its cause. Whether she may be written to at all is
//! asked here; how, when it is sent.

use domain::message::{Channel, MessageKind};
use jiff::Timestamp;
use uuid::Uuid;

use super::reach::reach_of;
use crate::{Conn, StoreError, enrolment::new_id};

/// Puts a message into the outbox. What is open about an enrolment is there once, and she who
/// said "better not" is sent nothing.
pub(crate) async fn post(
    tx: &mut Conn,
    enrolment: Uuid,
    kind: MessageKind,
    at: Timestamp,
) -> Result<(), StoreError> {
    if !kind.is_task() {
        let reach = reach_of(tx, enrolment).await?;
        if reach.channel == Some(Channel::None) {
            return Ok(());
        }
    }
    execute!(
        tx,
        "INSERT INTO messages (id, enrolment_id, kind, lang, created_at, due_at, state) \
         SELECT $1, e.id, $3, e.lang, $4, $4, 'open' FROM enrolments e WHERE e.id = $2 \
         ON CONFLICT (enrolment_id, kind) WHERE state = 'open' DO NOTHING",
        new_id(at),
        enrolment,
        kind.as_str(),
        at.as_microsecond()
    )?;
    Ok(())
}

/// What was to be said about an enrolment is true no longer.
pub(crate) async fn drop_open(
    tx: &mut Conn,
    enrolment: Uuid,
    at: Timestamp,
) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE messages SET state = 'dropped', closed_at = $2 \
         WHERE enrolment_id = $1 AND state = 'open'",
        enrolment,
        at.as_microsecond()
    )?;
    Ok(())
}
