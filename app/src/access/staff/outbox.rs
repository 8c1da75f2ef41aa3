//! The guard of the outbox: one message about one of one's hubs.

use domain::{id::MessageId, message::MessageAnswer};
use store::message::{self as records, Answer, FindLinks, OpenMessage, Tap, TapOutcome};

use super::Staff;
use crate::error::AppError;

impl Staff {
    /// The open messages of her hubs. Links that were asked for become messages here, where
    /// nobody's waiting time can tell whether a number is known.
    pub async fn open_messages(&self) -> Result<Vec<OpenMessage>, AppError> {
        self.find_links().await?;
        let mut conn = self.store.read().await?;
        Ok(records::open(&mut conn, self.author()).await?)
    }

    /// How many messages of her hubs wait now.
    pub async fn waiting_messages(&self) -> Result<u64, AppError> {
        self.find_links().await?;
        let mut conn = self.store.read().await?;
        Ok(records::count(&mut conn, self.author(), self.now()).await?)
    }

    async fn find_links(&self) -> Result<(), AppError> {
        let asked = records::are_links_asked_for(&mut self.store.read().await?).await?;
        if asked {
            self.store.write(FindLinks { at: self.now() }).await?;
        }
        Ok(())
    }

    /// Her access to one message, if it is about one of her hubs.
    pub async fn of_message(self, id: MessageId) -> Result<MessageAccess, AppError> {
        let mut conn = self.store.read().await?;
        let hub = records::hub_of(&mut conn, id).await?;
        let hub = hub.ok_or(AppError::NotFound)?;
        self.must_reach(&mut conn, hub).await?;
        drop(conn);
        Ok(MessageAccess {
            staff: self,
            message: id,
        })
    }
}

/// What someone may do with one message about her hubs.
pub struct MessageAccess {
    staff: Staff,
    message: MessageId,
}

impl MessageAccess {
    /// Who she is.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// The message.
    #[must_use]
    pub fn id(&self) -> MessageId {
        self.message
    }

    /// Her number and what the text needs, unless a colleague asked since the page was made. That
    /// it was shown is written down with it.
    pub async fn tap(&self, seen: i64) -> Result<TapOutcome, AppError> {
        let tap = Tap {
            message: self.message,
            seen,
            by: self.staff.who.account,
            at: self.staff.now(),
        };
        Ok(self.staff.store.write(tap).await?)
    }

    /// Writes down what became of it. False when a colleague was quicker.
    pub async fn answer(&self, answer: MessageAnswer) -> Result<bool, AppError> {
        let answer = Answer {
            message: self.message,
            answer,
            by: self.staff.who.account,
            at: self.staff.now(),
        };
        Ok(self.staff.store.write(answer).await?)
    }
}
