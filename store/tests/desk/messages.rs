//! The outbox: what each cause puts into it, who may be written to, and that nobody is written to
//! twice without knowing.

use std::sync::Arc;

use domain::{
    desk::{CallHours, CancelReason},
    id::{AccountId, SeatsId, SignUpId},
    lang::Lang,
    message::{Channel, MessageAnswer, MessageKind},
    phone::PhoneNumber,
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store,
    desk::{End, phone_views},
    enrolment::{Cancel, Move, SignUp},
    mark::Author,
    message::{
        self, Answer, AskForLink, FindLinks, OpenMessage, SetReach, Tap, TapOutcome, unguarded,
    },
    testing::{TestStore, stores},
};
use tokio::sync::Barrier;

use crate::common::{accepted, now, request};
use crate::desk::{Desk, Woman, enrol, facilitator};

async fn open(store: &Store, account: AccountId) -> Vec<OpenMessage> {
    let by = Author {
        account,
        all_hubs: false,
    };
    let conn = &mut store.read().await.unwrap();
    message::open(conn, by).await.unwrap()
}

async fn kinds(store: &Store, account: AccountId) -> Vec<MessageKind> {
    let open = open(store, account).await;
    open.iter().map(|message| message.kind).collect()
}

async fn cancel(store: &Store, woman: Woman) {
    let cancel = Cancel {
        sign_up: woman.sign_up,
        reason: None,
        at: now(),
    };
    store.write(cancel).await.unwrap();
}

async fn says(store: &Store, sign_up: SignUpId, channel: Channel) {
    let reach = SetReach {
        sign_up,
        channel,
        hours: CallHours::Morning,
        at: now(),
    };
    store.write(reach).await.unwrap();
}

fn tap(message: &OpenMessage, by: AccountId) -> Tap {
    Tap {
        message: message.id,
        seen: message.taps,
        by,
        at: now(),
    }
}

fn answer(message: &OpenMessage, answer: MessageAnswer, by: AccountId, at: Timestamp) -> Answer {
    Answer {
        message: message.id,
        answer,
        by,
        at,
    }
}

async fn looks(store: &Store) -> usize {
    let everyone = Author {
        account: AccountId(uuid::Uuid::nil()),
        all_hubs: true,
    };
    let conn = &mut store.read().await.unwrap();
    phone_views(conn, everyone, 100).await.unwrap().len()
}

#[tokio::test]
async fn scenario_21_the_hub_hears_who_left_and_only_the_next_woman_is_written_to() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let first = enrol(&t.store, desk.first, 1).await;
        let second = enrol(&t.store, desk.first, 2).await;
        enrol(&t.store, desk.first, 3).await;
        cancel(&t.store, first).await;
        let open = open(&t.store, desk.facilitator).await;
        let told: Vec<_> = open.iter().map(|it| (it.enrolment, it.kind)).collect();
        let mut expected = [
            (first.enrolment, MessageKind::Left),
            (second.enrolment, MessageKind::Seat),
        ];
        expected.sort_by_key(|(enrolment, _)| told.iter().position(|it| it.0 == *enrolment));
        assert_eq!(told, expected, "{}", t.database);
    }
}

#[tokio::test]
async fn scenario_13_her_safe_way_hears_of_a_repeat_once_and_the_repeat_cannot_change_it() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 3, 1).await;
        let hers = enrol(&t.store, desk.first, 1).await;
        says(&t.store, hers.sign_up, Channel::Sms).await;
        for _ in 0..2 {
            let repeat = request(desk.first, 1);
            let repeat = accepted(t.store.sign_up(repeat).await.unwrap()).sign_up;
            says(&t.store, repeat, Channel::Whatsapp).await;
        }
        let open = open(&t.store, desk.facilitator).await;
        assert_eq!(open.len(), 1, "{}", t.database);
        assert_eq!(open[0].kind, MessageKind::Repeat, "{}", t.database);
        assert_eq!(open[0].reach.channel, Some(Channel::Sms), "{}", t.database);
        assert_eq!(open[0].reach.hours, Some(CallHours::Morning));
    }
}

#[tokio::test]
async fn staff_who_move_or_cancel_someone_leave_a_message_for_her() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        let moved = enrol(&t.store, desk.first, 1).await;
        let ended = enrol(&t.store, desk.first, 2).await;
        let asked = enrol(&t.store, desk.second, 3).await;
        let relocate = Move {
            enrolment: moved.enrolment,
            to: desk.second,
            or_wait: false,
            by: Some(desk.facilitator),
            holder: None,
            at: now(),
        };
        t.store.write(relocate).await.unwrap();
        let reasons = [CancelReason::Mistake, CancelReason::Asked];
        for (woman, reason) in [ended, asked].into_iter().zip(reasons) {
            let end = End {
                enrolment: woman.enrolment,
                reason,
                by: desk.facilitator,
                at: now() + 1.second(),
            };
            t.store.write(end).await.unwrap();
        }
        let told = kinds(&t.store, desk.facilitator).await;
        assert_eq!(
            told,
            [MessageKind::Moved, MessageKind::Cancelled],
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn better_not_means_no_message_and_the_task_for_the_hub_stays() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let first = enrol(&t.store, desk.first, 1).await;
        let second = enrol(&t.store, desk.first, 2).await;
        says(&t.store, second.sign_up, Channel::None).await;
        says(&t.store, first.sign_up, Channel::None).await;
        cancel(&t.store, first).await;
        let told = kinds(&t.store, desk.facilitator).await;
        assert_eq!(told, [MessageKind::Left], "{}", t.database);
    }
}

