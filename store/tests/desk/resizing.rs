//! More seats let in who waits, fewer remove nobody, and the programme's file does not take back
//! what staff decided.

use domain::enrolment::EnrolmentStatus::{Confirmed, Waitlisted};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store,
    desk::{self, CapacityChange, Resize, ResizeOutcome},
    testing::stores,
};

use crate::common::now;
use crate::desk::{Desk, checked, enrol, sound, stands};

async fn resize(store: &Store, desk: &Desk, capacity: u32) -> ResizeOutcome {
    resize_at(store, desk, capacity, now()).await
}

async fn resize_at(store: &Store, desk: &Desk, capacity: u32, at: Timestamp) -> ResizeOutcome {
    let wish = Resize {
        seats: desk.first,
        capacity,
        by: desk.facilitator,
        at,
    };
    store.write(wish).await.unwrap()
}

/// Scenario 18.
#[tokio::test]
async fn raised_seats_go_to_the_queue_in_order_and_lowered_seats_remove_nobody() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let mut women = Vec::new();
        for n in 0..5 {
            women.push(enrol(&t.store, desk.first, n).await);
        }
        let outcome = resize(&t.store, &desk, 3).await;
        let raised = ResizeOutcome::Resized {
            before: 1,
            after: 3,
            promoted: 2,
        };
        assert_eq!(outcome, raised, "{}", t.database);
        let mut stand = Vec::new();
        for woman in &women {
            stand.push(stands(&t.store, *woman).await.1);
        }
        let expected = [Confirmed, Confirmed, Confirmed, Waitlisted, Waitlisted];
        assert_eq!(stand, expected, "{}", t.database);

        let lowered = ResizeOutcome::Resized {
            before: 3,
            after: 2,
            promoted: 0,
        };
        let later = now() + 1.second();
        assert_eq!(resize_at(&t.store, &desk, 2, later).await, lowered);
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (3, 2), "nobody is removed");
        assert_eq!(resize(&t.store, &desk, 2).await, ResizeOutcome::Same);

        let instance = desk.course.instance;
        let changes = desk::capacity_changes(&mut t.store.read().await.unwrap(), instance)
            .await
            .unwrap();
        let figures = |it: &CapacityChange| (it.before, it.after, it.by.is_some());
        let written: Vec<_> = changes.iter().map(figures).collect();
        assert_eq!(written, [(3, 2, true), (1, 3, true)]);
    }
}

#[tokio::test]
async fn after_lowering_a_seat_that_is_given_up_stays_empty_until_there_is_room() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 3, 1).await;
        let mut women = Vec::new();
        for n in 0..4 {
            women.push(enrol(&t.store, desk.first, n).await);
        }
        resize(&t.store, &desk, 2).await;
        let end = |n: usize| desk::End {
            enrolment: women[n].enrolment,
            reason: domain::desk::CancelReason::Asked,
            by: desk.facilitator,
            at: now(),
        };
        t.store.write(end(0)).await.unwrap();
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (2, 1));
        t.store.write(end(1)).await.unwrap();
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (2, 0), "the next one came in");
    }
}

/// What stands behind the statements: lowered to those already in, raised again, lowered below
/// them, the database takes not one seat more.
#[tokio::test]
async fn after_every_resize_to_full_the_database_itself_refuses_a_seat_too_many() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 3, 1).await;
        for n in 0..2 {
            enrol(&t.store, desk.first, n).await;
        }
        for capacity in [2, 5, 2, 1] {
            resize(&t.store, &desk, capacity).await;
            if capacity == 5 {
                continue;
            }
            let forced = t.store.write(store::testing::ForceSeat(desk.first)).await;
            assert!(
                matches!(forced, Err(store::StoreError::Database(_))),
                "{}, {capacity}",
                t.database
            );
        }
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (2, 0));
    }
}
