//! Days, holidays and free rooms: how a planned day becomes a date.

use proptest::prelude::*;

use crate::{
    lang::Localised,
    moment::{WallDate, WallTime},
};

use super::{Agenda, CalendarDay, Holiday, Hours, PlannedDay, Stay, Weekday};

fn date(text: &str) -> WallDate {
    WallDate::parse(text).unwrap()
}

fn holiday(day: &str, days: u8) -> Holiday {
    Holiday {
        slug: "holiday".into(),
        day: CalendarDay::parse(day).unwrap(),
        days,
        name: Localised::default(),
        to_be_confirmed: false,
    }
}

fn stay(day: &str, hour: u8) -> Stay {
    Stay {
        room: "room".into(),
        date: date(day),
        start: WallTime { hour, minute: 0 },
        end: WallTime {
            hour: hour + 2,
            minute: 0,
        },
    }
}

#[test]
fn week_two_tuesday_is_eight_days_after_the_first_monday() {
    let day = PlannedDay::Week {
        week: 2,
        weekday: Weekday::Tuesday,
    };
    assert_eq!(day.date(date("2026-11-30")), date("2026-12-08"));
    assert_eq!(day.to_string(), "week 2 tuesday");
}

#[test]
fn a_day_of_every_year_is_written_without_a_year() {
    for text in ["05-01", "02-29", "2027-03-09"] {
        assert_eq!(CalendarDay::parse(text).unwrap().to_string(), text);
    }
    for text in ["5-1", "02-30", "2027-02-29", "13-01", ""] {
        assert_eq!(CalendarDay::parse(text), None, "{text}");
    }
}

#[test]
fn a_holiday_of_two_days_covers_both_also_over_the_new_year() {
    let holiday = holiday("12-31", 2);
    assert!(holiday.covers(date("2026-12-31")));
    assert!(holiday.covers(date("2027-01-01")));
    assert!(!holiday.covers(date("2027-01-02")));
}

#[test]
fn of_several_regimes_of_hours_the_last_that_holds_counts() {
    let regime = |days: Option<(&str, &str)>| Hours {
        days: days.map(|(first, last)| {
            (
                CalendarDay::parse(first).unwrap(),
                CalendarDay::parse(last).unwrap(),
            )
        }),
        ..Hours::default()
    };
    let winter = Some(("10-01", "03-31"));
    let ramadan = Some(("2027-02-08", "2027-03-08"));
    let regimes = [regime(None), regime(winter), regime(ramadan)];
    let in_force = |day| Hours::in_force(&regimes, date(day));
    assert_eq!(in_force("2027-02-07"), Some(&regimes[1]));
    assert_eq!(in_force("2027-02-08"), Some(&regimes[2]));
    assert_eq!(in_force("2027-03-09"), Some(&regimes[1]));
    assert_eq!(in_force("2027-04-01"), Some(&regimes[0]));
    assert_eq!(Hours::in_force(&regimes[1..], date("2027-04-01")), None);
}

#[test]
fn a_sample_gives_way_to_a_holiday_and_to_one_that_has_the_room() {
    let holidays = [holiday("12-17", 1)];
    let mut agenda = Agenda::new(&holidays);
    agenda.keep(stay("2026-12-24", 9));
    assert_eq!(agenda.place(stay("2026-12-17", 9)), date("2026-12-31"));
    // Another time of the same day is free.
    assert_eq!(agenda.place(stay("2026-12-24", 11)), date("2026-12-24"));
}

proptest! {
    #[test]
    fn placed_in_order_no_two_stays_clash_and_none_is_on_a_holiday(
        weeks in proptest::collection::vec(0i32..8, 1..12),
        free_week in 0i32..8,
    ) {
        let monday = date("2026-11-30");
        let holidays = [holiday(&monday.plus_days(free_week * 7).to_string(), 1)];
        let mut weeks = weeks;
        weeks.sort_unstable();
        let mut agenda = Agenda::new(&holidays);
        let mut placed = Vec::new();
        for week in weeks {
            let wished = stay(&monday.plus_days(week * 7).to_string(), 9);
            let date = agenda.place(wished.clone());
            prop_assert!(date >= wished.date);
            prop_assert!(agenda.holiday(date).is_none());
            placed.push(date);
        }
        // Their order stays, and each has a day of its own.
        prop_assert!(placed.windows(2).all(|two| two[0] < two[1]));
    }
}
