//! A slot that is kept for one browser: others hear "full", an expired hold blocks nobody, and
//! nobody keeps everything.

use domain::id::{HolderId, SeatsId};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use store::{
    Store, StoreError,
    desk::Resize,
    enrolment::{SignUp, SignUpOutcome},
    seats::{self, HOLD, Hold, HoldOutcome},
    testing::{
        CloseAt, SmallCourse, TestStore,
        slots::{Handle, HoldFirst, take_unheld, waiting_for_a_lock},
        stores,
    },
};
use uuid::Uuid;

use crate::{
    common::{accepted, now, request},
    seats_taken, slots,
};

fn browser(n: u128) -> HolderId {
    HolderId(Uuid::from_u128(n))
}

fn choice(seats: SeatsId, n: u128) -> Hold {
    Hold {
        seats,
        holder: browser(n),
        has_sign_up: false,
        at: now(),
    }
}

async fn choose(t: &TestStore, hold: Hold) -> HoldOutcome {
    t.store.write(hold).await.unwrap()
}

/// The n-th woman sends her form from the n-th browser.
async fn send(store: &Store, seats: SeatsId, n: usize, at: Timestamp) -> SignUpOutcome {
    let request = SignUp {
        holder: Some(browser(n as u128)),
        at,
        ..request(seats, n)
    };
    store.sign_up(request).await.unwrap()
}

fn until() -> Timestamp {
    now() + HOLD
}

#[tokio::test]
async fn scenario_6_a_slot_that_is_kept_is_full_for_others_and_hers_when_she_sends_the_form() {
    for t in stores().await {
        let [one, _] = slots(&t).await;
        assert_eq!(choose(&t, choice(one, 1)).await, HoldOutcome::Held(until()));
        assert_eq!(choose(&t, choice(one, 2)).await, HoldOutcome::Full);
        // Whoever sends the form without having chosen hears the same, and does not wait for it.
        let kept = SignUpOutcome::Kept { until: until() };
        assert_eq!(send(&t.store, one, 2, now()).await, kept, "{}", t.database);
        assert_eq!(seats_taken(&t).await, 0);
        accepted(send(&t.store, one, 1, now()).await);
        assert_eq!(seats_taken(&t).await, 1, "{}", t.database);
        // Hers is used up, and the queue is open now.
        let conn = &mut t.store.read().await.unwrap();
        assert_eq!(
            seats::kept_for(conn, browser(1), now()).await.unwrap(),
            None
        );
        let third = accepted(send(&t.store, one, 3, now()).await);
        assert_eq!(third.place, Some(1));
    }
}

#[tokio::test]
async fn scenario_6_an_expired_hold_blocks_nobody_and_nothing_has_to_clear_it() {
    for t in stores().await {
        let [one, _] = slots(&t).await;
        choose(&t, choice(one, 1)).await;
        let early = until() - 1.microsecond();
        let kept = SignUpOutcome::Kept { until: until() };
        assert_eq!(send(&t.store, one, 2, early).await, kept, "{}", t.database);
        accepted(send(&t.store, one, 2, until()).await);
        // She comes late: told so, and nothing of hers is lost; she may wait.
        let late = accepted(send(&t.store, one, 1, until()).await);
        assert_eq!(late.place, Some(1), "{}", t.database);
        assert_eq!(seats_taken(&t).await, 1);
    }
}

#[tokio::test]
async fn a_hold_ends_with_a_whole_minute_because_it_is_told_as_a_time_of_day() {
    for t in stores().await {
        let [one, _] = slots(&t).await;
        let mut hold = choice(one, 1);
        hold.at = now() + 1.microsecond();
        let end = until() + SignedDuration::from_mins(1);
        assert_eq!(choose(&t, hold).await, HoldOutcome::Held(end));
    }
}

