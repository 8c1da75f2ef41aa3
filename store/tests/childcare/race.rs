//! Ten mothers at once, and what the guards are worth.

use std::sync::Arc;

use domain::enrolment::EnrolmentStatus::{Confirmed, Waitlisted};
use store::{
    Store, StoreError,
    enrolment::SignUpOutcome,
    testing::{childcare::ForceChild, stores},
};
use tokio::sync::Barrier;

use crate::{If, SeatsId, ask, broken, course, mother, sound, stands};

/// Mothers press the button at once, each with one child.
async fn rush(store: &Store, seats: SeatsId, women: usize, otherwise: If) -> Vec<SignUpOutcome> {
    let together = Arc::new(Barrier::new(women));
    let ask = |n| {
        let (store, together) = (store.clone(), together.clone());
        tokio::spawn(async move {
            together.wait().await;
            let request = mother(seats, n, 1, otherwise);
            store.sign_up(request).await.unwrap()
        })
    };
    let tasks: Vec<_> = (0..women).map(ask).collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

/// Scenario 9.
#[tokio::test(flavor = "multi_thread")]
async fn ten_mothers_and_two_places_give_two_seats_with_childcare_and_none_without() {
    for t in stores().await {
        let ids = course(&t.store, 20, 2).await;
        let outcomes = rush(&t.store, ids.seats, 10, If::Told).await;
        let told = outcomes
            .iter()
            .filter(|it| **it == SignUpOutcome::NoChildcare);
        assert_eq!(told.count(), 8, "{}", t.database);
        assert_eq!(sound(&t.store, &ids).await, (2, 0, 2), "{}", t.database);
    }
}

/// Scenario 9, for those who wait.
#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_childcare_waits_beside_free_seats() {
    for t in stores().await {
        let ids = course(&t.store, 20, 2).await;
        let outcomes = rush(&t.store, ids.seats, 10, If::Waits).await;
        let mut places: Vec<_> = outcomes
            .iter()
            .filter_map(|it| crate::accepted(*it).place)
            .collect();
        places.sort_unstable();
        assert_eq!(places, (1..=8).collect::<Vec<_>>(), "{}", t.database);
        assert_eq!(sound(&t.store, &ids).await, (2, 8, 2), "{}", t.database);
        // Nobody in line could take a seat: a woman without children gets one.
        let alone = ask(&t.store, crate::common::request(ids.seats, 50)).await;
        assert_eq!(stands(&t.store, alone).await, (Confirmed, None));
        let late = ask(&t.store, mother(ids.seats, 51, 1, If::Waits)).await;
        assert_eq!(stands(&t.store, late).await, (Waitlisted, Some(false)));
        assert_eq!(sound(&t.store, &ids).await, (3, 9, 2), "{}", t.database);
    }
}

/// Scenario 9, "unless she accepts that".
#[tokio::test(flavor = "multi_thread")]
async fn who_accepts_to_come_without_gets_a_seat_without() {
    for t in stores().await {
        let ids = course(&t.store, 20, 2).await;
        let outcomes = rush(&t.store, ids.seats, 10, If::Without).await;
        let mut with = 0;
        for outcome in outcomes {
            let (status, has_childcare) = stands(&t.store, outcome).await;
            assert_eq!(status, Confirmed, "{}", t.database);
            with += usize::from(has_childcare == Some(true));
        }
        assert_eq!(with, 2, "{}", t.database);
        assert_eq!(sound(&t.store, &ids).await, (10, 0, 2), "{}", t.database);
    }
}

/// The control of scenario 9.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_guard_more_children_come_than_there_are_places() {
    for t in stores().await {
        let ids = course(&t.store, 20, 2).await;
        // Fewer than the readers' connections on either database, so that all can meet.
        t.store.switch_seat_guard_off(8);
        rush(&t.store, ids.seats, 8, If::Told).await;
        let broken = broken(&t.store).await;
        assert!(
            broken.contains(&"childcare_over_capacity"),
            "{}: {broken:?}",
            t.database
        );
    }
}

#[tokio::test]
async fn the_database_itself_refuses_a_child_too_many() {
    for t in stores().await {
        let ids = course(&t.store, 5, 1).await;
        ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let forced = t.store.write(ForceChild(ids.seats)).await;
        assert!(
            matches!(forced, Err(StoreError::Database(_))),
            "{}",
            t.database
        );
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 1));
    }
}
