//! Slots of one run: what one woman with two browser tabs can get, holds, and another slot taken
//! by herself. On both databases; PostgreSQL is where two requests can meet.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
mod common;
mod holds;
#[path = "../common/staff.rs"]
mod staff;
mod swaps;
mod twice;

use common::now;
use domain::id::SeatsId;
use store::{
    check,
    testing::{SmallCourse, TestStore, desk::ExtraPool, slots::TwoSlots},
};

/// Two appointments of one run with two seats each.
async fn two_slots(t: &TestStore) -> [SeatsId; 2] {
    let slots = TwoSlots(SmallCourse::with_seats(2, now()));
    t.store.write(slots).await.unwrap()
}

/// Slots of one run with one seat each.
async fn slots<const N: usize>(t: &TestStore) -> [SeatsId; N] {
    const SLUGS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let course = SmallCourse::with_seats(1, now());
    let starts_at = course.starts_at;
    let beside = t.store.write(course).await.unwrap();
    let mut slots = [beside.seats; N];
    for (slot, slug) in slots[1..].iter_mut().zip(SLUGS) {
        let extra = ExtraPool {
            beside,
            slug,
            capacity: 1,
            starts_at,
            own_run: false,
        };
        *slot = t.store.write(extra).await.unwrap();
    }
    slots
}

/// Seats taken in all appointments, where every promise is kept.
async fn seats_taken(t: &TestStore) -> i64 {
    let report = check::run(&mut t.store.read().await.unwrap(), now())
        .await
        .unwrap();
    assert_eq!(report.broken, [], "{}", t.database);
    report.seats.iter().map(|pool| pool.taken).sum()
}
