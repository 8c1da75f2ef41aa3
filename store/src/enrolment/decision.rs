//! How a pool answers a request: with a seat, or with a place in its queue.
//! What is written down of it is left to `record` and `receipt`.

use domain::enrolment::EnrolmentStatus;

/// How the pool answered: what she is told, and her rank in the queue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decision {
    pub(super) status: EnrolmentStatus,
    pub(super) rank: Option<i64>,
    pub(super) place: Option<i64>,
}

impl Decision {
    pub(super) const SEAT: Self = Self {
        status: EnrolmentStatus::Confirmed,
        rank: None,
        place: None,
    };

    pub(super) fn waiting(rank: i64, place: i64) -> Self {
        Self {
            status: EnrolmentStatus::Waitlisted,
            rank: Some(rank),
            place: Some(place),
        }
    }
}
