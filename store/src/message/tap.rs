//! Showing the number of a message with what its text needs. The statement that allows it counts
//! it, so that two who tap at once do not both write to her without knowing of each other.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{
    id::{AccountId, EnrolmentId, MessageId, SignUpId},
    lang::Lang,
    message::MessageKind,
    phone::PhoneNumber,
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    Conn, StoreError, Write,
    desk::{SawPhone, ShowPhone},
    enrolment::link_token,
};

/// Asks for the number of a message.
#[derive(Debug, Clone, Copy)]
pub struct Tap {
    /// Which.
    pub message: MessageId,
    /// How often it had been shown when the page was made.
    pub seen: i64,
    /// Who asks.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TapOutcome {
    /// The number, with what the text needs. That it was shown is written down.
    Shown(ToSend),
    /// A colleague asked for it since the page was made: she is told, and may ask again.
    Colleague,
    /// It is closed.
    Gone,
}

/// Whom to write to, and what the text needs.
#[derive(Clone, PartialEq, Eq)]
pub struct ToSend {
    /// Her number.
    pub phone: PhoneNumber,
    /// What is to be said.
    pub kind: MessageKind,
    /// Her language.
    pub lang: Lang,
    /// The secret of her private link.
    pub link_token: Option<String>,
}

impl std::fmt::Debug for ToSend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ToSend({:?})", self.kind)
    }
}

impl Write for Tap {
    type Output = TapOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<TapOutcome, StoreError> {
        let counted = execute!(
            tx,
            "UPDATE messages SET taps = taps + 1, tapped_by = $3, tapped_at = $4 \
             WHERE id = $1 AND state = 'open' AND taps = $2",
            self.message.0,
            self.seen,
            self.by.0,
            self.at.as_microsecond()
        )?;
        if counted == 1 {
            return self.show(tx).await;
        }
        let (open,) = fetch_one!(
            tx,
            (i64,),
            "SELECT COUNT(*) FROM messages WHERE id = $1 AND state = 'open'",
            self.message.0
        )?;
        Ok(match open {
            0 => TapOutcome::Gone,
            _ => TapOutcome::Colleague,
        })
    }
}

impl Tap {
    pub(super) async fn show(&self, tx: &mut Conn) -> Result<TapOutcome, StoreError> {
        let (enrolment, kind, lang) = fetch_one!(
            tx,
            (Uuid, String, String),
            "SELECT enrolment_id, kind, lang FROM messages WHERE id = $1",
            self.message.0
        )?;
        let show = ShowPhone {
            of: SawPhone::OfEnrolment(EnrolmentId(enrolment)),
            by: self.by,
            at: self.at,
        };
        let phone = show.run(tx).await?;
        Ok(TapOutcome::Shown(ToSend {
            phone: phone.ok_or(StoreError::Unknown("messages.enrolment_id"))?,
            kind: MessageKind::parse(&kind).ok_or(StoreError::Unknown("messages.kind"))?,
            lang: Lang::from_code(&lang).unwrap_or_default(),
            link_token: newest_link(tx, enrolment).await?,
        }))
    }
}

/// The link of her newest request: the repeats of others are not hers.
async fn newest_link(tx: &mut Conn, enrolment: Uuid) -> Result<Option<String>, StoreError> {
    let row = fetch_optional!(
        tx,
        (Uuid,),
        "SELECT id FROM sign_ups WHERE enrolment_id = $1 AND NOT is_repeat \
         ORDER BY created_at DESC, id DESC LIMIT 1",
        enrolment
    )?;
    let keys = tx.keys();
    Ok(row.map(|(id,)| BASE64URL.encode(link_token(&keys, SignUpId(id)))))
}
