//! Requests to be called: one per phone and day, answered by those whom they are for.

use domain::{
    desk::{CallAnswer, CallHours, ConsentChannel},
    enrolment::CallForm,
    id::{AccountId, SeatsId},
    lang::Lang,
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store,
    desk::{
        AnswerCall, AskForCall, AskOutcome, AssistedSignUp, OpenCall, SawPhone, ShowPhone,
        open_calls,
    },
    enrolment::Assistant,
    mark::Author,
    testing::stores,
};

use crate::common::{now, request};
use crate::desk::{Desk, facilitator};

fn ask(phone: &str, seats: Option<SeatsId>, at: Timestamp) -> AskForCall {
    let form = CallForm {
        given_name: "Amina".into(),
        phone: phone.into(),
        hours: "evening".into(),
    };
    AskForCall {
        details: form.parse().unwrap(),
        seats,
        lang: Lang::Ar,
        at,
    }
}

async fn calls(store: &Store, account: AccountId) -> Vec<OpenCall> {
    let by = Author {
        account,
        all_hubs: false,
    };
    open_calls(&mut store.read().await.unwrap(), by)
        .await
        .unwrap()
}

fn answer(call: &OpenCall, answer: CallAnswer, by: AccountId) -> AnswerCall {
    AnswerCall {
        call: call.id,
        answer,
        by,
        at: now(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_phone_within_a_day_is_the_same_request_even_at_once() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let asked = (0..8).map(|_| t.store.write(ask("20 123 456", None, now())));
        for outcome in futures_util::future::join_all(asked).await {
            assert_eq!(outcome.unwrap(), AskOutcome::Noted, "{}", t.database);
        }
        let other = ask("20123457", None, now() + 1.second());
        t.store.write(other).await.unwrap();
        let open = calls(&t.store, desk.facilitator).await;
        assert_eq!(open.len(), 2, "{}", t.database);
        assert_eq!(open[0].name.as_deref(), Some("Amina"));
        assert_eq!(open[0].hours, CallHours::Evening);
        // Answered, and asked again: not before a day has passed.
        let done = answer(&open[0], CallAnswer::Done, desk.facilitator);
        assert!(t.store.write(done).await.unwrap());
        for (hours, expected) in [(23, 1), (24, 2)] {
            let again = ask("20 123 456", None, now() + hours.hours());
            t.store.write(again).await.unwrap();
            let open = calls(&t.store, desk.facilitator).await;
            assert_eq!(open.len(), expected, "{} {hours}", t.database);
        }
    }
}

#[tokio::test]
async fn three_calls_without_an_answer_end_a_request() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        t.store.write(ask("20123456", None, now())).await.unwrap();
        for tries in 0..3 {
            let open = calls(&t.store, desk.facilitator).await;
            assert_eq!(open[0].tries, tries, "{}", t.database);
            let nobody = answer(&open[0], CallAnswer::NoAnswer, desk.facilitator);
            assert!(t.store.write(nobody).await.unwrap());
        }
        assert_eq!(calls(&t.store, desk.facilitator).await, []);
    }
}

#[tokio::test]
async fn a_request_about_a_course_is_for_its_hub_and_one_about_nothing_is_for_everyone() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let elsewhere = facilitator(&t.store, "elsewhere@lab.example").await;
        t.store
            .write(store::testing::SmallCourse {
                slug: "other",
                ..store::testing::SmallCourse::with_seats(1, now())
            })
            .await
            .unwrap();
        let other = domain::email::EmailAddress::parse("studio@lab.example").unwrap();
        let create = store::account::Create {
            email: other,
            display_name: None,
            password_hash: "hash".into(),
            role: domain::role::Role::Facilitator,
            hubs: store::account::HubChoice::Named(vec!["other".into()]),
            at: now(),
        };
        let store::account::Created::Account(stranger) = t.store.write(create).await.unwrap()
        else {
            panic!("not created");
        };
        t.store
            .write(ask("20123456", Some(desk.first), now()))
            .await
            .unwrap();
        t.store.write(ask("20123457", None, now())).await.unwrap();
        assert_eq!(calls(&t.store, elsewhere).await.len(), 2);
        let hers = calls(&t.store, stranger).await;
        assert_eq!(hers.len(), 1, "{}", t.database);
        assert_eq!(hers[0].about, None);
    }
}

#[tokio::test]
async fn signing_her_up_answers_her_request() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        t.store.write(ask("20123456", None, now())).await.unwrap();
        let open = calls(&t.store, desk.facilitator).await;
        let show = ShowPhone {
            of: SawPhone::OfCall(open[0].id),
            by: desk.facilitator,
            at: now(),
        };
        let phone = t.store.write(show).await.unwrap().unwrap();
        assert_eq!(phone.as_e164(), "+21620123456");
        let mut request = request(desk.first, 1);
        request.assistant = Some(Assistant {
            account: desk.facilitator,
            channel: ConsentChannel::Phone,
        });
        let sign_up = AssistedSignUp {
            request,
            call: Some(open[0].id),
        };
        t.store.write(sign_up).await.unwrap();
        assert_eq!(calls(&t.store, desk.facilitator).await, []);
    }
}
