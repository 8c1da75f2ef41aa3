//! The calendar's address: what is read, what is passed over, and that both ends agree.

use proptest::prelude::*;

use super::*;
use crate::{
    calendar::{DayPart, YES},
    programme::{TeachingLanguage, Theme},
};

const TODAY: &str = "2026-12-02";

fn date(text: &str) -> WallDate {
    WallDate::parse(text).unwrap()
}

fn canonical(text: &str) -> String {
    CalendarQuery::parse(text).to_query_string()
}

#[test]
fn the_canonical_text_has_one_order_and_nothing_that_goes_without_saying() {
    for (given, written) in [
        ("", ""),
        ("?", ""),
        ("view=agenda", ""),
        ("?free=yes&hub=digital-lab", "hub=digital-lab&free=yes"),
        ("hub=&theme=&part=&language=&view=agenda&date=", ""),
        (
            "free=yes&step_free=yes&childcare=yes&women_only=yes&language=fr&part=morning\
             &theme=image&hub=x&date=2026-12-08&view=month",
            "view=month&date=2026-12-08&hub=x&theme=image&part=morning&language=fr\
             &women_only=yes&childcare=yes&step_free=yes&free=yes",
        ),
        // A week is named by its Monday.
        ("view=week&date=2026-12-02", "view=week&date=2026-11-30"),
    ] {
        assert_eq!(canonical(given), written, "{given}");
    }
}

#[test]
fn a_link_by_week_from_before_leads_to_the_agenda_of_that_week() {
    assert_eq!(canonical("week=2026-W49"), "date=2026-11-30");
    assert_eq!(canonical("?week=2026-W53"), "date=2026-12-28");
    // Where an address has both, the day counts, in whichever order.
    assert_eq!(
        canonical("week=2026-W49&date=2026-12-02"),
        "date=2026-12-02"
    );
    assert_eq!(
        canonical("date=2026-12-02&week=2026-W49"),
        "date=2026-12-02"
    );
}

#[test]
fn bad_values_and_unknown_names_are_passed_over() {
    for text in [
        "view=year",
        "view=MONTH",
        "date=2026-02-30",
        "date=9999-01-01",
        "date=1999-12-31",
        "week=2026-W54",
        "week=1999-W01",
        "theme=cooking",
        "part=night",
        "language=de",
        "free=1",
        "hub=../etc",
        "hub=%2e%2e",
        "utm_source=x",
        "&&=&a&=b&view",
        "hub=مخبر",
    ] {
        assert_eq!(
            CalendarQuery::parse(text),
            CalendarQuery::default(),
            "{text}"
        );
    }
    // What is good beside them counts.
    assert_eq!(canonical("date=tomorrow&theme=image&x=y"), "theme=image");
    assert_eq!(canonical("date=2026-12-08&date=never"), "date=2026-12-08");
}

#[test]
fn each_view_shows_its_days() {
    for (text, first, last) in [
        ("", "2026-12-02", "2026-12-08"),
        ("date=2026-12-30", "2026-12-30", "2027-01-05"),
        ("view=week", "2026-11-30", "2026-12-06"),
        ("view=month", "2026-12-01", "2026-12-31"),
        ("view=month&date=2028-02-10", "2028-02-01", "2028-02-29"),
    ] {
        let period = CalendarQuery::parse(text).period(date(TODAY));
        assert_eq!(
            (period.first, period.last),
            (date(first), date(last)),
            "{text}"
        );
        assert_eq!(period.days().last(), Some(period.last));
    }
}

#[test]
fn the_links_to_both_sides_keep_view_and_filter_and_leave_today_unsaid() {
    let of = |text: &str| {
        let query = CalendarQuery::parse(text);
        let (back, on) = (query.previous(date(TODAY)), query.next(date(TODAY)));
        (back.to_query_string(), on.to_query_string())
    };
    let pair = |back: &str, on: &str| (back.to_owned(), on.to_owned());
    assert_eq!(of(""), pair("date=2026-11-25", "date=2026-12-09"));
    assert_eq!(of("date=2026-12-09").0, "");
    assert_eq!(
        of("view=week&free=yes"),
        pair(
            "view=week&date=2026-11-23&free=yes",
            "view=week&date=2026-12-07&free=yes"
        )
    );
    assert_eq!(of("view=week&date=2026-12-07").0, "view=week");
    assert_eq!(
        of("view=month&date=2026-12-31"),
        pair("view=month&date=2026-11-01", "view=month&date=2027-01-01")
    );
}

#[test]
fn another_view_keeps_the_day_and_the_filter() {
    let query = CalendarQuery::parse("date=2026-12-02&theme=image");
    let week = query.viewed(View::Week).to_query_string();
    assert_eq!(week, "view=week&date=2026-11-30&theme=image");
    let month = query.viewed(View::Month).to_query_string();
    assert_eq!(month, "view=month&date=2026-12-02&theme=image");
    assert_eq!(query.viewed(View::Month).viewed(View::Agenda), query);
}

#[test]
fn the_ends_of_the_years_do_not_panic() {
    for text in ["date=2000-01-01", "date=2199-12-31"] {
        for view in View::ALL {
            let query = CalendarQuery::parse(text).viewed(*view);
            let _ = (query.previous(date(TODAY)), query.next(date(TODAY)));
        }
    }
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let one_of = |words: Vec<&'static str>| proptest::option::of(proptest::sample::select(words));
    let words = (
        proptest::option::of("[a-z0-9-]{1,60}"),
        one_of(Theme::ALL.iter().map(|it| it.as_str()).collect()),
        one_of(DayPart::ALL.iter().map(|it| it.as_str()).collect()),
        one_of(TeachingLanguage::ALL.iter().map(|it| it.as_str()).collect()),
    );
    (words, any::<[bool; 4]>()).prop_map(|((hub, theme, part, language), ticks)| {
        let mut filter = Filter::default();
        filter.set(Facet::Hub, &hub.unwrap_or_default());
        for (facet, word) in [
            (Facet::Theme, theme),
            (Facet::Part, part),
            (Facet::Language, language),
        ] {
            filter.set(facet, word.unwrap_or_default());
        }
        let boxes = [
            Facet::WomenOnly,
            Facet::Childcare,
            Facet::StepFree,
            Facet::FreeOnly,
        ];
        for (facet, ticked) in boxes.into_iter().zip(ticks) {
            filter.set(facet, if ticked { YES } else { "" });
        }
        filter
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        filter in any_filter(),
        view in proptest::sample::select(View::ALL),
        days in proptest::option::of(0_i32..73_000),
    ) {
        let date = days.map(|days| WallDate { year: 2000, month: 1, day: 1 }.plus_days(days));
        let query = CalendarQuery { view, date: None, filter }.at(date);
        let text = query.to_query_string();
        prop_assert_eq!(CalendarQuery::parse(&text), query.clone());
        // And in whatever order it comes, it is written the same.
        let mut pairs: Vec<&str> = text.split('&').collect();
        pairs.reverse();
        prop_assert_eq!(CalendarQuery::parse(&pairs.join("&")).to_query_string(), text);
    }

    #[test]
    fn no_text_makes_it_panic_and_every_text_has_a_canonical_form(text in ".{0,80}") {
        let once = canonical(&text);
        prop_assert_eq!(canonical(&once), once);
    }
}
