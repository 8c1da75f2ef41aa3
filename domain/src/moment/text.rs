//! Dates in words, from our own tables.
//! The browser's tables differ between phones, and text that differs from the server's breaks hydration.

use super::date::WallDate;
use crate::lang::Lang;

/// CLDR 48 `ar-TN`, not plain `ar`, whose months are the Egyptian ones.
const MONTHS_AR: [&str; 12] = [
    "جانفي",
    "فيفري",
    "مارس",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
/// CLDR 48 `fr`.
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
/// CLDR 48 `en`.
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// CLDR 48 `fr`, abbreviated.
const SHORT_MONTHS_FR: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];
/// CLDR 48 `en-GB`, abbreviated.
const SHORT_MONTHS_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
];
/// CLDR 48 `ar`, from Monday.
const DAYS_AR: [&str; 7] = [
    "الاثنين",
    "الثلاثاء",
    "الأربعاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الأحد",
];
/// CLDR 48 `fr`, from Monday.
const DAYS_FR: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];
/// CLDR 48 `en`, from Monday.
const DAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
/// CLDR 48 `fr`, abbreviated, from Monday.
const SHORT_DAYS_FR: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];
/// CLDR 48 `en`, abbreviated, from Monday.
const SHORT_DAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// CLDR 48 `ar`, narrow, from Monday.
const DAY_LETTERS_AR: [&str; 7] = ["ن", "ث", "ر", "خ", "ج", "س", "ح"];
/// CLDR 48 `fr`, narrow, from Monday.
const DAY_LETTERS_FR: [&str; 7] = ["L", "M", "M", "J", "V", "S", "D"];
/// CLDR 48 `en`, narrow, from Monday.
const DAY_LETTERS_EN: [&str; 7] = ["M", "T", "W", "T", "F", "S", "S"];

/// The name of a month (1 to 12), empty for any other number.
pub fn month_name(lang: Lang, month: u8) -> &'static str {
    let names = match lang {
        Lang::Ar => &MONTHS_AR,
        Lang::Fr => &MONTHS_FR,
        Lang::En => &MONTHS_EN,
    };
    nth(names, month)
}

/// The name of a day of the week (1 is Monday), empty for any number not in 1 to 7.
pub fn weekday_name(lang: Lang, weekday: u8) -> &'static str {
    let names = match lang {
        Lang::Ar => &DAYS_AR,
        Lang::Fr => &DAYS_FR,
        Lang::En => &DAYS_EN,
    };
    nth(names, weekday)
}

/// The name of a day of the week as the head of a column: `الاثنين`, `lun.`, `Mon`.
/// Arabic abbreviates no days (CLDR 48).
pub fn weekday_short(lang: Lang, weekday: u8) -> &'static str {
    let names = match lang {
        Lang::Ar => &DAYS_AR,
        Lang::Fr => &SHORT_DAYS_FR,
        Lang::En => &SHORT_DAYS_EN,
    };
    nth(names, weekday)
}

/// One letter for a day of the week, where a phone has no room for more.
pub fn weekday_letter(lang: Lang, weekday: u8) -> &'static str {
    let letters = match lang {
        Lang::Ar => &DAY_LETTERS_AR,
        Lang::Fr => &DAY_LETTERS_FR,
        Lang::En => &DAY_LETTERS_EN,
    };
    nth(letters, weekday)
}

/// A month with its year: `ديسمبر 2026`, `décembre 2026`, `December 2026`.
pub fn month_year(lang: Lang, date: WallDate) -> String {
    let mut text = String::from(month_name(lang, date.month));
    push_year(&mut text, date);
    text
}

/// `الاثنين 30 نوفمبر 2026`, `lundi 30 novembre 2026`, `Monday 30 November 2026`.
pub fn long_date(lang: Lang, date: WallDate) -> String {
    let mut text = String::from(weekday_name(lang, date.weekday()));
    text.push(' ');
    text.push_str(&day_month(lang, date));
    push_year(&mut text, date);
    text
}

/// `الاثنين 30 نوفمبر`, `lun. 30 nov.`, `Mon 30 Nov`: for lists, without the year.
/// Arabic abbreviates neither months nor days (CLDR 48).
pub fn short_date(lang: Lang, date: WallDate) -> String {
    let month = match lang {
        Lang::Ar => nth(&MONTHS_AR, date.month),
        Lang::Fr => nth(&SHORT_MONTHS_FR, date.month),
        Lang::En => nth(&SHORT_MONTHS_EN, date.month),
    };
    let mut text = String::from(weekday_short(lang, date.weekday()));
    text.push(' ');
    push_day(&mut text, lang, date);
    text.push(' ');
    text.push_str(month);
    text
}

