//! What one woman has in a run when two enrolments of hers are found to be one.
//! Giving back what is over, and undoing it, is left to `store`.

use crate::{enrolment::EnrolmentStatus, id::SeatsId};

/// Where an enrolment stands: in which pool, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The pool.
    pub seats: SeatsId,
    /// The status.
    pub status: EnrolmentStatus,
    /// The rank in the pool's queue, if she waits.
    pub rank: Option<i64>,
}

/// Whose place it was that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Whose {
    /// That of the enrolment that goes on.
    Kept,
    /// That of the one that ends.
    Gone,
}

/// Which of two places in one run stays: a seat before a place in the queue, in one queue the
/// earlier of two; where both are worth the same, that of the enrolment that goes on.
#[must_use]
pub fn stays(kept: Place, gone: Place) -> Whose {
    let queue = EnrolmentStatus::Waitlisted;
    let is_one_queue = kept.status == queue && gone.status == queue && kept.seats == gone.seats;
    let is_better = worth(gone.status) > worth(kept.status);
    if is_better || (is_one_queue && gone.rank < kept.rank) {
        Whose::Gone
    } else {
        Whose::Kept
    }
}

const fn worth(status: EnrolmentStatus) -> u8 {
    match status {
        EnrolmentStatus::Confirmed => 4,
        EnrolmentStatus::Offered => 3,
        EnrolmentStatus::Waitlisted => 2,
        EnrolmentStatus::Pending => 1,
        EnrolmentStatus::Cancelled | EnrolmentStatus::Excused => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EnrolmentStatus::{Cancelled, Confirmed, Excused, Pending, Waitlisted};

    fn place(seats: u128, status: EnrolmentStatus, rank: Option<i64>) -> Place {
        let seats = SeatsId(uuid::Uuid::from_u128(seats));
        Place {
            seats,
            status,
            rank,
        }
    }

    #[test]
    fn the_better_place_stays_whoever_has_it() {
        let seat = place(1, Confirmed, None);
        for other in [
            place(1, Waitlisted, Some(1)),
            place(2, Pending, None),
            place(1, Cancelled, None),
        ] {
            assert_eq!(stays(seat, other), Whose::Kept);
            assert_eq!(stays(other, seat), Whose::Gone);
        }
    }

    #[test]
    fn in_one_queue_the_earlier_place_stays() {
        let (first, second) = (place(1, Waitlisted, Some(1)), place(1, Waitlisted, Some(2)));
        assert_eq!(stays(first, second), Whose::Kept);
        assert_eq!(stays(second, first), Whose::Gone);
        // Ranks of two queues say nothing about each other.
        let elsewhere = place(2, Waitlisted, Some(1));
        assert_eq!(stays(second, elsewhere), Whose::Kept);
    }

    #[test]
    fn of_two_that_are_worth_the_same_the_kept_one_stays() {
        let (one, other) = (place(1, Confirmed, None), place(2, Confirmed, None));
        assert_eq!(stays(one, other), Whose::Kept);
        let (one, other) = (place(1, Cancelled, None), place(1, Excused, None));
        assert_eq!(stays(one, other), Whose::Kept);
    }
}
