//! More steps of a walk: slots that are chosen and exchanged, and what staff do.

use domain::desk::ConsentChannel;
use store::{
    desk::{
        AssistedOutcome, AssistedSignUp, Conflict, Merge, MergeOutcome, Resize, ResizeOutcome,
        Unmerge, UnmergeOutcome,
    },
    enrolment::{Assistant, ComeWithout, SignUp, Swap, SwapOutcome, WithoutOutcome},
    mark::Author,
    seats::{Hold, HoldOutcome},
    testing::desk::enrolment_of,
};

use crate::{
    common::with,
    model::{Answer, Choice, Joined, Parted, Reply, Without},
    walk::{BROWSERS, CAPACITY_MAX, POOLS, WOMEN, Walk, holder, wish},
};

impl Walk {
    /// A browser chooses a slot; now and then a run that is booked whole.
    pub async fn choose(&mut self) {
        let (pool, browser) = (self.dice.below(POOLS), self.dice.below(BROWSERS));
        let hold = Hold {
            seats: self.seats[pool],
            holder: holder(browser),
            has_sign_up: self.dice.once_in(3),
            at: self.at,
        };
        let outcome = match self.store.write(hold).await.unwrap() {
            HoldOutcome::Held(until) => Some(Choice::Held(until)),
            HoldOutcome::NotKept => Some(Choice::NotKept),
            HoldOutcome::Full => Some(Choice::Full),
            HoldOutcome::Closed => Some(Choice::Closed),
            HoldOutcome::NoSuchSeats => None,
        };
        let expected = self.model.choose(pool, browser, hold.has_sign_up, self.at);
        self.same(outcome, Some(expected));
    }

    /// She takes another slot by the link of a sign-up.
    pub async fn swap(&mut self) {
        let Some(sign_up) = self.any_sign_up() else {
            return;
        };
        let (to, browser) = (self.dice.below(POOLS), self.dice.below(BROWSERS));
        let swap = Swap {
            sign_up: self.sign_ups[sign_up],
            to: self.seats[to],
            holder: Some(holder(browser)),
            at: self.at,
        };
        let outcome = match self.store.write(swap).await.unwrap() {
            SwapOutcome::Swapped => Reply::Swapped,
            SwapOutcome::Full => Reply::Full,
            SwapOutcome::NoChildcare => Reply::NoChildcare,
            SwapOutcome::Closed => Reply::Closed,
            SwapOutcome::Started => Reply::Started,
            SwapOutcome::NothingToGive => Reply::NothingToGive,
            SwapOutcome::Unknown => Reply::Unknown,
        };
        let expected = self.model.swap(sign_up, to, browser, self.at);
        self.same(outcome, expected);
    }

    /// She would rather come without childcare than wait for it.
    pub async fn come_without(&mut self) {
        let Some(sign_up) = self.any_sign_up() else {
            return;
        };
        let wish = ComeWithout {
            sign_up: self.sign_ups[sign_up],
            at: self.at,
        };
        let outcome = match self.store.write(wish).await.unwrap() {
            WithoutOutcome::Seat => Some(Without::Seat),
            WithoutOutcome::Waits => Some(Without::Waits),
            WithoutOutcome::Nothing => Some(Without::Nothing),
            WithoutOutcome::Unknown => None,
        };
        let expected = self.model.come_without(sign_up, self.at);
        self.same(outcome, Some(expected));
    }

    /// Staff give a pool more seats or fewer, also fewer than are taken.
    pub async fn resize(&mut self) {
        let (pool, capacity) = (self.dice.below(POOLS), 1 + self.dice.below(CAPACITY_MAX));
        let resize = Resize {
            seats: self.seats[pool],
            capacity: u32::try_from(capacity).unwrap(),
            by: self.staff,
            at: self.at,
        };
        let before = self.model.pools[pool].counts();
        self.model.resize(pool, capacity, self.at);
        let after = self.model.pools[pool].counts();
        let expected = match before.0 == capacity {
            true => ResizeOutcome::Same,
            false => ResizeOutcome::Resized {
                before: before.0 as u64,
                after: after.0 as u64,
                promoted: (before.2 - after.2) as u64,
            },
        };
        let outcome = self.store.write(resize).await.unwrap();
        self.same(outcome, expected);
    }

    /// Staff sign somebody up.
    pub async fn assist(&mut self) {
        let (woman, pool) = (self.dice.below(WOMEN), self.dice.below(POOLS));
        let request = SignUp {
            assistant: Some(Assistant {
                account: self.staff,
                channel: ConsentChannel::Desk,
            }),
            at: self.at,
            ..with(self.seats[pool], self.details(woman))
        };
        let wish = wish(&request.details);
        let expected = self.model.assist(woman, pool, wish, self.at);
        let assisted = AssistedSignUp {
            request: request.clone(),
            call: None,
        };
        let answer = match self.store.write(assisted).await.unwrap() {
            AssistedOutcome::Asked(outcome) => {
                self.remember(outcome, request);
                self.understood(outcome)
            }
            AssistedOutcome::Enrolled(_) => Some(Answer::Enrolled),
        };
        self.same(answer, Some(expected));
    }

    /// Staff find that the women of two sign-ups are one.
    pub async fn merge(&mut self) {
        let (Some(kept), Some(gone)) = (self.any_sign_up(), self.any_sign_up()) else {
            return;
        };
        let merge = Merge {
            kept: enrolment_of(&self.store, self.sign_ups[kept]).await,
            gone: enrolment_of(&self.store, self.sign_ups[gone]).await,
            by: self.everywhere(),
            at: self.at,
        };
        let expected = self.model.merge(kept, gone, self.at);
        let outcome = match self.store.write(merge).await.unwrap() {
            MergeOutcome::Merged(id) => {
                self.merges.push(id);
                Some(Joined::Merged(self.merges.len() - 1))
            }
            MergeOutcome::Already => Some(Joined::Already),
            MergeOutcome::Children => Some(Joined::Children),
            MergeOutcome::OtherHub | MergeOutcome::Unknown => None,
        };
        self.same(outcome, Some(expected));
    }

    /// They were two after all: mostly one of the latest that were joined.
    pub async fn part(&mut self) {
        let known = self.merges.len();
        if known == 0 {
            return;
        }
        let number = known - 1 - self.dice.below(known.min(4));
        let unmerge = Unmerge {
            merge: self.merges[number],
            by: self.everywhere(),
            at: self.at,
        };
        let outcome = match self.store.write(unmerge).await.unwrap() {
            UnmergeOutcome::Parted => Some(Parted::Restored),
            UnmergeOutcome::Queued(many) => Some(Parted::Queued(many)),
            UnmergeOutcome::Already => Some(Parted::Already),
            UnmergeOutcome::Refused(Conflict::Later) => Some(Parted::Later),
            UnmergeOutcome::Refused(Conflict::Place) => Some(Parted::Place),
            _ => None,
        };
        let expected = self.model.part(number, self.at);
        self.same(outcome, Some(expected));
    }

    fn everywhere(&self) -> Author {
        Author {
            account: self.staff,
            all_hubs: true,
        }
    }
}
