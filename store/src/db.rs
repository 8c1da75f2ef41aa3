//! The two databases behind one door. The only file that names SQLite or PostgreSQL:
//! opening, reading, writing, and the macros that run one SQL text on either.

use std::{
    path::{Path, PathBuf},
    str::FromStr as _,
    sync::Arc,
    time::Duration,
};

use futures_util::FutureExt as _;
use sqlx::{
    Pool, Postgres, Sqlite,
    pool::PoolConnection,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::mpsc;

use crate::{
    OpenError, StoreError, content,
    keys::{self, KeySource, Keys},
    writer::{self, QueuedWrite},
};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// How long a write or a read waits for its turn before the person is asked to try again.
pub(crate) const PATIENCE: Duration = Duration::from_secs(3);
/// Writes that may wait for the SQLite writer; one more is told to try again.
const QUEUE_LEN: usize = 1024;
const READERS_MAX: u32 = 8;
const POSTGRES_CONNECTIONS_MAX: u32 = 16;
const RETRIES_MAX: u32 = 8;
/// Earlier versions can corrupt a database while a WAL is reset.
const SQLITE_OLDEST: (u32, u32, u32) = (3, 51, 3);

/// One connection, to either database, with the key that opens its sealed columns.
pub struct Conn {
    pub(crate) link: Link,
    keys: Arc<Keys>,
    /// Whether the open transaction has changed what the public sees.
    pub(crate) is_public_change: bool,
}

pub(crate) enum Link {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

impl Conn {
    /// The key that opens this database's sealed columns.
    #[must_use]
    pub fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.keys)
    }

    fn new(link: Link, keys: Arc<Keys>) -> Self {
        Self {
            link,
            keys,
            is_public_change: false,
        }
    }

    /// Notes what a statement has changed.
    pub(crate) fn note(&mut self, sql: &str) {
        self.is_public_change |= content::is_changed_by(sql);
    }
}

/// A change as data. It runs inside one transaction, and may run again from the start when
/// PostgreSQL asks for that, so it must not do anything but talk to `tx`.
pub trait Write: Send + Sync + 'static {
    /// What the caller learns once the change is durable.
    type Output: Send + 'static;

    /// Makes the change.
    fn run(&self, tx: &mut Conn) -> impl Future<Output = Result<Self::Output, StoreError>> + Send;
}

/// Mawid's records. Cheap to clone; all clones share the same doors.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    doors: Doors,
    keys: Arc<Keys>,
    fresh_key: Option<PathBuf>,
    #[cfg(feature = "testing")]
    unguarded: std::sync::OnceLock<Arc<tokio::sync::Barrier>>,
}

enum Doors {
    Sqlite {
        readers: Pool<Sqlite>,
        writer: mpsc::Sender<QueuedWrite>,
        folder: PathBuf,
    },
    Postgres(Pool<Postgres>),
}

/// Runs one SQL text on either database: `execute!(conn, SQL, arg, …)` gives the number of
/// rows changed.
macro_rules! execute {
    ($conn:expr, $sql:expr $(, $arg:expr)* $(,)?) => {{
        let changed = match &mut $conn.link {
            $crate::db::Link::Sqlite(link) => sqlx::query($sql)$(.bind($arg))*
                .execute(&mut **link).await.map(|done| done.rows_affected()),
            $crate::db::Link::Postgres(link) => sqlx::query($sql)$(.bind($arg))*
                .execute(&mut **link).await.map(|done| done.rows_affected()),
        };
        if matches!(changed, Ok(1..)) {
            $conn.note($sql);
        }
        changed.map_err($crate::StoreError::from)
    }};
}

