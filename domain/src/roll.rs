//! What the marks of one session add up to: pure, and the same on server and device.
//! It depends on which marks are known, never on the order in which they came.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{DeviceId, EnrolmentId};
use crate::mark::{Mark, MarkStatus};

/// The state of all marks of one session. It keeps the marks themselves, so that two
/// rolls can be joined; on the wire it is just their list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Mark>", into = "Vec<Mark>")]
pub struct Roll {
    cells: BTreeMap<EnrolmentId, Cell>,
}

/// One row of a roll: an enrolment in the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What counts for now.
    pub status: MarkStatus,
    /// How many distinct marks of this enrolment are known. Server and device both get
    /// it by counting; a new mark carries it as its `base_version`.
    pub version: u32,
    /// Set while people contradict each other and nobody has chosen.
    pub disagreement: Option<Disagreement>,
    marks: Vec<Mark>,
}

/// Marks that contradict each other, made by people who did not know of one another's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What each device says by now, the latest last.
    pub marks: Vec<Mark>,
}

/// How many of each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// There from the start.
    pub present: u32,
    /// There, but after the start.
    pub late: u32,
    /// Not there, with a reason.
    pub excused: u32,
    /// Not there.
    pub absent: u32,
    /// Nobody has said.
    pub unmarked: u32,
    /// Rows, of whatever status, in which people contradict each other.
    pub disagreements: u32,
}

/// The roll that these marks of one session add up to.
///
/// - The same id counts once.
/// - The last mark of a device (by `device_seq`) is what that device says.
/// - What a person says stands over what the system set; only where she took her own
///   mark back does a later one of the system count again.
/// - A mark that was made knowing all marks of lower `base_version` settles those:
///   someone looked and chose. Among what remains the latest by corrected time counts.
/// - If what remains holds two people who say different things, that is a
///   [`Disagreement`], and it stays until someone chooses.
///
/// Why `base_version` can tell who knew: it counts the confirmed marks that the device
/// had, and each of those was itself made on a lower count. So a mark with base *n* knew
/// all marks of lower base exactly if there are no more than *n* of them.
pub fn merge<'a>(marks: impl IntoIterator<Item = &'a Mark>) -> Roll {
    Roll::from(marks.into_iter().copied().collect::<Vec<_>>())
}

impl From<Vec<Mark>> for Roll {
    fn from(mut marks: Vec<Mark>) -> Roll {
        // By id first. Two bodies under one id are refused on arrival; should it happen
        // all the same, the lesser one counts, wherever and in whatever order.
        marks.sort_unstable();
        marks.dedup_by_key(|mark| mark.id);
        let mut rows: BTreeMap<EnrolmentId, Vec<Mark>> = BTreeMap::new();
        for mark in marks {
            rows.entry(mark.enrolment).or_default().push(mark);
        }
        let cells = rows
            .into_iter()
            .map(|(enrolment, marks)| (enrolment, Cell::of(marks)))
            .collect();
        Roll { cells }
    }
}

impl From<Roll> for Vec<Mark> {
    fn from(roll: Roll) -> Vec<Mark> {
        roll.marks().copied().collect()
    }
}

impl Roll {
    /// Every row that has a mark.
    pub fn cells(&self) -> impl Iterator<Item = (EnrolmentId, &Cell)> {
        self.cells
            .iter()
            .map(|(&enrolment, cell)| (enrolment, cell))
    }

    /// The row of an enrolment, if it has a mark.
    pub fn cell(&self, enrolment: EnrolmentId) -> Option<&Cell> {
        self.cells.get(&enrolment)
    }

    /// What counts for an enrolment: `Unmarked` without any mark.
    pub fn status(&self, enrolment: EnrolmentId) -> MarkStatus {
        self.cell(enrolment)
            .map_or(MarkStatus::Unmarked, |cell| cell.status)
    }

    /// The version to put into a new mark's `base_version`: 0 without any mark.
    pub fn version(&self, enrolment: EnrolmentId) -> u32 {
        self.cell(enrolment).map_or(0, |cell| cell.version)
    }

