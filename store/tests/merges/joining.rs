//! What a joining does: everything follows the one who stays, and one seat goes on.

use domain::{
    consent::Purpose,
    desk::EventKind,
    enrolment::EnrolmentStatus::{Cancelled, Confirmed, Waitlisted},
    id::SessionId,
    mark::MarkStatus::{Absent, Present},
    phone::PhoneNumber,
};
use jiff::ToSpan as _;
use store::{
    consent::{tasks, told_by_person},
    desk::{self, Merge, MergeOutcome, SawPhone, ShowPhone},
    enrolment::{Cancel, CancelOutcome, SignUpOutcome},
    mark::sheet,
    message::{AskForLink, FindLinks, open},
    testing::stores,
};

use crate::common::{accepted, form, now, with};
use crate::desk::{Desk, checked, enrol, her_view, record, sound, stands};
use crate::twins::{answer, author, enrol_as, everything, mark, merge, note, stranger};

#[tokio::test]
async fn marks_links_consents_and_notes_follow_the_one_who_stays() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        answer(&t.store, gone.sign_up, Purpose::PhotoGroup, true, now()).await;
        note(&t.store, &desk, gone.enrolment, "rings twice").await;
        mark(&t.store, &desk, gone.enrolment, Present).await;
        let marks = store::testing::rows::rows(&t, "marks").await;
        merge(&t.store, &desk, kept, gone).await;

        assert_eq!(store::testing::rows::rows(&t, "marks").await, marks);
        let mut conn = t.store.read().await.unwrap();
        let session = SessionId(desk.course.session);
        let roll = sheet(&mut conn, session).await.unwrap().unwrap();
        let [row] = &roll.rows[..] else {
            panic!("{}: {:?}", t.database, roll.rows);
        };
        assert_eq!(row.enrolment, kept.enrolment);
        assert_eq!(row.cell.as_ref().unwrap().status, Present);
        assert!(row.photos.group && row.flag.is_none());
        let notes = desk::notes(&mut conn, kept.enrolment).await.unwrap();
        assert_eq!(notes.len(), 1);
        let person = record(&t.store, kept.enrolment).await.person;
        let told = told_by_person(&mut conn, person).await.unwrap();
        assert!(
            told.iter()
                .any(|it| it.purpose == Purpose::PhotoGroup && it.granted)
        );
        // Both links lead to the enrolment that goes on.
        let cancel = Cancel {
            sign_up: gone.sign_up,
            reason: None,
            at: now() + 2.minutes(),
        };
        let outcome = t.store.write(cancel).await.unwrap();
        assert_eq!(outcome, CancelOutcome::Present, "{}", t.database);
        assert_eq!(her_view(&t.store, gone).await.status, Confirmed);
        let steps = desk::history(&mut conn, kept.enrolment).await.unwrap();
        assert_eq!(steps.last().unwrap().kind, EventKind::Joined);
        sound(&checked(&t.store, now()).await, t.database);
    }
}

#[tokio::test]
async fn two_marks_that_contradict_each_other_both_stay_on_the_roll() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        mark(&t.store, &desk, kept.enrolment, Absent).await;
        mark(&t.store, &desk, gone.enrolment, Present).await;
        merge(&t.store, &desk, kept, gone).await;
        // A tablet that knows only the other id goes on marking it.
        mark(&t.store, &desk, gone.enrolment, Present).await;
        let mut conn = t.store.read().await.unwrap();
        let session = SessionId(desk.course.session);
        let roll = sheet(&mut conn, session).await.unwrap().unwrap();
        assert_eq!(roll.rows.len(), 1, "{}", t.database);
        let cell = roll.rows[0].cell.as_ref().unwrap();
        assert_eq!(cell.version, 3, "{}", t.database);
        assert!(roll.rows[0].flag.is_none());
    }
}

