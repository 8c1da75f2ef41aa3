//! Opening, the key, and the one writer: what must hold when something goes wrong.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use std::path::Path;

use common::{accepted, form, now, request, with};
use store::{
    Conn, KeySource, OpenError, Store, StoreError, Write, check,
    testing::{Refused, SmallCourse, TestStore, sqlite, stores, write_key},
};

async fn open(url: &str, key: &Path) -> Result<Store, OpenError> {
    Store::open(url, KeySource::File(key.to_owned())).await
}

#[tokio::test]
async fn a_server_with_another_key_refuses_to_start() {
    for t in stores().await {
        let other = t.key_file.with_file_name("other.key");
        write_key(&other);
        let refused = open(&t.url, &other).await.err();
        assert!(
            matches!(refused, Some(OpenError::WrongKey(_))),
            "{}: {refused:?}",
            t.database
        );
        open(&t.url, &t.key_file).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_servers_that_bring_different_keys_to_a_new_database_one_is_turned_away() {
    for t in stores().await {
        store::testing::forget_key(&t.store).await;
        let other = t.key_file.with_file_name("other.key");
        write_key(&other);
        let (one, two) = tokio::join!(open(&t.url, &t.key_file), open(&t.url, &other));
        assert_eq!(
            u8::from(one.is_ok()) + u8::from(two.is_ok()),
            1,
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn a_key_is_made_only_for_a_new_sqlite_database_and_only_its_owner_may_read_it() {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("new.sqlite").display());
    let key = dir.path().join("new.sqlite.key");
    let store = Store::open(&url, KeySource::Beside).await.unwrap();
    assert_eq!(store.fresh_key(), Some(&*key));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(
            std::fs::metadata(&key).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    drop(store);
    std::fs::remove_file(&key).unwrap();
    let refused = Store::open(&url, KeySource::Beside).await.err();
    assert!(
        matches!(refused, Some(OpenError::KeyMissing(_))),
        "{refused:?}"
    );
    assert!(!key.exists());
}

#[tokio::test]
async fn postgres_is_never_given_a_key_by_itself() {
    let refused = Store::open("postgres://127.0.0.1:1/none", KeySource::Beside)
        .await
        .err();
    assert!(
        matches!(refused, Some(OpenError::KeyFileNeeded)),
        "{refused:?}"
    );
}

#[tokio::test]
async fn the_files_of_the_database_show_no_name_and_no_number() {
    let t = sqlite().await;
    let seats = t
        .store
        .write(SmallCourse::with_seats(3, now()))
        .await
        .unwrap()
        .seats;
    let mut woman = form(7_654_321);
    woman.given_name = "Khadija".into();
    woman.family_name = "Trabelsi".into();
    accepted(
        t.store
            .sign_up(with(seats, woman.parse().unwrap()))
            .await
            .unwrap(),
    );
    let bytes = files(&t);
    for secret in ["Khadija", "Trabelsi", "27654321", "7654321"] {
        assert!(
            !contains(&bytes, secret.as_bytes()),
            "{secret} stands in the clear"
        );
    }
    // The control: the same search does find what is not sealed.
    assert!(contains(&bytes, b"small"));
}

fn files(t: &TestStore) -> Vec<u8> {
    let dir = t.key_file.parent().unwrap();
    let mut bytes = Vec::new();
    for name in ["mawid.sqlite", "mawid.sqlite-wal"] {
        bytes.extend(std::fs::read(dir.join(name)).unwrap());
    }
    bytes
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// A write that fails, panics, or meets a full disk after it has changed something.
struct Fails(&'static str);

impl Write for Fails {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        SmallCourse {
            slug: self.0,
            ..SmallCourse::with_seats(1, now())
        }
        .run(tx)
        .await?;
        match self.0 {
            "panics" => panic!("in the middle of a write"),
            "full" => Err(StoreError::Unwritable),
            _ => Err(StoreError::Unknown("test")),
        }
    }
}

async fn slugs(store: &Store) -> Vec<String> {
    let report = check::run(&mut store.read().await.unwrap(), now())
        .await
        .unwrap();
    report.seats.into_iter().map(|pool| pool.slug).collect()
}

fn course(slug: &'static str) -> SmallCourse {
    SmallCourse {
        slug,
        ..SmallCourse::with_seats(1, now())
    }
}

#[tokio::test]
async fn a_write_that_fails_or_panics_leaves_nothing_and_takes_no_other_along() {
    for t in stores().await {
        let (good, failed, panicked, also_good) = tokio::join!(
            t.store.write(course("good")),
            t.store.write(Fails("fails")),
            t.store.write(Fails("panics")),
            t.store.write(course("also-good")),
        );
        assert!(good.is_ok() && also_good.is_ok(), "{}", t.database);
        assert!(matches!(failed, Err(StoreError::Unknown(_))));
        assert!(matches!(panicked, Err(StoreError::Interrupted)));
        assert_eq!(
            slugs(&t.store).await,
            ["also-good", "good"],
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn a_full_disk_fails_the_whole_group_and_says_so_to_each() {
    let t = sqlite().await;
    let (before, full, after) = tokio::join!(
        t.store.write(course("before")),
        t.store.write(Fails("full")),
        t.store.write(course("after")),
    );
    for answer in [before.err(), full.err(), after.err()] {
        assert!(matches!(answer, Some(StoreError::Unwritable)), "{answer:?}");
    }
    assert!(slugs(&t.store).await.is_empty());
    t.store.write(course("later")).await.unwrap();
    assert_eq!(slugs(&t.store).await, ["later"]);
}

#[tokio::test]
async fn a_request_that_goes_away_in_the_middle_leaves_a_whole_enrolment() {
    for t in stores().await {
        let seats = t.store.write(course("one")).await.unwrap().seats;
        // Polled once, so that it has been handed over, and then dropped.
        let mut gone = Box::pin(t.store.sign_up(request(seats, 1)));
        tokio::select! {
            biased;
            answer = &mut gone => panic!("answered at once: {answer:?}"),
            () = std::future::ready(()) => {}
        }
        drop(gone);
        // The next write waits behind it on SQLite; on PostgreSQL the seat's row does.
        loop {
            t.store.write(Refused).await.unwrap_err();
            let report = check::run(&mut t.store.read().await.unwrap(), now())
                .await
                .unwrap();
            assert_eq!(report.broken, [], "{}", t.database);
            if report.seats[0].confirmed == 1 {
                break;
            }
        }
    }
}

#[tokio::test]
async fn scenario_7_a_writer_kept_out_by_another_process_says_try_again_and_writes_nothing() {
    for t in stores().await {
        let seats = t.store.write(course("one")).await.unwrap().seats;
        let lock = store::testing::Lock::take(&t).await;
        let answer = t.store.sign_up(request(seats, 1)).await;
        assert!(matches!(answer, Err(StoreError::Busy)), "{answer:?}");
        lock.release().await;
        let conn = &mut t.store.read().await.unwrap();
        let report = check::run(conn, now()).await.unwrap();
        assert_eq!(report.seats[0].taken, 0, "{}", t.database);
        let same = t.store.sign_up(request(seats, 1)).await.unwrap();
        assert!(accepted(same).place.is_none());
    }
}
