//! Compares the rows that a file wants with those that are stored, and writes the difference.
//! What a row of each noun looks like stands with the noun.

use domain::programme::Noun;

use super::{Change, Report};
use crate::{Conn, StoreError};

/// One import on its way through the nouns.
pub(super) struct Pass<'a> {
    pub(super) tx: &'a mut Conn,
    pub(super) dry_run: bool,
    pub(super) report: Report,
}

/// A row with all that hangs on it, known by its slug.
pub(super) trait Record: PartialEq + Send + Sync {
    /// The noun it is a row of.
    const NOUN: Noun;

    /// What it is known by.
    fn slug(&self) -> &str;

    /// All that are stored.
    fn stored(tx: &mut Conn) -> impl Future<Output = Result<Vec<Self>, StoreError>> + Send
    where
        Self: Sized;

    /// Writes it, new or changed.
    fn save(&self, tx: &mut Conn) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// Brings the rows of one noun in line with what the file wants.
pub(super) async fn merge<R: Record>(
    pass: &mut Pass<'_>,
    wanted: Vec<R>,
) -> Result<(), StoreError> {
    let stored = R::stored(pass.tx).await?;
    for record in &wanted {
        let before = stored.iter().find(|it| it.slug() == record.slug());
        let change = match before {
            None => Change::Created,
            Some(before) if before == record => Change::Unchanged,
            Some(_) => Change::Updated,
        };
        if change != Change::Unchanged && !pass.dry_run {
            record.save(pass.tx).await?;
        }
        pass.report.changed(R::NOUN, record.slug(), change);
    }
    for record in &stored {
        if !wanted.iter().any(|it| it.slug() == record.slug()) {
            pass.report.leave_alone(R::NOUN, record.slug());
        }
    }
    Ok(())
}

/// The place of an item in its list.
pub(super) fn position(nth: usize) -> i64 {
    i64::try_from(nth).unwrap_or(i64::MAX)
}