    /// Every mark that is known.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.cells.values().flat_map(Cell::marks)
    }

    /// The roll of everything that either knows.
    pub fn join(&self, other: &Roll) -> Roll {
        merge(self.marks().chain(other.marks()))
    }

    /// How many of each status among the rows that have a mark.
    pub fn counts(&self) -> Counts {
        self.counts_of(self.cells.keys().copied())
    }

    /// How many of each status among these enrolments, marked or not.
    pub fn counts_of(&self, enrolments: impl IntoIterator<Item = EnrolmentId>) -> Counts {
        let mut counts = Counts::default();
        for enrolment in enrolments {
            *counts.of(self.status(enrolment)) += 1;
            let cell = self.cell(enrolment);
            counts.disagreements += u32::from(cell.is_some_and(|c| c.disagreement.is_some()));
        }
        counts
    }

    /// Those of these enrolments about whom nobody has said anything: the ones that
    /// "set the rest to absent" is about.
    pub fn unmarked(
        &self,
        enrolments: impl IntoIterator<Item = EnrolmentId>,
    ) -> impl Iterator<Item = EnrolmentId> {
        enrolments
            .into_iter()
            .filter(|&enrolment| self.status(enrolment) == MarkStatus::Unmarked)
    }
}

impl Counts {
    /// How many came.
    pub const fn attended(&self) -> u32 {
        self.present + self.late
    }

    /// How many rows were counted.
    pub const fn total(&self) -> u32 {
        self.attended() + self.excused + self.absent + self.unmarked
    }

    fn of(&mut self, status: MarkStatus) -> &mut u32 {
        match status {
            MarkStatus::Present => &mut self.present,
            MarkStatus::Late => &mut self.late,
            MarkStatus::Excused => &mut self.excused,
            MarkStatus::Absent => &mut self.absent,
            MarkStatus::Unmarked => &mut self.unmarked,
        }
    }
}

impl Cell {
    /// All distinct marks of this enrolment, the oldest id first.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter()
    }

    /// The row that distinct marks of one enrolment add up to.
    fn of(marks: Vec<Mark>) -> Cell {
        let people = unsettled(&marks, says(marks.iter().filter(|mark| mark.is_human())));
        let system = says(marks.iter().filter(|mark| !mark.is_human()));
        Cell {
            status: standing(people.last(), system.last()),
            version: u32::try_from(marks.len()).unwrap_or(u32::MAX),
            disagreement: disagreement(people),
            marks,
        }
    }
}

/// What each device says by now, the latest last.
fn says<'a>(marks: impl Iterator<Item = &'a Mark>) -> Vec<Mark> {
    let mut last: BTreeMap<DeviceId, Mark> = BTreeMap::new();
    for &mark in marks {
        let said = last.entry(mark.device).or_insert(mark);
        if (said.device_seq, said.id) < (mark.device_seq, mark.id) {
            *said = mark;
        }
    }
    let mut says: Vec<Mark> = last.into_values().collect();
    says.sort_unstable_by_key(moment);
    says
}

/// Later means later by the corrected clock; the rest only makes ties come out alike.
fn moment(mark: &Mark) -> impl Ord + use<> {
    (mark.corrected_at(), mark.base_version, mark.id)
}

/// Leaves out what someone who knew of it has already settled.
fn unsettled(marks: &[Mark], mut says: Vec<Mark>) -> Vec<Mark> {
    let settled_below = says
        .iter()
        .filter(|say| knew_all_before(marks, say))
        .map(|say| say.base_version)
        .max()
        .unwrap_or(0);
    says.retain(|say| say.base_version >= settled_below);
    says
}

/// Whether a mark was made knowing every mark of lower base. See [`merge`] for why
/// counting is enough.
fn knew_all_before(marks: &[Mark], say: &Mark) -> bool {
    let before = marks
        .iter()
        .filter(|mark| mark.base_version < say.base_version)
        .count();
    before <= say.base_version as usize
}

/// The people's last word, unless there is none or it is an undo that the system followed.
fn standing(person: Option<&Mark>, system: Option<&Mark>) -> MarkStatus {
    let mark = match (person, system) {
        (Some(person), Some(system)) if person.status == MarkStatus::Unmarked => {
            if moment(system) > moment(person) {
                system
            } else {
                person
            }
        }
        (Some(person), _) => person,
        (None, Some(system)) => system,
        (None, None) => return MarkStatus::Unmarked,
    };
    mark.status
}

fn disagreement(says: Vec<Mark>) -> Option<Disagreement> {
    let contradicts =
        |one: &Mark, other: &Mark| one.author != other.author && one.status != other.status;
    let open = says
        .iter()
        .any(|one| says.iter().any(|other| contradicts(one, other)));
    open.then_some(Disagreement { marks: says })
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
