//! Moving to another slot or run: she never has neither place, nobody gets a seat twice.

use std::sync::Arc;

use domain::{
    desk::EventKind,
    enrolment::EnrolmentStatus::{Cancelled, Confirmed, Waitlisted},
    id::SeatsId,
};
use jiff::ToSpan as _;
use store::{
    Store,
    desk::{self, End},
    enrolment::{Cancel, CancelOutcome, Move, MoveOutcome},
    testing::{
        CloseAt,
        desk::move_unguarded,
        slots::{Handle, HoldFirst, waiting_for_a_lock},
        stores,
    },
};
use tokio::sync::Barrier;

use crate::common::{accepted, now, request};
use crate::desk::{Desk, Woman, checked, enrol, her_view, record, sound, stands};

fn to(desk: &Desk, woman: Woman, to: SeatsId) -> Move {
    Move {
        enrolment: woman.enrolment,
        to,
        or_wait: false,
        by: Some(desk.facilitator),
        holder: None,
        at: now(),
    }
}

async fn moved(store: &Store, wish: Move) -> MoveOutcome {
    store.write(wish).await.unwrap()
}

#[tokio::test]
async fn another_slot_is_the_same_enrolment_and_the_old_seat_goes_to_who_waits_for_it() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let waits = enrol(&t.store, desk.first, 2).await;
        let outcome = moved(&t.store, to(&desk, woman, desk.second)).await;
        assert_eq!(outcome, MoveOutcome::Moved(woman.enrolment));
        assert_eq!(stands(&t.store, woman).await, (desk.second, Confirmed));
        assert_eq!(stands(&t.store, waits).await, (desk.first, Confirmed));
        let hers = her_view(&t.store, woman).await;
        assert_eq!(
            (hers.seats_slug.as_str(), hers.status),
            ("second", Confirmed)
        );
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(1, 0), (1, 0)]);
        let steps = desk::history(&mut t.store.read().await.unwrap(), woman.enrolment)
            .await
            .unwrap();
        let kinds: Vec<EventKind> = steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, [EventKind::Seated, EventKind::Moved]);
        // Sent twice, it is done once.
        let again = moved(&t.store, to(&desk, woman, desk.second)).await;
        assert_eq!(again, MoveOutcome::Already(woman.enrolment));
    }
}

#[tokio::test]
async fn a_full_slot_is_said_to_be_full_and_she_keeps_what_she_has() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        enrol(&t.store, desk.second, 2).await;
        enrol(&t.store, desk.second, 3).await;
        let outcome = moved(&t.store, to(&desk, woman, desk.second)).await;
        assert_eq!(outcome, MoveOutcome::Full { waiting: 1 });
        assert_eq!(stands(&t.store, woman).await, (desk.first, Confirmed));
        // The list is only joined by saying so, and then she is behind those who wait.
        let or_wait = Move {
            or_wait: true,
            ..to(&desk, woman, desk.second)
        };
        let outcome = moved(&t.store, or_wait).await;
        assert_eq!(outcome, MoveOutcome::Queued(woman.enrolment));
        let hers = her_view(&t.store, woman).await;
        assert_eq!((hers.status, hers.place), (Waitlisted, Some(2)));
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(0, 0), (1, 2)]);
    }
}

#[tokio::test]
async fn a_move_does_not_overtake_those_who_wait() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        enrol(&t.store, desk.second, 2).await;
        enrol(&t.store, desk.second, 3).await;
        // A seat is free there, but someone waits for it.
        t.store
            .write(store::testing::AddSeat(desk.second))
            .await
            .unwrap();
        let outcome = moved(&t.store, to(&desk, woman, desk.second)).await;
        assert_eq!(outcome, MoveOutcome::Full { waiting: 1 });
    }
}

