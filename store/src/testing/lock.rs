//! Another process that keeps everyone from signing up.
//! Left to others: locks of our own (`slots`).

use sqlx::{Connection as _, PgConnection, SqliteConnection};

use super::TestStore;

/// A transaction of another process: it holds the write lock of SQLite, or every row of PostgreSQL's
/// seats.
pub struct Lock(Link);

enum Link {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

#[expect(clippy::expect_used, reason = "a test without its lock must fail")]
impl Lock {
    /// Takes it.
    pub async fn take(t: &TestStore) -> Self {
        if t.database == "sqlite" {
            let mut link = SqliteConnection::connect(&t.url).await.expect("SQLite");
            let begin = sqlx::query("BEGIN IMMEDIATE");
            begin.execute(&mut link).await.expect("the lock");
            return Self(Link::Sqlite(link));
        }
        let mut link = PgConnection::connect(&t.url).await.expect("PostgreSQL");
        for sql in ["BEGIN", "LOCK TABLE seats IN EXCLUSIVE MODE"] {
            sqlx::query(sql).execute(&mut link).await.expect("the lock");
        }
        Self(Link::Postgres(link))
    }

    /// Gives it back.
    pub async fn release(self) {
        let given_back = match self.0 {
            Link::Sqlite(link) => link.close().await,
            Link::Postgres(link) => link.close().await,
        };
        given_back.expect("the lock is given back");
    }
}
