//! The states of an enrolment, and the sign-up form parsed whole.
//! Whether there is a seat is decided in `store`, in the statement that takes it.

mod call;
mod doubt;
mod form;
mod picture;

pub use call::{CallDetails, CallForm};
pub use doubt::{AGE_MAX, Doubt, HASTE, PHONE_DAY_MAX, PHONE_PEOPLE_MAX, Signs, Stamp, VISIT_MAX};
pub use form::{EnrolForm, Fault, FaultCode, Field, SignUpDetails, Wrong};
pub use picture::Picture;

use crate::words::words;

words! {
    /// Where a person stands in an instance or a slot (iCalendar: PARTSTAT).
    pub enum EnrolmentStatus {
        /// Sent, to be confirmed by staff.
        Pending = "pending",
        /// She has a seat.
        Confirmed = "confirmed",
        /// She is in the queue.
        Waitlisted = "waitlisted",
        /// A freed seat is held for her until a deadline.
        Offered = "offered",
        /// She gave it up, or staff did for her.
        Cancelled = "cancelled",
        /// She said before the start that she cannot come, and her seat is free. After the start
        /// she keeps her seat, and the roll says it.
        Excused = "excused",
    }
}

impl EnrolmentStatus {
    /// Whether she has a seat or waits for one, or may get one: it has not ended.
    pub const fn is_active(self) -> bool {
        !matches!(self, Self::Cancelled | Self::Excused)
    }
}

words! {
    /// The age bands that funders' reports ask for; the question is optional.
    pub enum AgeBand {
        /// Under 25.
        Under25 = "under-25",
        /// 25 to 54.
        From25To54 = "25-54",
        /// Over 54.
        Over54 = "over-54",
        /// She prefers not to say: an answer, unlike none.
        PreferNotToSay = "prefer-not-to-say",
    }
}