#[tokio::test]
async fn of_two_seats_in_one_run_one_is_given_back_once_and_passed_on() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 1).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let next = enrol(&t.store, desk.first, 3).await;
        let last = enrol(&t.store, desk.first, 4).await;
        merge(&t.store, &desk, kept, gone).await;
        assert_eq!(stands(&t.store, kept).await, (desk.first, Confirmed));
        assert_eq!(stands(&t.store, gone).await, (desk.first, Cancelled));
        assert_eq!(stands(&t.store, next).await.1, Confirmed, "{}", t.database);
        assert_eq!(stands(&t.store, last).await.1, Waitlisted, "{}", t.database);
        // Twice is once.
        let again = Merge {
            kept: kept.enrolment,
            gone: gone.enrolment,
            by: author(desk.facilitator),
            at: now() + 2.minutes(),
        };
        let outcome = t.store.write(again).await.unwrap();
        assert_eq!(outcome, MergeOutcome::Already, "{}", t.database);
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (2, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn the_seat_and_the_earlier_place_stay_whoever_had_them() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let seated = enrol(&t.store, desk.first, 1).await;
        let second = enrol(&t.store, desk.first, 2).await;
        let third = enrol(&t.store, desk.first, 3).await;
        let fourth = enrol(&t.store, desk.first, 4).await;
        // The later place is the one that is kept: it gets the earlier rank.
        merge(&t.store, &desk, fourth, second).await;
        assert_eq!(record(&t.store, fourth.enrolment).await.place, Some(1));
        assert_eq!(record(&t.store, third.enrolment).await.place, Some(2));
        // And then the seat of someone who was the same woman too.
        merge(&t.store, &desk, fourth, seated).await;
        assert_eq!(
            stands(&t.store, fourth).await.1,
            Confirmed,
            "{}",
            t.database
        );
        assert_eq!(her_view(&t.store, second).await.status, Confirmed);
        assert_eq!(record(&t.store, third.enrolment).await.place, Some(1));
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (1, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn what_is_typed_later_under_the_other_spelling_finds_the_one_who_stays() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        merge(&t.store, &desk, kept, gone).await;
        // In the run where both were it is a repeat, which takes no seat.
        let repeat = with(desk.first, form(2).parse().unwrap());
        accepted(t.store.sign_up(repeat).await.unwrap());
        assert_eq!(record(&t.store, kept.enrolment).await.repeats.len(), 1);
        // In another run it is hers.
        let new = enrol(&t.store, desk.second, 2).await;
        let people = [kept, new].map(async |it| record(&t.store, it.enrolment).await.person);
        let [one, other] = people;
        assert_eq!(one.await, other.await, "{}", t.database);
        // Her browser that holds the other link hears it plainly.
        let request = store::enrolment::SignUp {
            visit: vec![gone.sign_up],
            ..with(desk.first, form(2).parse().unwrap())
        };
        let outcome = t.store.sign_up(request).await.unwrap();
        assert_eq!(outcome, SignUpOutcome::Already(gone.sign_up));
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools, [(1, 0), (1, 0)], "{}", t.database);
    }
}

#[tokio::test]
async fn the_number_that_is_shown_is_that_of_the_row_that_stays_and_a_lost_link_is_found_by_both() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.second, 2).await;
        merge(&t.store, &desk, kept, gone).await;
        let show = ShowPhone {
            of: SawPhone::OfEnrolment(gone.enrolment),
            by: desk.facilitator,
            at: now(),
        };
        let phone = t.store.write(show).await.unwrap().unwrap();
        assert_eq!(phone, PhoneNumber::parse(&form(1).phone).unwrap());
        let ask = AskForLink {
            phone: PhoneNumber::parse(&form(2).phone).unwrap(),
            lang: domain::lang::Lang::Fr,
            at: now(),
        };
        t.store.write(ask).await.unwrap();
        t.store.write(FindLinks { at: now() }).await.unwrap();
        let mut conn = t.store.read().await.unwrap();
        let open = open(&mut conn, author(desk.facilitator)).await.unwrap();
        assert_eq!(open.len(), 2, "{}: {open:?}", t.database);
    }
}

#[tokio::test]
async fn a_no_of_one_row_takes_back_the_yes_of_the_other_for_every_hub() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.second, 2).await;
        let (first, later) = (now() + 1.second(), now() + 2.seconds());
        answer(&t.store, kept.sign_up, Purpose::PhotoSelf, true, first).await;
        answer(&t.store, gone.sign_up, Purpose::PhotoSelf, false, later).await;
        let by = author(desk.facilitator);
        let mut conn = t.store.read().await.unwrap();
        assert_eq!(tasks(&mut conn, by, false).await.unwrap(), []);
        merge(&t.store, &desk, kept, gone).await;
        let open = tasks(&mut conn, by, false).await.unwrap();
        assert_eq!(open.len(), 1, "{}", t.database);
        assert_eq!(open[0].purpose, Purpose::PhotoSelf);
    }
}

#[tokio::test]
async fn a_facilitator_of_another_hub_is_refused_and_changes_nothing() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let kept = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let stranger = stranger(&t.store).await;
        let before = everything(&t).await;
        let wish = Merge {
            kept: kept.enrolment,
            gone: gone.enrolment,
            by: stranger,
            at: now(),
        };
        let outcome = t.store.write(wish).await.unwrap();
        assert_eq!(outcome, MergeOutcome::OtherHub, "{}", t.database);
        assert_eq!(everything(&t).await, before, "{}", t.database);
        // The control: hers are joined.
        merge(&t.store, &desk, kept, gone).await;
        assert_ne!(everything(&t).await, before, "{}", t.database);
    }
}

#[tokio::test]
async fn two_women_who_share_only_a_phone_are_joined_by_nobody_but_staff() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let salma = enrol_as(&t.store, desk.first, ["Salma", "Ben Ali"], "20123456").await;
        let hela = enrol_as(&t.store, desk.first, ["Hela", "Ben Ali"], "20123456").await;
        let mut conn = t.store.read().await.unwrap();
        let by = author(desk.facilitator);
        assert_eq!(desk::pairs(&mut conn, by).await.unwrap(), []);
        assert_eq!(stands(&t.store, salma).await.1, Confirmed);
        assert_eq!(stands(&t.store, hela).await.1, Confirmed);
    }
}
