//! Signing up for someone at the desk: recorded as such, told plainly, and no second place.

use domain::{desk::ConsentChannel, id::EnrolmentId};
use jiff::ToSpan as _;
use store::{
    Store,
    desk::{self, AssistedOutcome, AssistedSignUp},
    enrolment::{Assistant, SignUpOutcome},
    testing::{CloseAt, stores},
};

use crate::common::{accepted, now, request};
use crate::desk::{Desk, checked, enrol, facilitator, sound};

fn assisted(desk: &Desk, n: usize) -> AssistedSignUp {
    let mut request = request(desk.first, n);
    request.assistant = Some(Assistant {
        account: desk.facilitator,
        channel: ConsentChannel::Phone,
    });
    AssistedSignUp {
        request,
        call: None,
    }
}

async fn only_enrolment(store: &Store, desk: &Desk) -> EnrolmentId {
    let mut conn = store.read().await.unwrap();
    let roster = desk::roster(&mut conn, desk.course.instance).await.unwrap();
    assert_eq!(roster.len(), 1);
    roster[0].id
}

#[tokio::test]
async fn the_list_says_who_filled_the_form_in_and_the_same_form_twice_is_one() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 1).await;
        let form = assisted(&desk, 1);
        let first = t.store.write(form.clone()).await.unwrap();
        let again = t.store.write(form).await.unwrap();
        assert_eq!(first, again, "{}", t.database);
        let mut conn = t.store.read().await.unwrap();
        let roster = desk::roster(&mut conn, desk.course.instance).await.unwrap();
        let by = roster[0].assisted_by.as_ref().unwrap();
        assert_eq!(by.0, "facilitator@lab.example");
        assert_eq!((roster.len(), roster[0].repeats), (1, 0));
        drop(conn);
        let pools = sound(&checked(&t.store, now()).await, t.database);
        assert_eq!(pools[0], (1, 0));
    }
}

#[tokio::test]
async fn who_has_a_place_already_is_named_and_no_repeat_is_stored() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let outcome = t.store.write(assisted(&desk, 1)).await.unwrap();
        assert_eq!(outcome, AssistedOutcome::Enrolled(woman.enrolment));
        let mut conn = t.store.read().await.unwrap();
        let roster = desk::roster(&mut conn, desk.course.instance).await.unwrap();
        assert_eq!((roster.len(), roster[0].repeats), (1, 0));
        // The control: by herself, from another browser, it is a repeat.
        drop(conn);
        t.store.sign_up(request(desk.first, 1)).await.unwrap();
        let mut conn = t.store.read().await.unwrap();
        let roster = desk::roster(&mut conn, desk.course.instance).await.unwrap();
        assert_eq!((roster.len(), roster[0].repeats), (1, 1));
        // After the deadline too: she asks what became of her place.
        drop(conn);
        t.store.write(CloseAt(desk.first, now())).await.unwrap();
        let outcome = t.store.write(assisted(&desk, 1)).await.unwrap();
        assert_eq!(outcome, AssistedOutcome::Enrolled(woman.enrolment));
        let hers = t.store.sign_up(request(desk.first, 1)).await.unwrap();
        assert_eq!(hers, SignUpOutcome::Closed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_are_told_plainly_of_someone_who_signs_herself_up_at_the_same_moment() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 200, 1).await;
        for round in 0..RUSHES {
            let women = (0..TOGETHER).map(|n| rush(&t.store, &desk, round * TOGETHER + n));
            futures_util::future::join_all(women).await;
        }
        let pools = sound(&checked(&t.store, now()).await, t.database);
        let everyone = i64::try_from(RUSHES * TOGETHER).unwrap();
        assert_eq!(pools[0], (everyone, 0), "{}", t.database);
    }
}

const RUSHES: usize = 20;
const TOGETHER: usize = 6;

/// She and staff send her form: what staff were told "accepted" is never a repeat of hers.
async fn rush(store: &Store, desk: &Desk, n: usize) {
    let (hers, ours) = tokio::join!(
        store.sign_up(request(desk.first, n)),
        store.write(assisted(desk, n))
    );
    accepted(hers.unwrap());
    if let AssistedOutcome::Asked(outcome) = ours.unwrap() {
        let sign_up = accepted(outcome).sign_up;
        let mut conn = store.read().await.unwrap();
        let found = desk::signed_up(&mut conn, sign_up, desk.facilitator, now()).await;
        assert!(found.unwrap().is_some(), "staff were told of a repeat");
    }
}

#[tokio::test]
async fn only_the_one_who_filled_the_form_in_hands_out_the_link_and_only_for_two_hours() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 1).await;
        let other = facilitator(&t.store, "other@lab.example").await;
        let outcome = t.store.write(assisted(&desk, 1)).await.unwrap();
        let AssistedOutcome::Asked(outcome @ SignUpOutcome::Accepted(_)) = outcome else {
            panic!("{outcome:?}");
        };
        let sign_up = accepted(outcome).sign_up;
        let link = async |by, at| {
            let mut conn = t.store.read().await.unwrap();
            let found = desk::signed_up(&mut conn, sign_up, by, at).await.unwrap();
            found.unwrap().link.is_some()
        };
        assert!(link(desk.facilitator, now()).await);
        assert!(link(desk.facilitator, now() + 119.minutes()).await);
        assert!(!link(desk.facilitator, now() + 2.hours()).await);
        assert!(!link(other, now()).await);
        only_enrolment(&t.store, &desk).await;
    }
}

#[tokio::test]
async fn a_sign_up_of_her_own_is_not_one_of_the_desk() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 1).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let mut conn = t.store.read().await.unwrap();
        let found = desk::signed_up(&mut conn, woman.sign_up, desk.facilitator, now())
            .await
            .unwrap();
        assert_eq!(found, None);
    }
}
