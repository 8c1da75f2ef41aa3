//! What the enrol form and the private pages show. No name and no number comes back from the
//! records: only what was typed a moment ago returns to its own form.

use domain::{
    children::Claim,
    consent::Purpose,
    desk::CallHours,
    enrolment::{CallForm, EnrolForm, EnrolmentStatus, Fault, Wrong},
    id::SignUpId,
    message::Channel,
    moment::{WallDate, WallTime},
    programme::ChildAgeBand,
    question::{AnswerFault, Question, Typed},
};
use serde::{Deserialize, Serialize};

use super::{Appointment, Seats, Slot};

/// A funding project that a person may come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Its word in the form.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// The enrol form's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolPage {
    /// What the form is for.
    pub appointment: Appointment,
    /// The course's name in addresses.
    pub course: String,
    /// How full it is.
    pub seats: Seats,
    /// Until when it is kept for her, where it is a slot that she has chosen.
    pub kept_until: Option<WallTime>,
    /// Where it is a slot: the others of its run that are free.
    pub others: Vec<Slot>,
    /// The projects to choose from.
    pub projects: Vec<Project>,
    /// What the course asks.
    pub questions: Vec<Question<String>>,
    /// The ages of children that are looked after, each with the places that are left.
    pub childcare: Vec<(ChildAgeBand, u64)>,
    /// The idempotency key of this rendering.
    pub key: String,
    /// The sealed stamp that belongs to it.
    pub stamp: String,
    /// What was typed before, with what is wrong with it.
    pub draft: Option<EnrolState>,
    /// What the form begins with, where she has filled one in before in this visit.
    pub begun: Option<EnrolForm>,
    /// Whether this browser holds a sign-up already: another one may be another woman's.
    pub is_shared: bool,
}

/// The enrol form when it comes back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolState {
    /// What was typed.
    pub form: EnrolForm,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// What stands in the way of the form as a whole.
    pub notice: Option<EnrolNotice>,
}

/// What stands in the way of a form whose fields are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EnrolNotice {
    /// It is full, so many wait, and she did not ask to wait.
    Full(u64),
    /// Every free place is kept for somebody until then.
    Kept(WallTime),
    /// The deadline has passed.
    Closed,
    /// The form was sent before with other answers.
    Conflict,
    /// Too many at once; the same form may be sent again.
    Busy,
    /// Our fault; the same form may be sent again.
    Failed,
}

/// An enrolment as she sees it: no name and no number, because someone else may hold the
/// phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// The sign-up that this is about.
    pub sign_up: SignUpId,
    /// For what.
    pub appointment: Appointment,
    /// Where she stands.
    pub status: EnrolmentStatus,
    /// Her place in the queue, from 1.
    pub place: Option<u64>,
    /// The children she brings, and whether she has places for them.
    pub childcare: Option<Claim>,
    /// Whether she waits for childcare and can come without it instead.
    pub can_come_without: bool,
    /// How far it is.
    pub stage: Stage,
    /// What the form to sign up again is for, where it has ended and is still open.
    pub again: Option<String>,
    /// The other slots of its run that she can take instead.
    pub others: Vec<Slot>,
    /// How she may be reached, and when, if she has said.
    pub reach: (Option<Channel>, Option<CallHours>),
    /// Whether there is something to put into her phone's diary.
    pub is_for_diary: bool,
    /// Her private link.
    pub link: String,
    /// The same for another phone's camera; none where it could not be drawn.
    pub qr: Option<Qr>,
    /// Whether the course asks something whose answer can be changed.
    pub asks: bool,
    /// What was answered through this link about photographs and data.
    pub consents: Vec<ConsentAnswer>,
}

/// Her answers to a course's questions, to be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswersPage {
    /// The sign-up that they belong to.
    pub sign_up: SignUpId,
    /// The course's title.
    pub title: String,
    /// What it asks.
    pub questions: Vec<Question<String>>,
    /// What stands in the form.
    pub state: AnswersState,
}

/// What stands in that form: her answers, or what she typed with what is wrong with it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswersState {
    /// The answers.
    pub typed: Typed,
    /// What is wrong with them.
    pub faults: Vec<AnswerFault>,
    /// What stands in the way of the form as a whole.
    pub notice: Option<AnswersNotice>,
}

impl std::fmt::Debug for AnswersState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AnswersState(…)")
    }
}

/// Why answers that are right were not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswersNotice {
    /// Too many at once; the same form may be sent again.
    Busy,
    /// Our fault; the same form may be sent again.
    Failed,
}

/// An answer to the question of one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentAnswer {
    /// For what.
    pub purpose: Purpose,
    /// Yes or no.
    pub granted: bool,
    /// Since which day.
    pub since: WallDate,
}

/// How far an enrolment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// It has not begun.
    Coming,
    /// It has begun.
    Begun,
    /// It has begun, and she has said that she cannot come to what is on, or next.
    Absent,
    /// Its last session has ended.
    Over,
}

/// A QR code as a path: so the browser's bundle carries no encoder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qr {
    /// Modules on each side.
    pub side: u16,
    /// The dark ones, as an SVG path in which a module is one unit.
    pub path: String,
}

/// The confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DonePage {
    /// The sign-up that was made last.
    pub mine: Mine,
    /// What this phone remembers of it.
    pub memory: Memory,
}

/// My enrolments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinePage {
    /// Newest first.
    pub all: Vec<Mine>,
    /// Whether this phone remembers one of them.
    pub is_kept: bool,
}

/// What a phone remembers after the browser is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Memory {
    /// Nothing, and she has not been asked.
    Unasked,
    /// Nothing.
    Nothing,
    /// This enrolment.
    Kept,
}

/// What a private link asks for before it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureQuestion {
    /// What was wrong with the last answer.
    pub fault: Option<PictureFault>,
}

/// Why a picture opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureFault {
    /// None was chosen.
    Missing,
    /// Another one was chosen at sign-up.
    Wrong,
    /// Too many were wrong: later, or by phone.
    Locked,
    /// The link has to be opened again.
    Expired,
}

/// The page of "I would rather be called".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallPage {
    /// The title of what she was looking at.
    pub about: Option<String>,
    /// What was typed before, with what is wrong with it.
    pub draft: Option<CallState>,
}

/// The form when it comes back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallState {
    /// What was typed.
    pub form: CallForm,
    /// What is wrong with fields.
    pub faults: Vec<Fault>,
    /// What stands in the way of the form as a whole.
    pub notice: Option<CallNotice>,
}

/// What stands in the way of a request whose fields are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CallNotice {
    /// Too many wait for a call.
    TooMany,
    /// The records cannot be had just now.
    Busy,
}
