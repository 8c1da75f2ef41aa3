//! What seats and queues promise, in plain data: no database, no clock, no transaction.

use std::collections::{BTreeMap, HashMap};

use domain::enrolment::EnrolmentStatus::{self, Cancelled, Confirmed, Waitlisted};
use jiff::{Timestamp, ToSpan as _};

mod childcare;
mod joining;
mod slots;

pub use childcare::{Needs, Without};
pub use joining::{Joined, Parted};
pub use slots::{Choice, Reply};

/// What a sign-up was told: its status, and its place in the queue.
pub type Told = (EnrolmentStatus, Option<u64>);

/// The model's answer to a request for a seat.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Accepted(Told),
    Already(usize),
    Full {
        waiting: u64,
    },
    Kept(Timestamp),
    NoChildcare,
    Closed,
    /// Only staff hear so.
    Enrolled,
}

/// The model's answer to a cancellation.
#[derive(Debug, PartialEq, Eq)]
pub enum Farewell {
    Cancelled,
    AlreadyCancelled,
    Excused,
    Started,
}

/// One pool of seats.
#[derive(Debug)]
pub struct Pool {
    pub instance: usize,
    pub is_slot: bool,
    pub capacity: usize,
    pub closes_at: Timestamp,
    /// Places for children, and how many are taken.
    places: usize,
    cared_for: usize,
    seated: usize,
    /// The women who wait with their ranks, first come first.
    queue: Vec<(i64, usize)>,
    /// The rank of the next at the end, and of the last at the front.
    next_rank: i64,
    front_rank: i64,
}

impl Pool {
    pub fn new(
        instance: usize,
        is_slot: bool,
        (capacity, places): (usize, usize),
        closes_at: Timestamp,
    ) -> Self {
        Self {
            places,
            cared_for: 0,
            instance,
            is_slot,
            capacity,
            closes_at,
            seated: 0,
            queue: Vec::new(),
            next_rank: 1,
            front_rank: 0,
        }
    }

    fn wait(&mut self, rank: i64, woman: usize) {
        self.queue.push((rank, woman));
        self.queue.sort_unstable();
    }

    fn leave(&mut self, woman: usize) {
        self.queue.retain(|&(_, other)| other != woman);
    }

    pub fn counts(&self) -> (usize, usize, usize) {
        (self.capacity, self.seated, self.queue.len())
    }

    fn free(&self, at: Timestamp) -> usize {
        if self.closes_at > at {
            self.capacity.saturating_sub(self.seated)
        } else {
            0
        }
    }

    fn waiting(&self) -> u64 {
        self.queue.len() as u64
    }

    /// After the start: a session of the model begins when its sign-up closes, and lasts two
    /// hours.
    fn excuse(&self, status: EnrolmentStatus, at: Timestamp) -> Farewell {
        if status == Confirmed && at < self.closes_at + 2.hours() {
            Farewell::Excused
        } else {
            Farewell::Started
        }
    }
}

/// A request that was written down.
#[derive(Debug)]
struct SignUp {
    woman: usize,
    pool: usize,
    told: Told,
    needs: Needs,
    /// Whether it was told that there is childcare.
    told_childcare: bool,
    is_repeat: bool,
    is_cancelled: bool,
}

/// Where a woman stands in an instance.
#[derive(Debug, Clone, Copy)]
struct Enrolment {
    pool: usize,
    status: EnrolmentStatus,
    needs: Needs,
    has_childcare: bool,
}

/// Everything.
#[derive(Debug, Default)]
pub struct Model {
    pub pools: Vec<Pool>,
    sign_ups: Vec<SignUp>,
    /// By woman and instance.
    enrolments: HashMap<(usize, usize), Enrolment>,
    /// Which slot a browser holds, and until when.
    holds: BTreeMap<usize, (usize, Timestamp)>,
    /// Who another woman has turned out to be.
    roots: HashMap<usize, usize>,
    joinings: Vec<joining::Joining>,
}

impl Model {
    /// A request from a browser that holds the sign-ups of `visit`. One that is accepted is the
    /// newest sign-up from now on.
    pub fn sign_up(
        &mut self,
        woman: usize,
        pool: usize,
        (needs, waits): (Needs, bool),
        visit: &[usize],
        browser: Option<usize>,
        at: Timestamp,
    ) -> Answer {
        if self.pools[pool].closes_at <= at {
            return Answer::Closed;
        }
        let woman = self.root(woman);
        let key = (woman, self.pools[pool].instance);
        let active = self
            .enrolments
            .get(&key)
            .filter(|it| it.status != Cancelled);
        let is_repeat = active.is_some();
        let held = visit.iter().find(|&&held| self.leads_to(held, key));
        if let (true, Some(&held)) = (is_repeat, held) {
            return Answer::Already(held);
        }
        let (told, has_childcare) = match self.decide(pool, (needs, waits), browser, at) {
            Ok(decided) => decided,
            Err(refusal) => return refusal,
        };
        self.give_back(browser);
        if !is_repeat {
            self.enrol(woman, pool, told.0, needs, has_childcare);
        }
        self.sign_ups.push(SignUp {
            woman,
            pool,
            told,
            needs,
            told_childcare: has_childcare,
            is_repeat,
            is_cancelled: false,
        });
        Answer::Accepted(told)
    }

    fn leads_to(&self, sign_up: usize, (woman, instance): (usize, usize)) -> bool {
        let it = &self.sign_ups[sign_up];
        !it.is_repeat && it.woman == woman && self.pools[it.pool].instance == instance
    }

