//! What the desk's pages show, in one language and in wall time: plain data that travels from
//! server to browser. A number is in it only after it was asked for and written down.

use domain::{
    absence::AbsenceReason,
    children::Claim,
    desk::{CallHours, CancelReason, EventKind},
    enrolment::{AgeBand, Doubt, EnrolForm, EnrolmentStatus, Wrong},
    id::{CallId, EnrolmentId, InstanceId, SeatsId, SessionId, SignUpId},
    lang::Lang,
    moment::{WallDate, WallTime},
    programme::ChildAgeBand,
    question::Question,
};
use serde::{Deserialize, Serialize};

use super::{consents::model::Consent, duplicates::model::Same, model::Me};
use crate::public::model::{EnrolNotice, Project, Seats, When};

/// A day and a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The day.
    pub date: WallDate,
    /// The time.
    pub time: WallTime,
}

/// Why an enrolment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// What staff say.
    Staff(CancelReason),
    /// What she says.
    Hers(AbsenceReason),
}

/// How full a pool is, in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Seats in all.
    pub capacity: u64,
    /// Seats taken.
    pub taken: u64,
    /// How many wait.
    pub waiting: u64,
}

/// The list of runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Courses {
    /// Who looks.
    pub me: Me,
    /// Her hubs: slug and name.
    pub hubs: Vec<(String, String)>,
    /// The slug of the hub that is listed; empty for all.
    pub hub: String,
    /// Whether past runs are listed.
    pub past: bool,
    /// The runs.
    pub runs: Vec<Run>,
    /// Whether there are more than are listed.
    pub more: bool,
}

/// A run in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Its id.
    pub id: InstanceId,
    /// What is taught.
    pub title: String,
    /// The hub's name.
    pub hub: String,
    /// Its first day.
    pub from: WallDate,
    /// Its last day.
    pub to: WallDate,
    /// How many sessions it has.
    pub sessions: u64,
    /// Its pools: when the slot begins, where it is one, and how full it is.
    pub pools: Vec<(Option<Moment>, Figures)>,
}

/// One run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstancePage {
    /// Who looks.
    pub me: Me,
    /// Its id.
    pub id: InstanceId,
    /// What is taught.
    pub title: String,
    /// The hub's name.
    pub hub: String,
    /// Its pools.
    pub pools: Vec<Pool>,
    /// Its sessions.
    pub sessions: Vec<Session>,
    /// Who changed its number of seats, the latest first.
    pub changes: Vec<Change>,
    /// The questions of the course that somebody answered: a column each.
    pub questions: Vec<String>,
    /// Who is enrolled.
    pub roster: Vec<Row>,
}

/// A pool of one run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// The pool.
    pub id: SeatsId,
    /// Its name in addresses.
    pub slug: String,
    /// Its slot; nothing for a whole run.
    pub slot: Option<When>,
    /// How full it is.
    pub figures: Figures,
    /// How many people its smallest room holds.
    pub room_holds: u64,
    /// When enrolment ends.
    pub closes: Moment,
    /// Whether it has ended.
    pub is_closed: bool,
    /// Places for children: the band's word, taken, in all.
    pub childcare: Vec<(String, u64, u64)>,
}

/// A session of one run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// When.
    pub when: When,
    /// In which room.
    pub room: String,
}

/// A change of the number of seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// When the slot begins, where there are several.
    pub slot: Option<Moment>,
    /// Seats before.
    pub before: u64,
    /// Seats after.
    pub after: u64,
    /// Who.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// An enrolment in the list of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Given name and one letter.
    pub name: String,
    /// When her slot begins, where there are several.
    pub slot: Option<Moment>,
    /// Where she stands.
    pub standing: Standing,
    /// How often she signed up again from another browser.
    pub repeats: u64,
    /// Her age band, if she answered.
    pub age_band: Option<AgeBand>,
    /// The project that sent her.
    pub project: Option<String>,
    /// When she signed up.
    pub signed_up: Moment,
    /// The children she brings, and whether she has places for them.
    pub childcare: Option<Claim>,
    /// Who filled the form in for her.
    pub assisted_by: Option<String>,
    /// How many notes there are.
    pub notes: u64,
    /// What she answered, by column.
    pub answers: Vec<String>,
}

/// Where she stands, with her place in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The status.
    pub status: EnrolmentStatus,
    /// Her place in the queue, from 1.
    pub place: Option<u64>,
}

/// One enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordPage {
    /// Who looks.
    pub me: Me,
    /// The enrolment.
    pub id: EnrolmentId,
    /// Its run.
    pub instance: InstanceId,
    /// What is taught.
    pub title: String,
    /// The hub's name.
    pub hub: String,
    /// Her first session.
    pub when: When,
    /// Her whole name.
    pub name: String,
    /// Where she stands.
    pub standing: Standing,
    /// Why it is to be confirmed, or looked at.
    pub doubt: Option<Doubt>,
    /// The language she signed up in.
    pub lang: Lang,
    /// Her age band, if she answered.
    pub age_band: Option<AgeBand>,
    /// The project that sent her.
    pub project: Option<String>,
    /// The children she brings, and whether she has places for them.
    pub childcare: Option<Claim>,
    /// When she signed up.
    pub signed_up: Moment,
    /// When she signed up again from another browser.
    pub repeats: Vec<Moment>,
    /// Whether it has begun.
    pub has_begun: bool,
    /// Where it could be moved to.
    pub targets: Vec<Target>,
    /// What she answered to the course's questions.
    pub answers: Vec<Answered>,
    /// The notes, the latest first.
    pub notes: Vec<Note>,
    /// What became of it.
    pub steps: Vec<Step>,
    /// Her number, on the page that follows asking for it.
    pub phone: Option<Number>,
    /// What she has answered about photographs and data.
    pub consents: Vec<Consent>,
    /// Who may be the same woman, and what was joined to her.
    pub same: Same,
}

