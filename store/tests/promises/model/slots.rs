//! What slots promise: kept for one browser for a while, and exchanged for another.

use domain::enrolment::EnrolmentStatus::{Cancelled, Confirmed, Waitlisted};
use jiff::{SignedDuration, Timestamp};

use super::{Model, Needs};

/// As long as the store says; the walk's clock shows whole minutes.
const HOLD: SignedDuration = SignedDuration::from_mins(10);

/// The model's answer to a choice of a slot.
#[derive(Debug, PartialEq, Eq)]
pub enum Choice {
    Held(Timestamp),
    NotKept,
    Full,
    Closed,
}

/// The model's answer to a wish for another slot.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply {
    Swapped,
    Full,
    NoChildcare,
    Closed,
    Started,
    NothingToGive,
    Unknown,
}

impl Model {
    /// When each of the other browsers' holds of this pool ends.
    pub(super) fn kept(
        &self,
        pool: usize,
        browser: Option<usize>,
        at: Timestamp,
    ) -> Vec<Timestamp> {
        let others = self
            .holds
            .iter()
            .filter(|(holder, _)| Some(**holder) != browser);
        let of_pool = others.filter(|(_, (held, until))| *held == pool && *until > at);
        of_pool.map(|(_, (_, until))| *until).collect()
    }

    /// How many seats of a pool are kept.
    pub fn kept_seats(&self, pool: usize, at: Timestamp) -> usize {
        self.kept(pool, None, at).len()
    }

    pub(super) fn give_back(&mut self, browser: Option<usize>) {
        if let Some(browser) = browser {
            self.holds.remove(&browser);
        }
    }

    /// A browser chooses a slot.
    pub fn choose(
        &mut self,
        pool: usize,
        browser: usize,
        has_sign_up: bool,
        at: Timestamp,
    ) -> Choice {
        if self.pools[pool].closes_at <= at {
            return Choice::Closed;
        }
        if !self.is_free(pool, self.kept(pool, Some(browser), at).len()) {
            return Choice::Full;
        }
        let is_kept = self.pools[pool].is_slot && (has_sign_up || self.has_room(pool, browser, at));
        if !is_kept {
            self.give_back(Some(browser));
            return Choice::NotKept;
        }
        self.holds.insert(browser, (pool, at + HOLD));
        Choice::Held(at + HOLD)
    }

    /// Whether strangers keep no more than half of what is free in the run.
    fn has_room(&self, pool: usize, browser: usize, at: Timestamp) -> bool {
        let run = self.pools[pool].instance;
        let pools = || (0..self.pools.len()).filter(|other| self.pools[*other].instance == run);
        let free: usize = pools().map(|other| self.pools[other].free(at)).sum();
        let kept: usize = pools()
            .map(|other| self.kept(other, Some(browser), at).len())
            .sum();
        2 * (kept + 1) <= free
    }

    /// She would rather come to another slot.
    pub fn swap(&mut self, sign_up: usize, to: usize, browser: usize, at: Timestamp) -> Reply {
        let it = &self.sign_ups[sign_up];
        let (woman, is_repeat) = (it.woman, it.is_repeat);
        let (from, is_over) = match is_repeat {
            true => (it.pool, it.is_cancelled),
            false => (
                self.enrolment(it).pool,
                self.enrolment(it).status == Cancelled,
            ),
        };
        if !self.pools[to].is_slot || self.pools[to].instance != self.pools[from].instance {
            return Reply::Unknown;
        }
        if is_over {
            return Reply::NothingToGive;
        }
        if self.pools[from].closes_at <= at {
            return Reply::Started;
        }
        if self.pools[to].closes_at <= at {
            return Reply::Closed;
        }
        if from == to {
            return Reply::Swapped;
        }
        if !self.is_free(to, self.kept(to, Some(browser), at).len()) {
            return Reply::Full;
        }
        let Some(has_childcare) = self.childcare_for(to, self.keeping(sign_up)) else {
            return Reply::NoChildcare;
        };
        self.give_back(Some(browser));
        if is_repeat {
            let it = &mut self.sign_ups[sign_up];
            (it.pool, it.told) = (to, (Confirmed, None));
            it.told_childcare = has_childcare;
        } else {
            self.change_slot(woman, from, to, has_childcare);
        }
        Reply::Swapped
    }

    /// What she needs there: who has childcare does not go without.
    fn keeping(&self, sign_up: usize) -> Needs {
        let it = &self.sign_ups[sign_up];
        let (needs, has_childcare) = match it.is_repeat {
            true => (it.needs, it.told_childcare),
            false => (self.enrolment(it).needs, self.enrolment(it).has_childcare),
        };
        let is_optional = needs.is_optional && !has_childcare;
        Needs {
            is_optional,
            ..needs
        }
    }

    fn change_slot(&mut self, woman: usize, from: usize, to: usize, has_childcare: bool) {
        let before = self.enrolments[&(woman, self.pools[from].instance)];
        self.enrol(woman, to, Confirmed, before.needs, has_childcare);
        self.give_places_back(before);
        let left = &mut self.pools[from];
        match before.status {
            Waitlisted => left.leave(woman),
            _ => left.seated -= 1,
        }
        self.pass_on(from);
    }
}