#[tokio::test]
async fn another_run_is_another_enrolment_and_her_link_goes_along() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let outcome = moved(&t.store, to(&desk, woman, desk.second)).await;
        let MoveOutcome::Moved(there) = outcome else {
            panic!("{}: {outcome:?}", t.database);
        };
        assert_ne!(there, woman.enrolment);
        assert_eq!(stands(&t.store, woman).await, (desk.first, Cancelled));
        let hers = her_view(&t.store, woman).await;
        assert_eq!(
            (hers.seats_slug.as_str(), hers.status),
            ("second", Confirmed)
        );
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(0, 0), (1, 0)]);
        // And back: the enrolment of before comes to life again.
        let back = Move {
            enrolment: there,
            ..to(&desk, woman, desk.first)
        };
        assert_eq!(
            moved(&t.store, back).await,
            MoveOutcome::Moved(woman.enrolment)
        );
        assert_eq!(her_view(&t.store, woman).await.seats_slug, "small");
        sound(&checked(&t.store, now()).await, t.database);
        // She can still cancel by her link.
        let cancel = Cancel {
            sign_up: woman.sign_up,
            reason: None,
            at: now(),
        };
        assert_eq!(
            t.store.write(cancel).await.unwrap(),
            CancelOutcome::Cancelled
        );
        sound(&checked(&t.store, now()).await, t.database);
    }
}

#[tokio::test]
async fn who_has_a_place_in_both_runs_keeps_both() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 2).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let there = enrol(&t.store, desk.second, 1).await;
        let outcome = moved(&t.store, to(&desk, woman, desk.second)).await;
        assert_eq!(outcome, MoveOutcome::Already(there.enrolment));
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(1, 0), (1, 0)]);
    }
}

#[tokio::test]
async fn nobody_is_moved_into_what_is_closed_out_of_what_has_begun_or_after_the_end() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 2).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        t.store.write(CloseAt(desk.second, now())).await.unwrap();
        let wish = to(&desk, woman, desk.second);
        assert_eq!(moved(&t.store, wish).await, MoveOutcome::Closed);
        let late = Move {
            at: now() + (7 * 24).hours(),
            ..wish
        };
        assert_eq!(moved(&t.store, late).await, MoveOutcome::Started);
        let end = End {
            enrolment: woman.enrolment,
            reason: domain::desk::CancelReason::Mistake,
            by: desk.facilitator,
            at: now(),
        };
        t.store.write(end).await.unwrap();
        assert_eq!(moved(&t.store, wish).await, MoveOutcome::Ended);
        let nowhere = Move {
            to: SeatsId(uuid::Uuid::nil()),
            ..wish
        };
        let other = enrol(&t.store, desk.first, 2).await;
        let nowhere = Move {
            enrolment: other.enrolment,
            ..nowhere
        };
        assert_eq!(moved(&t.store, nowhere).await, MoveOutcome::Unknown);
    }
}

