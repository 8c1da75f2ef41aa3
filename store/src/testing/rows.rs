//! Whole rows as text, so that a test can say that nothing at all has changed.

use sqlx::Connection as _;

use super::TestStore;
use crate::privacy::CLASSES;

/// Every row of a table, with every column, in no order that means anything.
#[expect(clippy::expect_used, reason = "a test without its database must fail")]
pub async fn rows(t: &TestStore, table: &str) -> Vec<String> {
    let columns: Vec<&str> = CLASSES
        .iter()
        .filter(|(of, ..)| *of == table)
        .flat_map(|(_, _, names)| names.split_whitespace())
        .collect();
    assert!(!columns.is_empty(), "a table with classified columns");
    let text = |column: &&str| match t.database {
        "sqlite" => format!("quote({column})"),
        _ => format!("COALESCE(CAST({column} AS TEXT), 'NULL')"),
    };
    let shown: Vec<String> = columns.iter().map(text).collect();
    let shown = shown.join(" || ' ' || ");
    let sql = sqlx::AssertSqlSafe(format!("SELECT {shown} FROM {table}"));
    let rows: Result<Vec<(String,)>, _> = if t.database == "sqlite" {
        let mut link = sqlx::SqliteConnection::connect(&t.url)
            .await
            .expect("a connection");
        sqlx::query_as(sql).fetch_all(&mut link).await
    } else {
        let mut link = sqlx::PgConnection::connect(&t.url)
            .await
            .expect("a connection");
        sqlx::query_as(sql).fetch_all(&mut link).await
    };
    let mut rows: Vec<String> = rows
        .expect("the rows")
        .into_iter()
        .map(|(row,)| row)
        .collect();
    rows.sort();
    rows
}
