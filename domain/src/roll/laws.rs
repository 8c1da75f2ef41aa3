//! The merge by law: what holds for all marks, and for all histories of a small network.
//! Examples that a person can follow are in `tests`.

use proptest::prelude::*;
use uuid::Uuid;

use super::tests::{WOMAN, tap};
use super::*;
use crate::id::{MarkId, SessionId};
use crate::mark::Source;

/// Marks from so few values that clashes of every kind are common, ids included.
fn any_mark() -> impl Strategy<Value = Mark> {
    let who = (0_u128..8, 1_u128..3, 1_u128..4, 1_u128..4);
    let when = (0_u32..4, 0_i64..4, -2_i64..3, 0_u32..4);
    let what = (
        proptest::sample::select(MarkStatus::ALL),
        proptest::sample::select(Source::ALL),
    );
    (who, when, what).prop_map(|(who, when, (status, source))| Mark {
        id: MarkId(Uuid::from_u128(who.0)),
        session: SessionId(Uuid::from_u128(9)),
        enrolment: EnrolmentId(Uuid::from_u128(who.1)),
        status,
        device: DeviceId(Uuid::from_u128(who.2)),
        device_seq: when.0,
        marked_at: when.1,
        clock_offset: when.2,
        base_version: when.3,
        source,
        author: Uuid::from_u128(who.3),
    })
}

fn any_marks() -> impl Strategy<Value = Vec<Mark>> {
    proptest::collection::vec(any_mark(), 0..12)
}

/// What a device does in the simulated network.
#[derive(Clone, Copy, Debug)]
enum Step {
    Mark(MarkStatus, i64),
    Sync,
}

#[derive(Clone, Debug, Default)]
struct Tablet {
    unsent: Vec<Mark>,
    confirmed: usize,
    seq: u32,
}

/// Three tablets, each with its own facilitator and a clock that may say anything, one
/// cell, and a server that keeps marks in the order in which they arrive.
#[derive(Debug, Default)]
struct Network {
    log: Vec<Mark>,
    tablets: [Tablet; 3],
}

impl Network {
    fn step(&mut self, who: usize, step: Step) {
        match step {
            Step::Mark(status, clock) => self.mark(who, status, clock),
            Step::Sync => {
                self.log.append(&mut self.tablets[who].unsent);
                self.tablets[who].confirmed = self.log.len();
            }
        }
    }

    fn mark(&mut self, who: usize, status: MarkStatus, clock: i64) {
        let tablet = &mut self.tablets[who];
        tablet.seq += 1;
        tablet.unsent.push(Mark {
            marked_at: clock,
            ..tap(who as u128 + 1, tablet.seq, status, tablet.confirmed as u32)
        });
    }

    fn sync_all(&mut self) {
        for who in 0..3 {
            self.step(who, Step::Sync);
        }
    }

    /// Whether `one` was made on a tablet that had received `other`.
    fn knew(&self, one: &Mark, other: &Mark) -> bool {
        self.log[..one.base_version as usize].contains(other)
    }
}

fn any_history() -> impl Strategy<Value = Network> {
    let step = prop_oneof![
        (proptest::sample::select(MarkStatus::ALL), 0_i64..100)
            .prop_map(|(status, clock)| Step::Mark(status, clock)),
        Just(Step::Sync),
    ];
    proptest::collection::vec((0_usize..3, step), 0..16).prop_map(|steps| {
        let mut network = Network::default();
        for (who, step) in steps {
            network.step(who, step);
        }
        network.sync_all();
        network
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_order_of_arrival_does_not_matter(
        (marks, shuffled) in any_marks().prop_flat_map(|m| (Just(m.clone()), Just(m).prop_shuffle())),
    ) {
        prop_assert_eq!(merge(&marks), merge(&shuffled));
    }

    #[test]
    fn a_mark_known_twice_counts_once(marks in any_marks(), again in 0_usize..12) {
        let twice = marks.iter().chain(marks.iter().skip(again));
        prop_assert_eq!(merge(twice), merge(&marks));
    }

    #[test]
    fn two_batches_merge_to_what_all_at_once_does(a in any_marks(), b in any_marks(), c in any_marks()) {
        let at_once = merge(a.iter().chain(&b).chain(&c));
        let (a, b, c) = (merge(&a), merge(&b), merge(&c));
        prop_assert_eq!(&a.join(&b).join(&c), &at_once);
        prop_assert_eq!(&a.join(&b.join(&c)), &at_once);
        prop_assert_eq!(&c.join(&a).join(&b), &at_once);
        prop_assert_eq!(&at_once.join(&at_once), &at_once);
    }

    #[test]
    fn whoever_knew_everything_has_the_last_word_whatever_the_clocks_say(
        mut network in any_history(),
        who in 0_usize..3,
        status in proptest::sample::select(MarkStatus::ALL),
        clock in 0_i64..100,
    ) {
        network.step(who, Step::Sync);
        network.step(who, Step::Mark(status, clock));
        network.sync_all();
        let roll = merge(&network.log);
        let cell = roll.cell(WOMAN).unwrap();
        prop_assert_eq!(cell.status, status);
        prop_assert_eq!(&cell.disagreement, &None);
        prop_assert_eq!(cell.version as usize, network.log.len());
    }

    #[test]
    fn nothing_a_person_said_is_overruled_by_people_who_did_not_know_it(network in any_history()) {
        let roll = merge(&network.log);
        let says = says(network.log.iter());
        if let Some(cell) = roll.cell(WOMAN)
            && cell.disagreement.is_none()
        {
            for lost in says.iter().filter(|say| say.status != cell.status) {
                prop_assert!(says.iter().any(|say| network.knew(say, lost)));
            }
        }
    }
}
