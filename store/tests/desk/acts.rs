//! Confirming and ending: who gets a seat, who may not overtake, and what is written down.

use domain::{
    desk::{CancelReason, EventKind},
    enrolment::EnrolmentStatus::{Cancelled, Confirmed, Pending, Waitlisted},
};
use jiff::ToSpan as _;
use store::{
    Store,
    desk::{self, Confirm, ConfirmOutcome, End, EndOutcome, Step, Why, WriteNote},
    enrolment::Cancel,
    testing::{AddSeat, CloseAt, desk::SetPending, stores},
};

use crate::common::{accepted, now, request};
use crate::desk::{Desk, Woman, checked, enrol, her_view, record, sound, stands};

fn confirm(desk: &Desk, woman: Woman) -> Confirm {
    Confirm {
        enrolment: woman.enrolment,
        or_wait: false,
        by: desk.facilitator,
        at: now(),
    }
}

fn end(desk: &Desk, woman: Woman) -> End {
    End {
        enrolment: woman.enrolment,
        reason: CancelReason::Asked,
        by: desk.facilitator,
        at: now(),
    }
}

async fn kinds(store: &Store, woman: Woman) -> Vec<EventKind> {
    let steps: Vec<Step> = desk::history(&mut store.read().await.unwrap(), woman.enrolment)
        .await
        .unwrap();
    steps.iter().map(|step| step.kind).collect()
}

#[tokio::test]
async fn who_is_to_be_confirmed_gets_a_seat_if_one_is_free() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        t.store.write(SetPending(woman.enrolment)).await.unwrap();
        assert_eq!(stands(&t.store, woman).await, (desk.first, Pending));
        let outcome = t.store.write(confirm(&desk, woman)).await.unwrap();
        assert_eq!(outcome, ConfirmOutcome::Confirmed);
        assert_eq!(stands(&t.store, woman).await, (desk.first, Confirmed));
        let outcome = t.store.write(confirm(&desk, woman)).await.unwrap();
        assert_eq!(outcome, ConfirmOutcome::Already);
        let steps = kinds(&t.store, woman).await;
        assert_eq!(steps, [EventKind::Seated, EventKind::Confirmed]);
        sound(&checked(&t.store, now()).await, t.database);
    }
}

#[tokio::test]
async fn without_a_free_seat_confirming_changes_nothing_and_offers_the_list() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let doubtful = enrol(&t.store, desk.first, 1).await;
        t.store.write(SetPending(doubtful.enrolment)).await.unwrap();
        enrol(&t.store, desk.first, 2).await;
        let outcome = t.store.write(confirm(&desk, doubtful)).await.unwrap();
        assert_eq!(outcome, ConfirmOutcome::Full);
        assert_eq!(stands(&t.store, doubtful).await, (desk.first, Pending));
        let or_wait = Confirm {
            or_wait: true,
            ..confirm(&desk, doubtful)
        };
        let outcome = t.store.write(or_wait).await.unwrap();
        assert_eq!(outcome, ConfirmOutcome::Queued);
        assert_eq!(record(&t.store, doubtful.enrolment).await.place, Some(1));
        sound(&checked(&t.store, now()).await, t.database);
    }
}

#[tokio::test]
async fn after_the_deadline_staff_give_a_free_seat_to_the_first_of_the_queue_and_to_no_other() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        enrol(&t.store, desk.first, 1).await;
        let first = enrol(&t.store, desk.first, 2).await;
        let later = enrol(&t.store, desk.first, 3).await;
        let outcome = t.store.write(confirm(&desk, first)).await.unwrap();
        assert_eq!(outcome, ConfirmOutcome::Full, "no seat is free");
        t.store.write(CloseAt(desk.first, now())).await.unwrap();
        t.store.write(AddSeat(desk.first)).await.unwrap();
        let outcome = t.store.write(confirm(&desk, later)).await.unwrap();
        assert_eq!(outcome, ConfirmOutcome::NotFirst);
        assert_eq!(stands(&t.store, later).await.1, Waitlisted);
        let outcome = t.store.write(confirm(&desk, first)).await.unwrap();
        assert_eq!(outcome, ConfirmOutcome::Confirmed);
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (2, 1));
    }
}

