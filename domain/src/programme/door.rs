//! Whether a hub's door is open: its regimes of hours and the holidays, read at one moment.
//! Regimes themselves stand in `hub`; the clock is the caller's.

use serde::{Deserialize, Serialize};

use crate::moment::{WallDate, WallTime};

use super::{CalendarDay, Hours, Opening};

/// A door that stays shut longer has no next opening worth telling.
const DAYS_AHEAD_MAX: i32 = 31;

/// What a person before the door finds, or when to come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Door {
    /// Open, until this time of today.
    OpenUntil(WallTime),
    /// Shut, until this day and time.
    ShutUntil(WallDate, WallTime),
    /// Shut, and no opening is known.
    Shut,
}

/// The door at one moment of its own place. On a holiday it is shut.
#[must_use]
pub fn door(
    regimes: &[Hours],
    is_holiday: impl Fn(WallDate) -> bool,
    today: WallDate,
    now: WallTime,
) -> Door {
    let days = (0..=DAYS_AHEAD_MAX).map(|nth| today.plus_days(nth));
    for date in days.filter(|date| !is_holiday(*date)) {
        for opening in Hours::openings_on(regimes, date) {
            let is_today = date == today;
            if !is_today || now < opening.from {
                return Door::ShutUntil(date, opening.from);
            }
            if now < opening.to {
                return Door::OpenUntil(opening.to);
            }
        }
    }
    Door::Shut
}

impl Hours {
    /// The openings of a date, the earliest first, by the regime in force on it. Holidays are
    /// the caller's.
    #[must_use]
    pub fn openings_on(regimes: &[Self], date: WallDate) -> Vec<Opening> {
        let all = Self::in_force(regimes, date).map_or(&[][..], |hours| &hours.openings);
        let mut openings: Vec<Opening> = all
            .iter()
            .filter(|it| it.weekday.number() == date.weekday())
            .copied()
            .collect();
        openings.sort_unstable_by_key(|it| it.from);
        openings
    }

    /// The first and last day of this regime that are still to come or hold on `today`; none
    /// for the usual one, and none when it is over for good.
    #[must_use]
    pub fn coming(&self, today: WallDate) -> Option<(WallDate, WallDate)> {
        let (first, last) = self.days?;
        match (first, last) {
            (CalendarDay::Once(first), CalendarDay::Once(last)) => {
                (today <= last).then_some((first, last))
            }
            (CalendarDay::EveryYear { .. }, CalendarDay::EveryYear { .. }) => (-1..=1)
                .map(|years| {
                    let year = today.year + years;
                    let begins = first.of_year(year);
                    // A season that spans the new year ends in the next one.
                    let spans = last.of_year(year) < begins;
                    (begins, last.of_year(year + i16::from(spans)))
                })
                .find(|(_, ends)| today <= *ends),
            // A day of every year and one of a certain year bound no season.
            _ => None,
        }
    }
}

/// Days of a week that follow each other and have the same openings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The first of the days; 1 is Monday.
    pub first: u8,
    /// The last of them.
    pub last: u8,
    /// From and to of each opening, the earliest first.
    pub spans: Vec<(WallTime, WallTime)>,
}

