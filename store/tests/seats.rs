//! Seats, the queue and repeats: stories on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use common::{accepted, details, form, now, request, with};
use domain::{enrolment::EnrolmentStatus, id::SeatsId};
use jiff::ToSpan as _;
use store::{
    Store, check,
    enrolment::{self, Cancel, CancelOutcome, MyEnrolment, SignUp, SignUpOutcome},
    testing::{AddSeat, CloseAt, SmallCourse, stores},
};

async fn course(store: &Store, capacity: i64) -> SeatsId {
    store
        .write(SmallCourse::with_seats(capacity, now()))
        .await
        .unwrap()
        .seats
}

async fn assert_sound(store: &Store) -> check::SeatsReport {
    let report = check::run(&mut store.read().await.unwrap(), now())
        .await
        .unwrap();
    assert_eq!(report.broken, []);
    report.seats.into_iter().next().unwrap()
}

async fn view(store: &Store, outcome: SignUpOutcome) -> MyEnrolment {
    let conn = &mut store.read().await.unwrap();
    enrolment::view(conn, accepted(outcome).sign_up)
        .await
        .unwrap()
        .unwrap()
}

async fn cancel(store: &Store, outcome: SignUpOutcome) -> CancelOutcome {
    store
        .write(Cancel {
            sign_up: accepted(outcome).sign_up,
            reason: None,
            at: now(),
        })
        .await
        .unwrap()
}

