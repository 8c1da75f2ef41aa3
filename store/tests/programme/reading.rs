//! What the calendar shows of an imported programme.

use domain::programme::{ChildAgeBand, Deadline, Hours, InstanceKind, Weekday};
use store::{calendar, testing::stores};

use crate::sample::{at, date, holiday, import, imported, programme, text, time, week};

#[tokio::test]
async fn enrolment_ends_at_the_start_or_at_the_deadline_that_comes_first() {
    for t in stores().await {
        let mut programme = programme();
        let noon = Deadline {
            day: week(1, Weekday::Thursday),
            at: time(12),
        };
        programme.courses[0].instances[1].closes = Some(noon);
        imported(&t.store, import(&programme)).await;
        let mut conn = t.store.read().await.unwrap();
        let whole = calendar::seats(&mut conn, "run").await.unwrap().unwrap();
        assert_eq!(whole.seats.closes_at, at("2026-12-01T08:00:00Z"));
        let slot = calendar::seats(&mut conn, "shoot-2")
            .await
            .unwrap()
            .unwrap();
        assert_eq!(slot.seats.closes_at, at("2026-12-03T11:00:00Z"));
    }
}

#[tokio::test]
async fn an_enrol_page_shows_all_sessions_of_a_whole_run_and_one_of_a_slot() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let whole = calendar::seats(&mut conn, "run").await.unwrap().unwrap();
        assert_eq!((whole.kind, whole.sessions.len()), (InstanceKind::Whole, 2));
        assert_eq!(whole.hub.phone, "+216 00 000 001");
        assert_eq!(
            whole.funding_projects,
            [("medtown".to_owned(), text("MedTOWN"))]
        );
        let slot = calendar::seats(&mut conn, "shoot-2")
            .await
            .unwrap()
            .unwrap();
        let slugs: Vec<_> = slot.sessions.iter().map(|it| it.slug.as_str()).collect();
        assert_eq!((slot.kind, slugs), (InstanceKind::Slots, vec!["shoot-2"]));
        assert!(calendar::seats(&mut conn, "shoot").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn the_calendar_lists_the_sessions_that_begin_between_two_moments() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let (from, to) = (at("2026-12-01T08:00:00Z"), at("2026-12-08T08:00:00Z"));
        let entries = calendar::sessions_between(&mut conn, from, to)
            .await
            .unwrap();
        let slugs: Vec<_> = entries.iter().map(|it| it.slug.as_str()).collect();
        assert_eq!(slugs, ["run-1", "shoot-1", "shoot-2"]);
        assert_eq!((entries[0].childcare, entries[0].step_free), (3, true));
        assert_eq!(entries[1].instance, entries[2].instance);
        assert_ne!(entries[1].seats.slug, entries[2].seats.slug);
        let next = calendar::next_sessions(&mut conn, to, 1).await.unwrap();
        assert_eq!(next[0].slug, "run-2");
    }
}

#[tokio::test]
async fn a_course_page_has_its_runs_its_hub_and_those_who_pay() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let course = calendar::course(&mut conn, "course")
            .await
            .unwrap()
            .unwrap();
        assert_eq!(course.landmark, text("rue du Pacha"));
        assert_eq!(course.organisation, text("TCSE"));
        assert_eq!(course.organisation_slug, "tcse");
        assert_eq!(course.rooms.len(), 1, "each room once");
        assert_eq!(course.rooms[0].access, text("no steps"));
        let [whole, slots] = &course.instances[..] else {
            panic!("{:?}", course.instances)
        };
        assert_eq!((whole.slug.as_str(), whole.sessions.len()), ("run", 2));
        assert_eq!(whole.childcare, [(ChildAgeBand::From3To5, 3)]);
        assert_eq!((slots.kind, slots.sessions.len()), (InstanceKind::Slots, 2));
        let summer = Hours::in_force(&course.hub.hours, date("2027-08-31")).unwrap();
        assert_eq!(summer.name, text("summer"));
        let usual = Hours::in_force(&course.hub.hours, date("2027-09-01")).unwrap();
        assert_eq!(usual.openings.len(), 2);
        assert!(calendar::course(&mut conn, "none").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn holidays_of_every_year_and_of_one_year_are_listed_day_by_day() {
    for t in stores().await {
        let mut programme = programme();
        programme.holidays[0].days = 2;
        programme.holidays.push(holiday("independence", "03-20"));
        imported(&t.store, import(&programme)).await;
        let mut conn = t.store.read().await.unwrap();
        let days = calendar::holidays_between(&mut conn, date("2027-03-10"), date("2028-03-20"));
        let days: Vec<_> = days
            .await
            .unwrap()
            .iter()
            .map(|it| it.date.to_string())
            .collect();
        assert_eq!(days, ["2027-03-10", "2027-03-20", "2028-03-20"]);
    }
}
