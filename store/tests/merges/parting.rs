//! Taking apart: everything as it was, or a reason why not.

use domain::{
    consent::Purpose,
    enrolment::EnrolmentStatus::{Confirmed, Waitlisted},
    mark::MarkStatus::Present,
};
use jiff::ToSpan as _;
use store::{
    desk::{Conflict, UNDO, Unmerge, UnmergeOutcome},
    enrolment::{Cancel, Move},
    retention::Sweep,
    testing::stores,
};

use crate::common::{accepted, form, now, with};
use crate::desk::{Desk, checked, enrol, her_view, record, sound, stands};
use crate::twins::{answer, author, everything, mark, merge, note, stranger, unmerge};

#[tokio::test]
async fn undoing_restores_every_row_as_it_was() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        enrol(&t.store, desk.second, 2).await;
        // A repeat, answers, notes, marks, messages that wait.
        accepted(
            t.store
                .sign_up(with(desk.first, form(2).parse().unwrap()))
                .await
                .unwrap(),
        );
        answer(
            &t.store,
            kept.sign_up,
            Purpose::PhotoSelf,
            true,
            now() + 1.second(),
        )
        .await;
        answer(
            &t.store,
            gone.sign_up,
            Purpose::PhotoSelf,
            false,
            now() + 2.seconds(),
        )
        .await;
        answer(&t.store, gone.sign_up, Purpose::PhotoGroup, true, now()).await;
        note(&t.store, &desk, gone.enrolment, "left a bag").await;
        mark(&t.store, &desk, gone.enrolment, Present).await;
        let before = everything(&t).await;
        let merge = merge(&t.store, &desk, kept, gone).await;
        assert_ne!(everything(&t).await, before, "{}", t.database);
        sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(
            unmerge(&t.store, &desk, merge).await,
            UnmergeOutcome::Parted
        );
        for (now, before) in everything(&t).await.iter().zip(&before) {
            assert_eq!(now, before, "{}", t.database);
        }
        sound(&checked(&t.store, now()).await, t.database);
        let again = unmerge(&t.store, &desk, merge).await;
        assert_eq!(again, UnmergeOutcome::Already, "{}", t.database);
    }
}

#[tokio::test]
async fn who_had_the_better_place_has_it_again_in_whichever_order_they_were_joined() {
    for t in stores().await {
        for swapped in [false, true] {
            let desk = if swapped { "b" } else { "a" };
            let t = match t.database {
                "sqlite" => store::testing::sqlite().await,
                _ => store::testing::postgres().await.unwrap(),
            };
            println!("{} {desk}", t.database);
            let desk = Desk::with_slots(&t.store, 1, 1).await;
            let seated = enrol(&t.store, desk.first, 1).await;
            let second = enrol(&t.store, desk.first, 2).await;
            let third = enrol(&t.store, desk.first, 3).await;
            let before = everything(&t).await;
            let (kept, gone) = match swapped {
                true => (third, seated),
                false => (seated, third),
            };
            let one = merge(&t.store, &desk, kept, gone).await;
            assert_eq!(record(&t.store, second.enrolment).await.place, Some(1));
            assert_eq!(unmerge(&t.store, &desk, one).await, UnmergeOutcome::Parted);
            assert_eq!(everything(&t).await, before, "{}", t.database);
        }
    }
}

#[tokio::test]
async fn a_seat_that_was_given_on_meanwhile_makes_her_the_first_in_the_queue() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 1).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let next = enrol(&t.store, desk.first, 3).await;
        let last = enrol(&t.store, desk.first, 4).await;
        let merge = merge(&t.store, &desk, kept, gone).await;
        assert_eq!(
            unmerge(&t.store, &desk, merge).await,
            UnmergeOutcome::Queued(1)
        );
        assert_eq!(stands(&t.store, kept).await.1, Confirmed, "{}", t.database);
        assert_eq!(stands(&t.store, next).await.1, Confirmed, "{}", t.database);
        assert_eq!(record(&t.store, gone.enrolment).await.place, Some(1));
        assert_eq!(record(&t.store, last.enrolment).await.place, Some(2));
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (2, 2), "{}", t.database);
        // The next seat is hers.
        let cancel = Cancel {
            sign_up: next.sign_up,
            reason: None,
            at: now() + 3.minutes(),
        };
        t.store.write(cancel).await.unwrap();
        assert_eq!(her_view(&t.store, gone).await.status, Confirmed);
        assert_eq!(stands(&t.store, last).await.1, Waitlisted, "{}", t.database);
    }
}

