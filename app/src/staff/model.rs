//! What the staff's pages show, in one language and in wall time: plain data that travels from
//! server to browser. Of a participant it holds her first name, one letter and her marks.

use domain::{
    children::Claim,
    consent::Photos,
    id::{EnrolmentId, InstanceId, MarkId, SessionId},
    mark::MarkStatus,
    moment::{WallDate, WallTime},
};
use serde::{Deserialize, Serialize};

use crate::public::model::When;

/// The sign-in form on its way back. The password is never part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInState {
    /// The address as typed.
    pub email: String,
    /// What is wrong.
    pub fault: SignInFault,
}

/// Why nobody is signed in. None of these tells whether an account has the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInFault {
    /// No address was typed.
    EmailMissing,
    /// No password was typed.
    PasswordMissing,
    /// The two do not fit together.
    Wrong,
    /// Too many were wrong: so many minutes of pause.
    Paused(u32),
    /// The records cannot be had just now.
    Busy,
}

/// Who looks at the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Her name, or the address of her account.
    pub name: String,
    /// Whether she sees rolls.
    pub may_see_rolls: bool,
    /// Whether she sees who looked at whose number.
    pub may_oversee: bool,
}

/// The sessions of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Who looks.
    pub me: Me,
    /// Which day.
    pub date: WallDate,
    /// Whether that is today at her hubs.
    pub is_today: bool,
    /// The sessions, in order.
    pub sessions: Vec<DaySession>,
    /// How many messages wait, for those who send them.
    pub messages: Option<u64>,
}

/// A session among those of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySession {
    /// Its id.
    pub id: SessionId,
    /// Its run.
    pub instance: InstanceId,
    /// The pool to sign someone up in: its name in addresses; nothing once that has ended.
    pub seats: Option<String>,
    /// What is taught.
    pub title: String,
    /// The hub's name.
    pub hub: String,
    /// The room's name.
    pub room: String,
    /// When.
    pub when: When,
    /// How many have a place.
    pub enrolled: u64,
}

/// The roll of one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollPage {
    /// Who looks.
    pub me: Me,
    /// The session.
    pub session: DaySession,
    /// Its rows.
    pub rows: Vec<RollRow>,
}

/// One row of a roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollRow {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// Given name and one letter; nothing for an enrolment that nobody knows.
    pub name: Option<String>,
    /// Which photographs may be taken of her.
    pub photos: Photos,
    /// The children she brings, and whether she has places for them.
    pub childcare: Option<Claim>,
    /// Why the row asks for a look.
    pub flag: Option<Flag>,
    /// What its marks add up to.
    pub cell: RollCell,
}

/// Why a row asks for a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flag {
    /// The enrolment was cancelled.
    Cancelled,
    /// No confirmed place in this session.
    NotConfirmed,
    /// Nobody's enrolment.
    Unknown,
}

/// What the marks of a row add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollCell {
    /// What counts for now.
    pub status: MarkStatus,
    /// How many marks that is made of: the next one says that it knew them.
    pub version: u32,
    /// The id of the next mark, so that sending it twice is harmless.
    pub next: MarkId,
    /// The last mark.
    pub last: Option<LastMark>,
    /// The statements that contradict each other, until someone chooses.
    pub contradicting: Vec<MarkStatus>,
}

/// When and by whom a row was last marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastMark {
    /// The day.
    pub date: WallDate,
    /// The time.
    pub time: WallTime,
    /// Whose it is.
    pub by: Voice,
}

/// Whose mark it is, to the one who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Voice {
    /// Her own.
    Me,
    /// Another of the staff.
    Colleague,
    /// The participant.
    Participant,
}
