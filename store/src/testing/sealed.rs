//! Sealed columns as a thief of the database file finds them.

use crate::{Store, StoreError};

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
