//! She takes another slot by herself: the new one before the old one is given back.

use domain::{
    enrolment::EnrolmentStatus::{self, Cancelled, Confirmed, Waitlisted},
    id::{HolderId, SeatsId, SignUpId},
};
use jiff::ToSpan as _;
use store::{
    Store,
    enrolment::{self, Cancel, Swap, SwapOutcome},
    seats::{Hold, HoldOutcome},
    testing::{CloseAt, SmallCourse, stores},
};
use uuid::Uuid;

use crate::{
    common::{accepted, now, request},
    seats_taken, slots,
};

async fn enrol(store: &Store, slot: SeatsId, woman: usize) -> SignUpId {
    accepted(store.sign_up(request(slot, woman)).await.unwrap()).sign_up
}

fn wish(sign_up: SignUpId, to: SeatsId) -> Swap {
    Swap {
        sign_up,
        to,
        holder: None,
        at: now(),
    }
}

async fn swap(store: &Store, sign_up: SignUpId, to: SeatsId) -> SwapOutcome {
    store.write(wish(sign_up, to)).await.unwrap()
}

/// The slug of her slot, and where she stands in it.
async fn stands(store: &Store, sign_up: SignUpId) -> (String, EnrolmentStatus) {
    let conn = &mut store.read().await.unwrap();
    let hers = enrolment::view(conn, sign_up).await.unwrap().unwrap();
    (hers.seats_slug, hers.status)
}

#[tokio::test]
async fn she_has_the_new_slot_and_the_old_one_goes_to_who_waits_for_it() {
    for t in stores().await {
        let [one, two] = slots(&t).await;
        let hers = enrol(&t.store, one, 1).await;
        let waits = enrol(&t.store, one, 2).await;
        assert_eq!(swap(&t.store, hers, two).await, SwapOutcome::Swapped);
        assert_eq!(stands(&t.store, hers).await, ("a".into(), Confirmed));
        assert_eq!(stands(&t.store, waits).await, ("small".into(), Confirmed));
        assert_eq!(seats_taken(&t).await, 2, "{}", t.database);
        // Sent twice, it is done once.
        assert_eq!(swap(&t.store, hers, two).await, SwapOutcome::Swapped);
        assert_eq!(seats_taken(&t).await, 2, "{}", t.database);
    }
}

#[tokio::test]
async fn a_slot_that_is_taken_or_kept_for_another_leaves_her_what_she_has() {
    for t in stores().await {
        let [one, two, three, four] = slots(&t).await;
        let hers = enrol(&t.store, one, 1).await;
        enrol(&t.store, two, 2).await;
        let hold = Hold {
            seats: three,
            holder: HolderId(Uuid::from_u128(3)),
            has_sign_up: true,
            at: now(),
        };
        let held = t.store.write(hold).await.unwrap();
        assert!(matches!(held, HoldOutcome::Held(_)));
        for full in [two, three] {
            assert_eq!(swap(&t.store, hers, full).await, SwapOutcome::Full);
        }
        t.store.write(CloseAt(four, now())).await.unwrap();
        assert_eq!(swap(&t.store, hers, four).await, SwapOutcome::Closed);
        assert_eq!(stands(&t.store, hers).await, ("small".into(), Confirmed));
        assert_eq!(seats_taken(&t).await, 2, "{}", t.database);
    }
}

#[tokio::test]
async fn who_waits_for_one_slot_takes_another_that_is_free_and_waits_no_more() {
    for t in stores().await {
        let [one, two] = slots(&t).await;
        enrol(&t.store, one, 1).await;
        let waits = enrol(&t.store, one, 2).await;
        assert_eq!(stands(&t.store, waits).await.1, Waitlisted);
        assert_eq!(swap(&t.store, waits, two).await, SwapOutcome::Swapped);
        assert_eq!(stands(&t.store, waits).await, ("a".into(), Confirmed));
        assert_eq!(seats_taken(&t).await, 2, "{}", t.database);
    }
}

#[tokio::test]
async fn nobody_swaps_after_the_start_after_cancelling_or_into_another_run() {
    for t in stores().await {
        let [one, two] = slots(&t).await;
        let elsewhere = SmallCourse {
            slug: "elsewhere",
            ..SmallCourse::with_seats(3, now())
        };
        let elsewhere = t.store.write(elsewhere).await.unwrap().seats;
        let hers = enrol(&t.store, one, 1).await;
        let unknown = SwapOutcome::Unknown;
        assert_eq!(swap(&t.store, hers, elsewhere).await, unknown);
        let stranger = SignUpId(Uuid::from_u128(1));
        assert_eq!(swap(&t.store, stranger, two).await, unknown);
        let late = Swap {
            at: now() + (7 * 24).hours(),
            ..wish(hers, two)
        };
        assert_eq!(t.store.write(late).await.unwrap(), SwapOutcome::Started);
        let cancel = Cancel {
            sign_up: hers,
            reason: None,
            at: now(),
        };
        t.store.write(cancel).await.unwrap();
        assert_eq!(swap(&t.store, hers, two).await, SwapOutcome::NothingToGive);
        assert_eq!(seats_taken(&t).await, 0, "{}", t.database);
    }
}

/// Another browser signed the same woman up again. What it hears and sees goes on as if she were
/// a newcomer, and her enrolment does not move.
#[tokio::test]
async fn a_repeat_swaps_what_it_was_told_and_nothing_else() {
    for t in stores().await {
        let [one, two, three] = slots(&t).await;
        let hers = enrol(&t.store, one, 1).await;
        let repeat = enrol(&t.store, two, 1).await;
        enrol(&t.store, three, 2).await;
        assert_eq!(swap(&t.store, repeat, three).await, SwapOutcome::Full);
        assert_eq!(stands(&t.store, repeat).await, ("a".into(), Confirmed));
        let cancel = Cancel {
            sign_up: repeat,
            reason: None,
            at: now(),
        };
        assert_eq!(swap(&t.store, repeat, two).await, SwapOutcome::Swapped);
        assert_eq!(stands(&t.store, hers).await, ("small".into(), Confirmed));
        t.store.write(cancel).await.unwrap();
        assert_eq!(
            swap(&t.store, repeat, one).await,
            SwapOutcome::NothingToGive
        );
        assert_eq!(stands(&t.store, repeat).await.1, Cancelled);
        assert_eq!(seats_taken(&t).await, 2, "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_women_who_exchange_their_slots_at_once_both_keep_one() {
    for t in stores().await {
        let [one, two] = crate::two_slots(&t).await;
        let first = enrol(&t.store, one, 1).await;
        let second = enrol(&t.store, two, 2).await;
        for _ in 0..10 {
            let (there, back) = tokio::join!(
                t.store.write(wish(first, two)),
                t.store.write(wish(second, one))
            );
            assert_eq!(there.unwrap(), SwapOutcome::Swapped);
            assert_eq!(back.unwrap(), SwapOutcome::Swapped);
            let (there, back) = tokio::join!(
                t.store.write(wish(first, one)),
                t.store.write(wish(second, two))
            );
            assert_eq!(there.unwrap(), SwapOutcome::Swapped);
            assert_eq!(back.unwrap(), SwapOutcome::Swapped);
        }
        assert_eq!(seats_taken(&t).await, 2, "{}", t.database);
    }
}
