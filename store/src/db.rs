//! The two databases behind one door: reading, writing, and the macros that run one SQL text on
//! either. Only this file and `open` name SQLite or PostgreSQL.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use futures_util::FutureExt as _;
use sqlx::{Pool, Postgres, Sqlite, pool::PoolConnection};
use tokio::sync::mpsc;

use crate::{
    OpenError, StoreError, content,
    keys::{self, KeySource, Keys},
    writer::QueuedWrite,
};

/// How long a write or a read waits for its turn before the person is asked to try again.
pub(crate) const PATIENCE: Duration = Duration::from_secs(3);
const RETRIES_MAX: u32 = 8;

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

// Behind the macros, because it uses them.
mod open;

impl Store {
    /// Opens the database at `sqlite:FILE` or `postgres://…`, brings its schema up to date and
    /// makes sure that the key is the one it was made with.
    pub async fn open(url: &str, key: KeySource) -> Result<Self, OpenError> {
        if url.starts_with("sqlite:") {
            open::sqlite(url, key).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            open::postgres(url, key).await
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
