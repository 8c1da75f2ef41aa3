//! One walk: each step is taken in the store and in the model, and both must say the same.

use domain::{
    enrolment::SignUpDetails,
    id::{SeatsId, SignUpId},
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store, check,
    enrolment::{self, Cancel, CancelOutcome, SignUp, SignUpOutcome},
    testing::{RaiseCapacity, SmallCourse},
};
use uuid::Uuid;

use crate::{
    common::{details, now, with},
    dice::Dice,
    model::{Answer, Farewell, Model, Pool, Told},
};

/// Few women and few seats, so that they meet each other all the time.
const WOMEN: usize = 14;
const SLUGS: [&str; 3] = ["one", "two", "three"];
const POOLS: usize = SLUGS.len();
const CAPACITY_MAX: usize = 4;
/// How often the whole store is compared with the whole model.
const COMPARE_EVERY: usize = 100;
/// What passes in one step in sixteen; the deadlines fall into the walk's thirds.
const MINUTES_MAX: usize = 6 * 60;
const OPEN_HOURS: [i64; POOLS] = [30, 60, 120];

/// A store, the model beside it, and the requests that both have seen.
pub struct Walk {
    store: Store,
    dice: Dice,
    name: String,
    at: Timestamp,
    model: Model,
    seats: Vec<SeatsId>,
    requests: Vec<SignUp>,
    /// The store's name of each sign-up of the model.
    sign_ups: Vec<SignUpId>,
    step: usize,
}

impl Walk {
    pub async fn begin(store: Store, mut dice: Dice, name: String) -> Self {
        let (mut model, mut seats) = (Model::default(), Vec::new());
        for (instance, hours) in OPEN_HOURS.into_iter().enumerate() {
            let capacity = 1 + dice.below(CAPACITY_MAX);
            let closes_at = now() + hours.hours();
            let course = SmallCourse {
                capacity: i64::try_from(capacity).unwrap(),
                starts_at: closes_at,
                slug: SLUGS[instance],
            };
            seats.push(store.write(course).await.unwrap().seats);
            model.pools.push(Pool::new(instance, capacity, closes_at));
        }
        Self {
            store,
            dice,
            name,
            at: now(),
            model,
            seats,
            requests: Vec::new(),
            sign_ups: Vec::new(),
            step: 0,
        }
    }

    pub async fn go(&mut self, steps: usize) {
        for step in 1..=steps {
            self.step = step;
            self.take_step().await;
            if step % COMPARE_EVERY == 0 {
                self.compare().await;
            }
        }
    }

    async fn take_step(&mut self) {
        match self.dice.below(16) {
            0..=6 => self.sign_up().await,
            7..=11 => self.cancel().await,
            12 => self.send_again().await,
            13 => self.send_with_another_name().await,
            14 => self.raise().await,
            _ => self.pass_time(),
        }
    }

    async fn sign_up(&mut self) {
        let (woman, pool) = (self.dice.below(WOMEN), self.dice.below(POOLS));
        let visit = self.some_sign_ups();
        let request = SignUp {
            visit: visit.iter().map(|&it| self.sign_ups[it]).collect(),
            at: self.at,
            ..with(self.seats[pool], self.details(woman))
        };
        let waits = request.details.accepts_waiting;
        let expected = self.model.sign_up(woman, pool, waits, &visit, self.at);
        let outcome = self.store.sign_up(request.clone()).await.unwrap();
        if let SignUpOutcome::Accepted(receipt) = outcome {
            self.sign_ups.push(receipt.sign_up);
            self.requests.push(request);
        }
        let answer = self.understood(outcome);
        assert_eq!(answer, Some(expected), "{}", self.place());
    }

    fn pass_time(&mut self) {
        let minutes = self.dice.below(MINUTES_MAX);
        self.at += i64::try_from(minutes).unwrap().minutes();
    }

    /// Her details with a key of this step's own; one woman in four does not want to wait.
    fn details(&mut self, woman: usize) -> SignUpDetails {
        let key = u128::from(self.dice.next()) << 64 | u128::from(self.dice.next());
        SignUpDetails {
            accepts_waiting: !self.dice.once_in(4),
            key: Uuid::from_u128(key),
            ..details(woman)
        }
    }

    /// What a browser may hold: mostly nothing, otherwise anybody's.
    fn some_sign_ups(&mut self) -> Vec<usize> {
        let count = if self.dice.once_in(3) { 4 } else { 0 };
        let known = self.sign_ups.len();
        let picks = (0..count.min(known)).map(|_| self.dice.below(known));
        picks.collect()
    }

