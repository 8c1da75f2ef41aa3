//! The version of what the public sees: what raises it, what does not, on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::{accepted, details, form, now, request, with};
use domain::id::SeatsId;
use domain::programme::Programme;
use jiff::ToSpan as _;
use store::{
    Store, StoreError, content,
    enrolment::{Cancel, CancelOutcome, SignUp, SignUpOutcome},
    programme::Import,
    testing::{Refused, SmallCourse, TestStore, stores},
};
use tokio::sync::Barrier;

async fn version(store: &Store) -> i64 {
    content::version(&mut store.read().await.unwrap())
        .await
        .unwrap()
}

async fn course(t: &TestStore, capacity: i64) -> SeatsId {
    let course = SmallCourse::with_seats(capacity, now());
    t.store.write(course).await.unwrap().seats
}

async fn sign_up(t: &TestStore, request: SignUp) -> SignUpOutcome {
    t.store.sign_up(request).await.unwrap()
}

async fn cancel(t: &TestStore, outcome: SignUpOutcome) -> CancelOutcome {
    let sign_up = accepted(outcome).sign_up;
    t.store
        .write(Cancel {
            sign_up,
            reason: None,
            at: now(),
        })
        .await
        .unwrap()
}

/// Fails unless the version is another one than those before; a second server sees it too.
async fn assert_raised(t: &TestStore, other: &Store, seen: &mut BTreeSet<i64>, by: &str) {
    let now = version(&t.store).await;
    assert!(seen.insert(now), "{}: {by}: {now} again", t.database);
    assert_eq!(version(other).await, now, "{}: {by}", t.database);
}

#[tokio::test]
async fn each_change_that_the_public_sees_raises_the_version_for_every_server() {
    for t in stores().await {
        let other = t.open_again().await;
        let seen = &mut BTreeSet::from([version(&t.store).await]);
        let seats = course(&t, 1).await;
        assert_raised(&t, &other, seen, "a course").await;
        let first = sign_up(&t, request(seats, 1)).await;
        assert_raised(&t, &other, seen, "a seat taken").await;
        let second = sign_up(&t, request(seats, 2)).await;
        assert_raised(&t, &other, seen, "a place in the queue").await;
        cancel(&t, first).await;
        assert_raised(&t, &other, seen, "a seat passed on").await;
        cancel(&t, second).await;
        assert_raised(&t, &other, seen, "a seat given back").await;
        sign_up(&t, with(seats, details(1))).await;
        assert_raised(&t, &other, seen, "an enrolment revived").await;
    }
}

#[tokio::test]
async fn what_the_public_does_not_see_leaves_the_version() {
    for t in stores().await {
        let seats = course(&t, 1).await;
        let taken = sign_up(&t, request(seats, 1)).await;
        let cancelled = sign_up(&t, request(seats, 2)).await;
        assert_eq!(cancel(&t, cancelled).await, CancelOutcome::Cancelled);
        let before = version(&t.store).await;

        let mut no_queue = form(3);
        no_queue.waitlist = String::new();
        let full = sign_up(&t, with(seats, no_queue.parse().unwrap())).await;
        assert!(matches!(full, SignUpOutcome::Full { .. }), "{full:?}");
        let repeat = sign_up(&t, request(seats, 1)).await;
        assert_ne!(accepted(repeat).sign_up, accepted(taken).sign_up);
        let mut late = request(seats, 4);
        late.at = now() + (8 * 24).hours();
        assert_eq!(sign_up(&t, late).await, SignUpOutcome::Closed);
        let again = cancel(&t, cancelled).await;
        assert_eq!(again, CancelOutcome::AlreadyCancelled);
        let nothing = Import {
            programme: Programme::default(),
            dry_run: false,
            redate: false,
            now: now(),
        };
        assert!(t.store.write(nothing).await.unwrap().is_ok());

        assert_eq!(version(&t.store).await, before, "{}", t.database);
    }
}

/// A write that changes what the public sees, and then fails.
struct Regretted(SmallCourse);

impl store::Write for Regretted {
    type Output = ();

    async fn run(&self, tx: &mut store::Conn) -> Result<(), StoreError> {
        self.0.run(tx).await?;
        Refused.run(tx).await
    }
}

#[tokio::test]
async fn a_change_that_is_undone_leaves_the_version() {
    for t in stores().await {
        let before = version(&t.store).await;
        let regretted = Regretted(SmallCourse::with_seats(1, now()));
        assert!(t.store.write(regretted).await.is_err());
        assert_eq!(version(&t.store).await, before, "{}", t.database);
    }
}

/// Changes of different pools in one moment: the counters must not make them wait in a circle,
/// and none may be lost.
#[tokio::test(flavor = "multi_thread")]
async fn changes_at_the_same_time_all_count() {
    const WOMEN: usize = 40;
    for t in stores().await {
        let seats = course(&t, 100).await;
        let before = version(&t.store).await;
        let together = Arc::new(Barrier::new(WOMEN));
        let tasks: Vec<_> = (0..WOMEN)
            .map(|n| {
                let (store, together) = (t.store.clone(), Arc::clone(&together));
                tokio::spawn(async move {
                    together.wait().await;
                    store.sign_up(request(seats, n)).await
                })
            })
            .collect();
        for task in tasks {
            accepted(task.await.unwrap().unwrap());
        }
        let raised = version(&t.store).await - before;
        // SQLite raises it once for each group of writes.
        let most = WOMEN as i64;
        match t.database {
            "postgres" => assert_eq!(raised, most),
            _ => assert!((1..=most).contains(&raised), "{raised}"),
        }
    }
}
