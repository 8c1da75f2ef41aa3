//! What tests need: a fresh store on each database, and a course with some seats.
//! Compiled only with the feature `testing`, which release builds lack.

pub mod childcare;
pub mod desk;
mod lock;
pub mod questions;
pub mod rows;
pub mod sealed;
pub mod slots;

pub use lock::Lock;
pub use sealed::NO_SECRET;

use std::path::PathBuf;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use domain::id::{InstanceId, SeatsId};
use jiff::{Timestamp, ToSpan as _};
use sqlx::Connection as _;
use tempfile::TempDir;
use uuid::Uuid;

use crate::{Conn, KeySource, Store, StoreError, Write, enrolment::new_id, keys::random};

/// A store of its own for one test; its files go with it.
pub struct TestStore {
    /// `sqlite` or `postgres`, for messages.
    pub database: &'static str,
    /// Where it is, for another process or a second `Store::open`.
    pub url: String,
    /// Its key.
    pub key_file: PathBuf,
    /// The store.
    pub store: Store,
    _dir: TempDir,
}

impl TestStore {
    /// A second store on the same database, as another server would have it.
    pub async fn open_again(&self) -> Store {
        open(&self.url, &self.key_file).await
    }
}

/// A fresh store on SQLite and, when `MAWID_TEST_POSTGRES` names a server, one on PostgreSQL.
pub async fn stores() -> Vec<TestStore> {
    let mut stores = vec![sqlite().await];
    stores.extend(postgres().await);
    stores
}

/// A fresh store in a SQLite file.
pub async fn sqlite() -> TestStore {
    let dir = dir();
    let url = format!("sqlite:{}", dir.path().join("mawid.sqlite").display());
    test_store("sqlite", url, dir).await
}

/// A fresh database on the PostgreSQL server that `MAWID_TEST_POSTGRES` names.
#[expect(clippy::expect_used, reason = "a test without its database must fail")]
pub async fn postgres() -> Option<TestStore> {
    let server = std::env::var("MAWID_TEST_POSTGRES").ok()?;
    let name = format!("mawid_{}", Uuid::from_bytes(random()).simple());
    let mut admin = sqlx::PgConnection::connect(&server)
        .await
        .expect("PostgreSQL answers");
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(create)
        .execute(&mut admin)
        .await
        .expect("a database can be made");
    let (base, _) = server
        .rsplit_once('/')
        .expect("an address that ends in a database");
    Some(test_store("postgres", format!("{base}/{name}"), dir()).await)
}

async fn test_store(database: &'static str, url: String, dir: TempDir) -> TestStore {
    write_key(&dir.path().join("test.key"));
    test_store_with(database, url, dir).await
}

/// With the key that lies in the folder.
async fn test_store_with(database: &'static str, url: String, dir: TempDir) -> TestStore {
    let key_file = dir.path().join("test.key");
    let store = open(&url, &key_file).await;
    TestStore {
        database,
        url,
        key_file,
        store,
        _dir: dir,
    }
}

#[expect(clippy::expect_used, reason = "a test without its database must fail")]
async fn open(url: &str, key_file: &std::path::Path) -> Store {
    Store::open(url, KeySource::File(key_file.to_owned()))
        .await
        .expect("the store opens")
}

/// Writes a random key file.
#[expect(clippy::expect_used, reason = "a test without its files must fail")]
pub fn write_key(path: &std::path::Path) {
    std::fs::write(path, BASE64.encode(random::<32>())).expect("the key file can be written");
}

#[expect(clippy::expect_used, reason = "a test without its files must fail")]
fn dir() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// A course with one instance of one session, and its seats.
#[derive(Debug, Clone)]
pub struct SmallCourse {
    /// How many seats.
    pub capacity: i64,
    /// When its session begins; sign-up closes there.
    pub starts_at: Timestamp,
    /// Slug of everything in it; unique per store.
    pub slug: &'static str,
}

impl SmallCourse {
    /// A course that begins a week after `now`.
    #[must_use]
    pub fn with_seats(capacity: i64, now: Timestamp) -> Self {
        Self {
            capacity,
            starts_at: now + (7 * 24).hours(),
            slug: "small",
        }
    }
}

/// The ids of a [`SmallCourse`].
#[derive(Debug, Clone, Copy)]
pub struct SmallCourseIds {
    /// Its seats.
    pub seats: SeatsId,
    /// Its instance.
    pub instance: InstanceId,
    /// Its session.
    pub session: Uuid,
    /// Its hub.
    pub hub: Uuid,
}

impl Write for SmallCourse {
    type Output = SmallCourseIds;

    async fn run(&self, tx: &mut Conn) -> Result<SmallCourseIds, StoreError> {
        let [organisation, hub, room] = std::array::from_fn(|_| new_id(self.starts_at));
        self.place(tx, organisation, hub, room).await?;
        let instance = self.course(tx, organisation, hub).await?;
        let session = self.session(tx, instance, room).await?;
        Ok(SmallCourseIds {
            seats: SeatsId(self.seats(tx, instance).await?),
            instance: InstanceId(instance),
            session,
            hub,
        })
    }
}

