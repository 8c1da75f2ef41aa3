//! A week of the calendar, as it stands in an address: `2026-W49`.
//! Rules: ISO 8601 week dates. A week belongs to the year of its Thursday.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::date::{WallDate, number};

/// A week from Monday to Sunday, by ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IsoWeek {
    /// The year that the week belongs to.
    pub year: i16,
    /// The week of that year, 1 to 52 or 53.
    pub week: u8,
}

impl IsoWeek {
    /// Reads exactly `2026-W49`; a 53rd week only in the years that have one.
    pub fn parse(text: &str) -> Option<IsoWeek> {
        let b = text.as_bytes();
        if b.len() != 8 || b[4] != b'-' || b[5] != b'W' {
            return None;
        }
        let year = i16::try_from(number(&b[..4])?).ok()?;
        let week = u8::try_from(number(&b[6..])?).ok()?;
        let week = IsoWeek { year, week };
        // Leading there and back turns away week 0, week 54 and year 0 alike.
        (year >= 1 && IsoWeek::of(week.monday()) == week).then_some(week)
    }

    /// The week that a day lies in.
    pub fn of(date: WallDate) -> IsoWeek {
        let thursday = date.monday().plus_days(3);
        let days = thursday.days_since(WallDate {
            month: 1,
            day: 1,
            ..thursday
        });
        IsoWeek {
            year: thursday.year,
            week: (days / 7 + 1) as u8,
        }
    }

    /// Its first day.
    pub fn monday(self) -> WallDate {
        // The fourth of January always lies in week 1.
        let fourth = WallDate {
            year: self.year,
            month: 1,
            day: 4,
        };
        fourth.monday().plus_days(7 * (i32::from(self.week) - 1))
    }

    /// Its last day.
    pub fn sunday(self) -> WallDate {
        self.monday().plus_days(6)
    }

    /// The week after it.
    pub fn next(self) -> IsoWeek {
        IsoWeek::of(self.monday().plus_days(7))
    }

    /// The week before it.
    pub fn previous(self) -> IsoWeek {
        IsoWeek::of(self.monday().plus_days(-7))
    }
}

/// Writes `2026-W49`.
impl fmt::Display for IsoWeek {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-W{:02}", self.year, self.week)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn week(text: &str) -> IsoWeek {
        IsoWeek::parse(text).unwrap()
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        assert_eq!(week("2026-W49").monday().to_string(), "2026-11-30");
        assert_eq!(week("2026-W49").sunday().to_string(), "2026-12-06");
        assert_eq!(week("2026-W49").to_string(), "2026-W49");
    }

    #[test]
    fn some_years_have_a_53rd_week() {
        assert_eq!(week("2026-W53").monday().to_string(), "2026-12-28");
        assert_eq!(week("2026-W53").next(), week("2027-W01"));
        assert_eq!(week("2027-W01").previous(), week("2026-W53"));
        assert_eq!(IsoWeek::parse("2027-W53"), None);
        assert!(IsoWeek::parse("2020-W53").is_some());
    }

    #[test]
    fn new_years_day_may_lie_in_the_old_years_last_week() {
        let of = |text| IsoWeek::of(WallDate::parse(text).unwrap()).to_string();
        assert_eq!(of("2027-01-01"), "2026-W53");
        assert_eq!(of("2027-01-04"), "2027-W01");
        assert_eq!(of("2025-12-29"), "2026-W01");
    }

    #[test]
    fn what_is_not_a_week_is_not_read() {
        for text in [
            "", "2026-W00", "2026-W54", "2026-49", "2026W49", "2026-w49", "0000-W10",
        ] {
            assert_eq!(IsoWeek::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        let last = week("9999-W52");
        let _ = (last.next(), last.next().next().sunday());
        let _ = week("0001-W01").previous().previous();
    }

    proptest! {
        #[test]
        fn our_weeks_are_those_of_jiff(year in 2_i16..=9998, month in 1_i8..=12, day in 1_i8..=28) {
            let date = jiff::civil::date(year, month, day);
            let theirs = date.iso_week_date();
            let ours = IsoWeek::of(WallDate::from(date));
            prop_assert_eq!((ours.year, ours.week as i8), (theirs.year(), theirs.week()));
            prop_assert_eq!(IsoWeek::parse(&ours.to_string()), Some(ours));
            prop_assert_eq!(ours.next().previous(), ours);
        }
    }
}