#[tokio::test]
async fn ending_an_enrolment_passes_the_seat_on_and_says_who_and_why() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let gone = enrol(&t.store, desk.first, 1).await;
        let next = enrol(&t.store, desk.first, 2).await;
        let outcome = t.store.write(end(&desk, gone)).await.unwrap();
        assert_eq!(outcome, EndOutcome::Ended);
        assert_eq!(her_view(&t.store, gone).await.status, Cancelled);
        assert_eq!(her_view(&t.store, next).await.status, Confirmed);
        let steps = desk::history(&mut t.store.read().await.unwrap(), gone.enrolment)
            .await
            .unwrap();
        assert_eq!(steps[1].kind, EventKind::Cancelled);
        assert_eq!(steps[1].reason, Some(Why::Staff(CancelReason::Asked)));
        assert!(steps[1].by.is_some() && steps[0].by.is_none());
        let steps = kinds(&t.store, next).await;
        assert_eq!(steps, [EventKind::Queued, EventKind::Promoted]);
        let outcome = t.store.write(end(&desk, gone)).await.unwrap();
        assert_eq!(outcome, EndOutcome::Already);
        sound(&checked(&t.store, now()).await, t.database);
    }
}

#[tokio::test]
async fn ending_someone_to_be_confirmed_frees_no_seat_that_she_never_had() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 1).await;
        let doubtful = enrol(&t.store, desk.first, 1).await;
        enrol(&t.store, desk.first, 2).await;
        t.store.write(SetPending(doubtful.enrolment)).await.unwrap();
        t.store.write(end(&desk, doubtful)).await.unwrap();
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (1, 0));
    }
}

#[tokio::test]
async fn what_has_begun_is_ended_by_nobody() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let late = End {
            at: now() + (7 * 24).hours(),
            ..end(&desk, woman)
        };
        assert_eq!(t.store.write(late).await.unwrap(), EndOutcome::Started);
        let just_before = End {
            at: late.at - 1.microsecond(),
            ..late
        };
        assert_eq!(t.store.write(just_before).await.unwrap(), EndOutcome::Ended);
    }
}

#[tokio::test]
async fn a_note_is_kept_with_its_author_and_the_latest_comes_first() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        for (text, minutes) in [("تحتاج إلى المصعد", 0), ("Vient avec sa fille", 1)] {
            let note = WriteNote {
                enrolment: woman.enrolment,
                text: text.into(),
                by: desk.facilitator,
                at: now() + minutes.minutes(),
            };
            t.store.write(note).await.unwrap();
        }
        let notes = desk::notes(&mut t.store.read().await.unwrap(), woman.enrolment)
            .await
            .unwrap();
        let texts: Vec<&str> = notes.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(texts, ["Vient avec sa fille", "تحتاج إلى المصعد"]);
        let by = notes[0].by.as_ref().unwrap();
        assert_eq!(by.0, "facilitator@lab.example");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_up_while_another_cancels_does_not_wait_beside_a_free_seat() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let mut holder = enrol(&t.store, desk.first, 0).await.sign_up;
        for n in 1..60 {
            let cancel = Cancel {
                sign_up: holder,
                reason: None,
                at: now(),
            };
            let (cancelled, signed_up) = tokio::join!(
                t.store.write(cancel),
                t.store.sign_up(request(desk.first, n))
            );
            cancelled.unwrap();
            holder = accepted(signed_up.unwrap()).sign_up;
            let pools = sound(&checked(&t.store, now()).await, t.database);
            assert_eq!(pools[0], (1, 0), "{} {n}", t.database);
        }
    }
}