/// A week's openings in as few lines as tell them. Shut days are left out.
#[must_use]
pub fn stretches(openings: &[Opening]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for day in 1..=7 {
        let of_day = openings.iter().filter(|it| it.weekday.number() == day);
        let mut spans: Vec<_> = of_day.map(|it| (it.from, it.to)).collect();
        spans.sort_unstable();
        match stretches.last_mut() {
            _ if spans.is_empty() => {}
            Some(before) if before.last + 1 == day && before.spans == spans => before.last = day,
            _ => stretches.push(Stretch {
                first: day,
                last: day,
                spans,
            }),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::super::Weekday;
    use super::*;

    fn time(text: &str) -> WallTime {
        WallTime::parse(text).unwrap()
    }

    fn date(text: &str) -> WallDate {
        WallDate::parse(text).unwrap()
    }

    fn opening(weekday: Weekday, from: &str, to: &str) -> Opening {
        Opening {
            weekday,
            from: time(from),
            to: time(to),
        }
    }

    /// Mondays and Tuesdays with a break at noon; in summer Mondays only, in the morning.
    fn regimes() -> Vec<Hours> {
        let usual = [Weekday::Tuesday, Weekday::Monday].map(|day| {
            [
                opening(day, "13:30", "17:30"),
                opening(day, "08:30", "12:30"),
            ]
        });
        vec![
            Hours {
                openings: usual.concat(),
                ..Hours::default()
            },
            Hours {
                days: CalendarDay::parse("07-01").zip(CalendarDay::parse("08-31")),
                openings: vec![opening(Weekday::Monday, "08:00", "14:30")],
                ..Hours::default()
            },
        ]
    }

    fn at(day: &str, now: &str) -> Door {
        door(&regimes(), |_| false, date(day), time(now))
    }

    #[test]
    fn the_door_opens_and_shuts_to_the_minute() {
        // 30 November 2026 is a Monday.
        let monday = date("2026-11-30");
        let opens = Door::ShutUntil(monday, time("08:30"));
        assert_eq!(at("2026-11-30", "08:29"), opens);
        assert_eq!(at("2026-11-30", "08:30"), Door::OpenUntil(time("12:30")));
        assert_eq!(
            at("2026-11-30", "12:30"),
            Door::ShutUntil(monday, time("13:30"))
        );
        assert_eq!(at("2026-11-30", "17:29"), Door::OpenUntil(time("17:30")));
    }

    #[test]
    fn after_the_last_hour_the_next_day_that_opens_is_told() {
        let next = Door::ShutUntil(date("2026-12-07"), time("08:30"));
        assert_eq!(at("2026-12-01", "17:30"), next);
        assert_eq!(at("2026-12-04", "10:00"), next);
    }

    #[test]
    fn a_holiday_keeps_the_door_shut() {
        let monday = date("2026-11-30");
        let shut = door(&regimes(), |day| day == monday, monday, time("10:00"));
        assert_eq!(shut, Door::ShutUntil(date("2026-12-01"), time("08:30")));
    }

    #[test]
    fn the_regime_in_force_counts_and_a_door_without_hours_stays_shut() {
        // 6 July 2026 is a Monday, 7 July a Tuesday: shut in summer.
        assert_eq!(at("2026-07-06", "14:00"), Door::OpenUntil(time("14:30")));
        let next = Door::ShutUntil(date("2026-07-13"), time("08:00"));
        assert_eq!(at("2026-07-07", "10:00"), next);
        assert_eq!(
            door(&[], |_| false, date("2026-07-07"), time("10:00")),
            Door::Shut
        );
    }

    #[test]
    fn a_season_is_told_with_the_year_that_is_meant() {
        let summer = &regimes()[1];
        let days = |today| summer.coming(date(today)).unwrap();
        let of = |year: &str| {
            (
                date(&format!("{year}-07-01")),
                date(&format!("{year}-08-31")),
            )
        };
        assert_eq!(days("2026-06-30"), of("2026"));
        assert_eq!(days("2026-08-31"), of("2026"));
        assert_eq!(days("2026-09-01"), of("2027"));
        assert_eq!(regimes()[0].coming(date("2026-09-01")), None);
    }

    #[test]
    fn a_season_may_span_the_new_year_and_one_that_is_over_is_not_told() {
        let winter = Hours {
            days: CalendarDay::parse("12-20").zip(CalendarDay::parse("01-05")),
            ..Hours::default()
        };
        let this = Some((date("2026-12-20"), date("2027-01-05")));
        for today in ["2026-11-01", "2026-12-31", "2027-01-05"] {
            assert_eq!(winter.coming(date(today)), this, "{today}");
        }
        let ramadan = Hours {
            days: CalendarDay::parse("2027-02-08").zip(CalendarDay::parse("2027-03-08")),
            ..Hours::default()
        };
        assert!(ramadan.coming(date("2027-03-08")).is_some());
        assert_eq!(ramadan.coming(date("2027-03-09")), None);
    }

    #[test]
    fn days_with_the_same_hours_stand_together() {
        let openings = [
            opening(Weekday::Monday, "08:30", "12:30"),
            opening(Weekday::Tuesday, "08:30", "12:30"),
            opening(Weekday::Thursday, "08:30", "12:30"),
            opening(Weekday::Friday, "08:00", "13:00"),
        ];
        let stretches = stretches(&openings);
        let days: Vec<_> = stretches.iter().map(|it| (it.first, it.last)).collect();
        assert_eq!(days, [(1, 2), (4, 4), (5, 5)]);
    }
}
