//! The desk: what staff see of enrolments and do with them. Whether an account may is for the
//! guards of `app::access` to say; who did it is written down in the transaction that does it.

mod act;
mod assisted;
mod call;
mod event;
mod instance;
mod list;
mod merge;
mod note;
mod phone;
mod record;
mod resize;
mod roster;

pub use act::{Confirm, ConfirmOutcome, End, EndOutcome};
pub use assisted::{AssistedOutcome, AssistedSignUp, SignedUp, signed_up};
pub use call::{
    AnswerCall, AskForCall, AskOutcome, CallAbout, OpenCall, call_about, caller, open_calls,
};
pub(crate) use event::{Event, record as record_event};
pub use event::{Step, Why, history};
pub use instance::{
    CapacityChange, ChildcarePlaces, DeskInstance, DeskPool, DeskSession, capacity_changes,
    instance, instance_of_enrolment, instance_of_seats,
};
pub use list::{INSTANCES_MAX, Listed, ListedPool, Wanted, hubs, instances};
#[cfg(feature = "testing")]
pub use merge::unguarded;
pub use merge::{
    Compared, Conflict, Entry, Joining, Merge, MergeOutcome, Pair, Side, TellApart, UNDO, Unmerge,
    UnmergeOutcome, compare, joinings, pairs, pairs_of,
};
pub use note::{Note, WriteNote, notes};
pub use phone::{PhoneView, SawPhone, ShowPhone, phone_views};
pub use record::{EnrolmentRecord, MoveTarget, enrolment, move_targets};
pub use resize::{Resize, ResizeOutcome};
pub use roster::{RosterRow, roster};

use jiff::Timestamp;

use crate::{Keys, StoreError, account, enrolment::status_from as status, person::open_text};

/// What seals the phone of a request to be called.
pub(crate) const CALL_PHONE: &str = "call_requests.phone";

/// Someone of the staff, as colleagues know her.
#[derive(Clone, PartialEq, Eq)]
pub struct Colleague(pub String);

impl std::fmt::Debug for Colleague {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Colleague(…)")
    }
}

impl Colleague {
    /// From an outer join: nothing where there is no account.
    pub(crate) fn open(
        keys: &Keys,
        display_name: Option<&[u8]>,
        email: Option<&[u8]>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(email) = email else { return Ok(None) };
        account::own_name(keys, display_name, email).map(|name| Some(Self(name)))
    }
}

pub(crate) fn moment(stored: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(stored).map_err(|_| StoreError::Unknown("a moment"))
}

/// Her whole name, as staff read it to call her.
pub(crate) fn whole_name(keys: &Keys, given: &[u8], family: &[u8]) -> Result<String, StoreError> {
    let given = open_text(keys, "people.given_name", given)?;
    let family = open_text(keys, "people.family_name", family)?;
    Ok(format!("{given} {family}"))
}