/// Everybody presses the button at once.
async fn rush(store: &Store, seats: SeatsId, women: usize) -> Vec<SignUpOutcome> {
    let together = std::sync::Arc::new(tokio::sync::Barrier::new(women));
    let tasks: Vec<_> = (0..women)
        .map(|n| {
            let (store, together) = (store.clone(), together.clone());
            tokio::spawn(async move {
                let request = request(seats, n);
                together.wait().await;
                store.sign_up(request).await.unwrap()
            })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

/// Scenarios 2, 3 and 11.
#[tokio::test(flavor = "multi_thread")]
async fn fifty_women_and_five_seats_give_five_seats_and_a_queue_of_forty_five() {
    for t in stores().await {
        let seats = course(&t.store, 5).await;
        let outcomes = rush(&t.store, seats, 50).await;
        let mut places: Vec<_> = outcomes.iter().filter_map(|o| accepted(*o).place).collect();
        places.sort_unstable();
        assert_eq!(places, (1..=45).collect::<Vec<_>>(), "{}", t.database);
        let pool = assert_sound(&t.store).await;
        assert_eq!(
            (pool.taken, pool.confirmed, pool.waitlisted),
            (5, 5, 45),
            "{}",
            t.database
        );
    }
}

/// Scenario 1, the control of 2 and 3.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_guard_the_same_rush_oversells() {
    for t in stores().await {
        let seats = course(&t.store, 5).await;
        // Fewer than the readers' connections on either database, so that all can meet.
        t.store.switch_seat_guard_off(8);
        rush(&t.store, seats, 8).await;
        let report = check::run(&mut t.store.read().await.unwrap(), now())
            .await
            .unwrap();
        let broken: Vec<_> = report.broken.iter().map(|broken| broken.promise).collect();
        assert!(
            broken.contains(&"over_capacity"),
            "{}: {broken:?}",
            t.database
        );
    }
}

#[tokio::test]
async fn the_database_itself_refuses_a_seat_too_many() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        t.store.sign_up(request(seats, 1)).await.unwrap();
        let forced = t.store.write(store::testing::ForceSeat(seats)).await;
        assert!(
            matches!(forced, Err(store::StoreError::Database(_))),
            "{}",
            t.database
        );
        assert_sound(&t.store).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_on_one_database_share_the_seats() {
    for t in stores().await {
        let seats = course(&t.store, 5).await;
        let other = t.open_again().await;
        let (here, there) = tokio::join!(rush(&t.store, seats, 10), rush_from(&other, seats, 10));
        assert_eq!(here.len() + there.len(), 20);
        let pool = assert_sound(&t.store).await;
        assert_eq!((pool.confirmed, pool.waitlisted), (5, 15), "{}", t.database);
    }
}

async fn rush_from(store: &Store, seats: SeatsId, women: usize) -> Vec<SignUpOutcome> {
    let mut outcomes = Vec::new();
    for n in 0..women {
        outcomes.push(store.sign_up(request(seats, 1000 + n)).await.unwrap());
    }
    outcomes
}

#[tokio::test]
async fn full_without_the_wish_to_wait_writes_nothing() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        t.store.sign_up(request(seats, 1)).await.unwrap();
        let mut unwilling = form(2);
        unwilling.waitlist = String::new();
        let outcome = t
            .store
            .sign_up(with(seats, unwilling.parse().unwrap()))
            .await
            .unwrap();
        assert_eq!(outcome, SignUpOutcome::Full { waiting: 0 });
        let pool = assert_sound(&t.store).await;
        assert_eq!((pool.people, pool.waiting), (1, 0));
        // The same form, with the wish to wait, is accepted: its key was not used up.
        unwilling.waitlist = "yes".into();
        let outcome = t
            .store
            .sign_up(with(seats, unwilling.parse().unwrap()))
            .await
            .unwrap();
        assert_eq!(accepted(outcome).place, Some(1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn scenario_8_the_same_request_sent_twice_at_once_gives_one_enrolment_and_one_answer() {
    for t in stores().await {
        let seats = course(&t.store, 5).await;
        let same = request(seats, 1);
        let (one, two) = tokio::join!(t.store.sign_up(same.clone()), t.store.sign_up(same.clone()));
        assert_eq!(one.unwrap(), two.unwrap());
        // After a restart too.
        let again = t.open_again().await.sign_up(same.clone()).await.unwrap();
        assert_eq!(again, t.store.sign_up(same).await.unwrap());
        assert_eq!(assert_sound(&t.store).await.taken, 1);
    }
}

#[tokio::test]
async fn scenario_8_a_key_is_not_valid_for_another_body() {
    for t in stores().await {
        let seats = course(&t.store, 5).await;
        let first = request(seats, 1);
        let mut other = details(2);
        other.key = first.details.key;
        t.store.sign_up(first).await.unwrap();
        let outcome = t.store.sign_up(with(seats, other)).await.unwrap();
        assert_eq!(outcome, SignUpOutcome::KeyConflict);
        assert_eq!(assert_sound(&t.store).await.taken, 1);
    }
}

#[tokio::test]
async fn after_the_deadline_nobody_gets_a_seat_that_is_free() {
    for t in stores().await {
        let seats = course(&t.store, 5).await;
        let same = request(seats, 1);
        let first = t.store.sign_up(same.clone()).await.unwrap();
        t.store.write(CloseAt(seats, now())).await.unwrap();
        let late = t.store.sign_up(request(seats, 2)).await.unwrap();
        assert_eq!(late, SignUpOutcome::Closed);
        // What was accepted before is still told.
        assert_eq!(t.store.sign_up(same).await.unwrap(), first);
        assert_eq!(assert_sound(&t.store).await.taken, 1);
    }
}

#[tokio::test]
async fn a_freed_seat_goes_to_the_first_who_waits() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        let first = t.store.sign_up(request(seats, 1)).await.unwrap();
        let second = t.store.sign_up(request(seats, 2)).await.unwrap();
        let third = t.store.sign_up(request(seats, 3)).await.unwrap();
        assert_eq!(cancel(&t.store, first).await, CancelOutcome::Cancelled);
        assert_eq!(
            view(&t.store, second).await.status,
            EnrolmentStatus::Confirmed
        );
        let third = view(&t.store, third).await;
        assert_eq!(
            (third.status, third.place),
            (EnrolmentStatus::Waitlisted, Some(1))
        );
        assert_eq!(assert_sound(&t.store).await.taken, 1);
    }
}

/// Scenario 12: nobody waits beside a free seat, also who would wait gladly.
#[tokio::test]
async fn who_asks_for_the_list_while_seats_are_free_gets_a_seat() {
    for t in stores().await {
        let seats = course(&t.store, 2).await;
        for n in 0..2 {
            let request = request(seats, n);
            assert!(request.details.accepts_waiting);
            let receipt = accepted(t.store.sign_up(request).await.unwrap());
            assert_eq!(receipt.status, EnrolmentStatus::Confirmed, "{}", t.database);
        }
        let pool = assert_sound(&t.store).await;
        assert_eq!((pool.taken, pool.waiting), (2, 0), "{}", t.database);
    }
}

/// Scenario 5.
#[tokio::test]
async fn an_empty_course_with_a_withdrawn_enrolment_takes_another() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        let first = t.store.sign_up(request(seats, 1)).await.unwrap();
        cancel(&t.store, first).await;
        let second = t.store.sign_up(request(seats, 2)).await.unwrap();
        assert_eq!(accepted(second).status, EnrolmentStatus::Confirmed);
    }
}

