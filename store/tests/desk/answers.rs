//! Answers to a course's questions: they belong to a request, staff read those of the enrolment,
//! and they go where it goes.

use domain::{
    desk::EventKind,
    id::{EnrolmentId, SignUpId},
    lang::Lang,
    question::{Typed, parse},
};
use jiff::ToSpan as _;
use store::{
    Store, desk,
    enrolment::{
        Cancel, CancelOutcome, ChangeAnswers, ChangeOutcome, Move, MoveOutcome, SignUp,
        SignUpOutcome,
    },
    question,
    testing::{
        questions::{Asking, three},
        stores,
    },
};

use crate::common::{accepted, now, request};
use crate::desk::{Desk, enrol, enrolments};

/// Two runs of a course that asks three questions.
async fn asking(store: &Store) -> Desk {
    let desk = Desk::with_runs(store, 2, 2).await;
    let asking = Asking {
        course: "small",
        questions: three(),
    };
    store.write(asking).await.unwrap();
    desk
}

/// The request of the n-th woman with these answers.
fn answering(desk: &Desk, n: usize, answers: &[(&str, &str)]) -> SignUp {
    let own = |(slug, text): &(&str, &str)| ((*slug).to_owned(), (*text).to_owned());
    let typed: Typed = answers.iter().map(own).collect();
    let mut request = request(desk.first, n);
    request.details.answers = parse(&three(), &typed).unwrap();
    request
}

/// What staff read: question and answer, in French.
async fn read(store: &Store, enrolment: EnrolmentId) -> Vec<(String, String)> {
    let mut conn = store.read().await.unwrap();
    let answers = question::of_enrolment(&mut conn, enrolment).await.unwrap();
    let text = |it: question::Answered| (it.question.label.get(Lang::Fr).to_owned(), it.answer.0);
    answers.into_iter().map(text).collect()
}

async fn only(store: &Store) -> EnrolmentId {
    let all = enrolments(store).await;
    assert_eq!(all.len(), 1);
    all.into_iter().next().unwrap()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(label, text): &(&str, &str)| (format!("{label} (fr)"), (*text).to_owned());
    pairs.iter().map(own).collect()
}

const SELLS: [(&str, &str); 3] = [("pieces", "3"), ("place", "online"), ("sells", "yes")];

#[tokio::test]
async fn staff_read_what_was_answered_in_the_order_and_words_of_the_questions() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        accepted(t.store.sign_up(answering(&desk, 1, &SELLS)).await.unwrap());
        let in_order = [("sells", "yes"), ("place", "online"), ("pieces", "3")];
        let enrolment = only(&t.store).await;
        assert_eq!(
            read(&t.store, enrolment).await,
            pairs(&in_order),
            "{}",
            t.database
        );
        let mut conn = t.store.read().await.unwrap();
        let list = question::of_instance(&mut conn, desk.course.instance);
        let list: Vec<_> = list.await.unwrap().into_iter().map(|it| it.2.0).collect();
        assert_eq!(list, ["yes", "online", "3"]);
    }
}

#[tokio::test]
async fn one_key_with_other_answers_is_another_form_and_with_the_same_it_is_one() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        let sent = answering(&desk, 1, &SELLS);
        let first = accepted(t.store.sign_up(sent.clone()).await.unwrap());
        let mut other = answering(&desk, 1, &[("sells", "no")]);
        other.details.key = sent.details.key;
        let outcome = t.store.sign_up(other).await.unwrap();
        assert_eq!(outcome, SignUpOutcome::KeyConflict, "{}", t.database);
        assert_eq!(accepted(t.store.sign_up(sent).await.unwrap()), first);
        assert_eq!(read(&t.store, only(&t.store).await).await.len(), 3);
    }
}

#[tokio::test]
async fn a_repeat_keeps_its_answers_to_itself() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        accepted(t.store.sign_up(answering(&desk, 1, &SELLS)).await.unwrap());
        let again = answering(&desk, 1, &[("sells", "no")]);
        let repeat = accepted(t.store.sign_up(again).await.unwrap());
        assert_eq!(read(&t.store, only(&t.store).await).await.len(), 3);
        let mut conn = t.store.read().await.unwrap();
        let typed = question::typed(&mut conn, repeat.sign_up).await.unwrap();
        assert_eq!(
            typed.into_iter().collect::<Vec<_>>(),
            [("sells".into(), "no".into())]
        );
    }
}

#[tokio::test]
async fn who_signs_up_again_after_cancelling_answers_anew() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        let first = accepted(t.store.sign_up(answering(&desk, 1, &SELLS)).await.unwrap());
        let cancel = Cancel {
            sign_up: first.sign_up,
            reason: None,
            at: now(),
        };
        let cancelled = t.store.write(cancel).await.unwrap();
        assert_eq!(cancelled, CancelOutcome::Cancelled);
        let mut again = answering(&desk, 1, &[("pieces", "1")]);
        again.at = now() + 1.minutes();
        accepted(t.store.sign_up(again).await.unwrap());
        let enrolment = only(&t.store).await;
        assert_eq!(read(&t.store, enrolment).await, pairs(&[("pieces", "1")]));
    }
}

