//! What her phone's diary is told of an enrolment: when, and nothing else. The file itself is the
//! host's to write.

use domain::{enrolment::EnrolmentStatus, id::SignUpId};
use jiff::Timestamp;
use store::{Keys, calendar, enrolment::MyEnrolment};

use crate::{access::VisitStore, error::AppError};

/// What makes the names of meetings.
const UID: &str = "diary.uid";

/// One meeting of hers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its name, the same each time, so that a diary that has it already moves it instead of
    /// writing it twice. Only our key can make it: it tells neither what it is nor that two
    /// women share it.
    pub uid: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// Whether an enrolment has something for a diary: a place, and a meeting that is not over.
#[must_use]
pub fn is_for_diary(now: Timestamp, mine: &MyEnrolment) -> bool {
    mine.status == EnrolmentStatus::Confirmed && now < mine.ends_at
}

/// The meetings of one enrolment of this visit that are not over; nothing where this browser does
/// not hold it, or has no place with it.
pub async fn meetings(
    guard: &VisitStore,
    sign_up: SignUpId,
) -> Result<Option<Vec<Meeting>>, AppError> {
    let now = guard.now();
    let held = guard.mine().await?;
    let mine = held.into_iter().find(|mine| mine.sign_up == sign_up);
    let Some(mine) = mine.filter(|mine| is_for_diary(now, mine)) else {
        return Ok(None);
    };
    let page = calendar::seats(&mut guard.read().await?, &mine.seats_slug).await?;
    let sessions = page.ok_or(AppError::Failed)?.sessions;
    let keys = guard.keys();
    let all = (0_u32..).zip(sessions).map(|(nth, session)| Meeting {
        uid: uid(&keys, sign_up, nth),
        starts_at: session.starts_at,
        ends_at: session.ends_at,
    });
    Ok(Some(all.filter(|it| it.ends_at > now).collect()))
}

/// By which of her meetings it is, not by the session: another slot is the same meeting at another
/// time.
fn uid(keys: &Keys, sign_up: SignUpId, nth: u32) -> String {
    let record = [&sign_up.0.as_bytes()[..], &nth.to_be_bytes()].concat();
    let bytes = &keys.blind_index(UID, &record)[..16];
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