/// The shared half of the `fetch_…!` macros.
macro_rules! fetch {
    ($how:ident, $conn:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {{
        // Statements that answer with what they have changed.
        $conn.note($sql);
        match &mut $conn.link {
            $crate::db::Link::Sqlite(link) => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*
                .$how(&mut **link).await,
            $crate::db::Link::Postgres(link) => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*
                .$how(&mut **link).await,
        }
        .map_err($crate::StoreError::from)
    }};
}

/// `fetch_all!(conn, Row, SQL, arg, …)`: every row.
macro_rules! fetch_all {
    ($($rest:tt)*) => { fetch!(fetch_all, $($rest)*) };
}

/// `fetch_optional!(conn, Row, SQL, arg, …)`: the row, if there is one.
macro_rules! fetch_optional {
    ($($rest:tt)*) => { fetch!(fetch_optional, $($rest)*) };
}

/// `fetch_one!(conn, Row, SQL, arg, …)`: the row that must be there.
macro_rules! fetch_one {
    ($($rest:tt)*) => { fetch!(fetch_one, $($rest)*) };
}

impl Store {
    /// Opens the database at `sqlite:FILE` or `postgres://…`, brings its schema up to date and
    /// makes sure that the key is the one it was made with.
    pub async fn open(url: &str, key: KeySource) -> Result<Self, OpenError> {
        if url.starts_with("sqlite:") {
            open_sqlite(url, key).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            open_postgres(url, key).await
        } else {
            Err(OpenError::Address)
        }
    }

    /// A connection for questions.
    pub async fn read(&self) -> Result<Conn, StoreError> {
        let link = match &self.inner.doors {
            Doors::Sqlite { readers, .. } => Link::Sqlite(readers.acquire().await?),
            Doors::Postgres(pool) => Link::Postgres(pool.acquire().await?),
        };
        Ok(Conn::new(link, self.keys()))
    }

    /// Makes a change and answers once it is durable. A caller that goes away in the middle
    /// leaves the change whole: it runs in a task of its own.
    pub async fn write<W: Write>(&self, job: W) -> Result<W::Output, StoreError> {
        match &self.inner.doors {
            Doors::Sqlite { writer, .. } => {
                let (queued, answer) = QueuedWrite::new(job);
                let sent = writer.send_timeout(queued, PATIENCE).await;
                sent.map_err(|_| StoreError::Busy)?;
                answer.await.map_err(|_| StoreError::Interrupted)?
            }
            Doors::Postgres(pool) => {
                let (pool, keys) = (pool.clone(), self.keys());
                let task = tokio::spawn(async move { write_postgres(&pool, keys, &job).await });
                task.await.map_err(|_| StoreError::Interrupted)?
            }
        }
    }

    /// The key of this database.
    #[must_use]
    pub fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.inner.keys)
    }

    /// The folder of a database that is a file.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match &self.inner.doors {
            Doors::Sqlite { folder, .. } => Some(folder),
            Doors::Postgres(_) => None,
        }
    }

    /// Where a key was made for a new database just now; the operator must back it up apart.
    #[must_use]
    pub fn fresh_key(&self) -> Option<&Path> {
        self.inner.fresh_key.as_deref()
    }

    fn new(doors: Doors, keys: Arc<Keys>, fresh_key: Option<PathBuf>) -> Self {
        let inner = Inner {
            doors,
            keys,
            fresh_key,
            #[cfg(feature = "testing")]
            unguarded: std::sync::OnceLock::new(),
        };
        Self {
            inner: Arc::new(inner),
        }
    }
}

#[cfg(feature = "testing")]
impl Store {
    /// For the controls of the tests: from now on sign-ups read whether a seat is free and
    /// take it later, without asking the database to decide. `together` of them meet between
    /// the two, so that the outcome does not depend on luck.
    pub fn switch_seat_guard_off(&self, together: usize) {
        drop(
            self.inner
                .unguarded
                .set(Arc::new(tokio::sync::Barrier::new(together))),
        );
    }

    pub(crate) fn seat_guard_rendezvous(&self) -> Option<Arc<tokio::sync::Barrier>> {
        self.inner.unguarded.get().map(Arc::clone)
    }
}

async fn open_sqlite(url: &str, key: KeySource) -> Result<Store, OpenError> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE);
    let file = options.get_filename().to_owned();
    let one = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options.clone())
        .await?;
    let mut writer = one.acquire().await?;
    refuse_old_sqlite(&mut writer).await?;
    MIGRATIONS.run(&mut *writer).await?;
    let path = match key {
        KeySource::File(path) => path,
        KeySource::Beside => beside(&file),
    };
    let fresh = !path.exists() && has_no_key_yet(&mut writer).await?;
    if fresh {
        keys::create(&path)?;
    }
    let conn = checked(Link::Sqlite(writer), &path).await?;
    let keys = conn.keys();
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS_MAX)
        .acquire_timeout(PATIENCE)
        .connect_with(options.pragma("query_only", "on"))
        .await?;
    let (writer, queue) = mpsc::channel(QUEUE_LEN);
    tokio::spawn(writer::run(conn, queue));
    let folder = folder_of(&file);
    Ok(Store::new(
        Doors::Sqlite {
            readers,
            writer,
            folder,
        },
        keys,
        fresh.then_some(path),
    ))
}

