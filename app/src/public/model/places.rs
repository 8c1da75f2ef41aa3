//! What the pages of hubs, organisations, projects and the cluster show.
//! Courses and sessions stand in the parent.

use domain::{
    moment::WallDate,
    programme::{Door, Stretch},
};
use serde::{Deserialize, Serialize};

use super::{Holiday, HubCard, HubMark, SessionCard};

/// Something with a page of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its name in the address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A room, and how one gets into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Its name.
    pub name: String,
    /// Doors, stairs, toilets.
    pub access: String,
    /// How many people it holds.
    pub capacity: u64,
    /// Whether it can be reached without a step.
    pub step_free: bool,
}

/// A course in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseCard {
    /// Its name in the address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// For women only.
    pub women_only: bool,
    /// Where.
    pub hub: HubMark,
}

/// A regime of opening hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regime {
    /// What people call it.
    pub name: String,
    /// From which day to which, unless it is the usual one.
    pub days: Option<(WallDate, WallDate)>,
    /// Whether its days are an estimate.
    pub is_unsure: bool,
    /// Whether it holds today.
    pub is_in_force: bool,
    /// The hours of a week.
    pub week: Vec<Stretch>,
}

/// A hub's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HubPage {
    /// Name, address, phone.
    pub card: HubCard,
    /// The way there.
    pub route: String,
    /// The day on which the page was made, at the hub.
    pub today: WallDate,
    /// Whether its door is open.
    pub door: Door,
    /// When it is open; those that are over are left out.
    pub regimes: Vec<Regime>,
    /// Whether the hours are only an example.
    pub hours_are_sample: bool,
    /// The holidays that come next.
    pub holidays: Vec<(WallDate, Holiday)>,
    /// Its rooms.
    pub rooms: Vec<Room>,
    /// What is taught there.
    pub courses: Vec<CourseCard>,
    /// The sessions that come next.
    pub next: Vec<SessionCard>,
    /// Who runs it.
    pub kept_by: Named,
}

/// An organisation's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationPage {
    /// Its name.
    pub name: String,
    /// What it does in the cluster.
    pub role: String,
    /// More of what it does.
    pub does: Vec<String>,
    /// What it teaches.
    pub courses: Vec<CourseCard>,
    /// The hubs that it runs.
    pub hubs: Vec<HubCard>,
}

/// The logo of one who pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// The picture's name in its address; without one the words stand for it.
    pub picture: Option<String>,
    /// Whose it is.
    pub alt: String,
}

/// Who pays, and what they ask us to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thanks {
    /// The project's name in the address.
    pub slug: String,
    /// The project.
    pub name: String,
    /// The statement.
    pub statement: String,
    /// The disclaimer.
    pub disclaimer: String,
    /// The logos, in the order asked for.
    pub logos: Vec<Logo>,
}

/// A funding project's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectPage {
    /// What it asks us to say.
    pub thanks: Thanks,
    /// What it is.
    pub summary: String,
    /// What it pays for.
    pub courses: Vec<CourseCard>,
}

/// One who takes part in the cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Its name, and its name in the address.
    pub named: Named,
    /// What it does.
    pub role: String,
}

/// What the cluster says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterWords {
    /// Its name.
    pub name: String,
    /// What it is.
    pub summary: String,
    /// How it works.
    pub about: Vec<String>,
    /// How it began.
    pub history: Vec<String>,
    /// What it plans.
    pub plans: Vec<String>,
    /// Who else may join.
    pub joining: String,
}

/// The cluster's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterPage {
    /// What it says of itself, where the programme has words for it.
    pub words: Option<ClusterWords>,
    /// Its hubs.
    pub hubs: Vec<HubCard>,
    /// Those who take part.
    pub actors: Vec<Actor>,
    /// The projects that pay: their names in the address and their names.
    pub projects: Vec<Named>,
}
