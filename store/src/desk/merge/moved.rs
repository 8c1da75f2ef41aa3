//! What a joining did to which rows: enough to put everything back. It is kept sealed, and only
//! for as long as it can be undone.

use domain::joining::{Place, Whose};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{MOVED, side::Enrolled};
use crate::{Keys, StoreError};

/// A row that points at something, and what it pointed at before.
pub(super) type Was = (Uuid, Uuid);

/// Everything that one joining did.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Moved {
    /// Runs in which both were.
    pub(super) runs: Vec<Run>,
    /// Enrolments that only changed hands.
    pub(super) handed: Vec<Uuid>,
    /// Rows that were other spellings of the one who is gone.
    pub(super) spellings: Vec<Uuid>,
    /// Requests of the one who is gone: the enrolment each had, and the one it has now.
    pub(super) sign_ups: Vec<(Uuid, Uuid, Uuid)>,
    /// Her answers, each with the enrolment that it was given at.
    pub(super) consents: Vec<(Uuid, Option<Uuid>)>,
    /// Tasks of consents that were opened because her latest answer takes back the other one's.
    pub(super) tasks_opened: Vec<Uuid>,
}

/// What was done in a run in which both were.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Run {
    /// The enrolment that goes on, as it was.
    pub(super) kept: Enrolled,
    /// The one that ended, as it was.
    pub(super) gone: Enrolled,
    /// Whose place stayed.
    pub(super) whose: Whose,
    /// Where the one that goes on stood afterwards.
    pub(super) place: Place,
    /// Enrolments that had been joined to the one that ended.
    pub(super) earlier: Vec<Uuid>,
    /// Notes.
    pub(super) notes: Vec<Uuid>,
    /// Tasks of consents.
    pub(super) tasks: Vec<Uuid>,
    /// Open messages that went along.
    pub(super) messages: Vec<Uuid>,
    /// Open messages that were dropped, with the enrolment of each.
    pub(super) dropped: Vec<Was>,
}

impl Moved {
    pub(super) fn seal(&self, keys: &Keys) -> Result<Vec<u8>, StoreError> {
        let text = serde_json::to_vec(self).map_err(|_| StoreError::Unknown("merges.moved"))?;
        Ok(keys.seal(MOVED, &text))
    }

    pub(super) fn open(keys: &Keys, sealed: &[u8]) -> Result<Self, StoreError> {
        let text = keys.open(MOVED, sealed).ok_or(StoreError::Sealed(MOVED))?;
        serde_json::from_slice(&text).map_err(|_| StoreError::Unknown("merges.moved"))
    }
}