#[tokio::test]
async fn leaving_the_queue_moves_the_others_up() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        t.store.sign_up(request(seats, 1)).await.unwrap();
        let second = t.store.sign_up(request(seats, 2)).await.unwrap();
        let third = t.store.sign_up(request(seats, 3)).await.unwrap();
        assert_eq!(cancel(&t.store, second).await, CancelOutcome::Cancelled);
        assert_eq!(
            cancel(&t.store, second).await,
            CancelOutcome::AlreadyCancelled
        );
        assert_eq!(view(&t.store, third).await.place, Some(1));
        assert_sound(&t.store).await;
    }
}

#[tokio::test]
async fn scenario_13_a_repeat_from_another_browser_is_told_what_a_newcomer_is_told_and_moves_nothing()
 {
    for t in stores().await {
        let seats = course(&t.store, 2).await;
        let hers = t.store.sign_up(request(seats, 1)).await.unwrap();
        let mut again = form(1);
        again.phone = "+216 20.000.001".into();
        let repeat = t
            .store
            .sign_up(with(seats, again.parse().unwrap()))
            .await
            .unwrap();
        assert_eq!(accepted(repeat).status, EnrolmentStatus::Confirmed);
        assert_eq!(assert_sound(&t.store).await.taken, 1);

        assert_eq!(cancel(&t.store, repeat).await, CancelOutcome::Cancelled);
        assert_eq!(
            view(&t.store, repeat).await.status,
            EnrolmentStatus::Cancelled
        );
        assert_eq!(
            view(&t.store, hers).await.status,
            EnrolmentStatus::Confirmed
        );
        assert_eq!(assert_sound(&t.store).await.taken, 1);
    }
}

#[tokio::test]
async fn a_repeat_when_full_is_told_the_end_of_the_queue() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        t.store.sign_up(request(seats, 1)).await.unwrap();
        t.store.sign_up(request(seats, 2)).await.unwrap();
        let repeat = t.store.sign_up(request(seats, 1)).await.unwrap();
        assert_eq!(accepted(repeat).place, Some(2));
        let newcomer = t.store.sign_up(request(seats, 3)).await.unwrap();
        assert_eq!(accepted(newcomer).place, Some(2));
        assert_eq!(assert_sound(&t.store).await.waiting, 2);
    }
}

#[tokio::test]
async fn scenario_13_in_the_browser_that_holds_her_link_she_is_told_plainly() {
    for t in stores().await {
        let seats = course(&t.store, 2).await;
        let hers = accepted(t.store.sign_up(request(seats, 1)).await.unwrap()).sign_up;
        let again = SignUp {
            visit: vec![hers],
            ..request(seats, 1)
        };
        assert_eq!(
            t.store.sign_up(again).await.unwrap(),
            SignUpOutcome::Already(hers)
        );
    }
}

