//! Sealed columns as a thief of the database file finds them.

use std::path::{Path, PathBuf};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use sqlx::Connection as _;

use super::{TestStore, dir, test_store_with};
use crate::{Store, StoreError};

/// A key with which nothing is sealed: the control of whatever looks for what is not to be found.
pub const NO_SECRET: [u8; 32] = [0; 32];

/// A fresh store in a SQLite file that seals nothing.
#[expect(clippy::expect_used, reason = "a test without its files must fail")]
pub async fn sqlite_unsealed() -> TestStore {
    let dir = dir();
    let url = format!("sqlite:{}", dir.path().join("mawid.sqlite").display());
    let key = BASE64.encode(NO_SECRET);
    std::fs::write(dir.path().join("test.key"), key).expect("the key file can be written");
    test_store_with("sqlite", url, dir).await
}

/// Every file of a SQLite store, its write-ahead log among them, and a copy made with
/// `VACUUM INTO`: name and content.
#[expect(clippy::expect_used, reason = "a test without its files must fail")]
pub async fn files(t: &TestStore) -> Vec<(PathBuf, Vec<u8>)> {
    let file = Path::new(t.url.strip_prefix("sqlite:").expect("a file"));
    let folder = file.parent().expect("a folder");
    let copy = folder.join("copy.sqlite");
    let mut link = sqlx::SqliteConnection::connect(&t.url)
        .await
        .expect("a connection");
    sqlx::query("VACUUM INTO $1")
        .bind(copy.to_str().expect("a plain folder"))
        .execute(&mut link)
        .await
        .expect("a copy");
    let files = std::fs::read_dir(folder).expect("the folder can be read");
    let files = files.map(|file| file.expect("a file").path());
    files
        .filter(|path| path.extension().is_none_or(|it| it != "key"))
        .map(|path| {
            (
                path.clone(),
                std::fs::read(path).expect("a file that can be read"),
            )
        })
        .collect()
}

/// Every reason that a woman gave for not coming.
pub async fn sealed_reasons(store: &Store) -> Result<Vec<Vec<u8>>, StoreError> {
    let conn = &mut store.read().await?;
    let rows: Vec<(Vec<u8>,)> = fetch_all!(
        conn,
        (Vec<u8>,),
        "SELECT her_reason_sealed FROM enrolment_events WHERE her_reason_sealed IS NOT NULL"
    )?;
    Ok(rows.into_iter().map(|(sealed,)| sealed).collect())
}
