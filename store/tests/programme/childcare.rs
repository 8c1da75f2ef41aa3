//! Places for children that a file names: more let in who waits for them, fewer remove nobody.

use domain::{
    children::Children,
    enrolment::EnrolmentStatus,
    programme::{ChildAgeBand, Programme},
};
use store::{
    Store, calendar, check,
    enrolment::{self, SignUpOutcome},
    testing::stores,
};

use crate::{
    common::{accepted, now, request},
    sample::{import, imported, programme},
};

const BAND: ChildAgeBand = ChildAgeBand::From3To5;

/// The sample, with so many places for children of three to five.
fn with_places(places: u32) -> Programme {
    let mut programme = programme();
    programme.courses[0].instances[0].childcare[0].places = places;
    programme
}

/// Someone with two children asks for a seat of the run.
async fn ask(store: &Store, n: usize) -> SignUpOutcome {
    let conn = &mut store.read().await.unwrap();
    let page = calendar::seats(conn, "run").await.unwrap().unwrap();
    let mut request = request(page.seats.id, n);
    request.details.children = Children::new([(BAND, 2)]);
    store.sign_up(request).await.unwrap()
}

async fn status(store: &Store, outcome: SignUpOutcome) -> EnrolmentStatus {
    let conn = &mut store.read().await.unwrap();
    let seen = enrolment::view(conn, accepted(outcome).sign_up).await;
    seen.unwrap().unwrap().status
}

/// The places that are left, while every promise holds.
async fn left(store: &Store) -> Vec<u64> {
    let conn = &mut store.read().await.unwrap();
    let report = check::run(conn, now()).await.unwrap();
    assert_eq!(report.broken, []);
    let page = calendar::seats(conn, "run").await.unwrap().unwrap();
    page.childcare.iter().map(|it| it.left).collect()
}

#[tokio::test]
async fn more_places_let_in_who_waits_and_fewer_remove_nobody() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let first = ask(&t.store, 1).await;
        let second = ask(&t.store, 2).await;
        assert_eq!(status(&t.store, second).await, EnrolmentStatus::Waitlisted);
        assert_eq!(left(&t.store).await, [1], "{}", t.database);

        imported(&t.store, import(&with_places(4))).await;
        assert_eq!(status(&t.store, second).await, EnrolmentStatus::Confirmed);
        assert_eq!(left(&t.store).await, [0], "{}", t.database);

        let report = imported(&t.store, import(&with_places(1))).await;
        let note = "\"run\": 1 places for children of 3-5 now, and 4 are taken: nobody is removed";
        assert_eq!(report.notes(), [note], "{}", t.database);
        assert_eq!(left(&t.store).await, [0], "{}", t.database);
        for hers in [first, second] {
            assert_eq!(status(&t.store, hers).await, EnrolmentStatus::Confirmed);
        }
    }
}
