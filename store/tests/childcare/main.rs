//! Childcare as a second capacity: stories on both databases. Where there are only seats, `seats`
//! tells the same ones.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
mod common;
mod keeping;
mod line;
mod moves;
mod race;
#[path = "../common/staff.rs"]
mod staff;
mod without;

use common::{accepted, details, now, with};
use domain::{
    children::{Children, Claim},
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, SeatsId},
    programme::ChildAgeBand,
};
use store::{
    Store, check,
    enrolment::{self, Cancel, CancelOutcome, SignUp, SignUpOutcome},
    testing::{SmallCourse, SmallCourseIds, childcare::OfferChildcare},
};

const BAND: ChildAgeBand = ChildAgeBand::From3To5;

/// A course with so many seats and places for children of three to five.
async fn course(store: &Store, seats: i64, places: i64) -> SmallCourseIds {
    let course = SmallCourse::with_seats(seats, now());
    let ids = store.write(course).await.unwrap();
    offer(store, ids.seats, places).await;
    ids
}

async fn offer(store: &Store, seats: SeatsId, places: i64) {
    let offer = OfferChildcare {
        seats,
        band: BAND,
        places,
    };
    store.write(offer).await.unwrap();
}

/// How a mother asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum If {
    /// Told when there is no place for her children, or no seat.
    Told,
    /// Waits then.
    Waits,
    /// Comes without childcare.
    Without,
}

fn mother(seats: SeatsId, n: usize, children: u32, otherwise: If) -> SignUp {
    let mut details = details(n);
    details.children = Children::new([(BAND, children)]);
    details.accepts_waiting = otherwise == If::Waits;
    details.childcare_optional = otherwise == If::Without;
    with(seats, details)
}

async fn ask(store: &Store, request: SignUp) -> SignUpOutcome {
    store.sign_up(request).await.unwrap()
}

/// Where she stands, and whether she has childcare; nothing where she brings no children.
async fn stands(store: &Store, outcome: SignUpOutcome) -> (EnrolmentStatus, Option<bool>) {
    let conn = &mut store.read().await.unwrap();
    let seen = enrolment::view(conn, accepted(outcome).sign_up).await;
    let seen = seen.unwrap().unwrap();
    (
        seen.status,
        seen.childcare.map(|claim: Claim| claim.is_held),
    )
}

async fn cancel(store: &Store, outcome: SignUpOutcome) -> CancelOutcome {
    let cancel = Cancel {
        sign_up: accepted(outcome).sign_up,
        reason: None,
        at: now(),
    };
    store.write(cancel).await.unwrap()
}

/// Every promise holds. Seats taken, people waiting, places taken.
async fn sound(store: &Store, course: &SmallCourseIds) -> (i64, i64, u64) {
    let conn = &mut store.read().await.unwrap();
    let report = check::run(conn, now()).await.unwrap();
    assert_eq!(report.broken, []);
    let pool = report.seats.iter().find(|it| it.id() == course.seats);
    let pool = pool.unwrap();
    let desk = store::desk::instance(conn, course.instance).await.unwrap();
    let desk = desk.unwrap();
    let places = desk.pools.iter().find(|it| it.id == course.seats).unwrap();
    let places = places.childcare.iter().map(|it| it.taken).sum();
    (pool.taken, pool.waiting, places)
}

async fn broken(store: &Store) -> Vec<&'static str> {
    let conn = &mut store.read().await.unwrap();
    let report = check::run(conn, now()).await.unwrap();
    let mut broken: Vec<_> = report.broken.iter().map(|it| it.promise).collect();
    broken.sort_unstable();
    broken.dedup();
    broken
}

/// The enrolment behind a sign-up, as the list of its run shows it.
async fn enrolment_of(store: &Store, run: &SmallCourseIds, nth: usize) -> EnrolmentId {
    let conn = &mut store.read().await.unwrap();
    let roster = store::desk::roster(conn, run.instance).await.unwrap();
    roster[nth].id
}