    fn understood(&self, outcome: SignUpOutcome) -> Option<Answer> {
        Some(match outcome {
            SignUpOutcome::Accepted(receipt) => Answer::Accepted((receipt.status, receipt.place)),
            SignUpOutcome::Already(held) => Answer::Already(self.number_of(held)?),
            SignUpOutcome::Full { waiting } => Answer::Full { waiting },
            SignUpOutcome::Closed => Answer::Closed,
            SignUpOutcome::KeyConflict | SignUpOutcome::NoSuchSeats => return None,
        })
    }

    fn number_of(&self, sign_up: SignUpId) -> Option<usize> {
        self.sign_ups.iter().position(|&it| it == sign_up)
    }

    async fn cancel(&mut self) {
        let Some(sign_up) = self.any_sign_up() else {
            return;
        };
        let cancel = Cancel {
            sign_up: self.sign_ups[sign_up],
            reason: None,
            at: self.at,
        };
        let outcome = self.store.write(cancel).await.unwrap();
        let expected = match self.model.cancel(sign_up, self.at) {
            Farewell::Cancelled => CancelOutcome::Cancelled,
            Farewell::AlreadyCancelled => CancelOutcome::AlreadyCancelled,
            Farewell::Excused => CancelOutcome::Excused,
            Farewell::Started => CancelOutcome::Started,
        };
        assert_eq!(outcome, expected, "{}", self.place());
    }

    /// The answer was lost on the way: she gets the same one, whatever has happened since.
    async fn send_again(&mut self) {
        let Some(sign_up) = self.any_sign_up() else {
            return;
        };
        let request = SignUp {
            at: self.at,
            ..self.requests[sign_up].clone()
        };
        let outcome = self.store.sign_up(request).await.unwrap();
        let SignUpOutcome::Accepted(receipt) = outcome else {
            panic!("{}: {outcome:?}", self.place());
        };
        let told: Told = (receipt.status, receipt.place);
        assert_eq!(receipt.sign_up, self.sign_ups[sign_up], "{}", self.place());
        assert_eq!(told, self.model.told(sign_up), "{}", self.place());
    }

    /// A key that was used belongs to what it was used for.
    async fn send_with_another_name(&mut self) {
        let Some(sign_up) = self.any_sign_up() else {
            return;
        };
        let known = &self.requests[sign_up];
        let stranger = SignUpDetails {
            key: known.details.key,
            ..details(WOMEN)
        };
        let request = SignUp {
            at: self.at,
            ..with(known.seats, stranger)
        };
        let outcome = self.store.sign_up(request).await.unwrap();
        assert_eq!(outcome, SignUpOutcome::KeyConflict, "{}", self.place());
    }

    async fn raise(&mut self) {
        let pool = self.dice.below(POOLS);
        // Otherwise everyone would have a seat before long.
        if self.model.pools[pool].capacity > 2 * CAPACITY_MAX {
            return;
        }
        let raise = RaiseCapacity {
            seats: self.seats[pool],
            at: self.at,
        };
        self.store.write(raise).await.unwrap();
        self.model.raise(pool, self.at);
    }

    fn any_sign_up(&mut self) -> Option<usize> {
        let known = self.sign_ups.len();
        (known > 0).then(|| self.dice.below(known))
    }

    /// Every promise holds, every counter and every private link says what the model says.
    async fn compare(&self) {
        let conn = &mut self.store.read().await.unwrap();
        let report = check::run(conn, self.at).await.unwrap();
        assert_eq!(report.broken, [], "{}", self.place());
        for (id, pool) in self.seats.iter().zip(&self.model.pools) {
            let found = report.seats.iter().find(|it| it.id() == *id).unwrap();
            let count = |n: i64| usize::try_from(n).unwrap();
            let found = (
                count(found.capacity),
                count(found.taken),
                count(found.waiting),
            );
            assert_eq!(found, pool.counts(), "{}", self.place());
        }
        for (number, sign_up) in self.sign_ups.iter().enumerate() {
            let seen = enrolment::view(conn, *sign_up).await.unwrap().unwrap();
            let told: Told = (seen.status, seen.place);
            let (pool, expected) = self.model.view(number);
            assert_eq!(told, expected, "{}, sign-up {number}", self.place());
            assert_eq!(seen.seats_slug, SLUGS[pool], "{}", self.place());
        }
    }

    fn place(&self) -> String {
        format!("{}, step {}", self.name, self.step)
    }
}
