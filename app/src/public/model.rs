//! What the pages show, in one language and in wall time: plain data that travels from server
//! to browser. Records, zones and instants stay on the server (`ssr::calendar` maps them).

mod places;
mod private;

use domain::{
    moment::{WallDate, WallTime},
    programme::{ChildAgeBand, Colour, Shape, TeachingLanguage},
};
use serde::{Deserialize, Serialize};

pub use places::{
    Actor, ClusterPage, ClusterWords, CourseCard, HubPage, Logo, Named, OrganisationPage,
    ProjectPage, Regime, Room, Thanks,
};
pub use private::{
    AnswersNotice, AnswersPage, AnswersState, CallNotice, CallPage, CallState, ConsentAnswer,
    DonePage, EnrolNotice, EnrolPage, EnrolState, Memory, Mine, MinePage, PictureFault,
    PictureQuestion, Project, Qr, Stage,
};

/// A hub's name with its colour and its shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HubMark {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// Its shape.
    pub shape: Shape,
}

/// A hub's phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// As people read it: `20 123 456`.
    pub shown: String,
    /// As a phone dials it: `+21620123456`.
    pub dialled: String,
    /// Whether it is only a sample and nobody's.
    pub is_sample: bool,
}

/// A hub with the way to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HubCard {
    /// Its name in the address.
    pub slug: String,
    /// Name, colour and shape.
    pub mark: HubMark,
    /// What it offers.
    pub summary: String,
    /// Its address.
    pub address: String,
    /// Its phone.
    pub phone: Phone,
}

/// When a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The day.
    pub date: WallDate,
    /// From.
    pub from: WallTime,
    /// To.
    pub to: WallTime,
}

/// How full a pool of seats is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seats {
    /// So many places are left.
    Left(u64),
    /// None is left, and so many wait.
    Full(u64),
    /// None is left but what is kept for somebody who fills her form in.
    Kept,
    /// The deadline has passed.
    Closed,
}

/// A pool of seats that one can sign up for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// Its name in the address of the enrol form.
    pub slug: String,
    /// How full it is.
    pub seats: Seats,
}

/// What helps to decide whether one can come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// For women only.
    pub women_only: bool,
    /// Without a step.
    pub step_free: bool,
    /// How many children can be looked after, 0 for none.
    pub childcare_places: u64,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionCard {
    /// Its name in the address.
    pub slug: String,
    /// The course's title.
    pub title: String,
    /// Where.
    pub hub: HubMark,
    /// In which room.
    pub room: String,
    /// When.
    pub when: When,
    /// Its seats.
    pub pool: Pool,
    /// What helps to decide.
    pub access: Access,
    /// Whether its end has passed.
    pub is_over: bool,
    /// The run of which this is one of several appointments, so that they can stand together.
    pub run: Option<String>,
}

/// A session as a line among those of its instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    /// Its name in the address.
    pub slug: String,
    /// When.
    pub when: When,
    /// In which room.
    pub room: String,
    /// Its own seats, where each session is an appointment.
    pub slot: Option<Pool>,
    /// Whether its end has passed.
    pub is_over: bool,
}

/// A slot that is free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Its pool's name in addresses.
    pub seats: String,
    /// When.
    pub when: When,
}

/// A declared holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// Its name.
    pub name: String,
    /// Whether its date still has to be confirmed.
    pub is_unsure: bool,
}

/// What the front page shows of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// The hubs.
    pub hubs: Vec<HubCard>,
    /// The sessions that come next.
    pub next: Vec<SessionCard>,
}

/// What pages of a course and of a session share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The course's name in the address.
    pub course: String,
    /// The course's title.
    pub title: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// Where.
    pub hub: HubCard,
    /// The way there.
    pub route: String,
    /// What to bring.
    pub bring: Vec<String>,
    /// Which languages are spoken.
    pub languages: Vec<TeachingLanguage>,
    /// Who offers it.
    pub offered_by: Named,
    /// For women only.
    pub women_only: bool,
    /// Who pays.
    pub thanks: Vec<Thanks>,
}

/// A session's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPage {
    /// The session itself.
    pub card: SessionCard,
    /// What it shares with its course.
    pub about: About,
    /// Its room.
    pub room: Option<Room>,
    /// Places for children, by age.
    pub childcare: Vec<(ChildAgeBand, u64)>,
    /// The holiday on its day, if there is one.
    pub holiday: Option<Holiday>,
    /// All sessions of its instance.
    pub lines: Vec<SessionLine>,
    /// The other runs of its course that are not over.
    pub another: Vec<Instance>,
    /// Whether dates and numbers are samples.
    pub is_sample: bool,
    /// What is said aloud.
    pub said: Vec<String>,
}

/// A run of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    /// The seats for all sessions together; none where each session is an appointment.
    pub whole: Option<Pool>,
    /// Its sessions.
    pub lines: Vec<SessionLine>,
    /// Places for children, by age.
    pub childcare: Vec<(ChildAgeBand, u64)>,
    /// Whether dates and numbers are samples.
    pub is_sample: bool,
}

/// A course's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoursePage {
    /// What it shares with its sessions.
    pub about: About,
    /// For whom it is.
    pub audience: String,
    /// What one learns.
    pub learns: Vec<String>,
    /// Its rooms.
    pub rooms: Vec<Room>,
    /// Its runs that are not over.
    pub instances: Vec<Instance>,
    /// The latest sessions of those that are.
    pub past: Vec<SessionLine>,
    /// What is said aloud.
    pub said: Vec<String>,
}

/// What a pool of seats is for, as the enrol form and the private pages say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The pool's name in addresses.
    pub seats: String,
    /// The course's title.
    pub title: String,
    /// Where.
    pub hub: HubCard,
    /// The way there.
    pub route: String,
    /// What to bring.
    pub bring: Vec<String>,
    /// Its sessions, or the one slot.
    pub lines: Vec<SessionLine>,
    /// What is said aloud.
    pub said: Vec<String>,
}
