//! The version of what the public sees: it rises in the very transaction of every change to it,
//! so that rendered pages can be kept until it does. Keeping them is the server's business.

use crate::{
    Conn, StoreError,
    keys::random,
    privacy::{CLASSES, Class},
};

/// As many as `0005_content_versions.sql` made.
const SHARDS: u8 = 64;

/// A number that is another one after every change of what the public sees, whichever server
/// made it. Within one snapshot of the database it never falls.
pub async fn version(conn: &mut Conn) -> Result<i64, StoreError> {
    let (version,) = fetch_one!(
        conn,
        (i64,),
        "SELECT CAST(SUM(version) AS BIGINT) FROM content_versions"
    )?;
    Ok(version)
}

/// Raises the version. The last statement of its transaction: whoever holds a counter waits for
/// nothing but the commit, so that nobody can wait for him in a circle.
pub(crate) async fn raise(tx: &mut Conn) -> Result<(), StoreError> {
    let [any] = random::<1>();
    execute!(
        tx,
        "UPDATE content_versions SET version = version + 1 WHERE shard = $1",
        i64::from(any % SHARDS)
    )?;
    Ok(())
}

/// Whether this statement changes a table that has a column of class `public`. Told from the
/// text, so that no writer can forget to say it.
pub(crate) fn is_changed_by(sql: &str) -> bool {
    let mut words = sql.split_ascii_whitespace();
    let table = match words.next() {
        Some("UPDATE") => words.next(),
        Some("INSERT" | "DELETE") => words.nth(1),
        // It may change anything.
        Some("WITH") => return true,
        _ => None,
    };
    table.is_some_and(is_public)
}

fn is_public(table: &str) -> bool {
    CLASSES
        .iter()
        .any(|(name, class, _)| *name == table && *class == Class::Public)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_that_change_what_the_public_sees_are_told_by_their_text() {
        for sql in [
            "UPDATE seats SET taken = taken + 1 WHERE id = $1",
            "INSERT INTO sessions (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET plan = $2",
            "DELETE FROM hub_hours WHERE hub_id = $1",
            "WITH freed AS (SELECT 1) UPDATE seats SET taken = 0",
        ] {
            assert!(is_changed_by(sql), "{sql}");
        }
        for sql in [
            "SELECT taken FROM seats",
            "UPDATE sign_ups SET cancelled_at = $2 WHERE id = $1",
            "INSERT INTO marks (id) VALUES ($1)",
            "UPDATE content_versions SET version = version + 1 WHERE shard = $1",
            "SAVEPOINT one",
            "COMMIT",
        ] {
            assert!(!is_changed_by(sql), "{sql}");
        }
    }
}
