//! What can go wrong between us and the database, in words that carry no data.
//! What a person can cause (full, closed, repeated) is an outcome, never one of these.

use std::path::PathBuf;

/// A failed question or write. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database could not be had in time; the same request may be sent again.
    #[error("the database is busy")]
    Busy,
    /// The database is full or cannot be written; the whole group of writes was undone.
    #[error("the database cannot be written")]
    Unwritable,
    /// A sealed column could not be opened with this key.
    #[error("a sealed value could not be opened: {0}")]
    Sealed(&'static str),
    /// A stored word is not one that we know.
    #[error("unknown stored value in {0}")]
    Unknown(&'static str),
    /// The write stopped in the middle and was undone.
    #[error("the write was interrupted")]
    Interrupted,
    /// What was read has changed before it could be written upon; the write runs again.
    #[error("the record has changed meanwhile")]
    Changed,
    /// Any other refusal of the database; the cause is for the log.
    #[error("the database refused")]
    Database(#[source] sqlx::Error),
}

impl StoreError {
    /// Whether the same write may succeed when it is run again from the start:
    /// serialisation failure, deadlock (SQLSTATE 40001, 40P01), or a row that
    /// another writer has just made (23505).
    pub(crate) fn is_worth_retrying(&self) -> bool {
        match self {
            Self::Changed => true,
            Self::Database(sqlx::Error::Database(cause)) => {
                matches!(cause.code().as_deref(), Some("40001" | "40P01" | "23505"))
            }
            _ => false,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Database(cause) => match cause.code().as_deref().map(sqlite_primary) {
                Some(Some(5 | 6)) => Self::Busy,
                Some(Some(7 | 10 | 13)) => Self::Unwritable,
                _ if cause.code().as_deref() == Some("55P03") => Self::Busy,
                _ => Self::Database(error),
            },
            _ => Self::Database(error),
        }
    }
}

/// SQLite's primary result code: the low byte of the extended one
/// (<https://sqlite.org/rescode.html>). PostgreSQL's codes have five characters.
fn sqlite_primary(code: &str) -> Option<u32> {
    (code.len() < 5).then(|| code.parse::<u32>().ok().map(|code| code & 0xff))?
}

/// Why a database was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is neither `sqlite:FILE` nor `postgres://…`.
    #[error("the database address must begin with sqlite: or postgres://")]
    Address,
    /// The bundled SQLite has the WAL-reset defect.
    #[error("SQLite {found} is too old: 3.51.3 or later is needed (WAL-reset corruption)")]
    SqliteTooOld {
        /// The version that was found.
        found: String,
    },
    /// There is no key, and none may be made.
    #[error(
        "no key file at {0}: this database needs the key it was made with \
         (a new one: 32 random bytes in base64)"
    )]
    KeyMissing(PathBuf),
    /// PostgreSQL needs `--key-file`.
    #[error("PostgreSQL needs --key-file: a file with 32 random bytes in base64")]
    KeyFileNeeded,
    /// The key file does not hold 32 bytes in base64.
    #[error("the key file {0} does not hold 32 bytes in base64")]
    KeyUnreadable(PathBuf),
    /// The key is not the one this database was made with.
    #[error("the key in {0} is not the key of this database")]
    WrongKey(PathBuf),
    /// The key file could not be read or written.
    #[error("the key file: {0}")]
    KeyFile(#[from] std::io::Error),
    /// The schema could not be brought up to date.
    #[error("the database could not be migrated: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The database could not be reached.
    #[error("the database could not be opened: {0}")]
    Database(#[from] sqlx::Error),
    /// A question asked while opening failed.
    #[error("the database could not be opened: {0}")]
    Store(#[from] StoreError),
}
