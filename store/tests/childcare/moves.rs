//! Other times and other browsers: places for children go where the seat goes.

use domain::enrolment::{
    Doubt,
    EnrolmentStatus::{Cancelled, Confirmed, Pending, Waitlisted},
};
use jiff::ToSpan as _;
use store::{
    enrolment::{Move, MoveOutcome, Swap, SwapOutcome},
    testing::{desk::ExtraPool, stores},
};

use crate::{
    If, SmallCourseIds, accepted, ask, cancel, common::now, course, enrolment_of, mother, offer,
    sound, staff::facilitator, stands,
};

fn beside(ids: SmallCourseIds, own_run: bool) -> ExtraPool {
    ExtraPool {
        beside: ids,
        slug: "other",
        capacity: 3,
        starts_at: now() + (8 * 24).hours(),
        own_run,
    }
}

#[tokio::test]
async fn another_slot_gives_the_places_there_and_gives_these_back() {
    for t in stores().await {
        let ids = course(&t.store, 3, 1).await;
        let to = t.store.write(beside(ids, false)).await.unwrap();
        offer(&t.store, to, 1).await;
        let hers = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let next = ask(&t.store, mother(ids.seats, 2, 1, If::Waits)).await;
        let swap = Swap {
            sign_up: accepted(hers).sign_up,
            to,
            holder: None,
            at: now(),
        };
        assert_eq!(t.store.write(swap).await.unwrap(), SwapOutcome::Swapped);
        assert_eq!(stands(&t.store, hers).await, (Confirmed, Some(true)));
        assert_eq!(stands(&t.store, next).await, (Confirmed, Some(true)));
        let there = SmallCourseIds { seats: to, ..ids };
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 1), "{}", t.database);
        assert_eq!(sound(&t.store, &there).await, (1, 0, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn a_slot_without_childcare_is_refused_and_she_keeps_what_she_has() {
    for t in stores().await {
        let ids = course(&t.store, 3, 1).await;
        let to = t.store.write(beside(ids, false)).await.unwrap();
        // Also if she would have come without: what she has is not taken from her.
        let hers = ask(&t.store, mother(ids.seats, 1, 1, If::Without)).await;
        let repeat = ask(&t.store, mother(ids.seats, 1, 1, If::Without)).await;
        for request in [hers, repeat] {
            let swap = Swap {
                sign_up: accepted(request).sign_up,
                to,
                holder: None,
                at: now(),
            };
            let told = t.store.write(swap).await.unwrap();
            if request == hers {
                assert_eq!(told, SwapOutcome::NoChildcare, "{}", t.database);
            } else {
                // The last place is hers: a newcomer would have come without.
                assert_eq!(told, SwapOutcome::Swapped, "{}", t.database);
            }
        }
        assert_eq!(stands(&t.store, hers).await, (Confirmed, Some(true)));
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn another_run_takes_the_claim_along_into_its_queue() {
    for t in stores().await {
        let ids = course(&t.store, 3, 1).await;
        let to = t.store.write(beside(ids, true)).await.unwrap();
        let hers = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let mut go = Move {
            enrolment: enrolment_of(&t.store, &ids, 0).await,
            to,
            or_wait: false,
            by: Some(facilitator(&t.store, "facilitator@lab.example").await),
            holder: None,
            at: now(),
        };
        let told = t.store.write(go).await.unwrap();
        assert_eq!(told, MoveOutcome::NoChildcare, "{}", t.database);
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 1), "{}", t.database);
        go.or_wait = true;
        let told = t.store.write(go).await.unwrap();
        assert!(matches!(told, MoveOutcome::Queued(_)), "{told:?}");
        assert_eq!(stands(&t.store, hers).await, (Waitlisted, Some(false)));
        assert_eq!(sound(&t.store, &ids).await, (0, 0, 0), "{}", t.database);
        cancel(&t.store, hers).await;
        assert_eq!(stands(&t.store, hers).await, (Cancelled, None));
        assert_eq!(sound(&t.store, &ids).await, (0, 0, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn a_repeat_takes_no_place_and_is_told_what_a_newcomer_is_told() {
    for t in stores().await {
        let ids = course(&t.store, 3, 2).await;
        let hers = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let repeat = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        assert_eq!(stands(&t.store, repeat).await, (Confirmed, Some(true)));
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 1), "{}", t.database);
        ask(&t.store, mother(ids.seats, 2, 1, If::Told)).await;
        let without = ask(&t.store, mother(ids.seats, 1, 1, If::Without)).await;
        let newcomer = ask(&t.store, mother(ids.seats, 3, 1, If::Without)).await;
        let (told, new) = (
            stands(&t.store, without).await,
            stands(&t.store, newcomer).await,
        );
        assert_eq!(
            (told, new),
            ((Confirmed, Some(false)), (Confirmed, Some(false)))
        );
        let waits = ask(&t.store, mother(ids.seats, 1, 1, If::Waits)).await;
        assert_eq!(accepted(waits).status, Waitlisted);
        assert_eq!(
            cancel(&t.store, repeat).await,
            crate::CancelOutcome::Cancelled
        );
        assert_eq!(stands(&t.store, repeat).await, (Cancelled, None));
        assert_eq!(stands(&t.store, hers).await, (Confirmed, Some(true)));
        assert_eq!(sound(&t.store, &ids).await, (3, 0, 2), "{}", t.database);
    }
}

#[tokio::test]
async fn an_honest_form_after_one_in_doubt_claims_what_it_says_and_the_other_goes_on_as_it_was() {
    for t in stores().await {
        let ids = course(&t.store, 3, 2).await;
        let mut doubtful = mother(ids.seats, 1, 2, If::Told);
        doubtful.doubt = Doubt::ALL.first().copied();
        let doubtful = ask(&t.store, doubtful).await;
        assert_eq!(stands(&t.store, doubtful).await, (Pending, Some(false)));
        assert_eq!(sound(&t.store, &ids).await, (0, 0, 0), "{}", t.database);
        let honest = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        assert_eq!(stands(&t.store, honest).await, (Confirmed, Some(true)));
        assert_eq!(stands(&t.store, doubtful).await, (Pending, Some(false)));
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 1), "{}", t.database);
    }
}
