//! The places of a programme, who keeps them, when they are open, and holidays.
//! Which session is where stands with the courses.

use crate::{
    lang::Localised,
    moment::{WallDate, WallTime},
};

use super::{CalendarDay, Colour, Shape, Weekday};

/// One who takes part in the cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// Its name in addresses and references.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// What it does in the cluster.
    pub role: Localised,
    /// More of what it does, one point per line.
    pub about: Option<Localised>,
}

/// A place with an organiser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hub {
    /// Its name in addresses and references.
    pub slug: String,
    /// The organisation that keeps it.
    pub organisation: String,
    /// Its name.
    pub name: Localised,
    /// What it is for.
    pub summary: Localised,
    /// Where it is.
    pub address: Localised,
    /// The way to it from a place that everyone knows.
    pub landmark: Localised,
    /// Its telephone, as written.
    pub phone: String,
    /// Whether the number is only there to show where a number goes; it reaches nobody.
    pub phone_is_sample: bool,
    /// Whether the hours are only an example.
    pub hours_are_sample: bool,
    /// Its time zone, by its IANA name.
    pub zone: String,
    /// Its colour.
    pub colour: Colour,
    /// Its shape, for those who do not tell colours apart.
    pub shape: Shape,
    /// When it is open.
    pub hours: Vec<Hours>,
    /// Its rooms.
    pub rooms: Vec<Room>,
}

/// One regime of opening hours. Without days it is the usual one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// What people call it: winter, summer, Ramadan.
    pub name: Localised,
    /// First and last day on which it holds; always when there are none.
    pub days: Option<(CalendarDay, CalendarDay)>,
    /// Whether its days are an estimate.
    pub to_be_confirmed: bool,
    /// The openings of a week.
    pub openings: Vec<Opening>,
}

impl Hours {
    /// The regime that holds on a date: of those that do, the last of the list, so that a list
    /// goes from the usual to the particular.
    #[must_use]
    pub fn in_force(regimes: &[Self], date: WallDate) -> Option<&Self> {
        regimes.iter().rev().find(|it| {
            it.days
                .is_none_or(|(first, last)| CalendarDay::is_between(date, first, last))
        })
    }
}

/// One opening on one weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The day.
    pub weekday: Weekday,
    /// From.
    pub from: WallTime,
    /// To.
    pub to: WallTime,
}

/// One or more days without sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its name in references, so that a moving holiday can move.
    pub slug: String,
    /// Its first day.
    pub day: CalendarDay,
    /// How many days it lasts.
    pub days: u8,
    /// Its name.
    pub name: Localised,
    /// Whether the day is an estimate that waits for the moon.
    pub to_be_confirmed: bool,
}

impl Holiday {
    /// Whether `date` is one of its days.
    #[must_use]
    pub fn covers(&self, date: WallDate) -> bool {
        (0..i32::from(self.days)).any(|n| self.day.is(date.plus_days(-n)))
    }
}

/// A space in a hub that sessions can book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Its name in addresses and references.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// Doors, stairs, toilets: what someone on wheels or with a pushchair wants to know.
    pub access: Localised,
    /// How many people it holds.
    pub capacity: u32,
    /// Whether it can be reached without a step.
    pub step_free: bool,
    /// Whether its figures are only an example.
    pub is_sample: bool,
}
