//! One time of the day, on the 24-hour clock.
//! Which zone's clock it is, is said by the hub.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::date::number;

/// A time of the day without a zone. Tunisia writes 24 hours, though CLDR says 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WallTime {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
}

impl WallTime {
    /// The time, if the clock shows it.
    pub const fn new(hour: u8, minute: u8) -> Option<WallTime> {
        if hour < 24 && minute < 60 {
            Some(WallTime { hour, minute })
        } else {
            None
        }
    }

    /// Reads exactly `09:00`.
    pub fn parse(text: &str) -> Option<WallTime> {
        let b = text.as_bytes();
        if b.len() != 5 || b[2] != b':' {
            return None;
        }
        let hour = u8::try_from(number(&b[..2])?).ok()?;
        let minute = u8::try_from(number(&b[3..])?).ok()?;
        WallTime::new(hour, minute)
    }
}

/// Writes `09:00`.
impl fmt::Display for WallTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl From<jiff::civil::Time> for WallTime {
    fn from(time: jiff::civil::Time) -> WallTime {
        WallTime {
            hour: time.hour().unsigned_abs(),
            minute: time.minute().unsigned_abs(),
        }
    }
}

/// From one time to another, `09:00–11:00`, the same in all three languages. In
/// right-to-left text the page must isolate it (`<bdi>`).
pub fn time_range(from: WallTime, to: WallTime) -> String {
    format!("{from}–{to}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_of_a_24_hour_clock_are_read() {
        assert_eq!(WallTime::parse("00:00"), WallTime::new(0, 0));
        assert_eq!(WallTime::parse("23:59"), WallTime::new(23, 59));
        for text in [
            "", "24:00", "12:60", "9:00", "09.00", "09:0", "09:00:00", "-9:00",
        ] {
            assert_eq!(WallTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_shows_both_ends_with_leading_zeros() {
        let from = WallTime { hour: 9, minute: 0 };
        let to = WallTime {
            hour: 11,
            minute: 5,
        };
        assert_eq!(time_range(from, to), "09:00–11:05");
    }
}
