//! What joining two rows and taking them apart promises: the better place stays, what the other
//! one held goes on, and everything comes back that nothing since contradicts.

use domain::enrolment::EnrolmentStatus::{self, Cancelled, Confirmed, Waitlisted};
use jiff::Timestamp;

use super::{Enrolment, Model};

/// The model's answer to a joining.
#[derive(Debug, PartialEq, Eq)]
pub enum Joined {
    /// With this number.
    Merged(usize),
    Already,
    Children,
}

/// The model's answer to taking apart.
#[derive(Debug, PartialEq, Eq)]
pub enum Parted {
    Restored,
    Queued(u64),
    Already,
    Later,
    Place,
}

/// Where one woman stood in a run, with her rank if she waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    pool: usize,
    status: EnrolmentStatus,
    rank: Option<i64>,
}

#[derive(Debug)]
struct Run {
    instance: usize,
    kept: Place,
    gone: Place,
    /// Whether it was the place of the one who is gone that stayed.
    is_gones: bool,
}

impl Run {
    fn place(&self) -> Place {
        if self.is_gones { self.gone } else { self.kept }
    }
}

#[derive(Debug)]
pub(super) struct Joining {
    kept: usize,
    gone: usize,
    runs: Vec<Run>,
    /// Runs in which only the one who is gone was.
    handed: Vec<usize>,
    sign_ups: Vec<usize>,
    spellings: Vec<usize>,
    is_undone: bool,
}

impl Model {
    /// Who a woman has turned out to be.
    pub(super) fn root(&self, woman: usize) -> usize {
        self.roots.get(&woman).copied().unwrap_or(woman)
    }

    fn stands(&self, woman: usize, instance: usize) -> Option<Place> {
        let it = self.enrolments.get(&(woman, instance))?;
        let queue = &self.pools[it.pool].queue;
        let waits = queue.iter().find(|(_, other)| *other == woman);
        Some(Place {
            pool: it.pool,
            status: it.status,
            rank: waits.map(|(rank, _)| *rank),
        })
    }

    fn instances(&self) -> usize {
        self.pools
            .iter()
            .map(|pool| pool.instance + 1)
            .max()
            .unwrap_or(0)
    }

    /// Staff join the women of two sign-ups.
    pub fn merge(&mut self, kept: usize, gone: usize, at: Timestamp) -> Joined {
        let (kept, gone) = (self.sign_ups[kept].woman, self.sign_ups[gone].woman);
        if kept == gone {
            return Joined::Already;
        }
        if (0..self.instances()).any(|instance| self.children_are_in_the_way(kept, gone, instance))
        {
            return Joined::Children;
        }
        let (mut runs, mut handed) = (Vec::new(), Vec::new());
        for instance in 0..self.instances() {
            match (self.stands(kept, instance), self.stands(gone, instance)) {
                (Some(a), Some(b)) => runs.push(self.join_run(kept, gone, instance, a, b, at)),
                (None, Some(_)) => {
                    self.hand(gone, kept, instance);
                    handed.push(instance);
                }
                _ => {}
            }
        }
        let hers = |(number, it): (usize, &super::SignUp)| (it.woman == gone).then_some(number);
        let sign_ups: Vec<usize> = self.sign_ups.iter().enumerate().filter_map(hers).collect();
        for number in &sign_ups {
            self.sign_ups[*number].woman = kept;
        }
        let spellings = self.roots.iter().filter(|(_, root)| **root == gone);
        let spellings: Vec<usize> = spellings.map(|(woman, _)| *woman).collect();
        for woman in spellings.iter().chain([&gone]) {
            self.roots.insert(*woman, kept);
        }
        self.joinings.push(Joining {
            kept,
            gone,
            runs,
            handed,
            sign_ups,
            spellings,
            is_undone: false,
        });
        Joined::Merged(self.joinings.len() - 1)
    }

    /// Places for children neither change hands nor are given up by a joining.
    fn children_are_in_the_way(&self, kept: usize, gone: usize, instance: usize) -> bool {
        let (Some(a), Some(b)) = (self.stands(kept, instance), self.stands(gone, instance)) else {
            return false;
        };
        let brings = |woman| self.enrolments[&(woman, instance)].needs.children > 0;
        brings(gone) || (is_gones(a, b) && brings(kept))
    }

    /// An enrolment changes hands, and keeps its place in the queue.
    fn hand(&mut self, from: usize, to: usize, instance: usize) {
        let Some(it) = self.enrolments.remove(&(from, instance)) else {
            return;
        };
        for waits in &mut self.pools[it.pool].queue {
            if waits.1 == from {
                waits.1 = to;
            }
        }
        self.enrolments.insert((to, instance), it);
    }

