//! Days as a programme file words them, and how they become dates.
//! Moments in a time zone are the store's.

use std::fmt;

use crate::moment::{WallDate, WallTime};

use super::{Holiday, Weekday};

/// Looking for a free day ends after so many weeks.
const WEEKS_AHEAD_MAX: i32 = 52;

/// A day of every year, or of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarDay {
    /// `05-01`.
    EveryYear {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// `2027-03-09`.
    Once(WallDate),
}

impl CalendarDay {
    /// Reads `05-01` or `2027-03-09`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() == 5 {
            // A leap year, so that 29 February is a day.
            let date = WallDate::parse(&format!("2028-{text}"))?;
            return Some(Self::EveryYear {
                month: date.month,
                day: date.day,
            });
        }
        WallDate::parse(text).map(Self::Once)
    }

    /// Whether `date` is this day.
    #[must_use]
    pub fn is(self, date: WallDate) -> bool {
        match self {
            Self::EveryYear { month, day } => (date.month, date.day) == (month, day),
            Self::Once(once) => once == date,
        }
    }

    /// Whether `date` is one of the days from `first` to `last`. Days of every year may span
    /// the new year.
    #[must_use]
    pub fn is_between(date: WallDate, first: Self, last: Self) -> bool {
        match (first.of_year(date.year), last.of_year(date.year)) {
            (first, last) if first <= last => first <= date && date <= last,
            (first, last) => first <= date || date <= last,
        }
    }

    /// The day in a year; one of a certain year is that, whatever the year.
    #[must_use]
    pub fn of_year(self, year: i16) -> WallDate {
        match self {
            Self::EveryYear { month, day } => WallDate { year, month, day },
            Self::Once(date) => date,
        }
    }
}

impl fmt::Display for CalendarDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EveryYear { month, day } => write!(f, "{month:02}-{day:02}"),
            Self::Once(date) => date.fmt(f),
        }
    }
}

/// The day of a session or a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlannedDay {
    /// A date that stands in the file.
    Date(WallDate),
    /// A sample: counted from the Monday after the first import, which is in week 1.
    Week {
        /// From 1.
        week: u16,
        /// The day in it.
        weekday: Weekday,
    },
}

impl PlannedDay {
    /// The date it means when week 1 begins on `first_monday`.
    #[must_use]
    pub fn date(self, first_monday: WallDate) -> WallDate {
        match self {
            Self::Date(date) => date,
            Self::Week { week, weekday } => {
                let days = (i32::from(week) - 1) * 7 + i32::from(weekday.number()) - 1;
                first_monday.plus_days(days)
            }
        }
    }

    /// Whether it is counted in weeks and may give way to a holiday.
    #[must_use]
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Week { .. })
    }
}

impl fmt::Display for PlannedDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Week { week, weekday } => write!(f, "week {week} {}", weekday.as_str()),
        }
    }
}

/// When enrolment ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The day.
    pub day: PlannedDay,
    /// The time.
    pub at: WallTime,
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.day, self.at)
    }
}

/// A room in use for a while on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The room's slug.
    pub room: String,
    /// The day.
    pub date: WallDate,
    /// From.
    pub start: WallTime,
    /// To.
    pub end: WallTime,
}

impl Stay {
    /// Whether both want the same room at the same time.
    #[must_use]
    pub fn clashes(&self, other: &Self) -> bool {
        self.room == other.room
            && self.date == other.date
            && self.start < other.end
            && other.start < self.end
    }
}

/// The rooms and days of a programme while its sessions are given their dates.
#[derive(Clone, Debug)]
pub struct Agenda<'a> {
    holidays: &'a [Holiday],
    stays: Vec<Stay>,
}

impl<'a> Agenda<'a> {
    /// An agenda in which only the holidays are taken.
    #[must_use]
    pub fn new(holidays: &'a [Holiday]) -> Self {
        Self {
            holidays,
            stays: Vec::new(),
        }
    }

    /// The holiday on this day.
    #[must_use]
    pub fn holiday(&self, date: WallDate) -> Option<&'a Holiday> {
        self.holidays.iter().find(|holiday| holiday.covers(date))
    }

    /// Notes a stay whose date is not ours to choose.
    pub fn keep(&mut self, stay: Stay) {
        self.stays.push(stay);
    }

    /// Finds a date for a sample: its own, or the same weekday of the first later week that is
    /// no holiday and has the room free. Place the earlier sample first: one that gives way
    /// then moves those after it, and their order stays.
    pub fn place(&mut self, mut stay: Stay) -> WallDate {
        for _ in 0..WEEKS_AHEAD_MAX {
            if self.is_free(&stay) {
                break;
            }
            stay.date = stay.date.plus_days(7);
        }
        let date = stay.date;
        self.stays.push(stay);
        date
    }

    fn is_free(&self, stay: &Stay) -> bool {
        self.holiday(stay.date).is_none() && !self.stays.iter().any(|it| it.clashes(stay))
    }
}
