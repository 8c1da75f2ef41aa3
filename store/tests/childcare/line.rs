//! Who is first in line when there are two things to wait for.

use domain::{
    enrolment::EnrolmentStatus::{Cancelled, Confirmed, Waitlisted},
    programme::ChildAgeBand,
};
use store::{
    desk::{Confirm, ConfirmOutcome, Resize},
    enrolment::{CancelOutcome, SignUpOutcome},
    testing::{childcare::OfferChildcare, stores},
};

use crate::{
    Children, If, ask, cancel, common::now, common::request, course, enrolment_of, mother, sound,
    staff::facilitator, stands,
};

#[tokio::test]
async fn all_children_of_a_mother_get_a_place_or_none_does() {
    for t in stores().await {
        let ids = course(&t.store, 5, 2).await;
        let offer = OfferChildcare {
            seats: ids.seats,
            band: ChildAgeBand::From6To12,
            places: 1,
        };
        t.store.write(offer).await.unwrap();
        let mut both = mother(ids.seats, 1, 2, If::Told);
        let bands = [(ChildAgeBand::From3To5, 2), (ChildAgeBand::From6To12, 2)];
        both.details.children = Children::new(bands);
        assert_eq!(ask(&t.store, both).await, SignUpOutcome::NoChildcare);
        assert_eq!(sound(&t.store, &ids).await, (0, 0, 0), "{}", t.database);
        let one = ask(&t.store, mother(ids.seats, 1, 2, If::Told)).await;
        assert_eq!(stands(&t.store, one).await, (Confirmed, Some(true)));
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 2), "{}", t.database);
    }
}

#[tokio::test]
async fn who_cancels_gives_the_places_back_to_the_first_who_waits_for_them() {
    for t in stores().await {
        let ids = course(&t.store, 5, 1).await;
        let first = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let second = ask(&t.store, mother(ids.seats, 2, 1, If::Waits)).await;
        assert_eq!(stands(&t.store, second).await, (Waitlisted, Some(false)));
        assert_eq!(cancel(&t.store, first).await, CancelOutcome::Cancelled);
        assert_eq!(stands(&t.store, first).await, (Cancelled, None));
        assert_eq!(stands(&t.store, second).await, (Confirmed, Some(true)));
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 1), "{}", t.database);
        assert_eq!(cancel(&t.store, second).await, CancelOutcome::Cancelled);
        assert_eq!(sound(&t.store, &ids).await, (0, 0, 0), "{}", t.database);
        // Who comes back asks anew, with the children that she brings now.
        let again = ask(&t.store, mother(ids.seats, 2, 1, If::Told)).await;
        assert_eq!(stands(&t.store, again).await, (Confirmed, Some(true)));
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn the_first_in_line_for_whom_all_is_free_gets_the_seat_and_the_passed_over_keeps_her_place()
{
    for t in stores().await {
        let ids = course(&t.store, 2, 1).await;
        let holder = ask(&t.store, mother(ids.seats, 1, 1, If::Told)).await;
        let alone = ask(&t.store, request(ids.seats, 2)).await;
        let waits = ask(&t.store, mother(ids.seats, 3, 1, If::Waits)).await;
        let after = ask(&t.store, request(ids.seats, 4)).await;
        // A seat without a place for a child is free: it is not for her.
        cancel(&t.store, alone).await;
        assert_eq!(stands(&t.store, waits).await, (Waitlisted, Some(false)));
        assert_eq!(stands(&t.store, after).await, (Confirmed, None));
        let last = ask(&t.store, request(ids.seats, 5)).await;
        assert_eq!(stands(&t.store, last).await, (Waitlisted, None));
        // A seat with a place: it is hers before anyone who came after her.
        cancel(&t.store, holder).await;
        assert_eq!(stands(&t.store, waits).await, (Confirmed, Some(true)));
        assert_eq!(stands(&t.store, last).await, (Waitlisted, None));
        assert_eq!(sound(&t.store, &ids).await, (2, 1, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn who_waits_and_would_come_without_gets_the_next_seat_with_or_without() {
    for t in stores().await {
        let ids = course(&t.store, 1, 1).await;
        let alone = ask(&t.store, request(ids.seats, 1)).await;
        let mut both = mother(ids.seats, 2, 2, If::Waits);
        both.details.childcare_optional = true;
        let both = ask(&t.store, both).await;
        cancel(&t.store, alone).await;
        assert_eq!(stands(&t.store, both).await, (Confirmed, Some(false)));
        assert_eq!(sound(&t.store, &ids).await, (1, 0, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn more_seats_let_in_who_needs_no_more_than_a_seat() {
    for t in stores().await {
        let ids = course(&t.store, 1, 0).await;
        ask(&t.store, request(ids.seats, 1)).await;
        let waits = ask(&t.store, mother(ids.seats, 2, 1, If::Waits)).await;
        let after = ask(&t.store, request(ids.seats, 3)).await;
        let resize = Resize {
            seats: ids.seats,
            capacity: 5,
            by: facilitator(&t.store, "facilitator@lab.example").await,
            at: now(),
        };
        t.store.write(resize).await.unwrap();
        assert_eq!(stands(&t.store, waits).await, (Waitlisted, Some(false)));
        assert_eq!(stands(&t.store, after).await, (Confirmed, None));
        assert_eq!(sound(&t.store, &ids).await, (2, 1, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn staff_give_nobody_a_seat_without_the_childcare_she_needs() {
    for t in stores().await {
        let ids = course(&t.store, 3, 0).await;
        ask(&t.store, mother(ids.seats, 1, 1, If::Waits)).await;
        let confirm = Confirm {
            enrolment: enrolment_of(&t.store, &ids, 0).await,
            or_wait: false,
            by: facilitator(&t.store, "facilitator@lab.example").await,
            at: now(),
        };
        let told = t.store.write(confirm).await.unwrap();
        assert_eq!(told, ConfirmOutcome::NoChildcare, "{}", t.database);
        assert_eq!(sound(&t.store, &ids).await, (0, 1, 0), "{}", t.database);
    }
}

/// What she asks for and nobody offers is never there.
#[tokio::test]
async fn a_pool_without_childcare_has_no_place_for_a_child() {
    for t in stores().await {
        let ids = course(&t.store, 3, 2).await;
        let mut older = mother(ids.seats, 1, 0, If::Told);
        older.details.children = Children::new([(ChildAgeBand::From6To12, 1)]);
        assert_eq!(ask(&t.store, older).await, SignUpOutcome::NoChildcare);
        assert_eq!(sound(&t.store, &ids).await, (0, 0, 0), "{}", t.database);
    }
}
