//! What the public pages read: hubs, sessions, courses, holidays, and how full they are.
//! Nothing here is about a person, and nothing here writes.

mod course;
mod entry;
mod holiday;
mod hub;
mod project;
mod seats;

use domain::lang::Localised;
use jiff::Timestamp;

pub use course::{Course, Instance, course};
pub use entry::{Entry, HubName, SeatsState, next_sessions, session, sessions_between};
pub use holiday::{HolidayDay, holidays_between};
pub use hub::{Hub, Organisation, hub, hubs, organisations};
pub use project::{Acknowledgement, LogoFile, funding_projects};
pub use seats::{EnrolPage, seats};

use crate::{StoreError, programme::Texts};

fn moment(microseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(microseconds).map_err(|_| StoreError::Unknown("a moment"))
}

/// A stored word of a closed list.
fn word<T>(
    text: &str,
    parse: impl Fn(&str) -> Option<T>,
    column: &'static str,
) -> Result<T, StoreError> {
    parse(text).ok_or(StoreError::Unknown(column))
}

/// A text whose column may be empty.
fn optional_texts(column: String) -> Result<Option<Localised>, StoreError> {
    if column.is_empty() {
        return Ok(None);
    }
    let texts = Texts::try_from(column).map_err(|_| StoreError::Unknown("courses.landmark"))?;
    Ok(Some(texts.0))
}
