//! One statement about who came, as a device makes it.
//! What several statements add up to is said by `roll`; keeping and sending them is left to others.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use crate::roll::{Cell, Counts, Disagreement, Roll, merge};

use crate::id::{DeviceId, EnrolmentId, MarkId, SessionId};
use crate::words::words;

words! {
    /// What a mark says about an enrolment in a session.
    pub enum MarkStatus {
        /// She was there.
        Present = "present",
        /// She came after the start.
        Late = "late",
        /// She said beforehand, or afterwards, why she could not come.
        Excused = "excused",
        /// She did not come.
        Absent = "absent",
        /// An earlier mark is taken back; also the state of one who was never marked.
        Unmarked = "unmarked",
    }
}

words! {
    /// How a mark came about.
    pub enum Source {
        /// Someone of the staff tapped a row.
        Tap = "tap",
        /// A code was scanned.
        Scan = "scan",
        /// Row numbers were typed from a printed roll.
        Paper = "paper",
        /// The participant said it herself.
        SelfCheckIn = "self",
        /// The system set it, as with "set the rest to absent".
        System = "system",
    }
}

/// One attendance statement. Marks are never changed: a correction is another mark.
///
/// Times are microseconds since 1970 in plain integers, so that the browser needs no
/// calendar to carry them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mark {
    /// Made on the device, so that sending twice is harmless.
    pub id: MarkId,
    /// The session it is about.
    pub session: SessionId,
    /// The enrolment it is about.
    pub enrolment: EnrolmentId,
    /// What it says.
    pub status: MarkStatus,
    /// The device it was made on.
    pub device: DeviceId,
    /// Counts up with every mark of that device: their order among themselves.
    pub device_seq: u32,
    /// When, by the device's clock: microseconds UTC.
    pub marked_at: i64,
    /// What to add to the device's clock to get the server's, in microseconds.
    pub clock_offset: i64,
    /// How many distinct marks of this cell the **server had confirmed to the device**
    /// when this one was made: [`Cell::version`] of the roll as last received, without
    /// the device's own unsent marks.
    pub base_version: u32,
    /// How it came about.
    pub source: Source,
    /// Who made it: the account; for [`Source::SelfCheckIn`] the enrolment; nil for
    /// [`Source::System`] when nobody asked for it.
    pub author: Uuid,
}

impl Mark {
    /// When it was made by the server's clock: microseconds UTC.
    pub const fn corrected_at(&self) -> i64 {
        self.marked_at.saturating_add(self.clock_offset)
    }

    /// Whether a person made it.
    pub const fn is_human(&self) -> bool {
        !matches!(self.source, Source::System)
    }
}