#[tokio::test]
async fn a_seat_from_the_queue_stays_with_the_one_whose_place_it_was() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let seated = enrol(&t.store, desk.first, 1).await;
        let earlier = enrol(&t.store, desk.first, 2).await;
        let later = enrol(&t.store, desk.first, 3).await;
        let merge = merge(&t.store, &desk, later, earlier).await;
        let cancel = Cancel {
            sign_up: seated.sign_up,
            reason: None,
            at: now() + 1.minute(),
        };
        t.store.write(cancel).await.unwrap();
        assert_eq!(stands(&t.store, later).await.1, Confirmed, "{}", t.database);
        assert_eq!(
            unmerge(&t.store, &desk, merge).await,
            UnmergeOutcome::Parted
        );
        assert_eq!(
            stands(&t.store, earlier).await.1,
            Confirmed,
            "{}",
            t.database
        );
        assert_eq!(record(&t.store, later.enrolment).await.place, Some(1));
        sound(&checked(&t.store, now()).await, t.database);
    }
}

#[tokio::test]
async fn what_she_has_given_up_since_is_a_reason_not_to_undo() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let merge = merge(&t.store, &desk, kept, gone).await;
        let cancel = Cancel {
            sign_up: gone.sign_up,
            reason: None,
            at: now() + 1.minute(),
        };
        t.store.write(cancel).await.unwrap();
        let before = everything(&t).await;
        let outcome = unmerge(&t.store, &desk, merge).await;
        assert_eq!(outcome, UnmergeOutcome::Refused(Conflict::Place));
        assert_eq!(everything(&t).await, before, "{}", t.database);
    }
}

#[tokio::test]
async fn a_link_that_leads_to_another_run_since_is_a_reason_not_to_undo() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let merge = merge(&t.store, &desk, kept, gone).await;
        let wish = Move {
            enrolment: kept.enrolment,
            to: desk.second,
            or_wait: false,
            by: Some(desk.facilitator),
            holder: None,
            at: now() + 1.minute(),
        };
        t.store.write(wish).await.unwrap();
        let outcome = unmerge(&t.store, &desk, merge).await;
        assert_eq!(outcome, UnmergeOutcome::Refused(Conflict::MovedAway));
        sound(&checked(&t.store, now()).await, t.database);
    }
}

#[tokio::test]
async fn of_two_joinings_of_one_woman_the_later_is_undone_first() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let [one, two, three] = [
            enrol(&t.store, desk.first, 1).await,
            enrol(&t.store, desk.first, 2).await,
            enrol(&t.store, desk.first, 3).await,
        ];
        let before = everything(&t).await;
        let first = merge(&t.store, &desk, two, three).await;
        let between = everything(&t).await;
        let second = merge(&t.store, &desk, one, two).await;
        sound(&checked(&t.store, now()).await, t.database);
        let outcome = unmerge(&t.store, &desk, first).await;
        assert_eq!(outcome, UnmergeOutcome::Refused(Conflict::Later));
        assert_eq!(
            unmerge(&t.store, &desk, second).await,
            UnmergeOutcome::Parted
        );
        assert_eq!(everything(&t).await, between, "{}", t.database);
        assert_eq!(
            unmerge(&t.store, &desk, first).await,
            UnmergeOutcome::Parted
        );
        assert_eq!(everything(&t).await, before, "{}", t.database);
    }
}

#[tokio::test]
async fn after_thirty_days_what_was_moved_is_forgotten_and_the_joining_stands() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let merge = merge(&t.store, &desk, kept, gone).await;
        let late = Unmerge {
            merge,
            by: author(desk.facilitator),
            at: now() + UNDO + 1.minute(),
        };
        let outcome = t.store.write(late).await.unwrap();
        assert_eq!(outcome, UnmergeOutcome::TooLate, "{}", t.database);
        let swept = t.store.write(Sweep { at: late.at }).await.unwrap();
        assert_eq!(swept.joinings, 1, "{}", t.database);
        assert_eq!(
            unmerge(&t.store, &desk, merge).await,
            UnmergeOutcome::TooLate
        );
        let swept = t.store.write(Sweep { at: late.at }).await.unwrap();
        assert_eq!(swept.joinings, 0, "{}", t.database);
    }
}

#[tokio::test]
async fn a_facilitator_of_another_hub_cannot_undo() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let merge = merge(&t.store, &desk, kept, gone).await;
        let stranger = stranger(&t.store).await;
        let before = everything(&t).await;
        let wish = Unmerge {
            merge,
            by: stranger,
            at: now(),
        };
        let outcome = t.store.write(wish).await.unwrap();
        assert_eq!(outcome, UnmergeOutcome::OtherHub, "{}", t.database);
        assert_eq!(everything(&t).await, before, "{}", t.database);
    }
}
