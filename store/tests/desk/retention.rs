//! What is kept no longer, and that one server of several deletes it.

use domain::{
    absence::AbsenceReason,
    desk::{CallAnswer, EventKind},
    enrolment::CallForm,
    lang::Lang,
    message::MessageAnswer,
    phone::PhoneNumber,
};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use store::{
    Store,
    desk::{
        AnswerCall, AskForCall, SawPhone, ShowPhone, WriteNote, history, notes, open_calls,
        phone_views,
    },
    enrolment::Cancel,
    mark::Author,
    message::{Answer, AskForLink, open},
    retention::{Sweep, Swept, TakeLease},
    testing::stores,
};

use crate::common::{now, request};
use crate::desk::{Desk, enrol};

async fn sweep(store: &Store, at: Timestamp) -> Swept {
    store.write(Sweep { at }).await.unwrap()
}

fn days(days: i64) -> Timestamp {
    now() + SignedDuration::from_hours(24 * days)
}

fn by(desk: &Desk) -> Author {
    Author {
        account: desk.facilitator,
        all_hubs: false,
    }
}

#[tokio::test]
async fn messages_go_thirty_days_after_they_are_closed_and_open_ones_stay() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 5, 1).await;
        for n in [1, 2] {
            enrol(&t.store, desk.first, n).await;
            t.store.sign_up(request(desk.first, n)).await.unwrap();
        }
        let all = open(&mut t.store.read().await.unwrap(), by(&desk)).await;
        let sent = Answer {
            message: all.unwrap()[0].id,
            answer: MessageAnswer::Sms,
            by: desk.facilitator,
            at: now(),
        };
        t.store.write(sent).await.unwrap();
        let early = sweep(&t.store, days(30) - 1.second()).await;
        assert_eq!(early, Swept::default(), "{}", t.database);
        assert_eq!(
            sweep(&t.store, days(30)).await.messages,
            1,
            "{}",
            t.database
        );
        let left = open(&mut t.store.read().await.unwrap(), by(&desk)).await;
        assert_eq!(left.unwrap().len(), 1, "{}", t.database);
    }
}

#[tokio::test]
async fn a_link_that_was_asked_for_is_forgotten_after_a_day() {
    for t in stores().await {
        let ask = AskForLink {
            phone: PhoneNumber::parse("20123456").unwrap(),
            lang: Lang::Ar,
            at: now(),
        };
        t.store.write(ask).await.unwrap();
        let early = sweep(&t.store, days(1) - 1.second()).await;
        assert_eq!(early.link_requests, 0, "{}", t.database);
        assert_eq!(
            sweep(&t.store, days(1)).await.link_requests,
            1,
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn a_call_loses_its_number_before_the_line_that_says_who_saw_it() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let form = CallForm {
            given_name: "Amina".into(),
            phone: "20123456".into(),
            hours: "any".into(),
        };
        let ask = AskForCall {
            details: form.parse().unwrap(),
            seats: None,
            lang: Lang::Ar,
            at: now(),
        };
        t.store.write(ask).await.unwrap();
        let calls = open_calls(&mut t.store.read().await.unwrap(), by(&desk)).await;
        let call = calls.unwrap()[0].id;
        let show = ShowPhone {
            of: SawPhone::OfCall(call),
            by: desk.facilitator,
            at: now(),
        };
        t.store.write(show).await.unwrap();
        let answer = AnswerCall {
            call,
            answer: CallAnswer::Done,
            by: desk.facilitator,
            at: now(),
        };
        t.store.write(answer).await.unwrap();
        assert_eq!(sweep(&t.store, days(30)).await.calls, 1, "{}", t.database);
        assert_eq!(sweep(&t.store, days(31)).await.calls, 0, "{}", t.database);
        assert!(
            t.store.write(show).await.is_err(),
            "{}: no number is left",
            t.database
        );
        let looks = phone_views(&mut t.store.read().await.unwrap(), by(&desk), 10).await;
        assert_eq!(looks.unwrap().len(), 1, "{}", t.database);
        assert_eq!(sweep(&t.store, days(365)).await.looks, 1, "{}", t.database);
        assert!(
            t.store.write(show).await.unwrap().is_none(),
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn notes_and_her_reason_go_half_a_year_after_the_last_session() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let note = WriteNote {
            enrolment: woman.enrolment,
            text: "needs the ramp".into(),
            by: desk.facilitator,
            at: now(),
        };
        t.store.write(note).await.unwrap();
        let cancel = Cancel {
            sign_up: woman.sign_up,
            reason: Some(AbsenceReason::Health),
            at: now(),
        };
        t.store.write(cancel).await.unwrap();
        // The session of the first run ends after a week and two hours.
        let due = days(180 + 7) + 2.hours();
        let early = sweep(&t.store, due - 1.second()).await;
        assert_eq!((early.notes, early.reasons), (0, 0), "{}", t.database);
        let swept = sweep(&t.store, due).await;
        assert_eq!((swept.notes, swept.reasons), (1, 1), "{}", t.database);
        let conn = &mut t.store.read().await.unwrap();
        assert_eq!(notes(conn, woman.enrolment).await.unwrap().len(), 0);
        let steps = history(conn, woman.enrolment).await.unwrap();
        let last = steps.last().unwrap();
        assert_eq!(
            (last.kind, last.reason),
            (EventKind::Excused, None),
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn of_two_servers_one_has_the_lease_until_it_is_over() {
    for t in stores().await {
        let other = t.open_again().await;
        let take = |at| TakeLease {
            work: "retention",
            lasts: SignedDuration::from_mins(59),
            at,
        };
        assert!(t.store.write(take(now())).await.unwrap(), "{}", t.database);
        assert!(!other.write(take(now() + 58.minutes())).await.unwrap());
        assert!(other.write(take(now() + 59.minutes())).await.unwrap());
        assert!(!t.store.write(take(now() + 60.minutes())).await.unwrap());
    }
}
