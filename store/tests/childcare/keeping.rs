//! What `mawid check` finds, and how long a claim is kept.

use domain::enrolment::EnrolmentStatus::Confirmed;
use jiff::ToSpan as _;
use store::{
    check, enrolment,
    retention::Sweep,
    testing::{
        childcare::{ForceChild, ForgetChildren, LoseChildcare},
        stores,
    },
};

use crate::{If, accepted, ask, broken, common::now, course, mother, sound, stands};

#[tokio::test]
async fn the_check_finds_a_counter_that_does_not_fit_its_rows() {
    for t in stores().await {
        let ids = course(&t.store, 3, 3).await;
        ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        sound(&t.store, &ids).await;
        t.store.write(ForceChild(ids.seats)).await.unwrap();
        assert_eq!(broken(&t.store).await, ["childcare_counter"]);
    }
}

#[tokio::test]
async fn the_check_finds_a_place_without_a_seat_and_a_seat_without_the_place() {
    for t in stores().await {
        let ids = course(&t.store, 3, 3).await;
        ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        t.store.write(LoseChildcare(ids.seats)).await.unwrap();
        let found = ["childcare_counter", "seat_without_childcare"];
        assert_eq!(broken(&t.store).await, found, "{}", t.database);
    }
    for t in stores().await {
        let ids = course(&t.store, 3, 3).await;
        ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        t.store.write(ForgetChildren(ids.seats)).await.unwrap();
        let found = ["childcare_without_seat", "taken_counter"];
        assert_eq!(broken(&t.store).await, found, "{}", t.database);
    }
}

#[tokio::test]
async fn children_are_forgotten_half_a_year_after_the_last_session() {
    for t in stores().await {
        let ids = course(&t.store, 3, 3).await;
        let hers = ask(&t.store, mother(ids.seats, 1, 2, If::Told)).await;
        let repeat = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let ends_at = now() + (7 * 24 + 2).hours();
        let sweep = |days: i64, minutes: i64| Sweep {
            at: ends_at + (days * 24).hours() + minutes.minutes(),
        };
        let swept = t.store.write(sweep(180, -1)).await.unwrap();
        assert_eq!(swept.children, 0, "{}", t.database);
        assert_eq!(stands(&t.store, hers).await, (Confirmed, Some(true)));
        let swept = t.store.write(sweep(180, 0)).await.unwrap();
        assert_eq!(swept.children, 2, "{}", t.database);
        let conn = &mut t.store.read().await.unwrap();
        for request in [hers, repeat] {
            let seen = enrolment::view(conn, accepted(request).sign_up).await;
            assert_eq!(seen.unwrap().unwrap().childcare, None, "{}", t.database);
        }
        // How many were looked after is a figure, and not a broken promise.
        let report = check::run(conn, sweep(180, 0).at).await.unwrap();
        assert_eq!(report.broken, [], "{}", t.database);
        let desk = store::desk::instance(conn, ids.instance).await.unwrap();
        assert_eq!(desk.unwrap().pools[0].childcare[0].taken, 2);
    }
}
