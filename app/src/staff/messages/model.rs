//! What the page of the outbox shows. A number is in it for one message at most: the one that
//! was asked for.

use domain::{
    desk::CallHours,
    id::{EnrolmentId, MessageId},
    lang::Lang,
    message::{Channel, MessageKind},
};
use serde::{Deserialize, Serialize};

use crate::staff::{
    desk_model::{Moment, Number},
    model::Me,
};

/// The open messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Messages {
    /// Who looks.
    pub me: Me,
    /// The oldest first.
    pub all: Vec<Message>,
    /// What was asked for, on the page that follows asking for it.
    pub shown: Option<Shown>,
}

/// One message, or task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// What it is about.
    pub enrolment: EnrolmentId,
    /// What is to be said or done.
    pub kind: MessageKind,
    /// Her language.
    pub lang: Lang,
    /// Her name.
    pub name: String,
    /// How she may be reached.
    pub channel: Option<Channel>,
    /// When she may be reached.
    pub hours: Option<CallHours>,
    /// The course.
    pub title: String,
    /// When her first session begins.
    pub starts: Moment,
    /// When it was written.
    pub written: Moment,
    /// When it is to be tried again, if that is later than now.
    pub later: Option<Moment>,
    /// How often nobody answered.
    pub tries: u64,
    /// How often its number was shown.
    pub taps: i64,
    /// Who saw the number last, and when.
    pub tapped: Option<(String, Moment)>,
}

/// The number of one message, and its text in her language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Which message.
    pub message: MessageId,
    /// Her number.
    pub number: Number,
    /// What is said.
    pub text: String,
}
