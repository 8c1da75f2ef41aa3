//! One walk: each step is taken in the store and in the model, and both must say the same.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use domain::{
    children::Children,
    enrolment::SignUpDetails,
    id::{AccountId, HolderId, InstanceId, MergeId, SeatsId, SignUpId},
    programme::ChildAgeBand,
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Conn, Store, check, desk,
    enrolment::{self, Cancel, CancelOutcome, SignUp, SignUpOutcome},
    seats,
    testing::{SmallCourse, childcare::OfferChildcare, desk::ExtraPool},
};
use uuid::Uuid;

use crate::{
    common::{details, now, with},
    dice::Dice,
    model::{Answer, Farewell, Model, Needs, Pool, Told},
    staff::facilitator,
};

/// Few women and few seats, so that they meet each other all the time.
pub const WOMEN: usize = 14;
/// Browsers that slots are kept for.
pub const BROWSERS: usize = 5;
/// Three runs that are booked whole, and three slots of a fourth.
pub const SLUGS: [&str; 6] = ["small", "two", "three", "slot-1", "slot-2", "slot-3"];
pub const POOLS: usize = SLUGS.len();
pub const WHOLE: usize = 3;
pub const CAPACITY_MAX: usize = 4;
/// Every second woman brings children, often more than there are places.
const CHILDREN_MAX: usize = 2;
const BAND: ChildAgeBand = ChildAgeBand::From3To5;
/// How often the whole store is compared with the whole model.
const COMPARE_EVERY: usize = 100;
/// What passes in one step in twenty; the deadlines fall into the walk's thirds.
const MINUTES_MAX: usize = 12 * 60;
/// Of two steps in time one is short, so that some holds are over and others are not.
const SHORT_MINUTES_MAX: usize = 12;
const OPEN_HOURS: [i64; POOLS] = [30, 60, 120, 40, 80, 120];

/// A store, the model beside it, and the requests that both have seen.
pub struct Walk {
    pub store: Store,
    pub dice: Dice,
    name: String,
    pub at: Timestamp,
    pub model: Model,
    pub seats: Vec<SeatsId>,
    runs: Vec<InstanceId>,
    pub staff: AccountId,
    requests: Vec<SignUp>,
    /// The store's name of each sign-up of the model.
    pub sign_ups: Vec<SignUpId>,
    /// What the store calls each joining of the model.
    pub merges: Vec<MergeId>,
    step: usize,
    /// What was answered so far, to be compared between the databases.
    answers: DefaultHasher,
}

