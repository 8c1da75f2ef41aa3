//! What the staff's pages show of consents: plain data that travels from server to browser.

use domain::{
    consent::Purpose,
    desk::ConsentChannel,
    id::{ConsentTaskId, EnrolmentId},
};
use serde::{Deserialize, Serialize};

use crate::staff::{desk_model::Moment, model::Me};

/// What someone has answered for one purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// For what.
    pub purpose: Purpose,
    /// The answer that counts; nothing where she has not been asked.
    pub answer: Option<Answer>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Yes or no.
    pub granted: bool,
    /// How it was told.
    pub channel: ConsentChannel,
    /// Who of the staff wrote it down.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
}

/// What withdrawals ask of one's hubs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TasksPage {
    /// Who looks.
    pub me: Me,
    /// What is to be done, the oldest first.
    pub open: Vec<Task>,
    /// What has been done, the latest first.
    pub done: Vec<Task>,
}

/// What one withdrawal asks of one hub.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its id.
    pub id: ConsentTaskId,
    /// Given name and one letter.
    pub name: String,
    /// What she no longer agrees to.
    pub purpose: Purpose,
    /// Whether she said so through a repeat.
    pub by_repeat: bool,
    /// The way to her.
    pub enrolment: EnrolmentId,
    /// When she said so.
    pub at: Moment,
    /// Who has done it, and when.
    pub done: Option<(String, Moment)>,
}
