//! What became of a message: sent and by which way, nobody answered, or not needed.

use domain::{
    desk::CALL_TRIES_MAX,
    id::{AccountId, MessageId},
    message::{Channel, MessageAnswer},
};
use jiff::{SignedDuration, Timestamp};

use crate::{Conn, StoreError, Write};

/// When nobody answered, it waits so long.
const LATER: SignedDuration = SignedDuration::from_hours(3);

/// Writes down what became of a message.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// Which.
    pub message: MessageId,
    /// What.
    pub answer: MessageAnswer,
    /// Who says so.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

impl Write for Answer {
    /// False when a colleague has closed it meanwhile; nothing is changed then.
    type Output = bool;

    async fn run(&self, tx: &mut Conn) -> Result<bool, StoreError> {
        let changed = match self.answer {
            MessageAnswer::NoAnswer => self.wait(tx).await?,
            MessageAnswer::NotNeeded => self.close(tx, "dropped").await?,
            _ => self.close(tx, "done").await?,
        };
        Ok(changed == 1)
    }
}

impl Answer {
    async fn close(&self, tx: &mut Conn, state: &'static str) -> Result<u64, StoreError> {
        execute!(
            tx,
            "UPDATE messages SET state = $2, channel = $3, closed_by = $4, closed_at = $5 \
             WHERE id = $1 AND state = 'open'",
            self.message.0,
            state,
            self.answer.channel().map(Channel::as_str),
            self.by.0,
            self.at.as_microsecond()
        )
    }

    /// Later again, but nobody is rung for ever.
    async fn wait(&self, tx: &mut Conn) -> Result<u64, StoreError> {
        let waits = execute!(
            tx,
            "UPDATE messages SET tries = tries + 1, due_at = $2 \
             WHERE id = $1 AND state = 'open' AND tries + 1 < $3",
            self.message.0,
            (self.at + LATER).as_microsecond(),
            CALL_TRIES_MAX
        )?;
        match waits {
            0 => self.close(tx, "dropped").await,
            waits => Ok(waits),
        }
    }
}
