//! What an import changes, what it keeps, and what it refuses.

use domain::{
    enrolment::EnrolmentStatus,
    programme::{InstanceKind, Noun, Weekday},
};
use store::{
    Conn, calendar, check, enrolment,
    programme::{Change, Import, Refused},
    testing::stores,
};

use crate::{
    common::{accepted, now, request},
    sample::{at, holiday, import, imported, programme, text, week},
};

/// The days on which the sessions of a slug's beginning take place.
async fn days(conn: &mut Conn, begins: &str) -> Vec<String> {
    let from = at("2026-01-01T00:00:00Z");
    let entries = calendar::sessions_between(conn, from, at("2028-01-01T00:00:00Z"))
        .await
        .unwrap();
    let of = entries.iter().filter(|it| it.slug.starts_with(begins));
    of.map(|it| format!("{} {}", it.slug, &it.starts_at.to_string()[..10]))
        .collect()
}

#[tokio::test]
async fn importing_the_same_file_twice_changes_nothing() {
    for t in stores().await {
        let first = imported(&t.store, import(&programme())).await;
        assert_eq!(
            first.count(Noun::Session, Change::Created),
            4,
            "{}",
            t.database
        );
        let second = imported(&t.store, import(&programme())).await;
        assert!(second.is_unchanged(), "{}: {second:?}", t.database);
        assert_eq!(second.count(Noun::Hub, Change::Unchanged), 1);
    }
}

#[tokio::test]
async fn sample_dates_count_from_the_monday_after_the_first_import_and_then_stay() {
    for t in stores().await {
        // A Monday: week 1 begins with the next one.
        imported(&t.store, import(&programme())).await;
        let first = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(first, ["run-1 2026-12-01", "run-2 2026-12-08"]);

        let later = Import {
            now: at("2027-02-01T12:00:00Z"),
            ..import(&programme())
        };
        let report = imported(&t.store, later.clone()).await;
        assert!(report.is_unchanged());
        assert_eq!(days(&mut t.store.read().await.unwrap(), "run").await, first);

        let redated = imported(
            &t.store,
            Import {
                redate: true,
                ..later
            },
        )
        .await;
        assert_eq!(redated.count(Noun::Session, Change::Updated), 4);
        let moved = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(moved, ["run-1 2027-02-09", "run-2 2027-02-16"]);
    }
}

#[tokio::test]
async fn a_session_whose_words_change_in_the_file_gets_a_new_date_and_the_others_keep_theirs() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut changed = programme();
        changed.courses[0].instances[0].sessions[1].day = week(3, Weekday::Monday);
        let later = Import {
            now: at("2027-02-01T12:00:00Z"),
            ..import(&changed)
        };
        let report = imported(&t.store, later).await;
        assert_eq!(report.count(Noun::Session, Change::Updated), 1);
        let days = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(days, ["run-1 2026-12-01", "run-2 2026-12-14"]);
    }
}

#[tokio::test]
async fn a_sample_on_a_holiday_goes_to_the_next_week_and_those_after_it_make_room() {
    for t in stores().await {
        let mut programme = programme();
        programme.holidays.push(holiday("tuesday", "12-01"));
        let report = imported(&t.store, import(&programme)).await;
        let days = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(days, ["run-1 2026-12-08", "run-2 2026-12-15"]);
        assert_eq!(report.notes().len(), 2, "{:?}", report.notes());
    }
}

#[tokio::test]
async fn a_settled_session_stays_when_its_day_becomes_a_holiday_and_someone_is_told() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut programme = programme();
        programme.holidays.push(holiday("tuesday", "2026-12-08"));
        let report = imported(&t.store, import(&programme)).await;
        assert_eq!(
            report.notes(),
            ["session \"run-2\": 2026-12-08 is a holiday (Holiday)"]
        );
        let days = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(days, ["run-1 2026-12-01", "run-2 2026-12-08"]);
    }
}

