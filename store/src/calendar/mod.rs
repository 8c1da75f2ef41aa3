//! What the public pages read: hubs, sessions, courses, holidays, and how full they are.
//! Nothing here is about a person, and nothing here writes.

mod cluster;
mod course;
mod entry;
mod holiday;
mod hub;
mod listing;
mod project;
mod room;
mod search;
mod seats;

use domain::lang::Localised;
use jiff::Timestamp;

pub use cluster::{Organisation, cluster, organisation, organisations};
pub use course::{Course, Instance, course};
pub use entry::{
    Entry, HubName, SeatsState, next_sessions, next_sessions_at, note_kept, session,
    sessions_between,
};
pub use holiday::{HolidayDay, holidays_between};
pub use hub::{Hub, hub, hubs};
pub use listing::{CourseName, courses_of_hub, courses_of_organisation, courses_of_project};
pub use project::{Acknowledgement, LogoFile, funding_project, funding_projects, picture};
pub use room::{Room, room_of_session, rooms_of_hub};
pub use search::{Span, next_match, search, seats_between};
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
fn optional_texts(text: String, column: &'static str) -> Result<Option<Localised>, StoreError> {
    if text.is_empty() {
        return Ok(None);
    }
    let texts = Texts::try_from(text).map_err(|_| StoreError::Unknown(column))?;
    Ok(Some(texts.0))
}
