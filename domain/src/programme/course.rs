//! What is taught: courses, their instances and sessions, and the projects that pay.
//! When a session takes place stands in `plan`.

use crate::{lang::Localised, moment::WallTime, question::Question};

use super::{ChildAgeBand, Deadline, InstanceKind, PlannedDay, TeachingLanguage, Theme};

/// A project that pays, and the words it asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundingProject {
    /// Its name in references.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// What it is, in a sentence or two.
    pub summary: Option<Localised>,
    /// Who pays.
    pub statement: Localised,
    /// Who is responsible for the contents.
    pub disclaimer: Localised,
    /// Its emblems, in the order asked for.
    pub logos: Vec<Logo>,
}

/// An emblem of a funding project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logo {
    /// The picture; without one the name stands in words.
    pub picture: Option<Picture>,
    /// Whose it is, for those who do not see it.
    pub alt: Localised,
}

/// A picture that lies beside the programme file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Its file's name, `eu-emblem.svg`.
    pub file: String,
    /// What is in the file.
    pub content: Vec<u8>,
}

/// What is taught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Its name in addresses and references.
    pub slug: String,
    /// Where.
    pub hub: String,
    /// By whom.
    pub organisation: String,
    /// About what.
    pub theme: Theme,
    /// In which languages.
    pub languages: Vec<TeachingLanguage>,
    /// Whether only women take part.
    pub women_only: bool,
    /// Its title.
    pub title: Localised,
    /// What it is, in a sentence or two.
    pub summary: Localised,
    /// For whom.
    pub audience: Localised,
    /// What she learns, one point per line.
    pub learns: Localised,
    /// What to bring, one thing per line.
    pub bring: Localised,
    /// The way, when it is not the hub's.
    pub landmark: Option<Localised>,
    /// The projects that pay for it.
    pub funding_projects: Vec<String>,
    /// What it asks of those who sign up.
    pub questions: Vec<Question<Localised>>,
    /// Its runs.
    pub instances: Vec<Instance>,
}

/// One run of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// Its name in addresses and references.
    pub slug: String,
    /// What a person enrols in.
    pub kind: InstanceKind,
    /// Seats, of the whole or of each slot.
    pub seats: u32,
    /// Places for children, of the whole or of each slot.
    pub childcare: Vec<Childcare>,
    /// When enrolment ends, when it is not at the start.
    pub closes: Option<Deadline>,
    /// Whether its dates and figures are only an example.
    pub is_sample: bool,
    /// Its meetings.
    pub sessions: Vec<Session>,
}

/// Places for children of one age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Childcare {
    /// The age.
    pub band: ChildAgeBand,
    /// How many.
    pub places: u32,
}

/// One meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its name in addresses and references.
    pub slug: String,
    /// Where.
    pub room: String,
    /// The day.
    pub day: PlannedDay,
    /// From.
    pub start: WallTime,
    /// To.
    pub end: WallTime,
}

impl Session {
    /// The day and times as one line, to tell a changed plan from an unchanged one.
    #[must_use]
    pub fn plan(&self) -> String {
        format!("{} {}-{}", self.day, self.start, self.end)
    }
}
