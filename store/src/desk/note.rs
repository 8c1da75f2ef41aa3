//! Notes of the team about an enrolment: sealed, only added, each with its author.

use domain::id::{AccountId, EnrolmentId};
use jiff::Timestamp;

use super::{Colleague, moment};
use crate::{Conn, StoreError, Write, enrolment::new_id, person::open_text};

const PURPOSE: &str = "enrolment_notes.text";

/// Adds a note.
#[derive(Clone)]
pub struct WriteNote {
    /// About which enrolment.
    pub enrolment: EnrolmentId,
    /// The text, as `domain::desk::note` lets it pass.
    pub text: String,
    /// Who writes.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

impl Write for WriteNote {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        let sealed = tx.keys().seal(PURPOSE, self.text.as_bytes());
        execute!(
            tx,
            "INSERT INTO enrolment_notes (id, enrolment_id, account_id, text_sealed, at) \
             VALUES ($1, COALESCE((SELECT e.merged_into FROM enrolments e WHERE e.id = $2), $2), \
                     $3, $4, $5)",
            new_id(self.at),
            self.enrolment.0,
            self.by.0,
            sealed,
            self.at.as_microsecond()
        )?;
        Ok(())
    }
}

/// A note.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub by: Option<Colleague>,
    /// When.
    pub at: Timestamp,
}

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Note(…)")
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    text_sealed: Vec<u8>,
    at: i64,
    email_sealed: Vec<u8>,
    display_name_sealed: Option<Vec<u8>>,
}

/// The notes about an enrolment, the latest first.
pub async fn notes(conn: &mut Conn, enrolment: EnrolmentId) -> Result<Vec<Note>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT n.text_sealed, n.at, a.email_sealed, a.display_name_sealed \
         FROM enrolment_notes n JOIN accounts a ON a.id = n.account_id \
         WHERE n.enrolment_id = $1 ORDER BY n.at DESC, n.id DESC",
        enrolment.0
    )?;
    let keys = conn.keys();
    let note = |row: Row| {
        let name = row.display_name_sealed.as_deref();
        Ok(Note {
            text: open_text(&keys, PURPOSE, &row.text_sealed)?,
            by: Colleague::open(&keys, name, Some(&row.email_sealed))?,
            at: moment(row.at)?,
        })
    };
    rows.into_iter().map(note).collect()
}
