//! Everything that people and staff can do with seats, in random order and several at once: no
//! promise is broken, and nobody stands nowhere. `MAWID_TEST_SEED` repeats what was done, not which
//! of those who acted at once was first.

use domain::{
    desk::CancelReason,
    id::{EnrolmentId, SeatsId, SignUpId},
};
use store::{
    Store,
    desk::{Confirm, End, Resize},
    enrolment::{Cancel, Move, SignUpOutcome},
    testing::stores,
};

use crate::common::{now, request};
use crate::desk::{Desk, checked, enrolments, sound};
use crate::dice::Dice;

const STEPS: usize = 240;
const AT_ONCE: usize = 6;
const WOMEN: usize = 12;

/// One thing that somebody does.
enum Step {
    SignUp(usize, SeatsId),
    Cancel(SignUpId),
    End(EnrolmentId),
    Confirm(EnrolmentId),
    Move(EnrolmentId, SeatsId, bool),
    Resize(SeatsId, u32),
}

impl Step {
    fn choose(dice: &mut Dice, desk: &Desk, known: &Known) -> Option<Self> {
        let seats = one_of(dice, &[desk.first, desk.second])?;
        Some(match dice.below(12) {
            0..4 => Self::SignUp(dice.below(WOMEN), seats),
            4 => Self::Cancel(one_of(dice, &known.sign_ups)?),
            5 => Self::End(one_of(dice, &known.enrolments)?),
            6 => Self::Confirm(one_of(dice, &known.enrolments)?),
            7 => Self::Resize(seats, u32::try_from(1 + dice.below(4)).unwrap()),
            _ => Self::Move(one_of(dice, &known.enrolments)?, seats, dice.once_in(3)),
        })
    }

    async fn take(self, store: Store, desk: &Desk) -> Option<SignUpId> {
        let (by, at) = (desk.facilitator, now());
        match self {
            Self::SignUp(n, seats) => match store.sign_up(request(seats, n)).await.unwrap() {
                SignUpOutcome::Accepted(receipt) => return Some(receipt.sign_up),
                _ => return None,
            },
            Self::Cancel(sign_up) => drop(
                store
                    .write(Cancel {
                        sign_up,
                        reason: None,
                        at,
                    })
                    .await
                    .unwrap(),
            ),
            Self::End(enrolment) => {
                let reason = CancelReason::Other;
                let end = End {
                    enrolment,
                    reason,
                    by,
                    at,
                };
                store.write(end).await.unwrap();
            }
            Self::Confirm(enrolment) => {
                let confirm = Confirm {
                    enrolment,
                    or_wait: true,
                    by,
                    at,
                };
                store.write(confirm).await.unwrap();
            }
            Self::Move(enrolment, to, or_wait) => {
                let wish = Move {
                    enrolment,
                    to,
                    or_wait,
                    by: Some(by),
                    holder: None,
                    at,
                };
                store.write(wish).await.unwrap();
            }
            Self::Resize(seats, capacity) => {
                let resize = Resize {
                    seats,
                    capacity,
                    by,
                    at,
                };
                store.write(resize).await.unwrap();
            }
        }
        None
    }
}

/// One of these, if there are any.
fn one_of<T: Copy>(dice: &mut Dice, things: &[T]) -> Option<T> {
    things.get(dice.below(things.len())).copied()
}

#[derive(Default)]
struct Known {
    sign_ups: Vec<SignUpId>,
    enrolments: Vec<EnrolmentId>,
}

async fn play(store: &Store, desk: &Desk, database: &str) {
    let seed = Dice::seed();
    println!("{database}: MAWID_TEST_SEED={seed}");
    let mut dice = Dice::new(seed);
    let mut known = Known::default();
    for _ in 0..STEPS / AT_ONCE {
        let steps = (0..AT_ONCE).filter_map(|_| Step::choose(&mut dice, desk, &known));
        let steps = steps.map(|step| step.take(store.clone(), desk));
        let signed_up = futures_util::future::join_all(steps.collect::<Vec<_>>()).await;
        known.sign_ups.extend(signed_up.into_iter().flatten());
        known.enrolments = enrolments(store).await.into_iter().collect();
        sound(&checked(store, now()).await, database);
    }
    assert!(
        known.enrolments.len() > 3,
        "{database}: too little happened"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_and_staff_do_with_two_slots_no_promise_is_broken() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 2, 2).await;
        play(&t.store, &desk, t.database).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_and_staff_do_with_two_runs_no_promise_is_broken() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        play(&t.store, &desk, t.database).await;
    }
}