#[tokio::test]
async fn choosing_another_slot_gives_the_first_back() {
    for t in stores().await {
        let [one, two, ..] = slots::<4>(&t).await;
        choose(&t, choice(one, 1)).await;
        assert_eq!(choose(&t, choice(two, 1)).await, HoldOutcome::Held(until()));
        assert_eq!(choose(&t, choice(one, 2)).await, HoldOutcome::Held(until()));
        // A choice that is refused takes nothing away.
        assert_eq!(choose(&t, choice(one, 1)).await, HoldOutcome::Full);
        let conn = &mut t.store.read().await.unwrap();
        let hers = seats::kept_for(conn, browser(1), now()).await.unwrap();
        assert_eq!(hers, Some((two, until())), "{}", t.database);
        let others = seats::kept(conn, Some(browser(1)), now()).await.unwrap();
        assert_eq!(others.into_iter().collect::<Vec<_>>(), [(one, 1)]);
    }
}

/// Scenario 10, as far as holds go: whoever fetches browsers without end keeps half of what is
/// free, the last place is never kept, and people get in all the while.
#[tokio::test]
async fn scenario_10_ten_thousand_choices_keep_at_most_half_of_the_free_slots() {
    for t in stores().await {
        let slots = slots::<8>(&t).await;
        let mut kept = 0;
        // The database need not be asked ten thousand times to say the same.
        let tries = if t.database == "sqlite" {
            10_000
        } else {
            1_000
        };
        for n in 0..tries {
            let slot = slots[n % slots.len()];
            let outcome = choose(&t, choice(slot, n as u128 + 1000)).await;
            kept += usize::from(matches!(outcome, HoldOutcome::Held(_)));
        }
        assert_eq!(kept, 4, "{}", t.database);
        let mut served = 0;
        for (n, slot) in slots.into_iter().enumerate() {
            let outcome = send(&t.store, slot, n, now()).await;
            served += usize::from(matches!(outcome, SignUpOutcome::Accepted(_)));
        }
        assert_eq!(served, 4, "{}", t.database);
        // Minute after minute it keeps less, until nothing is left for it.
        let mut at = now();
        for round in 0..4_u128 {
            at += HOLD;
            for (n, slot) in slots.into_iter().enumerate() {
                let hold = Hold {
                    at,
                    ..choice(slot, 100_000 * (round + 1) + n as u128)
                };
                choose(&t, hold).await;
            }
            for (n, slot) in slots.into_iter().enumerate() {
                let woman = 100 + n + 10 * usize::try_from(round).unwrap();
                let mut request = request(slot, woman);
                request.details.accepts_waiting = false;
                let outcome = t.store.sign_up(SignUp { at, ..request }).await.unwrap();
                served += usize::from(matches!(outcome, SignUpOutcome::Accepted(_)));
            }
        }
        assert_eq!(served, 8, "{}: every place was lost to nobody", t.database);
        assert_eq!(seats_taken(&t).await, 8);
    }
}

#[tokio::test]
async fn who_has_signed_up_in_this_visit_is_not_counted_among_strangers() {
    for t in stores().await {
        let [one, two, three] = slots(&t).await;
        assert_eq!(choose(&t, choice(one, 1)).await, HoldOutcome::Held(until()));
        assert_eq!(choose(&t, choice(two, 2)).await, HoldOutcome::NotKept);
        let known = Hold {
            has_sign_up: true,
            ..choice(three, 3)
        };
        assert_eq!(choose(&t, known).await, HoldOutcome::Held(until()));
        // Not kept is not taken: she signs up as she would have without choosing.
        accepted(send(&t.store, two, 2, now()).await);
        assert_eq!(seats_taken(&t).await, 1);
    }
}

#[tokio::test]
async fn what_is_closed_or_waited_for_or_booked_whole_is_not_kept() {
    for t in stores().await {
        let [one, two] = slots(&t).await;
        t.store.write(CloseAt(one, now())).await.unwrap();
        assert_eq!(choose(&t, choice(one, 1)).await, HoldOutcome::Closed);
        accepted(send(&t.store, two, 1, now()).await);
        accepted(send(&t.store, two, 2, now()).await);
        assert_eq!(choose(&t, choice(two, 3)).await, HoldOutcome::Full);
        let nowhere = SeatsId(Uuid::from_u128(1));
        assert_eq!(
            choose(&t, choice(nowhere, 1)).await,
            HoldOutcome::NoSuchSeats
        );
        let whole = SmallCourse {
            slug: "whole",
            ..SmallCourse::with_seats(9, now())
        };
        let whole = t.store.write(whole).await.unwrap().seats;
        assert_eq!(choose(&t, choice(whole, 1)).await, HoldOutcome::NotKept);
    }
}