    fn decide(
        &self,
        pool: usize,
        (needs, waits): (Needs, bool),
        browser: Option<usize>,
        at: Timestamp,
    ) -> Result<(Told, bool), Answer> {
        let kept = self.kept(pool, browser, at);
        let waiting = self.pools[pool].waiting();
        let in_line = ((Waitlisted, Some(waiting + 1)), false);
        if self.is_free(pool, kept.len()) {
            return match self.childcare_for(pool, needs) {
                Some(has_childcare) => Ok(((Confirmed, None), has_childcare)),
                None if waits => Ok(in_line),
                None => Err(Answer::NoChildcare),
            };
        }
        match kept.iter().min() {
            Some(first) if self.is_free(pool, 0) => Err(Answer::Kept(*first)),
            _ if waits => Ok(in_line),
            _ => Err(Answer::Full { waiting }),
        }
    }

    /// Whether a newcomer gets a seat when so many are kept for others.
    fn is_free(&self, pool: usize, kept: usize) -> bool {
        let it = &self.pools[pool];
        it.seated + kept < it.capacity && self.first_in_line(pool).is_none()
    }

    /// Staff sign somebody up.
    pub fn assist(
        &mut self,
        woman: usize,
        pool: usize,
        wish: (Needs, bool),
        at: Timestamp,
    ) -> Answer {
        let key = (self.root(woman), self.pools[pool].instance);
        match self.enrolments.get(&key) {
            Some(it) if it.status != Cancelled => Answer::Enrolled,
            _ => self.sign_up(woman, pool, wish, &[], None, at),
        }
    }

    fn enrol(
        &mut self,
        woman: usize,
        pool: usize,
        status: EnrolmentStatus,
        needs: Needs,
        has_childcare: bool,
    ) {
        let it = &mut self.pools[pool];
        match status {
            Confirmed => it.seated += 1,
            _ => {
                it.wait(it.next_rank, woman);
                it.next_rank += 1;
            }
        }
        if has_childcare {
            it.cared_for += needs.children;
        }
        let key = (woman, it.instance);
        let enrolment = Enrolment {
            pool,
            status,
            needs,
            has_childcare,
        };
        self.enrolments.insert(key, enrolment);
    }

    /// What this sign-up was told.
    pub fn told(&self, sign_up: usize) -> Told {
        self.sign_ups[sign_up].told
    }

    /// The pool she stands in, her status and her place, as her private link shows it.
    pub fn view(&self, sign_up: usize) -> (usize, Told) {
        let it = &self.sign_ups[sign_up];
        if it.is_repeat {
            let told = if it.is_cancelled {
                (Cancelled, None)
            } else {
                it.told
            };
            return (it.pool, told);
        }
        let enrolment = self.enrolment(it);
        let queue = &self.pools[enrolment.pool].queue;
        let place = queue.iter().position(|&(_, woman)| woman == it.woman);
        let place = place.filter(|_| enrolment.status == Waitlisted);
        (
            enrolment.pool,
            (enrolment.status, place.map(|n| n as u64 + 1)),
        )
    }

    fn enrolment(&self, it: &SignUp) -> Enrolment {
        self.enrolments[&(it.woman, self.pools[it.pool].instance)]
    }

    /// She cancels by the link of this sign-up.
    pub fn cancel(&mut self, sign_up: usize, at: Timestamp) -> Farewell {
        let it = &self.sign_ups[sign_up];
        if it.is_repeat {
            return self.cancel_repeat(sign_up, at);
        }
        let (woman, enrolment) = (it.woman, self.enrolment(it));
        let Enrolment { pool, status, .. } = enrolment;
        if status == Cancelled {
            return Farewell::AlreadyCancelled;
        }
        if self.pools[pool].closes_at <= at {
            return self.pools[pool].excuse(status, at);
        }
        let left = &mut self.pools[pool];
        match status {
            Waitlisted => left.leave(woman),
            _ => left.seated -= 1,
        }
        let key = (woman, left.instance);
        self.give_places_back(enrolment);
        let ended = Enrolment {
            pool,
            status: Cancelled,
            needs: Needs::default(),
            has_childcare: false,
        };
        self.enrolments.insert(key, ended);
        self.pass_on(pool);
        Farewell::Cancelled
    }

    fn cancel_repeat(&mut self, sign_up: usize, at: Timestamp) -> Farewell {
        let it = &mut self.sign_ups[sign_up];
        if it.is_cancelled {
            Farewell::AlreadyCancelled
        } else if self.pools[it.pool].closes_at <= at {
            self.pools[it.pool].excuse(it.told.0, at)
        } else {
            it.is_cancelled = true;
            Farewell::Cancelled
        }
    }

    /// More seats or fewer.
    pub fn resize(&mut self, pool: usize, capacity: usize, at: Timestamp) {
        self.pools[pool].capacity = capacity;
        if self.pools[pool].closes_at > at {
            self.pass_on(pool);
        }
    }

    fn pass_on(&mut self, pool: usize) {
        while self.pools[pool].seated < self.pools[pool].capacity
            && let Some(woman) = self.first_in_line(pool)
        {
            let key = (woman, self.pools[pool].instance);
            let needs = self.enrolments[&key].needs;
            let has_childcare = self.childcare_for(pool, needs) == Some(true);
            self.pools[pool].leave(woman);
            self.enrol(woman, pool, Confirmed, needs, has_childcare);
        }
    }
}
