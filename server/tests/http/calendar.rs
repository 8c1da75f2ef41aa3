//! The calendar's address over HTTP: one way to write it in every link, bad values passed over,
//! and what was found in the HTML itself.

use http::{StatusCode, header::ACCEPT};

use crate::host::PAGE;
use crate::house::House;

async fn page(house: &House, query: &str) -> String {
    let path = format!("/fr/calendar{query}");
    let answer = house.host.get(&path).header(ACCEPT, PAGE).send().await;
    let answer = answer.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{query}");
    answer.text().await.unwrap()
}

/// The addresses of the calendar that a page links to, without those of other languages.
fn links(html: &str) -> Vec<&str> {
    let hrefs = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    hrefs
        .filter(|href| href.starts_with("/fr/calendar"))
        .collect()
}

#[tokio::test]
async fn every_link_is_written_in_the_one_way_whatever_the_address_was() {
    let house = House::open().await;
    let untidy =
        "?hub=&theme=digital&x=1&part=&free=yes&date=2026-12-09&view=month&free=no&free=yes";
    let html = page(&house, untidy).await;
    let links = links(&html);
    assert!(links.len() > 30, "a month of links: {}", links.len());
    for link in links {
        let query = link.split_once('?').map_or("", |(_, query)| query);
        let query = query.split('#').next().unwrap_or_default();
        let plain = query.replace("&amp;", "&");
        let read = domain::calendar::CalendarQuery::parse(&plain);
        assert_eq!(read.to_query_string(), plain, "{link}");
    }
    let week = "/fr/calendar?view=week&amp;date=2026-12-07&amp;theme=digital&amp;free=yes";
    assert!(html.contains(week), "another view keeps day and filter");
}

#[tokio::test]
async fn bad_values_are_passed_over_and_never_come_back_on_the_page() {
    let house = House::open().await;
    let today = page(&house, "").await;
    for query in [
        "?view=year&date=2026-02-31&theme=cooking",
        "?hub=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "?date=9999-12-31",
        "?week=2026-W99",
    ] {
        let html = page(&house, query).await;
        assert_eq!(links(&html), links(&today), "{query}");
        assert!(!html.contains("<script>alert"), "{query}");
    }
    // Whether a hub exists is known to the records only: its days are those of every hub.
    let html = page(&house, "?hub=no-such-hub").await;
    assert!(html.contains("/fr/sessions/"), "the days of all hubs");
    assert!(!html.contains("class=\"chips\""), "no choice is shown");
}

#[tokio::test]
async fn an_old_link_by_week_leads_to_its_days() {
    let house = House::open().await;
    let html = page(&house, "?week=2026-W49").await;
    assert!(html.contains("30 novembre – 6 décembre 2026"), "{html}");
    assert!(html.contains("/fr/sessions/"), "with their sessions");
}

#[tokio::test]
async fn a_filter_that_leaves_nothing_says_which_one_to_take_away() {
    let house = House::open().await;
    let html = page(&house, "?part=evening&childcare=yes").await;
    assert!(!html.contains("class=\"row-of-day"), "nothing is left");
    assert!(html.contains("class=\"empty\""), "and it says so");
}

#[tokio::test]
async fn fresh_seats_are_those_of_the_days_shown() {
    let house = House::open().await;
    let seats = |query: &str| {
        let path = format!("/api/calendar/seats?query={query}");
        house.host.get(&path).header(ACCEPT, "application/json")
    };
    let here = seats("").send().await.unwrap().text().await.unwrap();
    assert!(here.contains("lab") && here.contains("studio"), "{here}");
    let elsewhere = seats("date%3D2027-06-01").send().await.unwrap();
    assert_eq!(elsewhere.text().await.unwrap(), "[]");
}
