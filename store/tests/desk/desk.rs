//! A course with slots or runs, women enrolled in it, and a facilitator who acts.

use std::collections::BTreeSet;

use domain::{
    enrolment::EnrolmentStatus,
    id::{AccountId, EnrolmentId, SeatsId},
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store, check,
    desk::{self, EnrolmentRecord},
    enrolment::{self, MyEnrolment},
    testing::{SmallCourse, SmallCourseIds, desk::ExtraPool},
};

use crate::common::{accepted, now, request};
pub use crate::staff::facilitator;

pub struct Desk {
    pub course: SmallCourseIds,
    pub first: SeatsId,
    pub second: SeatsId,
    pub facilitator: AccountId,
}

/// A woman with her sign-up and her enrolment.
#[derive(Clone, Copy)]
pub struct Woman {
    pub sign_up: domain::id::SignUpId,
    pub enrolment: EnrolmentId,
}

impl Desk {
    /// Two slots of one run.
    pub async fn with_slots(store: &Store, first: i64, second: i64) -> Desk {
        Self::open(store, first, second, false).await
    }

    /// Two runs of one course.
    pub async fn with_runs(store: &Store, first: i64, second: i64) -> Desk {
        Self::open(store, first, second, true).await
    }

    async fn open(store: &Store, first: i64, second: i64, own_run: bool) -> Desk {
        let course = store
            .write(SmallCourse::with_seats(first, now()))
            .await
            .unwrap();
        let extra = ExtraPool {
            beside: course,
            slug: "second",
            capacity: second,
            starts_at: now() + (8 * 24).hours(),
            own_run,
        };
        Desk {
            course,
            first: course.seats,
            second: store.write(extra).await.unwrap(),
            facilitator: facilitator(store, "facilitator@lab.example").await,
        }
    }
}

/// Signs the n-th woman up.
pub async fn enrol(store: &Store, seats: SeatsId, n: usize) -> Woman {
    let before = enrolments(store).await;
    let sign_up = accepted(store.sign_up(request(seats, n)).await.unwrap()).sign_up;
    let after = enrolments(store).await;
    let new = after.into_iter().find(|id| !before.contains(id));
    Woman {
        sign_up,
        enrolment: new.unwrap(),
    }
}

/// Every enrolment in both pools.
pub async fn enrolments(store: &Store) -> BTreeSet<EnrolmentId> {
    let mut conn = store.read().await.unwrap();
    let mut all = BTreeSet::new();
    for slug in ["small", "second"] {
        let found = desk::instance_of_seats(&mut conn, slug).await.unwrap();
        let roster = desk::roster(&mut conn, found.unwrap().0).await.unwrap();
        all.extend(roster.iter().map(|row| row.id));
    }
    all
}

pub async fn record(store: &Store, id: EnrolmentId) -> EnrolmentRecord {
    let mut conn = store.read().await.unwrap();
    desk::enrolment(&mut conn, id).await.unwrap().unwrap()
}

/// What she sees through her link.
pub async fn her_view(store: &Store, woman: Woman) -> MyEnrolment {
    let mut conn = store.read().await.unwrap();
    let mine = enrolment::view(&mut conn, woman.sign_up).await.unwrap();
    mine.unwrap()
}

pub async fn stands(store: &Store, woman: Woman) -> (SeatsId, EnrolmentStatus) {
    let record = record(store, woman.enrolment).await;
    (record.seats, record.status)
}

/// No promise is broken; gives taken and waiting of both pools.
#[track_caller]
pub fn sound(report: &check::Report, database: &str) -> [(i64, i64); 2] {
    assert_eq!(report.broken, [], "{database}");
    let of = |slug: &str| {
        let pool = report.seats.iter().find(|pool| pool.slug == slug).unwrap();
        (pool.taken, pool.waiting)
    };
    [of("small"), of("second")]
}

pub async fn checked(store: &Store, at: Timestamp) -> check::Report {
    check::run(&mut store.read().await.unwrap(), at)
        .await
        .unwrap()
}