/// Staff take a seat away: who waits comes before whoever has it kept.
#[tokio::test]
async fn the_queue_comes_before_a_hold_where_staff_took_seats_away() {
    for t in stores().await {
        let [one, two] = crate::two_slots(&t).await;
        let staff = crate::staff::facilitator(&t.store, "f@lab.example").await;
        accepted(send(&t.store, two, 9, now()).await);
        let first = accepted(send(&t.store, one, 1, now()).await);
        assert_eq!(choose(&t, choice(one, 2)).await, HoldOutcome::Held(until()));
        let lower = Resize {
            seats: one,
            capacity: 1,
            by: staff,
            at: now(),
        };
        t.store.write(lower).await.unwrap();
        let third = accepted(send(&t.store, one, 3, now()).await);
        assert_eq!(third.place, Some(1));
        let cancel = store::enrolment::Cancel {
            sign_up: first.sign_up,
            reason: None,
            at: now(),
        };
        t.store.write(cancel).await.unwrap();
        // The seat went to the queue; who had it kept is told that it is full.
        let mut request = SignUp {
            holder: Some(browser(2)),
            ..request(one, 2)
        };
        request.details.accepts_waiting = false;
        let outcome = t.store.sign_up(request).await.unwrap();
        assert_eq!(
            outcome,
            SignUpOutcome::Full { waiting: 0 },
            "{}",
            t.database
        );
        assert_eq!(seats_taken(&t).await, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_browsers_that_choose_the_same_slot_at_once_one_has_it() {
    for t in stores().await {
        let [one, _] = slots(&t).await;
        let choices = (1..=50).map(|n| {
            let (store, hold) = (t.store.clone(), choice(one, n));
            tokio::spawn(async move { store.write(hold).await.unwrap() })
        });
        let mut held = 0;
        for outcome in choices.collect::<Vec<_>>() {
            held += usize::from(outcome.await.unwrap() == HoldOutcome::Held(until()));
        }
        assert_eq!(held, 1, "{}", t.database);
    }
}

/// She signs up while somebody's hold of the same slot is about to be written.
async fn meet<F>(t: &TestStore, sign_up: F) -> bool
where
    F: AsyncFn(Store, SeatsId) -> Result<bool, StoreError>,
{
    let [one, _] = slots(t).await;
    let handle = Handle::default();
    let hold = HoldFirst {
        pool: one,
        then: choice(one, 1),
        handle: handle.clone(),
    };
    let store = t.store.clone();
    let held = tokio::spawn(async move { store.write(hold).await });
    handle.is_held().await;
    let comes = sign_up(t.store.clone(), one);
    let lets_go = async {
        waiting_for_a_lock(t, 1).await;
        handle.let_go();
    };
    let (came, ()) = tokio::join!(comes, lets_go);
    assert_eq!(held.await.unwrap().unwrap(), HoldOutcome::Held(until()));
    came.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waited_for_the_pool_while_it_was_chosen_sees_that_it_is_kept() {
    for t in stores().await {
        let taken = meet(&t, async |store, seats| {
            let outcome = store.sign_up(request(seats, 2)).await?;
            Ok(matches!(outcome, SignUpOutcome::Accepted(_)))
        });
        assert!(!taken.await, "{}", t.database);
    }
}

/// The control: the same statement without holding the row first reads the holds as they were
/// before it waited. (SQLite's one writer lets nobody wait in the middle.)
#[tokio::test(flavor = "multi_thread")]
async fn without_holding_the_pool_first_a_slot_that_is_kept_is_taken() {
    for t in stores().await {
        if t.database == "postgres" {
            assert!(meet(&t, take_unheld).await);
        }
    }
}