    fn join_run(
        &mut self,
        kept: usize,
        gone: usize,
        instance: usize,
        a: Place,
        b: Place,
        at: Timestamp,
    ) -> Run {
        let run = Run {
            instance,
            kept: a,
            gone: b,
            is_gones: is_gones(a, b),
        };
        self.let_go(kept, a);
        self.let_go(gone, b);
        self.put(kept, instance, run.place());
        self.enrolments.remove(&(gone, instance));
        self.pass_on_until_closed(a.pool, at);
        self.pass_on_until_closed(b.pool, at);
        run
    }

    fn let_go(&mut self, woman: usize, place: Place) {
        match place.status {
            Confirmed => self.pools[place.pool].seated -= 1,
            Waitlisted => self.pools[place.pool].leave(woman),
            _ => {}
        }
    }

    fn put(&mut self, woman: usize, instance: usize, place: Place) {
        let pool = &mut self.pools[place.pool];
        match (place.status, place.rank) {
            (Confirmed, _) => pool.seated += 1,
            (Waitlisted, Some(rank)) => pool.wait(rank, woman),
            _ => {}
        }
        let before = self.enrolments.get(&(woman, instance));
        let enrolment = Enrolment {
            pool: place.pool,
            status: place.status,
            needs: before.map(|it| it.needs).unwrap_or_default(),
            has_childcare: before.is_some_and(|it| it.has_childcare),
        };
        self.enrolments.insert((woman, instance), enrolment);
    }

    fn pass_on_until_closed(&mut self, pool: usize, at: Timestamp) {
        if self.pools[pool].closes_at > at {
            self.pass_on(pool);
        }
    }

    /// Staff take apart what was joined.
    pub fn part(&mut self, number: usize, at: Timestamp) -> Parted {
        let it = &self.joinings[number];
        if it.is_undone {
            return Parted::Already;
        }
        let touches = |later: &Joining| {
            !later.is_undone
                && (later.kept == it.kept || later.kept == it.gone || later.gone == it.kept)
        };
        if self.joinings[number + 1..].iter().any(touches) {
            return Parted::Later;
        }
        let contradicts = |run: &Run| {
            let Some(now) = self.stands(it.kept, run.instance) else {
                return true;
            };
            let (place, is_shared) = (run.place(), run.gone.status != Cancelled);
            let is_promoted =
                place.status == Waitlisted && now.status == Confirmed && now.pool == place.pool;
            let brings = self.enrolments[&(it.kept, run.instance)].needs.children > 0;
            is_shared && ((now != place && !is_promoted) || (run.is_gones && brings))
        };
        if it.runs.iter().any(contradicts) {
            return Parted::Place;
        }
        self.undo(number, at)
    }

    fn undo(&mut self, number: usize, at: Timestamp) -> Parted {
        self.joinings[number].is_undone = true;
        let (kept, gone) = (self.joinings[number].kept, self.joinings[number].gone);
        for instance in self.joinings[number].handed.clone() {
            self.hand(kept, gone, instance);
            for it in &mut self.sign_ups {
                if it.woman == kept && self.pools[it.pool].instance == instance {
                    it.woman = gone;
                }
            }
        }
        for sign_up in self.joinings[number].sign_ups.clone() {
            self.sign_ups[sign_up].woman = gone;
        }
        self.roots.remove(&gone);
        for woman in self.joinings[number].spellings.clone() {
            self.roots.insert(woman, gone);
        }
        let runs = std::mem::take(&mut self.joinings[number].runs);
        let queued = runs.iter().filter(|run| self.restore(kept, gone, run, at));
        match queued.count() as u64 {
            0 => Parted::Restored,
            many => Parted::Queued(many),
        }
    }

    /// Whether a seat had been given to others.
    fn restore(&mut self, kept: usize, gone: usize, run: &Run, at: Timestamp) -> bool {
        let Some(now) = self.stands(kept, run.instance) else {
            return false;
        };
        self.let_go(kept, now);
        let (owner, other) = match run.is_gones {
            true => (gone, (kept, run.kept)),
            false => (kept, (gone, run.gone)),
        };
        self.put(owner, run.instance, now);
        let (woman, wanted) = other;
        let pool = &mut self.pools[wanted.pool];
        let is_lost = wanted.status == Confirmed && pool.seated >= pool.capacity;
        let place = if is_lost {
            pool.front_rank -= 1;
            Place {
                status: Waitlisted,
                rank: Some(pool.front_rank),
                ..wanted
            }
        } else {
            wanted
        };
        self.put(woman, run.instance, place);
        self.pass_on_until_closed(run.kept.pool, at);
        self.pass_on_until_closed(run.gone.pool, at);
        is_lost
    }
}

/// Whether the place of the one who is gone stays.
fn is_gones(kept: Place, gone: Place) -> bool {
    let is_one_queue =
        kept.status == Waitlisted && gone.status == Waitlisted && kept.pool == gone.pool;
    worth(gone.status) > worth(kept.status) || (is_one_queue && gone.rank < kept.rank)
}

const fn worth(status: EnrolmentStatus) -> u8 {
    match status {
        Confirmed => 2,
        Waitlisted => 1,
        _ => 0,
    }
}
