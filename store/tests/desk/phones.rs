//! A number is shown only together with a line that says so.

use domain::{
    enrolment::CallForm,
    id::{AccountId, CallId, SeatsId},
    lang::Lang,
};
use store::{
    Store,
    desk::{AskForCall, PhoneView, SawPhone, ShowPhone, open_calls, phone_views, roster},
    mark::Author,
    testing::{SmallCourse, stores},
};

use crate::common::{accepted, details, now, request};
use crate::desk::{Desk, enrol, facilitator};

async fn looks(store: &Store, account: AccountId, all_hubs: bool) -> Vec<PhoneView> {
    let by = Author { account, all_hubs };
    let views = phone_views(&mut store.read().await.unwrap(), by, 10).await;
    views.unwrap()
}

/// Someone asks to be called about something, or about nothing in particular.
async fn call_asked(store: &Store, phone: &str, seats: Option<SeatsId>) -> CallId {
    let form = CallForm {
        given_name: String::new(),
        phone: phone.into(),
        hours: "any".into(),
    };
    let ask = AskForCall {
        details: form.parse().unwrap(),
        seats,
        lang: Lang::Ar,
        at: now(),
    };
    store.write(ask).await.unwrap();
    let everyone = Author {
        account: AccountId(uuid::Uuid::nil()),
        all_hubs: true,
    };
    let open = open_calls(&mut store.read().await.unwrap(), everyone).await;
    let mut open = open.unwrap().into_iter();
    let hers = open.find(|call| call.about.is_some() == seats.is_some());
    hers.unwrap().id
}

#[tokio::test]
async fn who_sees_a_number_is_written_down_with_whose_and_when() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 7).await;
        assert_eq!(looks(&t.store, desk.facilitator, false).await, []);
        let show = ShowPhone {
            of: SawPhone::OfEnrolment(woman.enrolment),
            by: desk.facilitator,
            at: now(),
        };
        let phone = t.store.write(show).await.unwrap();
        assert_eq!(phone, Some(details(7).phone), "{}", t.database);
        let views = looks(&t.store, desk.facilitator, false).await;
        assert_eq!(views.len(), 1);
        assert_eq!(views[0].enrolment, Some(woman.enrolment));
        assert_eq!(views[0].at, now());
        let by = views[0].by.as_ref().unwrap();
        assert_eq!(by.0, "facilitator@lab.example");
        assert!(views[0].whose.as_ref().unwrap().starts_with("سلمى"));
    }
}

#[tokio::test]
async fn nobodys_number_leaves_no_line() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let show = ShowPhone {
            of: SawPhone::OfEnrolment(domain::id::EnrolmentId(uuid::Uuid::nil())),
            by: desk.facilitator,
            at: now(),
        };
        assert_eq!(t.store.write(show).await.unwrap(), None);
        assert_eq!(looks(&t.store, desk.facilitator, true).await, []);
    }
}

#[tokio::test]
async fn looks_at_numbers_of_another_hub_are_for_those_who_are_assigned_to_it() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let here = enrol(&t.store, desk.first, 1).await;
        let elsewhere = SmallCourse {
            slug: "elsewhere",
            ..SmallCourse::with_seats(1, now())
        };
        let elsewhere = t.store.write(elsewhere).await.unwrap();
        accepted(t.store.sign_up(request(elsewhere.seats, 2)).await.unwrap());
        let roster = roster(&mut t.store.read().await.unwrap(), elsewhere.instance).await;
        let there = roster.unwrap()[0].id;
        let anything = call_asked(&t.store, "20123456", None).await;
        let about_there = call_asked(&t.store, "20123457", Some(elsewhere.seats)).await;
        let admin = facilitator(&t.store, "admin@lab.example").await;
        for of in [
            SawPhone::OfEnrolment(here.enrolment),
            SawPhone::OfEnrolment(there),
            SawPhone::OfCall(anything),
            SawPhone::OfCall(about_there),
        ] {
            let show = ShowPhone {
                of,
                by: admin,
                at: now(),
            };
            assert!(t.store.write(show).await.unwrap().is_some());
        }
        // One line is of her hub, one of a request about nothing in particular.
        let hers = looks(&t.store, desk.facilitator, false).await;
        let mut enrolments: Vec<_> = hers.iter().map(|view| view.enrolment).collect();
        enrolments.sort();
        assert_eq!(enrolments, [None, Some(here.enrolment)], "{}", t.database);
        // Whoever is assigned to all hubs reads all lines.
        assert_eq!(looks(&t.store, desk.facilitator, true).await.len(), 4);
    }
}
