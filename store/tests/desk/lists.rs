//! The runs at an account's hubs: which of them, in which order, each with its own pools.

use domain::{id::AccountId, programme::InstanceKind};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store,
    desk::{INSTANCES_MAX, Listed, Wanted, instances},
    mark::Author,
    testing::{SmallCourse, SmallCourseIds, desk::ExtraPool, stores},
};

use crate::common::{accepted, now, request};
use crate::desk::{Desk, facilitator};

/// What one who reaches only the hub of the desk is shown.
fn wanted(account: AccountId, now: Timestamp) -> Wanted {
    Wanted {
        by: Author {
            account,
            all_hubs: false,
        },
        hub: String::new(),
        past: false,
        now,
    }
}

async fn listed(store: &Store, wanted: &Wanted) -> Vec<Listed> {
    instances(&mut store.read().await.unwrap(), wanted)
        .await
        .unwrap()
}

/// Capacity, taken and waiting of each pool.
fn pools(run: &Listed) -> Vec<(u64, u64, u64)> {
    let figures = run.pools.iter();
    figures
        .map(|pool| (pool.capacity, pool.taken, pool.waiting))
        .collect()
}

#[tokio::test]
async fn a_run_of_slots_lists_them_by_time_with_how_full_each_is() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 3).await;
        for n in 0..2 {
            accepted(t.store.sign_up(request(desk.first, n)).await.unwrap());
        }
        let runs = listed(&t.store, &wanted(desk.facilitator, now())).await;
        assert_eq!(runs.len(), 1, "{}", t.database);
        let run = &runs[0];
        assert_eq!((run.kind, run.sessions), (InstanceKind::Slots, 2));
        assert_eq!(pools(run), [(1, 1, 1), (3, 0, 0)], "{}", t.database);
        let slots: Vec<_> = run.pools.iter().map(|pool| pool.slot_at).collect();
        let expected = [now() + (7 * 24).hours(), now() + (8 * 24).hours()];
        assert_eq!(slots, expected.map(Some));
        let slugs: Vec<_> = run.pools.iter().map(|pool| pool.slug.as_str()).collect();
        assert_eq!(slugs, ["small", "second"]);
        assert_eq!(run.starts_at, expected[0]);
        assert_eq!(run.ends_at, expected[1] + 2.hours());
    }
}

#[tokio::test]
async fn what_is_over_is_listed_apart_with_the_latest_first() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 2).await;
        let first =
            |runs: &[Listed]| -> Vec<_> { runs.iter().map(|run| pools(run)[0].0).collect() };
        let at = |days: i64| wanted(desk.facilitator, now() + (days * 24).hours());
        let past = |days: i64| Wanted {
            past: true,
            ..at(days)
        };
        assert_eq!(first(&listed(&t.store, &at(0)).await), [1, 2]);
        assert!(listed(&t.store, &past(0)).await.is_empty());
        // The first session of one is over after seven days and two hours.
        assert_eq!(first(&listed(&t.store, &at(8)).await), [2]);
        assert_eq!(first(&listed(&t.store, &past(8)).await), [1]);
        assert_eq!(first(&listed(&t.store, &past(9)).await), [2, 1]);
    }
}

#[tokio::test]
async fn runs_of_other_hubs_are_not_listed() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 3).await;
        let elsewhere = SmallCourse {
            slug: "elsewhere",
            ..SmallCourse::with_seats(5, now())
        };
        let elsewhere = t.store.write(elsewhere).await.unwrap().instance;
        let hers = wanted(desk.facilitator, now());
        let ids = |runs: Vec<Listed>| -> Vec<_> { runs.iter().map(|run| run.id).collect() };
        assert_eq!(ids(listed(&t.store, &hers).await), [desk.course.instance]);
        let all = Wanted {
            by: Author {
                all_hubs: true,
                ..hers.by
            },
            ..hers.clone()
        };
        assert_eq!(ids(listed(&t.store, &all).await).len(), 2, "the control");
        for (who, hub, expected) in [
            (&all, "elsewhere", vec![elsewhere]),
            (&all, "small", vec![desk.course.instance]),
            (&hers, "elsewhere", vec![]),
        ] {
            let of_hub = Wanted {
                hub: hub.into(),
                ..who.clone()
            };
            assert_eq!(ids(listed(&t.store, &of_hub).await), expected, "{hub}");
        }
    }
}

/// One more run, so many hours after the first.
async fn run(store: &Store, beside: SmallCourseIds, hours: usize) {
    let extra = ExtraPool {
        beside,
        slug: format!("run-{hours}").leak(),
        capacity: i64::try_from(hours + 1).unwrap(),
        starts_at: beside_start() + i64::try_from(hours).unwrap().hours(),
        own_run: true,
    };
    store.write(extra).await.unwrap();
}

fn beside_start() -> Timestamp {
    now() + (7 * 24).hours()
}

#[tokio::test]
async fn the_first_runs_come_and_one_more_than_is_shown_each_with_its_pool() {
    for t in stores().await {
        let first = SmallCourse::with_seats(1, now());
        let first = t.store.write(first).await.unwrap();
        let account = facilitator(&t.store, "facilitator@lab.example").await;
        // The latest is written down first, so that the order is not that of writing.
        for hours in (1..INSTANCES_MAX + 10).rev() {
            run(&t.store, first, hours).await;
        }
        let runs = listed(&t.store, &wanted(account, now())).await;
        assert_eq!(runs.len(), INSTANCES_MAX + 1, "{}", t.database);
        for (hours, run) in runs.iter().enumerate() {
            let capacity = u64::try_from(hours + 1).unwrap();
            assert_eq!(pools(run), [(capacity, 0, 0)], "{}", t.database);
        }
    }
}
