//! What childcare promises: places for all of a woman's children with her seat, or no seat,
//! unless she comes without.

use super::{Enrolment, Model};

/// What a woman needs beside her seat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// How many children she brings.
    pub children: usize,
    /// Whether she comes without childcare if there is none.
    pub is_optional: bool,
}

impl Model {
    /// Whether she would have childcare with a seat; nothing when she would get no seat for lack
    /// of it.
    pub(super) fn childcare_for(&self, pool: usize, needs: Needs) -> Option<bool> {
        let pool = &self.pools[pool];
        let has_childcare = needs.children == 0 || pool.cared_for + needs.children <= pool.places;
        (has_childcare || needs.is_optional).then_some(has_childcare)
    }

    /// The first who waits for nothing but a seat.
    pub(super) fn first_in_line(&self, pool: usize) -> Option<usize> {
        let it = &self.pools[pool];
        let needs = |woman: usize| self.enrolments[&(woman, it.instance)].needs;
        let mut queue = it.queue.iter();
        queue
            .find(|&&(_, woman)| self.childcare_for(pool, needs(woman)).is_some())
            .map(|&(_, woman)| woman)
    }

    pub(super) fn give_places_back(&mut self, it: Enrolment) {
        if it.has_childcare {
            self.pools[it.pool].cared_for -= it.needs.children;
        }
    }

    /// The children of a sign-up and whether they are looked after, as her private link shows it.
    pub fn childcare(&self, sign_up: usize) -> Option<(usize, bool)> {
        let it = &self.sign_ups[sign_up];
        let (needs, has_childcare) = match it.is_repeat {
            true if it.is_cancelled => return None,
            true => (it.needs, it.told_childcare),
            false => (self.enrolment(it).needs, self.enrolment(it).has_childcare),
        };
        (needs.children > 0).then_some((needs.children, has_childcare))
    }

    /// How many children are looked after.
    pub fn cared_for(&self, pool: usize) -> usize {
        self.pools[pool].cared_for
    }
}