/// Everybody is moved to the same slot at once.
async fn rush(store: &Store, desk: &Desk, women: &[Woman]) -> Vec<MoveOutcome> {
    let together = Arc::new(Barrier::new(women.len()));
    let moves = women.iter().map(|woman| {
        let (store, together) = (store.clone(), Arc::clone(&together));
        let wish = to(desk, *woman, desk.second);
        tokio::spawn(async move {
            together.wait().await;
            store.write(wish).await.unwrap()
        })
    });
    let mut outcomes = Vec::new();
    for task in moves.collect::<Vec<_>>() {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

async fn women(store: &Store, seats: SeatsId, number: usize) -> Vec<Woman> {
    let mut women = Vec::new();
    for n in 0..number {
        women.push(enrol(store, seats, n).await);
    }
    women
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_moves_to_three_seats_give_three_and_seventeen_keep_theirs() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 20, 3).await;
        let women = women(&t.store, desk.first, 20).await;
        let outcomes = rush(&t.store, &desk, &women).await;
        let moved = |it: &&MoveOutcome| matches!(it, MoveOutcome::Moved(_));
        assert_eq!(outcomes.iter().filter(moved).count(), 3, "{}", t.database);
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(17, 0), (3, 0)], "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_guard_the_same_moves_oversell() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 6, 3).await;
        let women = women(&t.store, desk.first, 6).await;
        let together = Barrier::new(women.len());
        let moves = women
            .iter()
            .map(|it| move_unguarded(&t.store, it.enrolment, desk.second, &together));
        for done in futures_util::future::join_all(moves).await {
            done.unwrap();
        }
        let report = checked(&t.store, now()).await;
        let broken: Vec<_> = report.broken.iter().map(|broken| broken.promise).collect();
        assert!(broken.contains(&"over_capacity"), "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_crowds_that_cross_do_not_wait_for_each_other_for_ever() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 20, 20).await;
        let here = women(&t.store, desk.first, 10).await;
        let mut there = Vec::new();
        for n in 10..20 {
            there.push(enrol(&t.store, desk.second, n).await);
        }
        let desk = Arc::new(desk);
        let crossing = |women: Vec<Woman>, target: SeatsId| {
            women.into_iter().map(move |woman| (woman, target))
        };
        let all = crossing(here, desk.second).chain(crossing(there, desk.first));
        let tasks = all.map(|(woman, target)| {
            let (store, wish) = (t.store.clone(), to(&desk, woman, target));
            tokio::spawn(async move { store.write(wish).await })
        });
        for task in tasks.collect::<Vec<_>>() {
            let outcome = task.await.unwrap().unwrap();
            assert!(matches!(outcome, MoveOutcome::Moved(_)), "{outcome:?}");
        }
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(10, 0), (10, 0)], "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn she_cancels_while_she_is_moved_and_one_of_the_two_is_the_last_word() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 20, 20).await;
        for n in 0..15 {
            let woman = enrol(&t.store, desk.first, n).await;
            let cancel = Cancel {
                sign_up: woman.sign_up,
                reason: None,
                at: now(),
            };
            let (cancelled, moved) = tokio::join!(
                t.store.write(cancel),
                t.store.write(to(&desk, woman, desk.second))
            );
            assert_eq!(cancelled.unwrap(), CancelOutcome::Cancelled);
            let moved = moved.unwrap();
            let expected = [MoveOutcome::Moved(woman.enrolment), MoveOutcome::Ended];
            assert!(expected.contains(&moved), "{moved:?}");
        }
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(0, 0), (0, 0)], "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn she_cancels_while_she_is_moved_to_another_run_and_her_link_is_the_last_word() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 20, 20).await;
        for n in 0..15 {
            let woman = enrol(&t.store, desk.first, n).await;
            let cancel = Cancel {
                sign_up: woman.sign_up,
                reason: None,
                at: now(),
            };
            let (cancelled, moved) = tokio::join!(
                t.store.write(cancel),
                t.store.write(to(&desk, woman, desk.second))
            );
            assert_eq!(cancelled.unwrap(), CancelOutcome::Cancelled);
            let moved = moved.unwrap();
            let known = matches!(moved, MoveOutcome::Moved(_) | MoveOutcome::Ended);
            assert!(known, "{moved:?}");
        }
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(0, 0), (0, 0)], "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_that_waited_while_she_went_to_another_run_follows_her_there() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let handle = Handle::default();
        let moves = HoldFirst {
            pool: desk.first,
            then: to(&desk, woman, desk.second),
            handle: handle.clone(),
        };
        let store = t.store.clone();
        let moved = tokio::spawn(async move { store.write(moves).await });
        handle.is_held().await;
        let cancel = Cancel {
            sign_up: woman.sign_up,
            reason: None,
            at: now(),
        };
        let store = t.store.clone();
        let cancelled = tokio::spawn(async move { store.write(cancel).await });
        waiting_for_a_lock(&t, 1).await;
        handle.let_go();
        let moved = moved.await.unwrap().unwrap();
        assert!(matches!(moved, MoveOutcome::Moved(_)), "{moved:?}");
        let cancelled = cancelled.await.unwrap().unwrap();
        assert_eq!(cancelled, CancelOutcome::Cancelled, "{}", t.database);
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(0, 0), (0, 0)], "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn she_signs_up_in_the_other_run_while_she_is_moved_there() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 20, 20).await;
        // Who had signed up there before staff moved her keeps both places.
        let mut stayed = 0;
        for n in 0..10 {
            let woman = enrol(&t.store, desk.first, n).await;
            let (signed_up, moved) = tokio::join!(
                t.store.sign_up(request(desk.second, n)),
                t.store.write(to(&desk, woman, desk.second))
            );
            accepted(signed_up.unwrap());
            let (MoveOutcome::Moved(there) | MoveOutcome::Already(there)) = moved.unwrap() else {
                panic!("{}", t.database);
            };
            // Whoever was first, staff and her links lead to the one enrolment that she has there.
            let there = record(&t.store, there).await;
            assert_eq!((there.seats, there.status), (desk.second, Confirmed));
            let hers = stands(&t.store, woman).await;
            stayed += i64::from(hers == (desk.first, Confirmed));
        }
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(stayed, 0), (10, 0)], "{}", t.database);
    }
}
