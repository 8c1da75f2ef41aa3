//! "I can't come": what it frees, what the roll says, and what it never tells.

use domain::{
    absence::AbsenceReason,
    desk::EventKind,
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, SignUpId},
    mark::MarkStatus,
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store, check,
    desk::{Why, history},
    enrolment::{self, Cancel, CancelOutcome, MyEnrolment},
    testing::{sealed::sealed_reasons, stores},
};

use crate::{
    common::{accepted, now, request},
    hub::{Device, Hub, send},
};

/// Ten minutes after the start of a hub's session.
fn on() -> Timestamp {
    now() + (7 * 24).hours() + 10.minutes()
}

async fn view(store: &Store, sign_up: SignUpId) -> MyEnrolment {
    let conn = &mut store.read().await.unwrap();
    enrolment::view(conn, sign_up).await.unwrap().unwrap()
}

async fn last_step(store: &Store, enrolment: EnrolmentId) -> (EventKind, Option<Why>, usize) {
    let conn = &mut store.read().await.unwrap();
    let steps = history(conn, enrolment).await.unwrap();
    let last = steps.last().unwrap();
    (last.kind, last.reason, steps.len())
}

async fn assert_sound(store: &Store) -> (i64, i64) {
    let conn = &mut store.read().await.unwrap();
    let report = check::run(conn, now()).await.unwrap();
    assert_eq!(report.broken, []);
    (report.seats[0].taken, report.seats[0].waiting)
}

fn because(cancel: Cancel, reason: AbsenceReason) -> Cancel {
    Cancel {
        reason: Some(reason),
        ..cancel
    }
}

#[tokio::test]
async fn scenario_21_before_the_start_her_seat_goes_to_the_first_who_waits_at_once() {
    for t in stores().await {
        let hub = Hub::open_with(&t.store, "a", 1).await;
        let (hers, enrolment) = hub.enrol(&t.store, 1).await;
        let waits = accepted(t.store.sign_up(request(hub.ids.seats, 2)).await.unwrap());
        let hers = because(hers, AbsenceReason::Child);
        let outcome = t.store.write(hers).await.unwrap();
        assert_eq!(outcome, CancelOutcome::Cancelled, "{}", t.database);
        let told = view(&t.store, hers.sign_up).await.status;
        assert_eq!(told, EnrolmentStatus::Excused, "{}", t.database);
        let next = view(&t.store, waits.sign_up).await.status;
        assert_eq!(next, EnrolmentStatus::Confirmed, "{}", t.database);
        assert_eq!(assert_sound(&t.store).await, (1, 0), "{}", t.database);
        let why = Some(Why::Hers(AbsenceReason::Child));
        let (kind, reason, _) = last_step(&t.store, enrolment).await;
        assert_eq!((kind, reason), (EventKind::Excused, why), "{}", t.database);
    }
}

