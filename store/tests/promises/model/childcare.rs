//! What childcare promises: places for all of a woman's children with her seat, or no seat,
//! unless she comes without.

use domain::enrolment::EnrolmentStatus::{Confirmed, Waitlisted};
use jiff::Timestamp;

use super::{Enrolment, Model, SignUp};

/// What a woman needs beside her seat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// How many children she brings.
    pub children: usize,
    /// Whether she comes without childcare if there is none.
    pub is_optional: bool,
}

/// The model's answer to a woman who would rather come without childcare than wait for it.
#[derive(Debug, PartialEq, Eq)]
pub enum Without {
    Seat,
    Waits,
    Nothing,
}

/// Whether these needs keep somebody waiting who is told so.
fn can_give_up(status: domain::enrolment::EnrolmentStatus, needs: Needs) -> bool {
    status == Waitlisted && needs.children > 0 && !needs.is_optional
}

impl Model {
    /// By the link of a sign-up.
    pub fn come_without(&mut self, sign_up: usize, at: Timestamp) -> Without {
        let it = &self.sign_ups[sign_up];
        if it.is_repeat {
            return self.repeat_without(sign_up, at);
        }
        let key = (it.woman, self.pools[it.pool].instance);
        let Enrolment {
            pool,
            status,
            needs,
            ..
        } = self.enrolments[&key];
        if !can_give_up(status, needs) || self.pools[pool].closes_at <= at {
            return Without::Nothing;
        }
        self.enrolments
            .entry(key)
            .and_modify(|it| it.needs.is_optional = true);
        self.pass_on(pool);
        if self.enrolments[&key].status != Confirmed {
            return Without::Waits;
        }
        self.sign_ups[sign_up].told = (Confirmed, None);
        Without::Seat
    }

    /// She takes nothing, and is told what somebody would be told who waits there.
    fn repeat_without(&mut self, sign_up: usize, at: Timestamp) -> Without {
        let SignUp {
            pool,
            told,
            needs,
            is_cancelled,
            ..
        } = self.sign_ups[sign_up];
        if is_cancelled || !can_give_up(told.0, needs) || self.pools[pool].closes_at <= at {
            return Without::Nothing;
        }
        let sits = self.is_free(pool, 0);
        let optional = Needs {
            is_optional: true,
            ..needs
        };
        let has_childcare = self.childcare_for(pool, optional) == Some(true);
        let it = &mut self.sign_ups[sign_up];
        it.needs = optional;
        it.told_childcare = sits && has_childcare;
        if !sits {
            return Without::Waits;
        }
        it.told = (Confirmed, None);
        Without::Seat
    }

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
