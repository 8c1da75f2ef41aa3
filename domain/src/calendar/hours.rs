//! The rows of a week that is drawn by the hour: how far it reaches and where a session lies.
//! Columns and overlaps are left to the style sheet.

use crate::moment::WallTime;

/// What a week without sessions shows: the hours of an office.
const USUAL: (u8, u8) = (9, 17);
const MINUTES_PER_ROW: u16 = 30;
/// The style sheet knows so many rows, and no session longer than so many.
const ROWS_MAX: u16 = 48;
const SPAN_MAX: u16 = 16;

/// The hours from which to which a week is drawn, in rows of half an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourGrid {
    /// The first hour.
    pub from: u8,
    /// The hour at which it ends, at most 24.
    pub to: u8,
}

impl HourGrid {
    /// As many whole hours as the sessions need, and never less than an office has.
    #[must_use]
    pub fn around(sessions: impl Iterator<Item = (WallTime, WallTime)>) -> Self {
        let mut grid = Self {
            from: USUAL.0,
            to: USUAL.1,
        };
        for (from, to) in sessions {
            let end = u8::try_from(end_minutes(from, to).div_ceil(60)).unwrap_or(24);
            grid.from = grid.from.min(from.hour);
            grid.to = grid.to.max(end);
        }
        grid
    }

    /// The row, from 1, in which a session begins. Within a half hour it begins with it.
    #[must_use]
    pub fn row(self, from: WallTime) -> u16 {
        let since = minutes(from).saturating_sub(u16::from(self.from) * 60);
        (since / MINUTES_PER_ROW + 1).min(ROWS_MAX)
    }

    /// Over how many rows a session goes.
    #[must_use]
    pub fn span(self, from: WallTime, to: WallTime) -> u16 {
        let first = minutes(from) / MINUTES_PER_ROW;
        let end = end_minutes(from, to).div_ceil(MINUTES_PER_ROW);
        end.saturating_sub(first).clamp(1, SPAN_MAX)
    }
}

fn minutes(time: WallTime) -> u16 {
    u16::from(time.hour) * 60 + u16::from(time.minute)
}

/// A session that ends after midnight is drawn to the end of its day.
fn end_minutes(from: WallTime, to: WallTime) -> u16 {
    if to > from { minutes(to) } else { 24 * 60 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> WallTime {
        WallTime::parse(text).unwrap()
    }

    fn grid(sessions: &[(&str, &str)]) -> HourGrid {
        HourGrid::around(sessions.iter().map(|(from, to)| (time(from), time(to))))
    }

    #[test]
    fn a_week_reaches_as_far_as_its_sessions_and_never_less_than_office_hours() {
        assert_eq!(grid(&[]), HourGrid { from: 9, to: 17 });
        assert_eq!(grid(&[("10:00", "12:00")]), HourGrid { from: 9, to: 17 });
        assert_eq!(
            grid(&[("08:15", "09:00"), ("18:00", "19:30")]),
            HourGrid { from: 8, to: 20 }
        );
        assert_eq!(grid(&[("23:50", "23:59")]), HourGrid { from: 9, to: 24 });
        assert_eq!(grid(&[("22:00", "01:00")]), HourGrid { from: 9, to: 24 });
    }

    #[test]
    fn a_session_lies_on_every_half_hour_that_it_touches() {
        let grid = HourGrid { from: 9, to: 17 };
        assert_eq!(grid.row(time("09:00")), 1);
        assert_eq!(grid.row(time("09:29")), 1);
        assert_eq!(grid.row(time("09:30")), 2);
        assert_eq!(grid.span(time("09:30"), time("11:30")), 4);
        assert_eq!(grid.span(time("09:15"), time("09:35")), 2);
        assert_eq!(grid.span(time("23:50"), time("23:59")), 1);
        // Longer than a page can draw, and ending the next day.
        assert_eq!(grid.span(time("08:00"), time("22:00")), SPAN_MAX);
        assert_eq!(grid.span(time("22:00"), time("01:00")), 4);
    }
}
