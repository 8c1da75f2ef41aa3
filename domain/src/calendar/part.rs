//! Parts of the day, for those who can come in the morning or only after work.
//! Their names are the catalogue's, their pictograms the app's.

use crate::{moment::WallTime, words::words};

words! {
    /// A part of the day. A session belongs to the part in which it begins.
    ///
    /// CLDR 48 (`dayPeriods`) ends the morning at 12 in Arabic, French and English alike, and
    /// begins the evening at 18 in all three.
    pub enum DayPart {
        /// Before noon.
        Morning = "morning",
        /// From noon to six.
        Afternoon = "afternoon",
        /// From six on.
        Evening = "evening",
    }
}

impl DayPart {
    /// The part in which something begins.
    #[must_use]
    pub const fn of(begin: WallTime) -> Self {
        match begin.hour {
            0..12 => Self::Morning,
            12..18 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_belongs_to_the_part_in_which_it_begins() {
        for (begin, part) in [
            ("00:00", DayPart::Morning),
            ("11:59", DayPart::Morning),
            ("12:00", DayPart::Afternoon),
            ("17:59", DayPart::Afternoon),
            ("18:00", DayPart::Evening),
            ("23:59", DayPart::Evening),
        ] {
            assert_eq!(
                DayPart::of(WallTime::parse(begin).unwrap()),
                part,
                "{begin}"
            );
        }
    }
}
