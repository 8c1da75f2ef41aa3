//! The merge by example: the named scenarios of attendance, one test each.
//! What holds for all marks whatever is in `laws`.

use uuid::Uuid;

use super::*;
use crate::id::{MarkId, SessionId};
use crate::mark::Source;

pub(super) const WOMAN: EnrolmentId = EnrolmentId(Uuid::from_u128(1));

/// A tap about `WOMAN`: mark number `n` of device and person `who`, made at minute `n`.
pub(super) fn tap(who: u128, n: u32, status: MarkStatus, base_version: u32) -> Mark {
    Mark {
        id: MarkId(Uuid::from_u128(who * 1000 + u128::from(n))),
        session: SessionId(Uuid::from_u128(9)),
        enrolment: WOMAN,
        status,
        device: DeviceId(Uuid::from_u128(who)),
        device_seq: n,
        marked_at: i64::from(n) * 60_000_000,
        clock_offset: 0,
        base_version,
        source: Source::Tap,
        author: Uuid::from_u128(who),
    }
}

fn by_system(mark: Mark) -> Mark {
    Mark {
        source: Source::System,
        ..mark
    }
}

fn status(marks: &[Mark]) -> MarkStatus {
    merge(marks).status(WOMAN)
}

fn disagrees(marks: &[Mark]) -> bool {
    let roll = merge(marks);
    roll.cell(WOMAN)
        .is_some_and(|cell| cell.disagreement.is_some())
}

use MarkStatus::{Absent, Excused, Late, Present, Unmarked};

#[test]
fn scenario_28_a_mark_sent_twice_is_one_mark() {
    let mark = tap(1, 1, Present, 0);
    assert_eq!(merge(&[mark, mark]), merge(&[mark]));
    assert_eq!(merge(&[mark, mark]).version(WOMAN), 1);
}

#[test]
fn scenario_33_marks_that_arrive_3_1_2_end_in_the_state_of_3() {
    let [one, two, three] =
        [(1, Present), (2, Unmarked), (3, Late)].map(|(n, status)| tap(1, n, status, 0));
    assert_eq!(status(&[three, one, two]), Late);
    assert_eq!(merge(&[three, one, two]), merge(&[one, two, three]));
}

#[test]
fn scenario_33_holds_even_when_the_devices_clock_was_set_back_in_between() {
    let third = Mark {
        marked_at: -1,
        ..tap(1, 3, Late, 0)
    };
    assert_eq!(status(&[third, tap(1, 1, Present, 0)]), Late);
}

#[test]
fn scenario_34_an_offline_mark_and_the_offices_later_change_are_both_kept() {
    let office = [tap(1, 1, Excused, 0), tap(1, 2, Absent, 1)];
    let tablet = tap(2, 1, Present, 0);
    let marks = [office[0], office[1], tablet];
    let roll = merge(&marks);
    let cell = roll.cell(WOMAN).unwrap();
    assert_eq!(
        cell.disagreement.as_ref().unwrap().marks,
        [tablet, office[1]]
    );
    assert_eq!(cell.marks().count(), 3);
}

#[test]
fn scenario_37_the_rest_is_set_without_touching_the_marked() {
    let women: Vec<_> = (1..=30).map(|n| EnrolmentId(Uuid::from_u128(n))).collect();
    let marked: Vec<Mark> = [(1, Present), (2, Late), (3, Excused)]
        .map(|(n, status)| Mark {
            enrolment: EnrolmentId(Uuid::from_u128(n)),
            ..tap(1, n as u32, status, 0)
        })
        .to_vec();
    let roll = merge(&marked);
    let rest: Vec<_> = roll.unmarked(women.iter().copied()).collect();
    let set = rest.iter().zip(4..).map(|(&enrolment, n)| Mark {
        enrolment,
        ..by_system(tap(1, n, Absent, 0))
    });
    let after = roll.join(&Roll::from(set.collect::<Vec<_>>()));
    let counts = after.counts();
    assert_eq!((counts.present, counts.late, counts.excused), (1, 1, 1));
    assert_eq!(
        (counts.absent, counts.unmarked, counts.total()),
        (27, 0, 30)
    );
    assert_eq!(counts.attended(), 2);
}

