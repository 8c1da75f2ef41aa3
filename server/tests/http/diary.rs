//! The file for her phone's diary: when, and nothing that tells anybody anything.

use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use icalendar::{Calendar, CalendarComponent, Component as _};
use store::testing::stores;

use crate::consents::{hidden, read, signed_up};
use crate::house::{House, location};

/// RFC 5545, 3.1.
const LINE_OCTETS_MAX: usize = 75;

/// A woman's browser on each database: house, her cookies, the address of her file.
async fn visits() -> Vec<(House, String, String)> {
    let mut all = Vec::new();
    for t in stores().await {
        let house = House::on(t).await;
        let hers = signed_up(&house).await;
        let mine = read(&house, "/fr/my", &hers).await;
        let path = format!("/fr/my/diary/{}", hidden(&mine, "sign_up"));
        assert!(mine.contains(&format!("href=\"{path}\"")), "{mine}");
        all.push((house, hers, path));
    }
    all
}

#[tokio::test]
async fn the_file_says_when_in_one_neutral_word_and_nothing_else() {
    for (house, hers, path) in visits().await {
        let file = read(&house, &path, &hers).await;
        let calendar: Calendar = file.parse().unwrap();
        let [CalendarComponent::Event(event)] = &calendar.components[..] else {
            panic!("not one event: {file}");
        };
        let value = |name| event.property_value(name).unwrap_or_default();
        assert_eq!(value("SUMMARY"), "Rendez-vous");
        // The course begins an hour after the tests' clock, for two hours.
        assert_eq!(value("DTSTART"), "20261130T090000Z");
        assert_eq!(value("DTEND"), "20261130T110000Z");
        assert_eq!(value("DTSTAMP"), "20261130T080000Z");
        assert_eq!(value("CLASS"), "PRIVATE");
        let names: Vec<&str> = event.properties().keys().map(String::as_str).collect();
        let only = [
            "CLASS", "DTEND", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "UID",
        ];
        assert_eq!(names, only);
        assert!(event.components().is_empty(), "an alarm: {file}");

        let page = read(&house, "/fr/my", &hers).await;
        assert!(
            page.contains("Formation"),
            "the page names what the file must not"
        );
        let sign_up = path.rsplit('/').next().unwrap();
        for telling in [
            "Salma",
            "Ben Ali",
            "formation",
            "lab",
            "studio",
            "http",
            "awid",
            "20123457",
            sign_up,
            &sign_up.replace('-', ""),
        ] {
            let file = file.to_lowercase();
            assert!(!file.contains(&telling.to_lowercase()), "{telling}: {file}");
        }
    }
}

#[tokio::test]
async fn lines_are_of_seventy_five_octets_at_most_and_end_as_they_should() {
    for (house, hers, path) in visits().await {
        for lang in ["ar", "fr", "en"] {
            let path = path.replacen("/fr/", &format!("/{lang}/"), 1);
            let file = read(&house, &path, &hers).await;
            assert!(file.ends_with("END:VCALENDAR\r\n"), "{file:?}");
            let lines: Vec<&str> = file.split_terminator("\r\n").collect();
            assert_eq!(lines[0], "BEGIN:VCALENDAR");
            for line in lines {
                assert!(line.len() <= LINE_OCTETS_MAX, "{line}");
                assert!(!line.contains(['\r', '\n']), "{line:?}");
            }
        }
    }
}

#[tokio::test]
async fn the_file_is_kept_nowhere_has_a_neutral_name_and_says_the_same_again() {
    for (house, hers, path) in visits().await {
        let answer = house.page(&path, &hers).await;
        let header = |name| answer.headers()[name].to_str().unwrap();
        assert_eq!(header(CACHE_CONTROL), "no-store");
        assert_eq!(header(CONTENT_TYPE), "text/calendar; charset=utf-8");
        let disposition = header(CONTENT_DISPOSITION);
        assert_eq!(disposition, "attachment; filename=\"agenda.ics\"");
        let first = answer.text().await.unwrap();
        assert_eq!(read(&house, &path, &hers).await, first);
    }
}

#[tokio::test]
async fn nobody_else_gets_it_and_who_has_cancelled_has_none() {
    for (house, hers, path) in visits().await {
        let refused = house.page(&path, "").await;
        assert_eq!(refused.status(), StatusCode::SEE_OTHER);
        assert_eq!(location(&refused), Some("/fr/my?notice=unknown"));
        for odd in ["/fr/my/diary/x", "/fr/my/diary/%00"] {
            let refused = house.page(odd, &hers).await;
            assert_eq!(location(&refused), Some("/fr/my?notice=unknown"), "{odd}");
        }
        let sign_up = path.rsplit('/').next().unwrap();
        let fields = [("lang", "fr"), ("sign_up", sign_up)];
        let cancel = house.form("/api/enrolments/cancel", &hers, &fields);
        cancel.send().await.unwrap();
        let refused = house.page(&path, &hers).await;
        assert_eq!(location(&refused), Some("/fr/my?notice=unknown"));
        assert!(!read(&house, "/fr/my", &hers).await.contains(&path));
    }
}
