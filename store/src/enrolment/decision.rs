//! How a pool answers a request: with a seat, with a place in its queue, or,
//! to a sign-up in doubt, with neither.
//! What is written down of it is left to `record` and `receipt`.

use domain::enrolment::EnrolmentStatus;

/// How the pool answered: what she is told, and her rank in the queue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decision {
    pub(super) status: EnrolmentStatus,
    pub(super) rank: Option<i64>,
    pub(super) place: Option<i64>,
    /// Whether the places for her children are hers.
    pub(super) has_childcare: bool,
}

impl Decision {
    pub(super) const SEAT: Self = Self::seat(false);

    pub(super) const fn seat(has_childcare: bool) -> Self {
        Self {
            status: EnrolmentStatus::Confirmed,
            rank: None,
            place: None,
            has_childcare,
        }
    }

    /// Neither a seat nor a place in the queue: the hub confirms first.
    pub(super) const PENDING: Self = Self {
        status: EnrolmentStatus::Pending,
        rank: None,
        place: None,
        has_childcare: false,
    };

    pub(super) fn waiting(rank: i64, place: i64) -> Self {
        Self {
            status: EnrolmentStatus::Waitlisted,
            rank: Some(rank),
            place: Some(place),
            has_childcare: false,
        }
    }
}