/// `30 نوفمبر`, `30 novembre`, `30 November`.
pub fn day_month(lang: Lang, date: WallDate) -> String {
    let mut text = String::new();
    push_day(&mut text, lang, date);
    text.push(' ');
    text.push_str(month_name(lang, date.month));
    text
}

/// From one day to another, naming once what both share: `7 – 13 December 2026`,
/// `30 November – 6 December 2026`, `28 December 2026 – 3 January 2027`.
pub fn date_range(lang: Lang, from: WallDate, to: WallDate) -> String {
    let mut text = String::new();
    if from.year != to.year {
        text.push_str(&day_month(lang, from));
        push_year(&mut text, from);
    } else if from.month != to.month {
        text.push_str(&day_month(lang, from));
    } else if from.day != to.day {
        push_day(&mut text, lang, from);
    }
    if from != to {
        text.push_str(" – ");
    }
    text.push_str(&day_month(lang, to));
    push_year(&mut text, to);
    text
}

/// The day in Latin digits, as Tunisia writes them. French says "1er" for the first.
fn push_day(text: &mut String, lang: Lang, date: WallDate) {
    text.push_str(&date.day.to_string());
    if lang == Lang::Fr && date.day == 1 {
        text.push_str("er");
    }
}

fn push_year(text: &mut String, date: WallDate) {
    text.push(' ');
    text.push_str(&date.year.to_string());
}

/// The name at a place counted from 1.
fn nth(names: &'static [&'static str], place: u8) -> &'static str {
    let index = usize::from(place).wrapping_sub(1);
    names.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> WallDate {
        WallDate::parse(text).unwrap()
    }

    #[test]
    fn a_long_date_is_all_words_in_each_language() {
        let texts = Lang::ALL.map(|lang| long_date(lang, date("2026-11-30")));
        assert_eq!(
            texts,
            [
                "الاثنين 30 نوفمبر 2026",
                "lundi 30 novembre 2026",
                "Monday 30 November 2026",
            ]
        );
    }

    #[test]
    fn a_short_date_fits_a_list() {
        let texts = Lang::ALL.map(|lang| short_date(lang, date("2026-11-30")));
        assert_eq!(texts, ["الاثنين 30 نوفمبر", "lun. 30 nov.", "Mon 30 Nov"]);
    }

    #[test]
    fn columns_of_a_month_have_a_name_and_a_letter_for_each_day() {
        let heads = Lang::ALL.map(|lang| (weekday_short(lang, 3), weekday_letter(lang, 3)));
        assert_eq!(heads, [("الأربعاء", "ر"), ("mer.", "M"), ("Wed", "W")]);
        assert_eq!(weekday_letter(Lang::En, 8), "");
        let months = Lang::ALL.map(|lang| month_year(lang, date("2026-12-08")));
        assert_eq!(months, ["ديسمبر 2026", "décembre 2026", "December 2026"]);
    }

    #[test]
    fn arabic_months_are_the_tunisian_ones() {
        let names: Vec<_> = (1..=12).map(|m| month_name(Lang::Ar, m)).collect();
        assert_eq!(
            names.join(" "),
            "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر"
        );
    }

    #[test]
    fn french_says_first_for_the_first_of_a_month() {
        assert_eq!(
            long_date(Lang::Fr, date("2026-12-01")),
            "mardi 1er décembre 2026"
        );
        assert_eq!(short_date(Lang::Fr, date("2026-12-01")), "mar. 1er déc.");
        assert_eq!(day_month(Lang::En, date("2026-12-01")), "1 December");
    }

    #[test]
    fn a_range_names_once_what_both_ends_share() {
        for (from, to, text) in [
            ("2026-12-07", "2026-12-07", "7 December 2026"),
            ("2026-12-07", "2026-12-13", "7 – 13 December 2026"),
            ("2026-11-30", "2026-12-06", "30 November – 6 December 2026"),
            (
                "2026-12-28",
                "2027-01-03",
                "28 December 2026 – 3 January 2027",
            ),
        ] {
            assert_eq!(date_range(Lang::En, date(from), date(to)), text);
        }
    }

    #[test]
    fn a_number_that_names_nothing_gives_no_name() {
        for n in [0, 13, 255] {
            assert_eq!(month_name(Lang::Fr, n), "");
            assert_eq!(weekday_name(Lang::Ar, n), "");
        }
    }
}