#[test]
fn scenario_38_two_facilitators_who_contradict_each_other_offline_leave_one_open_disagreement() {
    let (one, other) = (tap(1, 1, Present, 0), tap(2, 2, Absent, 0));
    let first = merge(&[one]).join(&merge(&[other]));
    let second = merge(&[other]).join(&merge(&[one]));
    assert_eq!(first, second);
    assert_eq!(first.counts().disagreements, 1);
    let cell = first.cell(WOMAN).unwrap();
    assert_eq!(cell.disagreement.as_ref().unwrap().marks, [one, other]);
    assert_eq!(cell.marks().count(), 2);
    assert_eq!(cell.status, Absent);
}

#[test]
fn a_disagreement_ends_when_someone_who_knew_both_marks_chooses() {
    let (one, other) = (tap(1, 1, Present, 0), tap(2, 2, Absent, 0));
    let choice = tap(3, 3, Present, 2);
    assert!(!disagrees(&[one, other, choice]));
    assert_eq!(status(&[one, other, choice]), Present);
}

#[test]
fn a_choice_holds_against_a_device_whose_clock_runs_ahead() {
    let ahead = Mark {
        marked_at: i64::MAX,
        ..tap(1, 1, Present, 0)
    };
    assert_eq!(status(&[ahead, tap(2, 2, Excused, 1)]), Excused);
}

#[test]
fn someone_who_knew_only_one_of_the_marks_has_not_chosen() {
    let (one, other) = (tap(1, 1, Present, 0), tap(2, 2, Absent, 0));
    assert!(disagrees(&[one, other, tap(3, 3, Late, 1)]));
}

#[test]
fn two_choices_that_contradict_each_other_are_a_new_disagreement() {
    let marks = [tap(1, 1, Present, 0), tap(2, 2, Absent, 0)];
    let choices = [tap(3, 3, Late, 2), tap(4, 4, Excused, 2)];
    assert!(disagrees(&[marks, choices].concat()));
    assert!(!disagrees(
        &[&marks[..], &choices, &[tap(5, 5, Late, 4)]].concat()
    ));
}

#[test]
fn people_who_say_the_same_do_not_disagree() {
    assert!(!disagrees(&[tap(1, 1, Present, 0), tap(2, 2, Present, 0)]));
}

#[test]
fn one_person_on_two_devices_does_not_disagree_with_herself() {
    let other_device = Mark {
        author: Uuid::from_u128(1),
        ..tap(2, 2, Absent, 0)
    };
    assert!(!disagrees(&[tap(1, 1, Present, 0), other_device]));
    assert_eq!(status(&[tap(1, 1, Present, 0), other_device]), Absent);
}

#[test]
fn the_later_mark_counts_by_the_corrected_clock() {
    let slow_clock = Mark {
        clock_offset: 3_600_000_000,
        author: Uuid::from_u128(2),
        ..tap(1, 1, Late, 0)
    };
    assert_eq!(status(&[slow_clock, tap(2, 2, Present, 0)]), Late);
}

#[test]
fn what_a_person_said_stands_over_what_the_system_set_later() {
    let system = by_system(tap(2, 9, Absent, 0));
    assert_eq!(status(&[tap(1, 1, Present, 0), system]), Present);
    assert!(!disagrees(&[tap(1, 1, Present, 0), system]));
    assert_eq!(status(&[system]), Absent);
}

#[test]
fn an_undo_takes_back_the_mark() {
    let undo = tap(2, 2, Unmarked, 1);
    assert_eq!(status(&[tap(1, 1, Present, 0), undo]), Unmarked);
}

#[test]
fn after_an_undo_the_rest_can_be_set_but_an_older_setting_does_not_come_back() {
    let marks = [tap(1, 4, Present, 0), tap(1, 5, Unmarked, 0)];
    let before = by_system(tap(2, 3, Absent, 0));
    let after = by_system(tap(2, 6, Absent, 2));
    assert_eq!(status(&[marks[0], marks[1], before]), Unmarked);
    assert_eq!(status(&[marks[0], marks[1], after]), Absent);
}

#[test]
fn someone_without_a_mark_is_unmarked_at_version_0() {
    let roll = Roll::default();
    assert_eq!((roll.status(WOMAN), roll.version(WOMAN)), (Unmarked, 0));
    assert_eq!(roll.counts_of([WOMAN]).unmarked, 1);
    assert_eq!(roll.counts().total(), 0);
}

#[test]
fn a_roll_travels_as_the_list_of_its_marks() {
    let roll = merge(&[tap(1, 1, Present, 0), tap(2, 2, Absent, 0)]);
    let json = serde_json::to_string(&roll).unwrap();
    assert!(json.starts_with("[{\"id\":"), "{json}");
    assert_eq!(serde_json::from_str::<Roll>(&json).unwrap(), roll);
}