impl Walk {
    pub async fn begin(store: Store, mut dice: Dice, name: String) -> Self {
        let (mut model, mut seats) = (Model::default(), Vec::new());
        let (mut run_of_slots, mut runs) = (None, Vec::new());
        for (number, hours) in OPEN_HOURS.into_iter().enumerate() {
            let capacity = 1 + dice.below(CAPACITY_MAX);
            let closes_at = now() + hours.hours();
            let course = SmallCourse {
                capacity: i64::try_from(capacity).unwrap(),
                starts_at: closes_at,
                slug: SLUGS[number],
            };
            let id = match run_of_slots {
                Some(beside) => {
                    let slot = ExtraPool {
                        beside,
                        slug: course.slug,
                        capacity: course.capacity,
                        starts_at: course.starts_at,
                        own_run: false,
                    };
                    store.write(slot).await.unwrap()
                }
                None => {
                    let ids = store.write(course).await.unwrap();
                    run_of_slots = (number == WHOLE).then_some(ids);
                    runs.push(ids.instance);
                    ids.seats
                }
            };
            seats.push(id);
            let places = dice.below(CHILDREN_MAX + 2);
            if places > 0 {
                let places = i64::try_from(places).unwrap();
                let (seats, band) = (id, BAND);
                let offer = OfferChildcare {
                    seats,
                    band,
                    places,
                };
                store.write(offer).await.unwrap();
            }
            let (run, is_slot) = (number.min(WHOLE), number >= WHOLE);
            model
                .pools
                .push(Pool::new(run, is_slot, (capacity, places), closes_at));
        }
        Self {
            staff: facilitator(&store, "facilitator@lab.example").await,
            store,
            dice,
            name,
            at: now(),
            model,
            seats,
            runs,
            requests: Vec::new(),
            sign_ups: Vec::new(),
            merges: Vec::new(),
            step: 0,
            answers: DefaultHasher::new(),
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
        match self.dice.below(25) {
            0..=5 => self.sign_up().await,
            6..=9 => self.cancel().await,
            10 => self.send_again().await,
            11 => self.send_with_another_name().await,
            12..=14 => self.choose().await,
            15..=16 => self.swap().await,
            17 => self.resize().await,
            18 => self.assist().await,
            19..=20 => self.merge().await,
            21 => self.part().await,
            22..=23 => self.come_without().await,
            _ => self.pass_time(),
        }
    }

    async fn sign_up(&mut self) {
        let (woman, pool) = (self.dice.below(WOMEN), self.dice.below(POOLS));
        let visit = self.some_sign_ups();
        let browser = self.some_browser();
        let request = SignUp {
            visit: visit.iter().map(|&it| self.sign_ups[it]).collect(),
            holder: browser.map(holder),
            at: self.at,
            ..with(self.seats[pool], self.details(woman))
        };
        let (wish, at) = (wish(&request.details), self.at);
        let expected = self.model.sign_up(woman, pool, wish, &visit, browser, at);
        let outcome = self.store.sign_up(request.clone()).await.unwrap();
        self.remember(outcome, request);
        let answer = self.understood(outcome);
        self.same(answer, Some(expected));
    }

    /// An accepted request is the newest sign-up, in the model too.
    pub fn remember(&mut self, outcome: SignUpOutcome, request: SignUp) {
        if let SignUpOutcome::Accepted(receipt) = outcome {
            self.sign_ups.push(receipt.sign_up);
            self.requests.push(request);
        }
    }

    /// The store and the model say the same, and so does every other database.
    pub fn same<T: std::fmt::Debug + PartialEq>(&mut self, found: T, expected: T) {
        format!("{found:?}").hash(&mut self.answers);
        assert_eq!(found, expected, "{}", self.place());
    }

    /// What all answers of this walk come to.
    pub fn answers(&self) -> u64 {
        self.answers.finish()
    }

    /// The browser of a sign-up: mostly one that nothing is kept for.
    fn some_browser(&mut self) -> Option<usize> {
        self.dice.once_in(2).then(|| self.dice.below(BROWSERS))
    }

    fn pass_time(&mut self) {
        let most = match self.dice.once_in(2) {
            true => SHORT_MINUTES_MAX,
            false => MINUTES_MAX,
        };
        let minutes = self.dice.below(most);
        self.at += i64::try_from(minutes).unwrap().minutes();
    }

    /// Her details with a key of this step's own; one woman in four does not want to wait, every
    /// second brings children, and one in three would come without childcare.
    pub fn details(&mut self, woman: usize) -> SignUpDetails {
        let key = u128::from(self.dice.next()) << 64 | u128::from(self.dice.next());
        let children = match self.dice.once_in(2) {
            true => 1 + self.dice.below(CHILDREN_MAX),
            false => 0,
        };
        SignUpDetails {
            children: Children::new([(BAND, u32::try_from(children).unwrap())]),
            childcare_optional: self.dice.once_in(3),
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

    pub fn understood(&self, outcome: SignUpOutcome) -> Option<Answer> {
        Some(match outcome {
            SignUpOutcome::Accepted(receipt) => Answer::Accepted((receipt.status, receipt.place)),
            SignUpOutcome::Already(held) => Answer::Already(self.number_of(held)?),
            SignUpOutcome::Full { waiting } => Answer::Full { waiting },
            SignUpOutcome::NoChildcare => Answer::NoChildcare,
            SignUpOutcome::Closed => Answer::Closed,
            SignUpOutcome::Kept { until } => Answer::Kept(until),
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
        self.same(outcome, expected);
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
        self.same(told, self.model.told(sign_up));
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
        self.same(outcome, SignUpOutcome::KeyConflict);
    }

    pub fn any_sign_up(&mut self) -> Option<usize> {
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
        let kept = seats::kept(conn, None, self.at).await.unwrap();
        for (number, id) in self.seats.iter().enumerate() {
            let found = kept.get(id).copied().unwrap_or(0);
            let expected = self.model.kept_seats(number, self.at) as u64;
            assert_eq!(found, expected, "{}", self.place());
        }
        for (number, sign_up) in self.sign_ups.iter().enumerate() {
            let seen = enrolment::view(conn, *sign_up).await.unwrap().unwrap();
            let told: Told = (seen.status, seen.place);
            let (pool, expected) = self.model.view(number);
            assert_eq!(told, expected, "{}, sign-up {number}", self.place());
            assert_eq!(seen.seats_slug, SLUGS[pool], "{}", self.place());
            let claim = seen.childcare.map(|it| {
                let children: u32 = it.children.iter().map(|(_, count)| count).sum();
                (usize::try_from(children).unwrap(), it.is_held)
            });
            let expected = self.model.childcare(number);
            assert_eq!(claim, expected, "{}, sign-up {number}", self.place());
        }
        self.compare_childcare(conn).await;
    }

    /// As many places are taken as the model says.
    async fn compare_childcare(&self, conn: &mut Conn) {
        for run in &self.runs {
            let run = desk::instance(conn, *run).await.unwrap().unwrap();
            for pool in run.pools {
                let number = self.seats.iter().position(|it| *it == pool.id).unwrap();
                let taken: u64 = pool.childcare.iter().map(|it| it.taken).sum();
                let expected = self.model.cared_for(number) as u64;
                assert_eq!(taken, expected, "{}", self.place());
            }
        }
    }

    fn place(&self) -> String {
        format!("{}, step {}", self.name, self.step)
    }
}

/// What a request asks for beside its seat, and whether it would wait.
pub fn wish(details: &SignUpDetails) -> (Needs, bool) {
    let children: u32 = details.children.iter().map(|(_, count)| count).sum();
    let needs = Needs {
        children: usize::try_from(children).unwrap(),
        is_optional: details.childcare_optional,
    };
    (needs, details.accepts_waiting)
}

/// What the store calls a browser.
pub fn holder(browser: usize) -> HolderId {
    HolderId(Uuid::from_u128(browser as u128 + 1))
}
