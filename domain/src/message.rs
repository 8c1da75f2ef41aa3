//! The words of the outbox: what is to be said, by which way she may be reached, and what became
//! of it. The sentences stand in the catalogue of `app`.

use crate::words::words;

words! {
    /// What is to be said, or done.
    pub enum MessageKind {
        /// To her: she has a seat, from the waiting list or given by staff.
        Seat = "seat",
        /// To her: staff moved her to another slot or run.
        Moved = "moved",
        /// To her: staff cancelled her enrolment.
        Cancelled = "cancelled",
        /// To her: somebody signed up again with her name and number.
        Repeat = "repeat",
        /// To her: the private link that was asked for.
        Link = "link",
        /// To the staff: she has said that she cannot come.
        Left = "left",
    }
}

impl MessageKind {
    /// Whether it is for the staff alone: nothing is sent to her.
    #[must_use]
    pub const fn is_task(self) -> bool {
        matches!(self, Self::Left)
    }
}

words! {
    /// How she may be reached. Never by a way that she has not called safe.
    pub enum Channel {
        /// WhatsApp.
        Whatsapp = "whatsapp",
        /// SMS.
        Sms = "sms",
        /// A call.
        Call = "call",
        /// Better not at all.
        None = "none",
    }
}

words! {
    /// What became of a message.
    pub enum MessageAnswer {
        /// Sent by WhatsApp.
        Whatsapp = "whatsapp",
        /// Sent by SMS.
        Sms = "sms",
        /// Said in a call.
        Call = "call",
        /// Nobody answered: later again.
        NoAnswer = "no_answer",
        /// It need not be said, or a task is known.
        NotNeeded = "not_needed",
    }
}

impl MessageAnswer {
    /// The way it was said, if it was.
    #[must_use]
    pub const fn channel(self) -> Option<Channel> {
        match self {
            Self::Whatsapp => Some(Channel::Whatsapp),
            Self::Sms => Some(Channel::Sms),
            Self::Call => Some(Channel::Call),
            Self::NoAnswer | Self::NotNeeded => None,
        }
    }
}
