//! How the keyboard moves through the days of a month: the date grid of the ARIA Authoring
//! Practices (W3C APG, "Date Picker Dialog"). Moving the focus itself is the app's.

use crate::{
    lang::Lang,
    moment::{Month, WallDate},
};

/// A key as the browser names it (UI Events, `key`), with those held down beside it.
#[derive(Clone, Copy, Debug)]
pub struct Stroke<'a> {
    /// The key.
    pub key: &'a str,
    /// Whether Control is held.
    pub ctrl: bool,
    /// Whether Shift is held.
    pub shift: bool,
}

/// A way from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days on, or back.
    Days(i32),
    /// To the Monday of the week.
    WeekStart,
    /// To the Sunday of the week.
    WeekEnd,
    /// To the next month.
    MonthOn,
    /// To the month before.
    MonthBack,
    /// To the same month of the next year.
    YearOn,
    /// To the same month of the year before.
    YearBack,
    /// To the first day of the month.
    MonthStart,
    /// To its last day.
    MonthEnd,
}

impl Step {
    /// What a key means. Left and right follow the eye: in Arabic the next day stands on the
    /// left. All other keys mean the same in every language.
    #[must_use]
    pub fn of(stroke: Stroke<'_>, lang: Lang) -> Option<Step> {
        let to_the_right = if lang.dir() == "rtl" { -1 } else { 1 };
        Some(match (stroke.key, stroke.ctrl, stroke.shift) {
            ("ArrowRight", false, false) => Step::Days(to_the_right),
            ("ArrowLeft", false, false) => Step::Days(-to_the_right),
            ("ArrowDown", false, false) => Step::Days(7),
            ("ArrowUp", false, false) => Step::Days(-7),
            ("Home", false, false) => Step::WeekStart,
            ("End", false, false) => Step::WeekEnd,
            ("Home", true, false) => Step::MonthStart,
            ("End", true, false) => Step::MonthEnd,
            ("PageDown", false, false) => Step::MonthOn,
            ("PageUp", false, false) => Step::MonthBack,
            ("PageDown", false, true) => Step::YearOn,
            ("PageUp", false, true) => Step::YearBack,
            _ => return None,
        })
    }

    /// The day to which it leads. A day that the other month lacks becomes its last.
    #[must_use]
    pub fn from(self, date: WallDate) -> WallDate {
        let month = Month::of(date);
        match self {
            Step::Days(days) => date.plus_days(days),
            Step::WeekStart => date.monday(),
            Step::WeekEnd => date.monday().plus_days(6),
            Step::MonthOn => month.next().day(date.day),
            Step::MonthBack => month.previous().day(date.day),
            Step::YearOn => (0..12).fold(month, |it, _| it.next()).day(date.day),
            Step::YearBack => (0..12).fold(month, |it, _| it.previous()).day(date.day),
            Step::MonthStart => month.first(),
            Step::MonthEnd => month.last(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Stroke<'_> {
        Stroke {
            key,
            ctrl: false,
            shift: false,
        }
    }

    fn leads(stroke: Stroke<'_>, lang: Lang, from: &str) -> String {
        let step = Step::of(stroke, lang).unwrap();
        step.from(WallDate::parse(from).unwrap()).to_string()
    }

    #[test]
    fn left_and_right_follow_the_eye() {
        for (lang, right, left) in [
            (Lang::Fr, "2026-12-09", "2026-12-07"),
            (Lang::En, "2026-12-09", "2026-12-07"),
            (Lang::Ar, "2026-12-07", "2026-12-09"),
        ] {
            assert_eq!(leads(press("ArrowRight"), lang, "2026-12-08"), right);
            assert_eq!(leads(press("ArrowLeft"), lang, "2026-12-08"), left);
        }
    }

    #[test]
    fn all_other_keys_mean_the_same_in_every_language() {
        let held = |key, ctrl, shift| Stroke { key, ctrl, shift };
        for lang in Lang::ALL {
            for (stroke, to) in [
                (press("ArrowDown"), "2027-02-07"),
                (press("ArrowUp"), "2027-01-24"),
                (press("Home"), "2027-01-25"),
                (press("End"), "2027-01-31"),
                (held("Home", true, false), "2027-01-01"),
                (held("End", true, false), "2027-01-31"),
                (press("PageDown"), "2027-02-28"),
                (press("PageUp"), "2026-12-31"),
                (held("PageDown", false, true), "2028-01-31"),
                (held("PageUp", false, true), "2026-01-31"),
            ] {
                assert_eq!(leads(stroke, lang, "2027-01-31"), to, "{stroke:?}");
            }
        }
    }

    #[test]
    fn keys_that_belong_to_the_browser_are_left_to_it() {
        for stroke in [
            press("a"),
            press("Tab"),
            press("Enter"),
            Stroke {
                ctrl: true,
                ..press("ArrowLeft")
            },
        ] {
            assert_eq!(Step::of(stroke, Lang::Ar), None, "{stroke:?}");
        }
    }
}
