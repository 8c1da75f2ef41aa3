//! One day of the Gregorian calendar.
//! Its words in each language are in `text`, its week in `week`.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A calendar day without a zone. Years 1 to 9999, as ISO 8601 writes in four digits.
///
/// The fields are plain so that it can be built from any calendar; `new` and `parse`
/// check them. No method panics on a day that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WallDate {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl WallDate {
    const FIRST: WallDate = WallDate {
        year: 1,
        month: 1,
        day: 1,
    };
    const LAST: WallDate = WallDate {
        year: 9999,
        month: 12,
        day: 31,
    };

    /// The day, if the calendar has it.
    pub const fn new(year: i16, month: u8, day: u8) -> Option<WallDate> {
        let exists = year >= 1
            && year <= 9999
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= days_in_month(year, month);
        if exists {
            Some(WallDate { year, month, day })
        } else {
            None
        }
    }

    /// Reads exactly `2026-11-30` (ISO 8601 extended calendar date).
    pub fn parse(text: &str) -> Option<WallDate> {
        let b = text.as_bytes();
        if b.len() != 10 || b[4] != b'-' || b[7] != b'-' {
            return None;
        }
        let year = i16::try_from(number(&b[..4])?).ok()?;
        let month = u8::try_from(number(&b[5..7])?).ok()?;
        let day = u8::try_from(number(&b[8..])?).ok()?;
        WallDate::new(year, month, day)
    }

    /// The day of the week by ISO 8601: 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> u8 {
        // Day 0, 1 January 1970, was a Thursday.
        (self.days() + 3).rem_euclid(7) as u8 + 1
    }

    /// The day so many days later (earlier if negative), kept within years 1 to 9999.
    pub fn plus_days(self, days: i32) -> WallDate {
        WallDate::from_days(self.days().saturating_add(days))
    }

    /// The Monday of its week; in Tunisia too the week starts on Monday (CLDR 48, `TN`).
    pub fn monday(self) -> WallDate {
        self.plus_days(1 - i32::from(self.weekday()))
    }

    /// How many days from `other` to this day.
    pub fn days_since(self, other: WallDate) -> i32 {
        self.days() - other.days()
    }

    /// Days since 1 January 1970, by Howard Hinnant's `days_from_civil`: years are
    /// counted from March, so that the leap day comes last.
    pub(super) fn days(self) -> i32 {
        let (month, day) = (i32::from(self.month), i32::from(self.day));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The inverse of `days` (`civil_from_days`), kept within years 1 to 9999.
    fn from_days(days: i32) -> WallDate {
        let days = days.clamp(WallDate::FIRST.days(), WallDate::LAST.days()) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = (shifted_month + 2) % 12 + 1;
        WallDate {
            year: (era * 400 + year_of_era + i32::from(month <= 2)) as i16,
            month: month as u8,
            day: (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u8,
        }
    }
}

/// Writes `2026-11-30`.
impl fmt::Display for WallDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<jiff::civil::Date> for WallDate {
    fn from(date: jiff::civil::Date) -> WallDate {
        WallDate {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        }
    }
}

/// The number that ASCII digits alone write; no sign, no space.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |sum, &digit| {
        let value = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        sum.checked_mul(10)?.checked_add(value)
    })
}

const fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_whole_iso_dates_that_exist_are_read() {
        let date = WallDate::parse("2026-11-30").unwrap();
        assert_eq!((date.year, date.month, date.day), (2026, 11, 30));
        for text in [
            "",
            "2026-11-31",
            "2026-13-01",
            "2026-00-10",
            "2026-11-00",
            "0000-01-01",
            "2026-1-30",
            "26-11-30",
            "2026/11/30",
            "2026-11-30 ",
            "+026-11-30",
            "2026-11-3é",
            "٢٠٢٦-11-30",
        ] {
            assert_eq!(WallDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn leap_days_follow_the_gregorian_rule() {
        for (text, exists) in [
            ("2024-02-29", true),
            ("2000-02-29", true),
            ("2026-02-29", false),
            ("1900-02-29", false),
            ("2100-02-29", false),
        ] {
            assert_eq!(WallDate::parse(text).is_some(), exists, "{text}");
        }
        let date = WallDate::parse("2028-02-28").unwrap();
        assert_eq!(date.plus_days(1).to_string(), "2028-02-29");
        assert_eq!(date.plus_days(2).to_string(), "2028-03-01");
    }

    #[test]
    fn a_week_starts_on_its_monday() {
        let sunday = WallDate::parse("2026-12-06").unwrap();
        assert_eq!(sunday.weekday(), 7);
        assert_eq!(sunday.monday().to_string(), "2026-11-30");
        assert_eq!(sunday.monday().monday(), sunday.monday());
        assert_eq!(sunday.days_since(sunday.monday()), 6);
    }

    #[test]
    fn the_calendar_stops_at_its_ends_instead_of_wrapping() {
        assert_eq!(WallDate::LAST.plus_days(i32::MAX), WallDate::LAST);
        assert_eq!(WallDate::FIRST.plus_days(i32::MIN), WallDate::FIRST);
    }

    #[test]
    fn a_day_that_does_not_exist_makes_no_method_panic() {
        let absurd = WallDate {
            year: i16::MIN,
            month: 255,
            day: 255,
        };
        let _ = (
            absurd.weekday(),
            absurd.monday(),
            absurd.plus_days(i32::MIN),
        );
        let _ = absurd.days_since(WallDate {
            year: i16::MAX,
            month: 0,
            day: 0,
        });
    }

    fn day_of_jiff() -> impl Strategy<Value = jiff::civil::Date> {
        (1_i16..=9999, 1_i8..=12, 1_i8..=31)
            .prop_filter_map("exists", |(y, m, d)| jiff::civil::Date::new(y, m, d).ok())
    }

    proptest! {
        #[test]
        fn our_calendar_is_that_of_jiff(date in day_of_jiff(), days in -800_000_i32..800_000) {
            let ours = WallDate::from(date);
            prop_assert_eq!(ours.to_string(), date.to_string());
            prop_assert_eq!(WallDate::parse(&date.to_string()), Some(ours));
            prop_assert_eq!(ours.weekday() as i8, date.weekday().to_monday_one_offset());
            if let Ok(later) = date.checked_add(jiff::Span::new().days(days))
                && (1..=9999).contains(&later.year())
            {
                prop_assert_eq!(ours.plus_days(days), WallDate::from(later));
                prop_assert_eq!(WallDate::from(later).days_since(ours), days);
            }
        }
    }
}