impl SmallCourse {
    /// Where it takes place.
    async fn place(
        &self,
        tx: &mut Conn,
        organisation: Uuid,
        hub: Uuid,
        room: Uuid,
    ) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO organisations (id, slug, position, name, role) \
             VALUES ($1, $2, 1, $3, $3)",
            organisation,
            self.slug,
            NAMED
        )?;
        execute!(
            tx,
            "INSERT INTO hubs (id, slug, position, organisation_id, name, summary, address, \
             landmark, phone, phone_is_sample, hours_are_sample, zone, colour, shape, \
             first_monday) VALUES ($1, $2, 1, $3, $4, $4, $4, $4, '+21600000000', $5, $5, \
             'Africa/Tunis', 'blue', 'star', '2026-11-30')",
            hub,
            self.slug,
            organisation,
            NAMED,
            true
        )?;
        execute!(
            tx,
            "INSERT INTO rooms (id, slug, hub_id, name, access, capacity, step_free, is_sample) \
             VALUES ($1, $2, $3, $4, $4, 200, $5, $5)",
            room,
            self.slug,
            hub,
            NAMED,
            true
        )?;
        Ok(())
    }

    /// What is taught, and its one run.
    async fn course(
        &self,
        tx: &mut Conn,
        organisation: Uuid,
        hub: Uuid,
    ) -> Result<Uuid, StoreError> {
        let [course, instance] = std::array::from_fn(|_| new_id(self.starts_at));
        execute!(
            tx,
            "INSERT INTO courses (id, slug, hub_id, organisation_id, theme, languages, \
             women_only, title, summary, audience, learns, bring, landmark) \
             VALUES ($1, $2, $3, $4, 'digital', 'ar fr', $5, $6, $6, $6, $6, $6, '')",
            course,
            self.slug,
            hub,
            organisation,
            true,
            NAMED
        )?;
        execute!(
            tx,
            "INSERT INTO course_instances (id, slug, course_id, kind, is_sample, closes_plan, \
             closes_at) VALUES ($1, $2, $3, 'whole', $4, '', NULL)",
            instance,
            self.slug,
            course,
            true
        )?;
        Ok(instance)
    }

    async fn session(&self, tx: &mut Conn, instance: Uuid, room: Uuid) -> Result<Uuid, StoreError> {
        let id = new_id(self.starts_at);
        execute!(
            tx,
            "INSERT INTO sessions (id, slug, instance_id, room_id, plan, starts_at, ends_at) \
             VALUES ($1, $2, $3, $4, '', $5, $6)",
            id,
            self.slug,
            instance,
            room,
            self.starts_at.as_microsecond(),
            (self.starts_at + 2.hours()).as_microsecond()
        )?;
        Ok(id)
    }

    async fn seats(&self, tx: &mut Conn, instance: Uuid) -> Result<Uuid, StoreError> {
        let id = new_id(self.starts_at);
        execute!(
            tx,
            "INSERT INTO seats (id, slug, instance_id, capacity, ceiling, closes_at) \
             VALUES ($1, $2, $3, $4, $4, $5)",
            id,
            self.slug,
            instance,
            self.capacity,
            self.starts_at.as_microsecond()
        )?;
        Ok(id)
    }
}

/// What everything of the small course is called.
const NAMED: &str = r#"{"ar":"تكوين","fr":"Formation","en":"Training"}"#;

/// Takes a seat without asking whether one is free: only the database's own check stands.
pub struct ForceSeat(pub SeatsId);

impl Write for ForceSeat {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE seats SET taken = taken + 1 WHERE id = $1",
            self.0.0
        )?;
        Ok(())
    }
}

/// A write that changes nothing and is refused: a way to wait for one's turn.
pub struct Refused;

impl Write for Refused {
    type Output = ();

    async fn run(&self, _: &mut Conn) -> Result<(), StoreError> {
        Err(StoreError::Unknown("test"))
    }
}

struct ForgetKey;

impl Write for ForgetKey {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(tx, "DELETE FROM store_key")?;
        Ok(())
    }
}

/// Makes the database one that no key has been brought to yet.
#[expect(clippy::expect_used, reason = "a test without its database must fail")]
pub async fn forget_key(store: &Store) {
    store
        .write(ForgetKey)
        .await
        .expect("the fingerprint can be deleted");
}

/// Lets PostgreSQL refuse every change from now on, as a standby does.
#[expect(clippy::expect_used, reason = "a test without its database must fail")]
pub async fn make_read_only(t: &TestStore) {
    let mut link = sqlx::PgConnection::connect(&t.url)
        .await
        .expect("PostgreSQL answers");
    let (name,): (String,) = sqlx::query_as("SELECT current_database()")
        .fetch_one(&mut link)
        .await
        .expect("its name");
    let read_only = format!("ALTER DATABASE {name} SET default_transaction_read_only = on");
    let ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for sql in [read_only.as_str(), ended] {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        sqlx::query(sql)
            .execute(&mut link)
            .await
            .expect("PostgreSQL obeys");
    }
}

/// Every column of the schema, as `table.column`.
#[expect(clippy::expect_used, reason = "a test without its database must fail")]
pub async fn columns(t: &TestStore) -> std::collections::BTreeSet<String> {
    let mut link = sqlx::SqliteConnection::connect(&t.url)
        .await
        .expect("a connection");
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '_sqlx%'",
    )
    .fetch_all(&mut link)
    .await
    .expect("the schema");
    rows.into_iter().map(|(name,)| name).collect()
}

/// One seat more that nobody has been given yet: the moment between a raised capacity and the
/// promotion that follows it.
pub struct AddSeat(pub SeatsId);

impl Write for AddSeat {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE seats SET capacity = capacity + 1, ceiling = ceiling + 1 WHERE id = $1",
            self.0.0
        )?;
        Ok(())
    }
}

/// People as an earlier version wrote them: without the hash under which their name is found.
pub struct ForgetNames;

impl Write for ForgetNames {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(tx, "UPDATE people SET name_index = NULL").map(drop)
    }
}

/// Moves the enrolment deadline.
pub struct CloseAt(pub SeatsId, pub Timestamp);

impl Write for CloseAt {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE seats SET closes_at = $2 WHERE id = $1",
            self.0.0,
            self.1.as_microsecond()
        )?;
        Ok(())
    }
}
