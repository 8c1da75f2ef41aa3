//! What a calendar page shows, in one language and in wall time.
//! What sessions and hubs look like elsewhere too stands in `public::model`.

use domain::{
    calendar::{CalendarQuery, Facet},
    moment::{WallDate, WallTime},
};
use serde::{Deserialize, Serialize};

use crate::public::model::{Holiday, HubMark, Phone, SessionCard, When};

/// A page of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDays {
    /// What was asked, as far as it was understood: a hub that does not exist is left out.
    pub query: CalendarQuery,
    /// The name of the hub that it is narrowed to.
    pub hub: Option<String>,
    /// The day on which the page was made.
    pub today: WallDate,
    /// How many sessions the period has.
    pub total: u64,
    /// The days of the period, in the agenda only those that have something on them.
    pub days: Vec<Day>,
    /// Hours that are not the usual ones.
    pub regimes: Vec<Regime>,
    /// The next session that a newcomer can get a place in.
    pub next_free: Option<NextFree>,
    /// Where there is no session: what to do.
    pub nothing: Option<Nothing>,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// The day.
    pub date: WallDate,
    /// Its holiday, if it is one.
    pub holiday: Option<Holiday>,
    /// Whether every hub is closed, and nothing takes place.
    pub is_closed: bool,
    /// How many sessions it has.
    pub count: u64,
    /// Its sessions, by time; in a month only those of the day that it is about.
    pub sessions: Vec<SessionCard>,
    /// In a month: the first of its sessions, at a glance.
    pub glances: Vec<Glance>,
}

/// A session in the square of a month's day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glance {
    /// Its name in the address.
    pub slug: String,
    /// The course's title.
    pub title: String,
    /// When it begins.
    pub from: WallTime,
    /// Where.
    pub hub: HubMark,
}

/// Hours that are not the usual ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regime {
    /// What people call them.
    pub name: String,
    /// Their first day.
    pub first: WallDate,
    /// Their last day.
    pub last: WallDate,
    /// Whether the days still have to be confirmed.
    pub is_unsure: bool,
    /// The hubs that keep them.
    pub hubs: Vec<String>,
}

/// The next free place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextFree {
    /// The session's name in the address.
    pub slug: String,
    /// The course's title.
    pub title: String,
    /// When.
    pub when: When,
}

/// What to do where there is no session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nothing {
    /// The filter without which most sessions would be there, and how many.
    pub without: Option<(Facet, u64)>,
    /// The day of the next session that passes the filter.
    pub next: Option<WallDate>,
    /// Whom to call.
    pub phones: Vec<(HubMark, Phone)>,
}
