//! A phone is not a person: friends and daughters sign up with it, each for herself.

use domain::{consent::Purpose, desk::ConsentChannel, enrolment::EnrolForm, id::SeatsId};
use store::{
    Store,
    consent::told_by_person,
    enrolment::{MyEnrolment, SignUpOutcome, view},
    testing::stores,
};

use crate::common::{accepted, form, with};
use crate::desk::{Desk, enrolments, record};

/// Someone of this name, with the phone that all of them share.
fn named(given_name: &str, for_whom: &str) -> EnrolForm {
    EnrolForm {
        given_name: given_name.into(),
        for_whom: for_whom.into(),
        ..form(1)
    }
}

async fn sign_up(store: &Store, seats: SeatsId, form: EnrolForm) -> MyEnrolment {
    let request = with(seats, form.parse().unwrap());
    let receipt = accepted(store.sign_up(request).await.unwrap());
    let mut conn = store.read().await.unwrap();
    view(&mut conn, receipt.sign_up).await.unwrap().unwrap()
}

#[tokio::test]
async fn two_women_with_one_phone_are_two_people_with_a_seat_and_a_link_each() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        let salma = sign_up(&t.store, desk.first, named("Salma", "self")).await;
        let hela = sign_up(&t.store, desk.first, named("Hela", "other")).await;
        assert_ne!(salma.link_token, hela.link_token, "{}", t.database);
        let mut people = Vec::new();
        for enrolment in enrolments(&t.store).await {
            people.push(record(&t.store, enrolment).await.person);
        }
        people.sort();
        people.dedup();
        assert_eq!(people.len(), 2, "{}", t.database);
        // Both seats are taken: a third waits.
        let third = sign_up(&t.store, desk.first, named("Nour", "other")).await;
        assert_eq!(third.place, Some(1), "{}", t.database);
    }
}

#[tokio::test]
async fn who_was_signed_up_by_someone_else_is_one_that_staff_have_yet_to_ask() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        for (for_whom, channel) in [
            ("self", ConsentChannel::Web),
            ("other", ConsentChannel::Other),
        ] {
            let name = format!("Salma {for_whom}");
            let before = enrolments(&t.store).await;
            sign_up(&t.store, desk.first, named(&name, for_whom)).await;
            let new = &enrolments(&t.store).await - &before;
            let person = record(&t.store, *new.first().unwrap()).await.person;
            let mut conn = t.store.read().await.unwrap();
            let told = told_by_person(&mut conn, person).await.unwrap();
            let told: Vec<_> = told.iter().map(|it| (it.purpose, it.channel)).collect();
            assert_eq!(told, [(Purpose::Data, channel)], "{}", t.database);
        }
    }
}

#[tokio::test]
async fn the_same_form_for_someone_else_under_the_same_key_is_a_conflict() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        let hers = named("Salma", "self");
        let others = EnrolForm {
            for_whom: "other".into(),
            ..hers.clone()
        };
        sign_up(&t.store, desk.first, hers).await;
        let outcome = t.store.sign_up(with(desk.first, others.parse().unwrap()));
        assert_eq!(outcome.await.unwrap(), SignUpOutcome::KeyConflict);
    }
}
