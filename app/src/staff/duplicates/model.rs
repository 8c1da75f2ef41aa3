//! What the pages of rows that may be one woman show: plain data that travels from server to
//! browser. No number is in it, and no digit of one.

use domain::{
    alike::Likeness,
    id::{EnrolmentId, MergeId},
    lang::Lang,
};
use serde::{Deserialize, Serialize};

use crate::staff::{
    desk_model::{Moment, Standing},
    model::Me,
};

/// The pairs of one's hubs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duplicates {
    /// Who looks.
    pub me: Me,
    /// The pairs, the latest first.
    pub pairs: Vec<Pair>,
}

/// Two rows that may be one woman.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// An enrolment of one.
    pub one: EnrolmentId,
    /// Her whole name.
    pub one_name: String,
    /// An enrolment of the other.
    pub other: EnrolmentId,
    /// Her whole name.
    pub other_name: String,
    /// What they have in common.
    pub likeness: Likeness,
}

/// Two rows side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// Who looks.
    pub me: Me,
    /// The rows.
    pub sides: [Side; 2],
    /// Whether they have the same phone.
    pub same_phone: bool,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The enrolment by which it is named.
    pub enrolment: EnrolmentId,
    /// The whole name.
    pub name: String,
    /// When the row was made.
    pub since: Moment,
    /// The language of the sign-up.
    pub lang: Lang,
    /// What she is or was enrolled in, the latest first.
    pub entries: Vec<Entry>,
}

/// One enrolment of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// What is taught.
    pub title: String,
    /// When it begins.
    pub from: Moment,
    /// Where she stands.
    pub standing: Standing,
    /// Notes.
    pub notes: u64,
    /// Marks on rolls.
    pub marks: u64,
}

/// What her own page says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Same {
    /// The pairs that she is in.
    pub pairs: Vec<Pair>,
    /// What has been joined to her.
    pub joined: Vec<Joined>,
    /// The enrolment that goes on, where this one was joined to it.
    pub goes_on: Option<EnrolmentId>,
}

/// A joining that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// Which.
    pub merge: MergeId,
    /// The name in the other row.
    pub name: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Until when it can be undone; nothing where that is over.
    pub until: Option<Moment>,
}
