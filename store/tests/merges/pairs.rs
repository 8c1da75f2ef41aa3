//! Who may be one woman, and who must not even be counted.

use domain::{alike::Likeness, id::AccountId};
use jiff::ToSpan as _;
use store::{
    Store,
    desk::{Pair, TellApart, compare, joinings, pairs, pairs_of},
    mark::Author,
    person::IndexNames,
    testing::{SmallCourse, stores},
};

use crate::common::now;
use crate::desk::Desk;
use crate::twins::{author, enrol_as, merge, stranger};

async fn seen(store: &Store, by: Author) -> Vec<Pair> {
    let mut conn = store.read().await.unwrap();
    pairs(&mut conn, by).await.unwrap()
}

fn everywhere(account: AccountId) -> Author {
    Author {
        account,
        all_hubs: true,
    }
}

#[tokio::test]
async fn one_phone_with_much_the_same_name_and_one_name_with_another_phone_are_found() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 9, 9).await;
        let by = author(desk.facilitator);
        let salma = enrol_as(&t.store, desk.first, ["Salma", "Ben Ali"], "20123456").await;
        enrol_as(&t.store, desk.first, ["Hela", "Ben Ali"], "20123456").await;
        enrol_as(&t.store, desk.first, ["Nour", "Gharbi"], "20123457").await;
        assert_eq!(seen(&t.store, by).await, []);
        let other = enrol_as(&t.store, desk.second, ["سلمى", "بن علي"], "20123456").await;
        let [pair] = &seen(&t.store, by).await[..] else {
            panic!("{}: not one pair", t.database);
        };
        assert_eq!(pair.likeness, Likeness::Phone);
        let mut both = [pair.one, pair.other];
        both.sort();
        let mut expected = [salma.enrolment, other.enrolment];
        expected.sort();
        assert_eq!(both, expected, "{}", t.database);
        let nour = enrol_as(&t.store, desk.second, ["Nour", "Gharbi"], "20123458").await;
        let mut conn = t.store.read().await.unwrap();
        let hers = pairs_of(&mut conn, by, nour.enrolment).await.unwrap();
        assert_eq!(hers.len(), 1, "{}", t.database);
        assert_eq!(hers[0].likeness, Likeness::Name);
        assert_eq!(seen(&t.store, by).await.len(), 2, "{}", t.database);
    }
}

#[tokio::test]
async fn who_is_also_known_at_another_hub_is_in_no_pair_of_those_who_do_not_reach_it() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 9, 9).await;
        let by = author(desk.facilitator);
        let other = SmallCourse {
            slug: "elsewhere",
            ..SmallCourse::with_seats(5, now())
        };
        let elsewhere = t.store.write(other).await.unwrap().seats;
        let one = enrol_as(&t.store, desk.first, ["Salma", "Ben Ali"], "20123456").await;
        let two = enrol_as(&t.store, desk.first, ["Selma", "Ben Ali"], "20123456").await;
        let mut conn = t.store.read().await.unwrap();
        let both = [one.enrolment, two.enrolment];
        assert_eq!(seen(&t.store, by).await.len(), 1, "{}", t.database);
        assert!(compare(&mut conn, by, both).await.unwrap().is_some());
        // The same woman signs up somewhere else: from then on it is not for this hub alone.
        let form = domain::enrolment::EnrolForm {
            given_name: "Salma".into(),
            family_name: "Ben Ali".into(),
            phone: "20123456".into(),
            ..crate::common::form(1)
        };
        let request = crate::common::with(elsewhere, form.parse().unwrap());
        t.store.sign_up(request).await.unwrap();
        assert_eq!(seen(&t.store, by).await, [], "{}", t.database);
        let hers = pairs_of(&mut conn, by, two.enrolment).await.unwrap();
        assert_eq!(hers, [], "{}", t.database);
        assert!(compare(&mut conn, by, both).await.unwrap().is_none());
        // Who reaches both sees the pair.
        let all = everywhere(desk.facilitator);
        assert_eq!(seen(&t.store, all).await.len(), 1, "{}", t.database);
        // And whoever reaches neither sees nothing.
        assert_eq!(seen(&t.store, stranger(&t.store).await).await, []);
    }
}

#[tokio::test]
async fn who_was_told_apart_or_joined_is_not_asked_about_again() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 9, 9).await;
        let by = author(desk.facilitator);
        let one = enrol_as(&t.store, desk.first, ["Salma", "Ben Ali"], "20123456").await;
        let two = enrol_as(&t.store, desk.first, ["Selma", "Ben Ali"], "20123456").await;
        let three = enrol_as(&t.store, desk.first, ["سلمى", "بن علي"], "20123456").await;
        assert_eq!(seen(&t.store, by).await.len(), 3, "{}", t.database);
        let apart = TellApart {
            one: two.enrolment,
            other: one.enrolment,
            by,
            at: now(),
        };
        assert!(t.store.write(apart).await.unwrap());
        assert!(!t.store.write(apart).await.unwrap(), "twice is once");
        assert_eq!(seen(&t.store, by).await.len(), 2, "{}", t.database);
        merge(&t.store, &desk, one, three).await;
        assert_eq!(seen(&t.store, by).await, [], "{}", t.database);
        let mut conn = t.store.read().await.unwrap();
        let joined = joinings(&mut conn, by, one.enrolment).await.unwrap();
        assert_eq!(joined.len(), 1, "{}", t.database);
        assert_eq!(joined[0].name, "سلمى بن علي");
        assert!(joined[0].until > joined[0].at + (24 * 29).hours());
        let strangers = stranger(&t.store).await;
        let joined = joinings(&mut conn, strangers, one.enrolment).await.unwrap();
        assert_eq!(joined, [], "{}", t.database);
    }
}

#[tokio::test]
async fn rows_of_earlier_versions_get_the_hash_under_which_their_name_is_found() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 9, 9).await;
        let by = author(desk.facilitator);
        enrol_as(&t.store, desk.first, ["Nour", "Gharbi"], "20123457").await;
        enrol_as(&t.store, desk.first, ["Nour", "Gharbi"], "20123458").await;
        assert_eq!(t.store.write(IndexNames).await.unwrap(), 0);
        t.store.write(store::testing::ForgetNames).await.unwrap();
        assert_eq!(seen(&t.store, by).await, [], "{}", t.database);
        assert_eq!(t.store.write(IndexNames).await.unwrap(), 2);
        assert_eq!(seen(&t.store, by).await.len(), 1, "{}", t.database);
    }
}
