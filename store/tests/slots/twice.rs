//! One woman, two appointments of one training: never two seats, and a seat given back is the
//! one she has. On both databases; PostgreSQL is where two of her requests can meet.

use domain::id::{SeatsId, SignUpId};
use store::{
    Store,
    enrolment::{Cancel, CancelOutcome},
    testing::{
        slots::{Handle, HoldAndMove, HoldEnrolment, waiting_for_a_lock},
        stores,
    },
};

use crate::{
    common::{accepted, now, request},
    seats_taken, two_slots,
};

/// Signs her up for this appointment.
async fn enrol(store: &Store, slot: SeatsId, woman: usize) -> SignUpId {
    accepted(store.sign_up(request(slot, woman)).await.unwrap()).sign_up
}

async fn cancel(store: &Store, sign_up: SignUpId) -> CancelOutcome {
    let cancel = Cancel {
        sign_up,
        reason: None,
        at: now(),
    };
    store.write(cancel).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_requests_at_once_for_two_appointments_revive_her_enrolment_once() {
    for t in stores().await {
        let [one, two] = two_slots(&t).await;
        let first = enrol(&t.store, one, 1).await;
        cancel(&t.store, first).await;

        let handle = Handle::default();
        let hold = HoldEnrolment {
            sign_up: first,
            handle: handle.clone(),
        };
        let held = tokio::spawn({
            let store = t.store.clone();
            async move { store.write(hold).await }
        });
        handle.is_held().await;
        let both = [one, two].map(|slot| {
            let store = t.store.clone();
            tokio::spawn(async move { enrol(&store, slot, 1).await })
        });
        waiting_for_a_lock(&t, 2).await;
        handle.let_go();
        held.await.unwrap().unwrap();
        for sign_up in both {
            sign_up.await.unwrap();
        }
        assert_eq!(seats_taken(&t).await, 1, "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_while_she_moves_gives_back_the_seat_that_she_has_then() {
    for t in stores().await {
        let [one, two] = two_slots(&t).await;
        // Another woman's seat: without the guard it would be given back instead.
        enrol(&t.store, one, 2).await;
        let hers = enrol(&t.store, one, 1).await;

        let handle = Handle::default();
        let moves = HoldAndMove {
            sign_up: hers,
            from: one,
            to: two,
            handle: handle.clone(),
        };
        let moved = tokio::spawn({
            let store = t.store.clone();
            async move { store.write(moves).await }
        });
        handle.is_held().await;
        let cancelled = tokio::spawn({
            let store = t.store.clone();
            async move { cancel(&store, hers).await }
        });
        waiting_for_a_lock(&t, 1).await;
        handle.let_go();
        moved.await.unwrap().unwrap();
        assert_eq!(cancelled.await.unwrap(), CancelOutcome::Cancelled);
        assert_eq!(seats_taken(&t).await, 1, "{}", t.database);
    }
}
