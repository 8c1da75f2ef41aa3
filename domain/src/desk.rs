//! The words of the desk: what becomes of an enrolment, why staff end one, and how a consent
//! was given. What may follow what is decided in `store`, in the transaction that does it.

use crate::words::words;

/// The longest note, in characters: some sentences, not a file.
pub const NOTE_CHARS_MAX: usize = 1000;

/// The largest number of seats that a pool may be given. A larger one is a slip of the finger.
pub const SEATS_MAX: u32 = 500;

words! {
    /// One step in the life of an enrolment.
    pub enum EventKind {
        /// A seat, by signing up.
        Seated = "seated",
        /// A place in the queue.
        Queued = "queued",
        /// Neither yet: a sign-up in doubt, which the hub is to confirm.
        Doubted = "doubted",
        /// A seat, because one became free.
        Promoted = "promoted",
        /// A seat, given by staff.
        Confirmed = "confirmed",
        /// From another slot or run to this one.
        Moved = "moved",
        /// To another run; the enrolment goes on there.
        MovedAway = "moved_away",
        /// The end.
        Cancelled = "cancelled",
        /// She said that she cannot come: the end before the start, a mark on the roll after it.
        Excused = "excused",
        /// She changed her answers to the course's questions.
        Answered = "answered",
        /// She said that she comes without childcare rather than wait for it.
        ComesWithout = "comes_without",
        /// Another enrolment of the same woman in this run was joined to this one.
        Joined = "joined",
        /// Joined to the one that goes on.
        JoinedAway = "joined_away",
        /// They were not one woman: what was joined is two again.
        Parted = "parted",
    }
}

words! {
    /// Why staff end an enrolment. Her own reasons are hers: none of these says anything about
    /// her health, her family or her work.
    pub enum CancelReason {
        /// She asked for it.
        Asked = "asked",
        /// She could not be reached.
        Unreachable = "unreachable",
        /// The same person twice.
        Twice = "twice",
        /// Entered by mistake.
        Mistake = "mistake",
        /// Something else; a note may say what.
        Other = "other",
    }
}

words! {
    /// How a consent was given (law 2004-63: which channel).
    pub enum ConsentChannel {
        /// By her own hand, in a form.
        Web = "web",
        /// The text was read out to her at the desk.
        Desk = "desk",
        /// The text was read out to her on the phone.
        Phone = "phone",
        /// On paper, with her signature.
        Paper = "paper",
        /// Told by someone who signed her up. Staff ask her themselves when they meet.
        Other = "other",
    }
}

impl ConsentChannel {
    /// Whether staff hear it from herself and write it down.
    #[must_use]
    pub const fn is_told_to_staff(self) -> bool {
        matches!(self, Self::Desk | Self::Phone | Self::Paper)
    }
}

words! {
    /// When she can be called.
    pub enum CallHours {
        /// At any time.
        Any = "any",
        /// In the morning.
        Morning = "morning",
        /// In the afternoon.
        Afternoon = "afternoon",
        /// In the evening.
        Evening = "evening",
    }
}

words! {
    /// What became of a call.
    pub enum CallAnswer {
        /// She was reached.
        Done = "done",
        /// Nobody answered.
        NoAnswer = "no_answer",
    }
}

/// So many calls without an answer end a request: nobody is rung for ever.
pub const CALL_TRIES_MAX: i64 = 3;

/// A note as it may be kept: without blanks around it, not empty and not longer than
/// [`NOTE_CHARS_MAX`].
#[must_use]
pub fn note(text: &str) -> Option<&str> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= NOTE_CHARS_MAX;
    fits.then_some(text)
}

/// A number of seats as staff type it, in the digits of any of our languages.
#[must_use]
pub fn seats(text: &str) -> Option<u32> {
    let plain: String = text.trim().chars().map(latin_digit).collect();
    let number = plain.parse().ok()?;
    (1..=SEATS_MAX).contains(&number).then_some(number)
}

fn latin_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_neither_empty_nor_endless() {
        assert_eq!(note(" needs the ramp \n"), Some("needs the ramp"));
        assert_eq!(note(" \n "), None);
        assert!(note(&"ب".repeat(NOTE_CHARS_MAX)).is_some());
        assert_eq!(note(&"ب".repeat(NOTE_CHARS_MAX + 1)), None);
    }

    #[test]
    fn seats_are_a_number_that_a_room_can_hold_in_any_digits() {
        assert_eq!(seats(" 12 "), Some(12));
        assert_eq!(seats("١٢"), Some(12));
        for wrong in ["", "0", "-1", "501", "12.5", "twelve", "99999999999"] {
            assert_eq!(seats(wrong), None, "{wrong}");
        }
    }
}
