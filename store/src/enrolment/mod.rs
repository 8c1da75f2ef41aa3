//! Enrolments: signing up, seeing one's place, cancelling. Pages call these and nothing else
//! to change who has a seat.

mod answering;
mod cancel;
mod decision;
mod doubt;
mod earlier;
mod ending;
mod held;
mod moving;
mod picture;
mod receipt;
mod record;
mod repeat;
mod sign_up;
mod swap;
mod told;
#[cfg(feature = "testing")]
pub mod unguarded;
mod view;
mod without;

use domain::{enrolment::EnrolmentStatus, id::EnrolmentId};
use jiff::Timestamp;
use uuid::Uuid;

pub use answering::{ChangeAnswers, ChangeOutcome};
pub use cancel::{Cancel, CancelOutcome};
pub(crate) use doubt::doubt_about;
pub use doubt::{DOUBTFUL_MAX, Doubtful, doubtful};
pub(crate) use ending::{Ending, give_back, give_up};
pub(crate) use held::{Held, seats_of};
pub use moving::{Move, MoveOutcome};
pub use picture::{Guess, Guessed, PAUSE, TRIES_MAX, asks_picture, is_locked};
pub use receipt::Receipt;
pub(crate) use receipt::link_token;
pub(crate) use sign_up::Answer;
pub use sign_up::{Assistant, SignUp, SignUpOutcome};
pub use swap::{Swap, SwapOutcome};
pub(crate) use view::starts_at;
pub use view::{MyEnrolment, by_token, view};
pub use without::{ComeWithout, WithoutOutcome};

use crate::{Store, StoreError, keys::random};

impl Store {
    /// Signs her up: a seat, a place in the queue, or the reason why not.
    pub async fn sign_up(&self, request: SignUp) -> Result<SignUpOutcome, StoreError> {
        #[cfg(feature = "testing")]
        if let Some(rendezvous) = self.seat_guard_rendezvous() {
            return unguarded::sign_up(self, request, &rendezvous).await;
        }
        self.write(request).await
    }
}

/// A time-ordered id for a row that no other crate names.
pub(crate) fn new_id(at: Timestamp) -> Uuid {
    EnrolmentId::new(at, random()).0
}

/// The status that a column holds.
pub(crate) fn status_from(stored: &str) -> Result<EnrolmentStatus, StoreError> {
    EnrolmentStatus::parse(stored).ok_or(StoreError::Unknown("status"))
}