#[tokio::test]
async fn times_are_those_on_the_wall_in_tunis() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let session = calendar::session(&mut conn, "run-1")
            .await
            .unwrap()
            .unwrap();
        assert_eq!(session.starts_at, at("2026-12-01T08:00:00Z"));
        assert_eq!(session.ends_at, at("2026-12-01T09:00:00Z"));
        assert!(calendar::session(&mut conn, "run").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_dry_run_tells_the_same_and_writes_nothing() {
    for t in stores().await {
        let dry = Import {
            dry_run: true,
            ..import(&programme())
        };
        let told = imported(&t.store, dry).await;
        let mut conn = t.store.read().await.unwrap();
        assert!(calendar::hubs(&mut conn).await.unwrap().is_empty());
        drop(conn);
        assert_eq!(imported(&t.store, import(&programme())).await, told);
    }
}

#[tokio::test]
async fn a_file_that_the_database_cannot_follow_is_refused_as_a_whole() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut changed = programme();
        changed.hubs[0].name = text("Another name");
        changed.courses[0].instances[1].kind = InstanceKind::Whole;
        let Refused { reasons } = t.store.write(import(&changed)).await.unwrap().unwrap_err();
        assert_eq!(
            reasons,
            ["instance \"shoot\" was \"slots\": make a new one instead"]
        );
        let mut conn = t.store.read().await.unwrap();
        assert_eq!(
            calendar::hubs(&mut conn).await.unwrap()[0].name,
            text("Lab")
        );
    }
}

#[tokio::test]
async fn a_write_that_fails_in_the_middle_leaves_nothing() {
    for t in stores().await {
        let mut broken = programme();
        // Only the database refuses this one.
        broken.courses[0].instances[0].seats = 0;
        assert!(t.store.write(import(&broken)).await.is_err());
        let mut conn = t.store.read().await.unwrap();
        assert!(calendar::organisations(&mut conn).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_the_file_no_longer_names_is_left_alone_and_told() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut less = programme();
        less.courses[0].instances.remove(1);
        less.hubs[0].hours.pop();
        let report = imported(&t.store, import(&less)).await;
        let left: Vec<_> = report
            .left_alone()
            .iter()
            .map(|(_, slug)| slug.as_str())
            .collect();
        assert_eq!(left, ["shoot", "shoot-1", "shoot-2"]);
        // Hours are part of their hub and go with the file.
        assert_eq!(report.count(Noun::Hub, Change::Updated), 1);
        let mut conn = t.store.read().await.unwrap();
        assert_eq!(calendar::hubs(&mut conn).await.unwrap()[0].hours.len(), 1);
        assert!(
            calendar::session(&mut conn, "shoot-1")
                .await
                .unwrap()
                .is_some()
        );
    }
}

#[tokio::test]
async fn raised_seats_let_in_who_waits_and_lowered_seats_remove_nobody() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let seats = calendar::seats(&mut conn, "run")
            .await
            .unwrap()
            .unwrap()
            .seats
            .id;
        drop(conn);
        let mut receipts = Vec::new();
        for n in 0..4 {
            receipts.push(accepted(t.store.write(request(seats, n)).await.unwrap()));
        }
        assert_eq!(receipts[2].status, EnrolmentStatus::Waitlisted);

        let mut more = programme();
        more.courses[0].instances[0].seats = 3;
        imported(&t.store, import(&more)).await;
        let mut conn = t.store.read().await.unwrap();
        let third = enrolment::view(&mut conn, receipts[2].sign_up)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(third.status, EnrolmentStatus::Confirmed);
        drop(conn);

        more.courses[0].instances[0].seats = 1;
        let report = imported(&t.store, import(&more)).await;
        assert_eq!(
            report.notes(),
            ["\"run\": 1 seats now, and 3 are in: nobody is removed"]
        );
        let mut conn = t.store.read().await.unwrap();
        let state = calendar::seats(&mut conn, "run")
            .await
            .unwrap()
            .unwrap()
            .seats;
        assert_eq!(
            (state.capacity, state.taken, state.waiting, state.left()),
            (1, 3, 1, 0)
        );
        let checked = check::run(&mut conn, now()).await.unwrap();
        assert_eq!(checked.broken, [], "{}", t.database);
    }
}

#[tokio::test]
async fn what_staff_changed_stays_until_the_file_says_something_new() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let by = crate::sample::administrator(&t.store).await;
        let capacity = async || {
            let mut conn = t.store.read().await.unwrap();
            let page = calendar::seats(&mut conn, "run").await.unwrap().unwrap();
            (page.seats.id, page.seats.capacity)
        };
        let (seats, before) = capacity().await;
        let raise = store::desk::Resize {
            seats,
            capacity: 9,
            by,
            at: now(),
        };
        t.store.write(raise).await.unwrap();
        assert!(
            imported(&t.store, import(&programme()))
                .await
                .is_unchanged()
        );
        assert_eq!(capacity().await.1, 9, "{}: was {before}", t.database);
        let mut more = programme();
        more.courses[0].instances[0].seats = 4;
        imported(&t.store, import(&more)).await;
        assert_eq!(capacity().await.1, 4, "{}", t.database);
    }
}
