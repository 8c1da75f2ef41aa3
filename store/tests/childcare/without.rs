//! Who waits for childcare says that she comes without it.

use domain::enrolment::EnrolmentStatus::{Confirmed, Waitlisted};
use jiff::ToSpan as _;
use store::{
    Store,
    enrolment::{ComeWithout, SignUpOutcome, WithoutOutcome},
    testing::stores,
};

use crate::{
    If, ask, cancel,
    common::{accepted, now, request},
    course, mother, sound, stands,
};

async fn without(store: &Store, outcome: SignUpOutcome) -> WithoutOutcome {
    let sign_up = accepted(outcome).sign_up;
    store
        .write(ComeWithout { sign_up, at: now() })
        .await
        .unwrap()
}

#[tokio::test]
async fn she_has_the_free_seat_at_once_and_no_place_for_children() {
    for t in stores().await {
        let ids = course(&t.store, 3, 1).await;
        ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let waits = ask(&t.store, mother(ids.seats, 2, 1, If::Waits)).await;
        assert_eq!(stands(&t.store, waits).await, (Waitlisted, Some(false)));
        assert_eq!(
            without(&t.store, waits).await,
            WithoutOutcome::Seat,
            "{}",
            t.database
        );
        assert_eq!(stands(&t.store, waits).await, (Confirmed, Some(false)));
        assert_eq!(sound(&t.store, &ids).await, (2, 0, 1), "{}", t.database);
        assert_eq!(without(&t.store, waits).await, WithoutOutcome::Nothing);
        assert_eq!(sound(&t.store, &ids).await, (2, 0, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn where_no_seat_is_free_she_keeps_her_place_and_gets_the_next_seat() {
    for t in stores().await {
        let ids = course(&t.store, 1, 0).await;
        let alone = ask(&t.store, request(ids.seats, 1)).await;
        let waits = ask(&t.store, mother(ids.seats, 2, 1, If::Waits)).await;
        let after = ask(&t.store, request(ids.seats, 3)).await;
        assert_eq!(
            without(&t.store, waits).await,
            WithoutOutcome::Waits,
            "{}",
            t.database
        );
        assert_eq!(stands(&t.store, waits).await, (Waitlisted, Some(false)));
        cancel(&t.store, alone).await;
        assert_eq!(stands(&t.store, waits).await, (Confirmed, Some(false)));
        assert_eq!(stands(&t.store, after).await, (Waitlisted, None));
        assert_eq!(sound(&t.store, &ids).await, (1, 1, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn whoever_does_not_wait_for_childcare_changes_nothing() {
    for t in stores().await {
        let ids = course(&t.store, 2, 1).await;
        let has = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let alone = ask(&t.store, request(ids.seats, 2)).await;
        let waits = ask(&t.store, request(ids.seats, 3)).await;
        for who in [has, alone, waits] {
            assert_eq!(
                without(&t.store, who).await,
                WithoutOutcome::Nothing,
                "{}",
                t.database
            );
        }
        assert_eq!(sound(&t.store, &ids).await, (2, 1, 1), "{}", t.database);
        let late = ComeWithout {
            sign_up: accepted(waits).sign_up,
            at: now() + (30 * 24).hours(),
        };
        assert_eq!(t.store.write(late).await.unwrap(), WithoutOutcome::Nothing);
    }
}

#[tokio::test]
async fn a_repeat_is_told_the_same_and_takes_nothing() {
    for t in stores().await {
        let ids = course(&t.store, 3, 1).await;
        ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let hers = ask(&t.store, mother(ids.seats, 2, 1, If::Waits)).await;
        let repeat = ask(&t.store, mother(ids.seats, 2, 1, If::Waits)).await;
        assert_eq!(stands(&t.store, repeat).await, (Waitlisted, Some(false)));
        assert_eq!(
            without(&t.store, repeat).await,
            WithoutOutcome::Seat,
            "{}",
            t.database
        );
        assert_eq!(stands(&t.store, repeat).await, (Confirmed, Some(false)));
        assert_eq!(stands(&t.store, hers).await, (Waitlisted, Some(false)));
        assert_eq!(sound(&t.store, &ids).await, (1, 1, 1), "{}", t.database);
    }
}
