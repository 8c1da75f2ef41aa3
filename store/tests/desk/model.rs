//! Everything that people and staff can do with seats, in random order and several at once: no
//! promise is broken, and nobody stands nowhere.

use domain::{
    desk::CancelReason,
    id::{EnrolmentId, SeatsId, SignUpId},
};
use store::{
    Store,
    desk::{Confirm, End, Relocate, Resize},
    enrolment::{Cancel, SignUpOutcome},
    keys::random,
    testing::stores,
};

use crate::common::{now, request};
use crate::desk::{Desk, checked, enrolments, sound};

const STEPS: usize = 240;
const AT_ONCE: usize = 6;
const WOMEN: u64 = 12;

/// SplitMix64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    fn one_of<T: Copy>(&mut self, things: &[T]) -> Option<T> {
        let sides = u64::try_from(things.len()).ok().filter(|it| *it > 0)?;
        let index = usize::try_from(self.roll(sides)).unwrap();
        Some(things[index])
    }
}

/// One thing that somebody does.
enum Step {
    SignUp(usize, SeatsId),
    Cancel(SignUpId),
    End(EnrolmentId),
    Confirm(EnrolmentId),
    Relocate(EnrolmentId, SeatsId, bool),
    Resize(SeatsId, u32),
}

impl Step {
    fn choose(dice: &mut Dice, desk: &Desk, known: &Known) -> Option<Self> {
        let seats = dice.one_of(&[desk.first, desk.second])?;
        Some(match dice.roll(12) {
            0..4 => Self::SignUp(usize::try_from(dice.roll(WOMEN)).unwrap(), seats),
            4 => Self::Cancel(dice.one_of(&known.sign_ups)?),
            5 => Self::End(dice.one_of(&known.enrolments)?),
            6 => Self::Confirm(dice.one_of(&known.enrolments)?),
            7 => Self::Resize(seats, u32::try_from(1 + dice.roll(4)).unwrap()),
            _ => Self::Relocate(dice.one_of(&known.enrolments)?, seats, dice.roll(3) == 0),
        })
    }

    async fn take(self, store: Store, desk: &Desk) -> Option<SignUpId> {
        let (by, at) = (desk.facilitator, now());
        match self {
            Self::SignUp(n, seats) => match store.sign_up(request(seats, n)).await.unwrap() {
                SignUpOutcome::Accepted(receipt) => return Some(receipt.sign_up),
                _ => return None,
            },
            Self::Cancel(sign_up) => drop(store.write(Cancel { sign_up, at }).await.unwrap()),
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
            Self::Relocate(enrolment, to, or_wait) => {
                let relocate = Relocate {
                    enrolment,
                    to,
                    or_wait,
                    by,
                    at,
                };
                store.write(relocate).await.unwrap();
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

#[derive(Default)]
struct Known {
    sign_ups: Vec<SignUpId>,
    enrolments: Vec<EnrolmentId>,
}

async fn play(store: &Store, desk: &Desk, seed: u64, database: &str) {
    println!("{database}: seed {seed}");
    let mut dice = Dice(seed);
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
        play(&t.store, &desk, u64::from_le_bytes(random()), t.database).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_and_staff_do_with_two_runs_no_promise_is_broken() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 2).await;
        play(&t.store, &desk, u64::from_le_bytes(random()), t.database).await;
    }
}
