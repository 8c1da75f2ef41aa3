//! A month of the calendar, and the weeks that a page needs to show all of it.
//! Its name in each language is in `text`.

use super::date::WallDate;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: WallDate,
}

impl Month {
    /// The month that a day lies in.
    pub fn of(date: WallDate) -> Month {
        Month {
            first: WallDate { day: 1, ..date },
        }
    }

    /// Its first day.
    pub fn first(self) -> WallDate {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> WallDate {
        self.next().first.plus_days(-1)
    }

    /// The month after it.
    pub fn next(self) -> Month {
        // No month is longer than 31 days, so the 32nd day lies in the next one.
        Month::of(self.first.plus_days(31))
    }

    /// The month before it.
    pub fn previous(self) -> Month {
        Month::of(self.first.plus_days(-1))
    }

    /// The same day of the month, or the last day where this month is shorter.
    pub fn day(self, day: u8) -> WallDate {
        let day = day.clamp(1, self.last().day);
        WallDate { day, ..self.first }
    }

    /// The Mondays of the weeks that hold its days: four to six.
    pub fn mondays(self) -> impl Iterator<Item = WallDate> {
        let (monday, last) = (self.first.monday(), self.last());
        (0..6)
            .map(move |week| monday.plus_days(7 * week))
            .filter(move |monday| *monday <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn month(text: &str) -> Month {
        Month::of(WallDate::parse(text).unwrap())
    }

    #[test]
    fn a_month_knows_its_days_and_its_weeks() {
        let december = month("2026-12-17");
        assert_eq!(december.first().to_string(), "2026-12-01");
        assert_eq!(december.last().to_string(), "2026-12-31");
        let mondays: Vec<_> = december.mondays().map(|it| it.to_string()).collect();
        assert_eq!(
            mondays,
            [
                "2026-11-30",
                "2026-12-07",
                "2026-12-14",
                "2026-12-21",
                "2026-12-28"
            ]
        );
        // Four weeks exactly, and six.
        assert_eq!(month("2027-02-10").mondays().count(), 4);
        assert_eq!(month("2026-08-10").mondays().count(), 6);
    }

    #[test]
    fn a_day_that_a_shorter_month_lacks_becomes_its_last() {
        assert_eq!(month("2027-02-01").day(31).to_string(), "2027-02-28");
        assert_eq!(month("2028-02-01").day(31).to_string(), "2028-02-29");
        assert_eq!(month("2027-03-01").day(0).to_string(), "2027-03-01");
    }

    proptest! {
        #[test]
        fn months_follow_each_other_without_a_gap(days in -700_000_i32..2_900_000) {
            let date = WallDate { year: 1970, month: 1, day: 1 }.plus_days(days);
            let month = Month::of(date);
            prop_assert_eq!(month.next().first(), month.last().plus_days(1));
            prop_assert_eq!(month.next().previous(), month);
            prop_assert!(month.first() <= date && date <= month.last());
            let covered = month.mondays().any(|it| it <= date && date <= it.plus_days(6));
            prop_assert!(covered);
        }
    }
}
