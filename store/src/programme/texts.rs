//! A public text in all languages as one column: JSON with a member per language.
//! Which column holds one is said in the migration.

use domain::lang::Localised;

/// A text read from a column; in a row, `#[sqlx(try_from = "String")]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Texts(pub(crate) Localised);

impl TryFrom<String> for Texts {
    type Error = serde_json::Error;

    fn try_from(column: String) -> Result<Self, Self::Error> {
        serde_json::from_str(&column).map(Self)
    }
}

/// The column for a text that may be missing.
pub(super) fn optional_column(text: Option<&Localised>) -> String {
    text.map(column).unwrap_or_default()
}

/// The column for a text.
pub(super) fn column(text: &Localised) -> String {
    // Three strings always have a JSON; the empty column would be seen when it is read.
    serde_json::to_string(text).unwrap_or_default()
}