#[tokio::test]
async fn another_name_on_the_same_phone_is_another_person() {
    for t in stores().await {
        let seats = course(&t.store, 2).await;
        t.store.sign_up(request(seats, 1)).await.unwrap();
        let mut daughter = form(1);
        daughter.given_name = "Ines".into();
        t.store
            .sign_up(with(seats, daughter.parse().unwrap()))
            .await
            .unwrap();
        assert_eq!(assert_sound(&t.store).await.people, 2);
    }
}

#[tokio::test]
async fn enrolling_again_after_cancelling_revives_the_same_enrolment() {
    for t in stores().await {
        let seats = course(&t.store, 2).await;
        let first = t.store.sign_up(request(seats, 1)).await.unwrap();
        cancel(&t.store, first).await;
        let second = t.store.sign_up(request(seats, 1)).await.unwrap();
        assert_eq!(accepted(second).status, EnrolmentStatus::Confirmed);
        assert_eq!(
            view(&t.store, first).await.status,
            EnrolmentStatus::Confirmed
        );
        let pool = assert_sound(&t.store).await;
        assert_eq!((pool.taken, pool.people), (1, 1));
    }
}

#[tokio::test]
async fn nobody_signs_up_or_cancels_after_the_start() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        let first = t.store.sign_up(request(seats, 1)).await.unwrap();
        t.store.sign_up(request(seats, 2)).await.unwrap();
        let later = now() + (8 * 24).hours();
        let late = SignUp {
            at: later,
            ..request(seats, 3)
        };
        assert_eq!(t.store.sign_up(late).await.unwrap(), SignUpOutcome::Closed);
        let cancel = Cancel {
            sign_up: accepted(first).sign_up,
            reason: None,
            at: later,
        };
        assert_eq!(t.store.write(cancel).await.unwrap(), CancelOutcome::Started);
        assert_eq!(assert_sound(&t.store).await.waiting, 1);
    }
}

#[tokio::test]
async fn only_the_private_link_opens_an_enrolment() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        let outcome = t.store.sign_up(request(seats, 1)).await.unwrap();
        let token = view(&t.store, outcome).await.link_token;
        assert_eq!(token.len(), 22);
        let conn = &mut t.store.read().await.unwrap();
        let found = enrolment::by_token(conn, &token).await.unwrap();
        assert_eq!(found, Some(accepted(outcome).sign_up));
        for wrong in ["", "AAAAAAAAAAAAAAAAAAAAAA", "not base64!", &token[..21]] {
            assert_eq!(enrolment::by_token(conn, wrong).await.unwrap(), None);
        }
    }
}

/// Scenario 19.
#[tokio::test]
async fn a_newcomer_does_not_overtake_those_who_wait_while_a_seat_is_free_for_a_moment() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        t.store.sign_up(request(seats, 1)).await.unwrap();
        let waiting = t.store.sign_up(request(seats, 2)).await.unwrap();
        t.store.write(AddSeat(seats)).await.unwrap();
        let newcomer = t.store.sign_up(request(seats, 3)).await.unwrap();
        assert_eq!(accepted(newcomer).place, Some(2), "{}", t.database);
        let repeat = t.store.sign_up(request(seats, 1)).await.unwrap();
        assert_eq!(accepted(repeat).place, Some(3), "{}", t.database);
        assert_eq!(view(&t.store, waiting).await.place, Some(1));
    }
}

#[tokio::test]
async fn a_seat_freed_after_the_deadline_is_given_to_nobody() {
    for t in stores().await {
        let seats = course(&t.store, 1).await;
        let first = t.store.sign_up(request(seats, 1)).await.unwrap();
        let second = t.store.sign_up(request(seats, 2)).await.unwrap();
        t.store.write(CloseAt(seats, now())).await.unwrap();
        assert_eq!(cancel(&t.store, first).await, CancelOutcome::Cancelled);
        let second = view(&t.store, second).await;
        assert_eq!(second.status, EnrolmentStatus::Waitlisted, "{}", t.database);
        assert_eq!(assert_sound(&t.store).await.taken, 0, "{}", t.database);
    }
}