#[tokio::test]
async fn one_who_says_better_not_later_is_not_written_to_any_more() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let first = enrol(&t.store, desk.first, 1).await;
        let second = enrol(&t.store, desk.first, 2).await;
        cancel(&t.store, first).await;
        says(&t.store, second.sign_up, Channel::None).await;
        let told = kinds(&t.store, desk.facilitator).await;
        assert_eq!(told, [MessageKind::Left], "{}", t.database);
    }
}

#[tokio::test]
async fn what_is_true_no_longer_is_not_said() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let first = enrol(&t.store, desk.first, 1).await;
        let second = enrol(&t.store, desk.first, 2).await;
        cancel(&t.store, first).await;
        cancel(&t.store, second).await;
        let told = kinds(&t.store, desk.facilitator).await;
        assert_eq!(
            told,
            [MessageKind::Left, MessageKind::Left],
            "{}",
            t.database
        );
    }
}

async fn one_message(store: &Store, desk: &Desk, seats: SeatsId) -> OpenMessage {
    let woman = enrol(store, seats, 1).await;
    says(store, woman.sign_up, Channel::Whatsapp).await;
    accepted(store.sign_up(request(seats, 1)).await.unwrap());
    open(store, desk.facilitator).await.remove(0)
}

/// Two colleagues tap the same message at once; how many got the number.
async fn race(t: &TestStore, guarded: bool) -> usize {
    let desk = Desk::with_slots(&t.store, 3, 1).await;
    let other = facilitator(&t.store, "other@lab.example").await;
    let message = one_message(&t.store, &desk, desk.first).await;
    let together = Arc::new(Barrier::new(2));
    let tasks = [desk.facilitator, other].map(|by| {
        let (store, together) = (t.store.clone(), Arc::clone(&together));
        let tap = tap(&message, by);
        tokio::spawn(async move {
            if guarded {
                together.wait().await;
                store.write(tap).await
            } else {
                unguarded::tap(&store, tap, &together).await
            }
        })
    });
    let mut shown = 0;
    for task in tasks {
        let outcome = task.await.unwrap().unwrap();
        shown += usize::from(matches!(outcome, TapOutcome::Shown(_)));
    }
    assert_eq!(looks(&t.store).await, shown, "{}", t.database);
    shown
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_tap_at_once_one_is_told_that_a_colleague_did() {
    for t in stores().await {
        assert_eq!(race(&t, true).await, 1, "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_guard_both_would_write_to_her() {
    for t in stores().await {
        assert_eq!(race(&t, false).await, 2, "{}", t.database);
    }
}

#[tokio::test]
async fn the_number_is_shown_with_what_the_text_needs_and_each_look_is_written_down() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 3, 1).await;
        let message = one_message(&t.store, &desk, desk.first).await;
        let outcome = t
            .store
            .write(tap(&message, desk.facilitator))
            .await
            .unwrap();
        let TapOutcome::Shown(to_send) = outcome else {
            panic!("{outcome:?}");
        };
        assert_eq!(to_send.phone.as_e164(), "+21620000001", "{}", t.database);
        assert_eq!(to_send.kind, MessageKind::Repeat, "{}", t.database);
        let token = to_send.link_token.unwrap();
        let conn = &mut t.store.read().await.unwrap();
        let opens = store::enrolment::by_token(conn, &token).await.unwrap();
        let view = store::enrolment::view(conn, opens.unwrap()).await.unwrap();
        assert_eq!(view.unwrap().seats_slug, "small", "{}", t.database);
        assert_eq!(looks(&t.store).await, 1, "{}", t.database);
        let again = open(&t.store, desk.facilitator).await.remove(0);
        assert_eq!(
            (again.taps, again.tapped.is_some()),
            (1, true),
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn a_message_is_closed_once_and_nobody_is_rung_for_ever() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 3, 1).await;
        let message = one_message(&t.store, &desk, desk.first).await;
        let say = async |word, at| {
            let answer = answer(&message, word, desk.facilitator, at);
            t.store.write(answer).await.unwrap()
        };
        assert!(say(MessageAnswer::NoAnswer, now()).await);
        let later = open(&t.store, desk.facilitator).await.remove(0);
        assert_eq!((later.tries, later.due_at), (1, now() + 3.hours()));
        let by = Author {
            account: desk.facilitator,
            all_hubs: false,
        };
        let conn = &mut t.store.read().await.unwrap();
        assert_eq!(message::count(conn, by, now()).await.unwrap(), 0);
        assert_eq!(message::count(conn, by, later.due_at).await.unwrap(), 1);
        assert!(say(MessageAnswer::NoAnswer, later.due_at).await);
        assert!(say(MessageAnswer::NoAnswer, later.due_at + 3.hours()).await);
        assert_eq!(open(&t.store, desk.facilitator).await, [], "{}", t.database);
        assert!(!say(MessageAnswer::Whatsapp, now()).await, "{}", t.database);
        let gone = t
            .store
            .write(tap(&message, desk.facilitator))
            .await
            .unwrap();
        assert_eq!(gone, TapOutcome::Gone, "{}", t.database);
    }
}

