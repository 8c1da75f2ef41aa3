//! Joining while others act: at once with a cancellation, a sign-up, another joining.

use futures_util::future::join_all;
use jiff::ToSpan as _;
use store::{
    Store,
    desk::{
        Merge, MergeOutcome, Unmerge,
        unguarded::{GiveTo, merge_unguarded},
    },
    enrolment::{Cancel, CancelOutcome},
    testing::stores,
};
use tokio::sync::Barrier;

use crate::common::{form, now, with};
use crate::desk::{Desk, Woman, checked, enrol, record, sound};
use crate::twins::{author, merge};

const ROUNDS: usize = 12;

/// Two rows in one run: the one that is to go, and what joins it to the other.
async fn two_rows(store: &Store, desk: &Desk, round: usize) -> (Woman, Merge) {
    let kept = enrol(store, desk.first, 2 * round).await;
    let gone = enrol(store, desk.first, 2 * round + 1).await;
    let merge = Merge {
        kept: kept.enrolment,
        gone: gone.enrolment,
        by: author(desk.facilitator),
        at: now(),
    };
    (gone, merge)
}

#[tokio::test(flavor = "multi_thread")]
async fn joining_and_cancelling_at_once_give_one_seat_back_each_and_no_more() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 40, 40).await;
        for round in 0..ROUNDS {
            let (gone, merge) = two_rows(&t.store, &desk, round).await;
            let cancel = Cancel {
                sign_up: gone.sign_up,
                reason: None,
                at: now(),
            };
            let (merged, cancelled) = tokio::join!(t.store.write(merge), t.store.write(cancel));
            assert!(matches!(merged.unwrap(), MergeOutcome::Merged(_)));
            assert_eq!(cancelled.unwrap(), CancelOutcome::Cancelled);
            sound(&checked(&t.store, now()).await, t.database);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_up_and_joining_at_once_leave_nothing_with_the_row_that_is_gone() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 90, 90).await;
        for round in 0..ROUNDS {
            let (_, merge) = two_rows(&t.store, &desk, round).await;
            let sign_ups = [desk.first, desk.second, desk.second].map(|seats| {
                let request = with(seats, form(2 * round + 1).parse().unwrap());
                t.store.sign_up(request)
            });
            let (merged, signed_up) = tokio::join!(t.store.write(merge), join_all(sign_ups));
            assert!(matches!(merged.unwrap(), MergeOutcome::Merged(_)));
            for outcome in signed_up {
                outcome.unwrap();
            }
            sound(&checked(&t.store, now()).await, t.database);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_join_the_same_rows_at_once_join_them_once_and_undo_them_once() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 90, 90).await;
        for round in 0..ROUNDS {
            let one = enrol(&t.store, desk.first, 2 * round).await;
            let other = enrol(&t.store, desk.first, 2 * round + 1).await;
            let merge = |kept: crate::desk::Woman, gone: crate::desk::Woman| Merge {
                kept: kept.enrolment,
                gone: gone.enrolment,
                by: author(desk.facilitator),
                at: now(),
            };
            let jobs = [merge(one, other), merge(other, one)];
            let outcomes = join_all(jobs.map(|job| t.store.write(job))).await;
            let outcomes: Vec<_> = outcomes.into_iter().map(Result::unwrap).collect();
            let merged: Vec<_> = outcomes
                .iter()
                .filter_map(|outcome| match outcome {
                    MergeOutcome::Merged(id) => Some(*id),
                    _ => None,
                })
                .collect();
            assert_eq!(merged.len(), 1, "{}: {outcomes:?}", t.database);
            sound(&checked(&t.store, now()).await, t.database);
            let undo = Unmerge {
                merge: merged[0],
                by: author(desk.facilitator),
                at: now() + 1.minute(),
            };
            let undone = join_all([undo, undo].map(|job| t.store.write(job))).await;
            for outcome in undone {
                outcome.unwrap();
            }
            sound(&checked(&t.store, now()).await, t.database);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_control_joins_what_it_saw_before_she_cancelled_and_gives_a_seat_back_twice() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let merge = Merge {
            kept: kept.enrolment,
            gone: gone.enrolment,
            by: author(desk.facilitator),
            at: now(),
        };
        let rendezvous = Barrier::new(2);
        let cancel = async {
            rendezvous.wait().await;
            let cancel = Cancel {
                sign_up: gone.sign_up,
                reason: None,
                at: now(),
            };
            t.store.write(cancel).await.unwrap();
            rendezvous.wait().await;
        };
        let joined = merge_unguarded(&t.store, merge, &rendezvous);
        let (joined, ()) = tokio::join!(joined, cancel);
        joined.unwrap();
        let broken = checked(&t.store, now()).await.broken;
        let promises: Vec<_> = broken.iter().map(|it| it.promise).collect();
        assert!(
            promises.contains(&"taken_counter"),
            "{}: {broken:?}",
            t.database
        );
    }
}

#[tokio::test]
async fn the_check_finds_what_was_left_with_a_row_that_is_gone() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let late = enrol(&t.store, desk.second, 3).await;
        let person = record(&t.store, gone.enrolment).await.person;
        merge(&t.store, &desk, kept, gone).await;
        sound(&checked(&t.store, now()).await, t.database);
        let give = GiveTo {
            enrolment: late.enrolment,
            person,
        };
        t.store.write(give).await.unwrap();
        let broken = checked(&t.store, now()).await.broken;
        let promises: Vec<_> = broken.iter().map(|it| it.promise).collect();
        assert_eq!(promises, ["left_behind_by_joining"], "{}", t.database);
    }
}
