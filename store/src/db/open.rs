//! Opening either database: its options, its schema, its key.
//! Left to others: what is done with it then.

use std::{
    path::{Path, PathBuf},
    str::FromStr as _,
    sync::Arc,
};

use sqlx::{
    Connection as _, PgConnection, Sqlite,
    pool::PoolConnection,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::mpsc;

use super::{Conn, Doors, Link, PATIENCE, Store};
use crate::{
    OpenError,
    keys::{self, KeySource},
    writer,
};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// Writes that may wait for the SQLite writer; one more is told to try again.
const QUEUE_LEN: usize = 1024;
const READERS_MAX: u32 = 8;
/// What each connection to SQLite keeps of the file, at most: the sessions ahead with all that
/// belongs to them, which lie scattered in the file of a programme of many years.
const CACHE_KIB: u32 = 8 * 1024;
const POSTGRES_CONNECTIONS_MAX: u32 = 16;
/// Earlier versions can corrupt a database while a WAL is reset.
const SQLITE_OLDEST: (u32, u32, u32) = (3, 51, 3);

/// Opens a file, made where there is none.
pub(super) async fn sqlite(url: &str, key: KeySource) -> Result<Store, OpenError> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", format!("-{CACHE_KIB}"));
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

/// Opens a database on a server.
pub(super) async fn postgres(url: &str, key: KeySource) -> Result<Store, OpenError> {
    let KeySource::File(path) = key else {
        return Err(OpenError::KeyFileNeeded);
    };
    // On a connection that waits as long as another server's migration takes.
    MIGRATIONS
        .run(&mut PgConnection::connect(url).await?)
        .await?;
    let pool = PgPoolOptions::new()
        .max_connections(POSTGRES_CONNECTIONS_MAX)
        .acquire_timeout(PATIENCE)
        .after_connect(|link, _| Box::pin(wait_patiently(link)))
        .connect(url)
        .await?;
    let keys = checked(Link::Postgres(pool.acquire().await?), &path)
        .await?
        .keys();
    Ok(Store::new(Doors::Postgres(pool), keys, None))
}

/// Whoever waits longer for a lock is told to try again (55P03), and holds none of ours meanwhile.
async fn wait_patiently(link: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query("SELECT set_config('lock_timeout', $1, FALSE)")
        .bind(PATIENCE.as_millis().to_string())
        .execute(link)
        .await
        .map(drop)
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
