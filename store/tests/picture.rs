//! The second question of a private link: five wrong pictures lock it, however many come at once,
//! and they never lock the enrolment. On both databases.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use std::sync::Arc;

use common::{accepted, form, now, request, with};
use domain::{enrolment::Picture, id::SignUpId};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store,
    enrolment::{
        self, Cancel, CancelOutcome, Guess, Guessed, PAUSE, TRIES_MAX, asks_picture, unguarded,
    },
    testing::{SmallCourse, TestStore, stores},
};
use tokio::sync::Barrier;

/// The one that she chose.
const HERS: Picture = Picture::Fish;

/// A woman who chose a picture.
async fn guarded(t: &TestStore) -> SignUpId {
    let course = SmallCourse::with_seats(5, now());
    let seats = t.store.write(course).await.unwrap().seats;
    let mut form = form(1);
    form.picture = HERS.as_str().into();
    let request = with(seats, form.parse().unwrap());
    accepted(t.store.sign_up(request).await.unwrap()).sign_up
}

async fn guess(store: &Store, sign_up: SignUpId, picture: Picture, at: Timestamp) -> Guessed {
    let guess = Guess {
        sign_up,
        picture,
        at,
    };
    store.write(guess).await.unwrap()
}

async fn lock(store: &Store, sign_up: SignUpId) {
    for picture in [Picture::Olive, Picture::Door, Picture::Moon, Picture::Star] {
        let wrong = guess(store, sign_up, picture, now()).await;
        assert_eq!(wrong, Guessed::Wrong);
    }
    let fifth = guess(store, sign_up, Picture::Tea, now()).await;
    assert_eq!(fifth, Guessed::Locked);
}

#[tokio::test]
async fn the_right_picture_opens_and_lets_the_count_begin_anew() {
    for t in stores().await {
        let hers = guarded(&t).await;
        for _ in 0..3 {
            for wrong in [Picture::Olive, Picture::Door, Picture::Moon, Picture::Star] {
                assert_eq!(guess(&t.store, hers, wrong, now()).await, Guessed::Wrong);
            }
            assert_eq!(guess(&t.store, hers, HERS, now()).await, Guessed::Right);
        }
    }
}

#[tokio::test]
async fn five_wrong_pictures_lock_the_question_even_for_the_right_one() {
    for t in stores().await {
        let hers = guarded(&t).await;
        lock(&t.store, hers).await;
        assert_eq!(guess(&t.store, hers, HERS, now()).await, Guessed::Locked);
        // Trying while it is locked does not make it last longer.
        let later = now() + PAUSE;
        assert_eq!(guess(&t.store, hers, HERS, later).await, Guessed::Right);
    }
}

#[tokio::test]
async fn after_the_pause_there_is_one_try_and_not_five() {
    for t in stores().await {
        let hers = guarded(&t).await;
        lock(&t.store, hers).await;
        let later = now() + PAUSE;
        let wrong = guess(&t.store, hers, Picture::Key, later).await;
        assert_eq!(wrong, Guessed::Locked);
        let soon = later + 59.minutes();
        assert_eq!(guess(&t.store, hers, HERS, soon).await, Guessed::Locked);
        assert_eq!(
            guess(&t.store, hers, HERS, later + PAUSE).await,
            Guessed::Right
        );
    }
}

#[tokio::test]
async fn a_locked_question_leaves_the_enrolment_and_its_browser_alone() {
    for t in stores().await {
        let hers = guarded(&t).await;
        lock(&t.store, hers).await;
        let seen = enrolment::view(&mut t.store.read().await.unwrap(), hers).await;
        assert!(seen.unwrap().unwrap().asks_picture);
        let cancel = Cancel {
            sign_up: hers,
            reason: None,
            at: now(),
        };
        let cancelled = t.store.write(cancel).await.unwrap();
        assert_eq!(cancelled, CancelOutcome::Cancelled);
    }
}

#[tokio::test]
async fn who_chose_no_picture_is_not_asked_and_no_guess_counts_as_right() {
    for t in stores().await {
        let course = SmallCourse::with_seats(5, now());
        let seats = t.store.write(course).await.unwrap().seats;
        let hers = accepted(t.store.sign_up(request(seats, 1)).await.unwrap()).sign_up;
        let conn = &mut t.store.read().await.unwrap();
        assert!(!asks_picture(conn, hers).await.unwrap());
        for picture in Picture::ALL {
            let answer = guess(&t.store, hers, *picture, now()).await;
            assert_eq!(answer, Guessed::Locked);
        }
    }
}

/// As many at once as there are wrong pictures.
const AT_ONCE: usize = 8;

async fn all_at_once<F>(guess: impl Fn(Picture) -> F) -> usize
where
    F: Future<Output = Guessed> + Send + 'static,
{
    let wrong = Picture::ALL.iter().filter(|picture| **picture != HERS);
    let guesses: Vec<_> = wrong
        .take(AT_ONCE)
        .map(|picture| tokio::spawn(guess(*picture)))
        .collect();
    let mut looked_at = 0;
    for answer in guesses {
        looked_at += usize::from(answer.await.unwrap() == Guessed::Wrong);
    }
    looked_at
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_once_are_no_more_than_one_after_the_other() {
    for t in stores().await {
        let hers = guarded(&t).await;
        let together = Arc::new(Barrier::new(AT_ONCE));
        let looked_at = all_at_once(|picture| {
            let (store, together) = (t.store.clone(), together.clone());
            async move {
                together.wait().await;
                guess(&store, hers, picture, now()).await
            }
        })
        .await;
        // The fifth that is looked at says that it was the last.
        assert_eq!(
            looked_at,
            usize::try_from(TRIES_MAX).unwrap() - 1,
            "{}",
            t.database
        );
        assert_eq!(guess(&t.store, hers, HERS, now()).await, Guessed::Locked);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_guard_the_same_guesses_are_all_looked_at() {
    for t in stores().await {
        let hers = guarded(&t).await;
        let together = Arc::new(Barrier::new(AT_ONCE));
        let looked_at = all_at_once(|picture| {
            let (store, together) = (t.store.clone(), together.clone());
            let guess = Guess {
                sign_up: hers,
                picture,
                at: now(),
            };
            async move { unguarded::guess(&store, guess, &together).await.unwrap() }
        })
        .await;
        assert_eq!(looked_at, AT_ONCE, "{}", t.database);
    }
}