#[tokio::test]
async fn her_answers_go_along_to_another_run() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        // Someone else, so that an answer that strayed would be seen.
        enrol(&t.store, desk.first, 2).await;
        let before = enrolments(&t.store).await;
        accepted(t.store.sign_up(answering(&desk, 1, &SELLS)).await.unwrap());
        let all = enrolments(&t.store).await;
        let moved = Move {
            enrolment: *all.difference(&before).next().unwrap(),
            to: desk.second,
            or_wait: false,
            by: Some(desk.facilitator),
            holder: None,
            at: now(),
        };
        let MoveOutcome::Moved(there) = t.store.write(moved).await.unwrap() else {
            panic!("{}: not moved", t.database);
        };
        assert_eq!(read(&t.store, there).await.len(), 3);
        assert_eq!(read(&t.store, *before.first().unwrap()).await, []);
    }
}

/// Her answers through one link, a minute later than everything else.
async fn change(store: &Store, sign_up: SignUpId, answers: &[(&str, &str)]) -> ChangeOutcome {
    change_at(store, sign_up, answers, now() + 1.minutes()).await
}

async fn change_at(
    store: &Store,
    sign_up: SignUpId,
    answers: &[(&str, &str)],
    at: jiff::Timestamp,
) -> ChangeOutcome {
    let own = |(slug, text): &(&str, &str)| ((*slug).to_owned(), (*text).to_owned());
    let typed: Typed = answers.iter().map(own).collect();
    let answers = parse(&three(), &typed).unwrap();
    let change = ChangeAnswers {
        sign_up,
        answers,
        at,
    };
    store.write(change).await.unwrap()
}

async fn kinds(store: &Store, enrolment: EnrolmentId) -> Vec<EventKind> {
    let mut conn = store.read().await.unwrap();
    let steps = desk::history(&mut conn, enrolment).await.unwrap();
    steps.iter().map(|step| step.kind).collect()
}

#[tokio::test]
async fn she_changes_her_answers_and_staff_read_the_new_ones_and_that_they_were_changed() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        let hers = accepted(t.store.sign_up(answering(&desk, 1, &SELLS)).await.unwrap()).sign_up;
        let enrolment = only(&t.store).await;
        let kept = change(&t.store, hers, &[("sells", "no"), ("pieces", "3")]).await;
        assert_eq!(kept, ChangeOutcome::Kept, "{}", t.database);
        assert_eq!(
            read(&t.store, enrolment).await,
            pairs(&[("sells", "no"), ("pieces", "3")])
        );
        let both = [EventKind::Seated, EventKind::Answered];
        assert_eq!(kinds(&t.store, enrolment).await, both);
        // The same once more is nothing new.
        change(&t.store, hers, &[("sells", "no"), ("pieces", "3")]).await;
        assert_eq!(kinds(&t.store, enrolment).await, both);
    }
}

#[tokio::test]
async fn the_link_of_a_repeat_is_told_the_same_and_changes_only_its_own_answers() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        accepted(t.store.sign_up(answering(&desk, 1, &SELLS)).await.unwrap());
        let again = answering(&desk, 1, &[("sells", "no")]);
        let repeat = accepted(t.store.sign_up(again).await.unwrap()).sign_up;
        let enrolment = only(&t.store).await;
        let told = change(&t.store, repeat, &[("pieces", "1")]).await;
        assert_eq!(told, ChangeOutcome::Kept, "{}", t.database);
        assert_eq!(read(&t.store, enrolment).await.len(), 3);
        assert_eq!(kinds(&t.store, enrolment).await, [EventKind::Seated]);
        let mut conn = t.store.read().await.unwrap();
        let typed = question::typed(&mut conn, repeat).await.unwrap();
        assert_eq!(typed.get("pieces").map(String::as_str), Some("1"));
    }
}

#[tokio::test]
async fn after_she_has_cancelled_or_it_is_over_her_answers_stay_as_they_are() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        let hers = accepted(t.store.sign_up(answering(&desk, 1, &SELLS)).await.unwrap()).sign_up;
        let late = now() + (30 * 24).hours();
        let told = change_at(&t.store, hers, &[("sells", "no")], late).await;
        assert_eq!(told, ChangeOutcome::Over, "{}", t.database);
        let cancel = Cancel {
            sign_up: hers,
            reason: None,
            at: now(),
        };
        t.store.write(cancel).await.unwrap();
        let told = change(&t.store, hers, &[("sells", "no")]).await;
        assert_eq!(told, ChangeOutcome::Over, "{}", t.database);
        assert_eq!(read(&t.store, only(&t.store).await).await.len(), 3);
        let nobody = SignUpId(uuid::Uuid::nil());
        assert_eq!(change(&t.store, nobody, &[]).await, ChangeOutcome::Unknown);
    }
}

#[tokio::test]
async fn of_two_links_to_one_enrolment_staff_read_what_was_answered_last() {
    for t in stores().await {
        let desk = asking(&t.store).await;
        let first = accepted(t.store.sign_up(answering(&desk, 1, &SELLS)).await.unwrap()).sign_up;
        let cancel = Cancel {
            sign_up: first,
            reason: None,
            at: now(),
        };
        t.store.write(cancel).await.unwrap();
        let mut again = answering(&desk, 1, &[("pieces", "1")]);
        again.at = now() + 1.minutes();
        accepted(t.store.sign_up(again).await.unwrap());
        let enrolment = only(&t.store).await;
        assert_eq!(read(&t.store, enrolment).await, pairs(&[("pieces", "1")]));
        let later = now() + 2.minutes();
        let told = change_at(&t.store, first, &[("pieces", "5")], later).await;
        assert_eq!(told, ChangeOutcome::Kept, "{}", t.database);
        assert_eq!(read(&t.store, enrolment).await, pairs(&[("pieces", "5")]));
    }
}