/// A number that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// As people read it.
    pub shown: String,
    /// As a phone dials it.
    pub dialled: String,
}

/// Where an enrolment could be moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The pool.
    pub seats: SeatsId,
    /// Its first session begins.
    pub from: Moment,
    /// Free seats for a newcomer.
    pub left: u64,
    /// How many wait.
    pub waiting: u64,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// An answer to a question of the course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The question, as it was asked.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// When it was changed, if it is not the first.
    pub changed: Option<Moment>,
}

/// A step in the life of an enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What.
    pub kind: EventKind,
    /// Which session, where it tells something.
    pub slot: Option<Moment>,
    /// Why, where staff ended it.
    pub reason: Option<Why>,
    /// Who of the staff.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
}

/// The looks at numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhonesPage {
    /// Who looks.
    pub me: Me,
    /// The looks, the latest first.
    pub looks: Vec<Look>,
}

/// One look at a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Who looked.
    pub by: String,
    /// Given name and one letter; nothing for a request to be called.
    pub whose: Option<String>,
    /// The enrolment it was opened from.
    pub enrolment: Option<EnrolmentId>,
    /// When.
    pub at: Moment,
}

/// The form for someone at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssistPage {
    /// Who looks.
    pub me: Me,
    /// The run.
    pub instance: InstanceId,
    /// The pool's name in addresses.
    pub slug: String,
    /// What is taught.
    pub title: String,
    /// The hub's name.
    pub hub: String,
    /// Its first session begins.
    pub from: Moment,
    /// How full it is.
    pub seats: Seats,
    /// The projects to choose from.
    pub projects: Vec<Project>,
    /// What the course asks.
    pub questions: Vec<Question<String>>,
    /// The ages of children that are looked after, each with the places that are left.
    pub childcare: Vec<(ChildAgeBand, u64)>,
    /// The idempotency key of this rendering.
    pub key: String,
    /// What was typed before, with what is wrong with it.
    pub draft: Option<AssistState>,
}

/// The form for someone at the desk when it comes back, or filled in from a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssistState {
    /// What was typed.
    pub form: EnrolForm,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// What stands in the way of the form as a whole.
    pub notice: Option<EnrolNotice>,
    /// The enrolment that the person has there already.
    pub enrolled: Option<EnrolmentId>,
    /// At the desk or on the phone.
    pub channel: String,
    /// The request to be called that it answers, or nothing.
    pub call: String,
}

impl Default for AssistState {
    /// Nothing typed yet; whoever asks for a place would rather wait than go away.
    fn default() -> Self {
        let form = EnrolForm {
            waitlist: "yes".into(),
            ..EnrolForm::default()
        };
        Self {
            form,
            wrong: Wrong::default(),
            notice: None,
            enrolled: None,
            channel: String::new(),
            call: String::new(),
        }
    }
}

/// What a sign-up at the desk has become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedUp {
    /// Who looks.
    pub me: Me,
    /// The sign-up.
    pub sign_up: SignUpId,
    /// Its enrolment.
    pub enrolment: EnrolmentId,
    /// What is taught.
    pub title: String,
    /// The hub's name.
    pub hub: String,
    /// The first session begins.
    pub from: Moment,
    /// Where she stands.
    pub standing: Standing,
    /// The pool's name in addresses, if it is still open.
    pub seats: Option<String>,
    /// Her private link, for the one who filled the form in.
    pub link: Option<String>,
    /// Her number, on the page that follows asking for it.
    pub phone: Option<Number>,
}

/// The call list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallsPage {
    /// Who looks.
    pub me: Me,
    /// The open requests, the oldest first.
    pub calls: Vec<Call>,
    /// Sign-ups that are to be confirmed on the phone, or looked at.
    pub doubts: Vec<Doubtful>,
    /// Whether there are others of these.
    pub more_doubts: bool,
    /// What one can be signed up for: the pool's name in addresses, and what it is.
    pub pools: Vec<(String, String)>,
    /// The number that was asked for, on the page that follows asking for it.
    pub shown: Option<(CallId, Number)>,
}

/// An enrolment that is to be confirmed on the phone, or looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubtful {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Given name and first letter.
    pub name: String,
    /// What is taught.
    pub title: String,
    /// When the run or slot begins.
    pub begins: Moment,
    /// Where she stands.
    pub standing: Standing,
    /// Why.
    pub doubt: Doubt,
    /// When the form was sent.
    pub sent: Moment,
}

/// Someone who asked to be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The request.
    pub id: CallId,
    /// How she wants to be called.
    pub name: Option<String>,
    /// When.
    pub hours: CallHours,
    /// The language of the page she asked on.
    pub lang: Lang,
    /// What she was looking at: the pool's name in addresses, and what is taught.
    pub about: Option<(String, String)>,
    /// When she asked.
    pub asked: Moment,
    /// How often nobody answered.
    pub tries: u64,
    /// When that was last.
    pub tried: Option<Moment>,
}