#[tokio::test]
async fn a_lost_link_is_asked_for_in_one_way_and_found_only_for_those_who_have_one() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 3, 1).await;
        let hers = enrol(&t.store, desk.first, 1).await;
        let gone = enrol(&t.store, desk.first, 2).await;
        let never = enrol(&t.store, desk.first, 3).await;
        cancel(&t.store, gone).await;
        says(&t.store, never.sign_up, Channel::None).await;
        // Twice within the hour, and numbers that nobody has, or nobody may write to.
        for phone in ["20000001", "20 000 001", "20000002", "20000003", "20000004"] {
            let ask = AskForLink {
                phone: PhoneNumber::parse(phone).unwrap(),
                lang: Lang::Fr,
                at: now(),
            };
            t.store.write(ask).await.unwrap();
        }
        let conn = &mut t.store.read().await.unwrap();
        assert!(message::are_links_asked_for(conn).await.unwrap());
        t.store.write(FindLinks { at: now() }).await.unwrap();
        assert!(!message::are_links_asked_for(conn).await.unwrap());
        let open = open(&t.store, desk.facilitator).await;
        let links = open.iter().filter(|it| it.kind == MessageKind::Link);
        let whose: Vec<_> = links.map(|it| it.enrolment).collect();
        assert_eq!(whose, [hers.enrolment], "{}", t.database);
    }
}

#[tokio::test]
async fn another_hub_sees_none_of_it() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 3, 1).await;
        one_message(&t.store, &desk, desk.first).await;
        let stranger = AccountId(uuid::Uuid::nil());
        assert_eq!(open(&t.store, stranger).await, [], "{}", t.database);
    }
}

/// The request of the n-th woman, who says in the form how she may be reached.
fn saying(desk: &Desk, n: usize, channel: Channel) -> SignUp {
    let mut request = request(desk.first, n);
    request.details.reach = Some((channel, CallHours::Evening));
    request
}

#[tokio::test]
async fn what_she_says_in_the_form_stands_with_her_sign_up_and_counts_at_once() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let first = enrol(&t.store, desk.first, 1).await;
        let sms = accepted(
            t.store
                .sign_up(saying(&desk, 2, Channel::Sms))
                .await
                .unwrap(),
        );
        let conn = &mut t.store.read().await.unwrap();
        let reach = message::reach(conn, sms.sign_up).await.unwrap();
        let said = (reach.channel, reach.hours);
        assert_eq!(
            said,
            (Some(Channel::Sms), Some(CallHours::Evening)),
            "{}",
            t.database
        );
        let not_at_all = saying(&desk, 3, Channel::None);
        accepted(t.store.sign_up(not_at_all).await.unwrap());
        cancel(&t.store, first).await;
        let told = open(&t.store, desk.facilitator).await;
        let seat = told.iter().find(|it| it.kind == MessageKind::Seat).unwrap();
        assert_eq!(seat.reach.channel, Some(Channel::Sms));
        // The next one said "better not".
        let second = Woman {
            sign_up: sms.sign_up,
            enrolment: seat.enrolment,
        };
        cancel(&t.store, second).await;
        let told = kinds(&t.store, desk.facilitator).await;
        assert!(!told.contains(&MessageKind::Seat), "{told:?}");
    }
}

#[tokio::test]
async fn what_a_repeat_says_in_its_form_changes_nothing_for_her() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 1).await;
        accepted(
            t.store
                .sign_up(saying(&desk, 1, Channel::Call))
                .await
                .unwrap(),
        );
        let repeat = accepted(
            t.store
                .sign_up(saying(&desk, 1, Channel::None))
                .await
                .unwrap(),
        );
        let told = open(&t.store, desk.facilitator).await;
        assert_eq!(told[0].kind, MessageKind::Repeat, "{}", t.database);
        assert_eq!(told[0].reach.channel, Some(Channel::Call));
        // Its own page says what it said.
        let conn = &mut t.store.read().await.unwrap();
        let reach = message::reach(conn, repeat.sign_up).await.unwrap();
        assert_eq!(reach.channel, Some(Channel::None));
    }
}