#[tokio::test]
async fn after_the_start_the_roll_says_it_and_nothing_is_free() {
    for t in stores().await {
        let hub = Hub::open_with(&t.store, "a", 1).await;
        let (hers, enrolment) = hub.enrol(&t.store, 1).await;
        let waits = accepted(t.store.sign_up(request(hub.ids.seats, 2)).await.unwrap());
        let hers = Cancel {
            at: on(),
            ..because(hers, AbsenceReason::Transport)
        };
        for _ in 0..2 {
            let outcome = t.store.write(hers).await.unwrap();
            assert_eq!(outcome, CancelOutcome::Excused, "{}", t.database);
        }
        let (_, _, steps) = last_step(&t.store, enrolment).await;
        assert_eq!(steps, 2, "{}: said twice, written once", t.database);
        let row = hub.row(&t.store, enrolment).await;
        let cell = row.cell.unwrap();
        assert_eq!((row.flag, cell.status), (None, MarkStatus::Excused));
        let hers = view(&t.store, hers.sign_up).await;
        assert_eq!(hers.status, EnrolmentStatus::Confirmed, "{}", t.database);
        assert_eq!(hers.absent_until, Some(hers.ends_at), "{}", t.database);
        let next = view(&t.store, waits.sign_up).await.status;
        assert_eq!(next, EnrolmentStatus::Waitlisted, "{}", t.database);
        assert_eq!(assert_sound(&t.store).await, (1, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn whoever_marks_her_after_that_has_the_last_word() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "a").await;
        let amel = hub.facilitator(&t.store, "amel@a.example").await;
        let (hers, enrolment) = hub.enrol(&t.store, 1).await;
        t.store.write(Cancel { at: on(), ..hers }).await.unwrap();
        let mut came = Device::new().tap(&hub, enrolment, MarkStatus::Late, on() + 5.minutes());
        came.base_version = 1;
        send(&t.store, amel, &[came]).await;
        let cell = hub.row(&t.store, enrolment).await.cell.unwrap();
        assert_eq!(cell.status, MarkStatus::Late, "{}", t.database);
        assert_eq!(cell.disagreement, None, "{}", t.database);
    }
}

#[tokio::test]
async fn scenario_22_one_who_was_marked_present_cannot_cancel() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "a").await;
        let amel = hub.facilitator(&t.store, "amel@a.example").await;
        let (hers, enrolment) = hub.enrol(&t.store, 1).await;
        let (other, _) = hub.enrol(&t.store, 2).await;
        let mark = Device::new().tap(&hub, enrolment, MarkStatus::Present, now());
        send(&t.store, amel, &[mark]).await;
        for at in [now(), on()] {
            let outcome = t.store.write(Cancel { at, ..hers }).await.unwrap();
            assert_eq!(outcome, CancelOutcome::Present, "{} {at}", t.database);
        }
        // The control: one who was not.
        let outcome = t.store.write(other).await.unwrap();
        assert_eq!(outcome, CancelOutcome::Cancelled, "{}", t.database);
        assert_eq!(assert_sound(&t.store).await, (1, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn scenario_23_excused_earlier_she_signs_up_again_and_the_same_enrolment_is_revived() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "a").await;
        let (hers, enrolment) = hub.enrol(&t.store, 1).await;
        let hers = because(hers, AbsenceReason::Work);
        t.store.write(hers).await.unwrap();
        let again = accepted(t.store.sign_up(request(hub.ids.seats, 1)).await.unwrap());
        for sign_up in [hers.sign_up, again.sign_up] {
            let status = view(&t.store, sign_up).await.status;
            assert_eq!(status, EnrolmentStatus::Confirmed, "{}", t.database);
        }
        let (kind, _, steps) = last_step(&t.store, enrolment).await;
        assert_eq!((kind, steps), (EventKind::Seated, 3), "{}", t.database);
        assert_eq!(assert_sound(&t.store).await, (1, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn scenario_24_when_one_of_five_cancels_the_session_stays_and_four_remain() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "a").await;
        let mut women = Vec::new();
        for n in 1..=5 {
            women.push(hub.enrol(&t.store, n).await);
        }
        t.store.write(women[0].0).await.unwrap();
        assert_eq!(hub.sheet(&t.store).await.rows.len(), 4, "{}", t.database);
        for (cancel, _) in &women[1..] {
            let status = view(&t.store, cancel.sign_up).await.status;
            assert_eq!(status, EnrolmentStatus::Confirmed, "{}", t.database);
        }
        assert_eq!(assert_sound(&t.store).await, (4, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn the_link_of_a_repeat_hears_the_same_and_touches_nothing() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "a").await;
        let (hers, enrolment) = hub.enrol(&t.store, 1).await;
        let [early, late] = [1, 1].map(|n| request(hub.ids.seats, n));
        let early = accepted(t.store.sign_up(early).await.unwrap()).sign_up;
        let late = accepted(t.store.sign_up(late).await.unwrap()).sign_up;
        let say = async |sign_up, at| {
            let cancel = Cancel {
                sign_up,
                reason: Some(AbsenceReason::Unsaid),
                at,
            };
            t.store.write(cancel).await.unwrap()
        };
        assert_eq!(say(early, now()).await, CancelOutcome::Cancelled);
        assert_eq!(say(early, on()).await, CancelOutcome::AlreadyCancelled);
        assert_eq!(say(late, on()).await, CancelOutcome::Excused);
        let shown = view(&t.store, early).await;
        assert_eq!(shown.status, EnrolmentStatus::Excused, "{}", t.database);
        let shown = view(&t.store, late).await;
        assert_eq!(shown.absent_until, Some(shown.ends_at), "{}", t.database);
        let first = view(&t.store, hers.sign_up).await;
        assert_eq!(
            (first.status, first.absent_until),
            (EnrolmentStatus::Confirmed, None)
        );
        assert_eq!(hub.row(&t.store, enrolment).await.cell, None);
        assert_eq!(assert_sound(&t.store).await, (1, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn after_the_last_session_there_is_nothing_to_be_excused_from() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "a").await;
        let (hers, _) = hub.enrol(&t.store, 1).await;
        let at = on() + 3.hours();
        let outcome = t.store.write(Cancel { at, ..hers }).await.unwrap();
        assert_eq!(outcome, CancelOutcome::Started, "{}", t.database);
    }
}

#[tokio::test]
async fn her_reason_is_sealed_and_its_length_tells_nothing() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "a").await;
        for (n, reason) in AbsenceReason::ALL.iter().enumerate() {
            let (hers, _) = hub.enrol(&t.store, n).await;
            t.store.write(because(hers, *reason)).await.unwrap();
        }
        let stored = sealed_reasons(&t.store).await.unwrap();
        assert_eq!(stored.len(), AbsenceReason::ALL.len(), "{}", t.database);
        let lengths: std::collections::BTreeSet<_> = stored.iter().map(Vec::len).collect();
        assert_eq!(lengths.len(), 1, "{}", t.database);
        for reason in AbsenceReason::ALL {
            let word = reason.as_str().as_bytes();
            let shows = |bytes: &Vec<u8>| bytes.windows(word.len()).any(|it| it == word);
            assert!(!stored.iter().any(shows), "{}", t.database);
        }
    }
}