async fn open_postgres(url: &str, key: KeySource) -> Result<Store, OpenError> {
    let KeySource::File(path) = key else {
        return Err(OpenError::KeyFileNeeded);
    };
    let pool = PgPoolOptions::new()
        .max_connections(POSTGRES_CONNECTIONS_MAX)
        .acquire_timeout(PATIENCE)
        .connect(url)
        .await?;
    MIGRATIONS.run(&pool).await?;
    let keys = checked(Link::Postgres(pool.acquire().await?), &path)
        .await?
        .keys();
    Ok(Store::new(Doors::Postgres(pool), keys, None))
}

/// A bare file name stands in the working directory.
fn folder_of(database: &Path) -> PathBuf {
    match database.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".key");
    PathBuf::from(name)
}

async fn refuse_old_sqlite(link: &mut PoolConnection<Sqlite>) -> Result<(), OpenError> {
    let (found,): (String,) = sqlx::query_as("SELECT sqlite_version()")
        .fetch_one(&mut **link)
        .await?;
    let mut parts = found.split('.').map(|part| part.parse().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    if (next(), next(), next()) < SQLITE_OLDEST {
        return Err(OpenError::SqliteTooOld { found });
    }
    Ok(())
}

async fn has_no_key_yet(link: &mut PoolConnection<Sqlite>) -> Result<bool, OpenError> {
    let (known,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM store_key")
        .fetch_one(&mut **link)
        .await?;
    Ok(known == 0)
}

/// A connection whose key is the one that the database was made with. The first server to
/// come writes its key's fingerprint; of two that come at once, one is turned away.
async fn checked(link: Link, key_file: &Path) -> Result<Conn, OpenError> {
    let keys = Arc::new(keys::read(key_file)?);
    let fingerprint = keys.fingerprint();
    let mut conn = Conn::new(link, keys);
    execute!(
        conn,
        "INSERT INTO store_key (id, fingerprint) VALUES (1, $1) ON CONFLICT (id) DO NOTHING",
        &fingerprint[..]
    )?;
    let (stored,) = fetch_one!(
        conn,
        (Vec<u8>,),
        "SELECT fingerprint FROM store_key WHERE id = 1"
    )?;
    if stored != fingerprint {
        return Err(OpenError::WrongKey(key_file.to_owned()));
    }
    Ok(conn)
}

impl Conn {
    pub(crate) async fn begin(&mut self) -> Result<(), StoreError> {
        let sql = match self.link {
            Link::Sqlite(_) => "BEGIN IMMEDIATE",
            Link::Postgres(_) => "BEGIN ISOLATION LEVEL READ COMMITTED",
        };
        execute!(self, sql)?;
        self.is_public_change = false;
        Ok(())
    }

    /// Makes the open transaction durable, and with it the new version of what the public sees,
    /// if it has changed that.
    pub(crate) async fn commit(&mut self) -> Result<(), StoreError> {
        if self.is_public_change {
            content::raise(self).await?;
        }
        execute!(self, "COMMIT").map(drop)
    }

    /// Undoes the open transaction. A connection that cannot even do that is not used again.
    pub(crate) async fn roll_back(&mut self) {
        if execute!(self, "ROLLBACK").is_err() {
            match &mut self.link {
                Link::Sqlite(_) => {} // SQLite has already rolled back by itself
                Link::Postgres(link) => link.close_on_drop(),
            }
        }
    }
}

async fn write_postgres<W: Write>(
    pool: &Pool<Postgres>,
    keys: Arc<Keys>,
    job: &W,
) -> Result<W::Output, StoreError> {
    for attempt in 1.. {
        let link = Link::Postgres(pool.acquire().await?);
        let mut conn = Conn::new(link, Arc::clone(&keys));
        match write_once(&mut conn, job).await {
            Err(error) if attempt < RETRIES_MAX && error.is_worth_retrying() => {}
            done => return done,
        }
        drop(conn);
        let [jitter] = keys::random::<1>();
        tokio::time::sleep(Duration::from_millis(u64::from(
            attempt * u32::from(jitter) / 16,
        )))
        .await;
    }
    Err(StoreError::Busy)
}

async fn write_once<W: Write>(conn: &mut Conn, job: &W) -> Result<W::Output, StoreError> {
    conn.begin().await?;
    let ran = std::panic::AssertUnwindSafe(job.run(conn))
        .catch_unwind()
        .await;
    let done = match ran.unwrap_or(Err(StoreError::Interrupted)) {
        Ok(output) => conn.commit().await.map(|()| output),
        Err(error) => Err(error),
    };
    if done.is_err() {
        conn.roll_back().await;
    }
    done
}
