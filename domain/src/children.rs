//! The children a woman brings, counted by age: flat texts in, everything wrong with them or the
//! counts out. No name and no birth date. Whether there are places for them is decided in `store`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{enrolment::FaultCode, phone::latin_digit, programme::ChildAgeBand, question::Typed};

/// More children of one age than a form takes: whoever brings more calls the hub.
pub const CHILDREN_MAX: u32 = 4;

/// How many children of each age; an age without children is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Children(BTreeMap<ChildAgeBand, u32>);

/// The children of one enrolment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// How many of which age.
    pub children: Children,
    /// Whether their places are hers: otherwise she waits for them, or comes without.
    pub is_held: bool,
}

/// What the count of an age is called in a form. It begins with a letter: a key that begins with a
/// digit is a place in a list to those who read forms.
#[must_use]
pub fn key(band: ChildAgeBand) -> String {
    format!("age-{}", band.as_str())
}

/// One thing wrong with a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ChildFault {
    /// The age.
    pub band: ChildAgeBand,
    /// What.
    pub code: FaultCode,
}

impl Children {
    /// These counts, without the zeros.
    pub fn new(counts: impl IntoIterator<Item = (ChildAgeBand, u32)>) -> Self {
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        Self(counts.collect())
    }

    /// What was typed for the ages that a run offers, by the [`key`] of each. A child of an age
    /// that it does not offer is a fault: whoever typed it counts on a place.
    pub fn parse(typed: &Typed, offered: &[ChildAgeBand]) -> Result<Self, Vec<ChildFault>> {
        let mut children = Self::default();
        let mut faults = Vec::new();
        for &band in ChildAgeBand::ALL {
            let text = typed.get(&key(band)).map_or("", |it| it.trim());
            match count(text) {
                Ok(0) => {}
                Ok(_) if !offered.contains(&band) => faults.push(ChildFault {
                    band,
                    code: FaultCode::Unknown,
                }),
                Ok(count) => {
                    children.0.insert(band, count);
                }
                Err(code) => faults.push(ChildFault { band, code }),
            }
        }
        match faults.is_empty() {
            true => Ok(children),
            false => Err(faults),
        }
    }

    /// Age and number, the youngest first.
    pub fn iter(&self) -> impl Iterator<Item = (ChildAgeBand, u32)> + '_ {
        self.0.iter().map(|(band, count)| (*band, *count))
    }

    /// Whether she brings none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The counts as one line, `3-5=1 6-12=2`.
    #[must_use]
    pub fn line(&self) -> String {
        let words = self
            .iter()
            .map(|(band, n)| format!("{}={n}", band.as_str()));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The counts of such a line; nothing where it is none.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Self> {
        let word = |word: &str| {
            let (band, count) = word.split_once('=')?;
            Some((ChildAgeBand::parse(band)?, count.parse().ok()?))
        };
        let counts: Option<Vec<_>> = line.split_ascii_whitespace().map(word).collect();
        counts.map(Self::new)
    }
}

/// Arabic-Indic and Persian digits count as digits, as in phone numbers.
fn count(text: &str) -> Result<u32, FaultCode> {
    if text.is_empty() {
        return Ok(0);
    }
    let digits: Option<String> = text.chars().map(latin_digit).collect();
    let digits = digits.ok_or(FaultCode::Letters)?;
    let count: u32 = digits.parse().map_err(|_| FaultCode::OutOfRange)?;
    match count {
        0..=CHILDREN_MAX => Ok(count),
        _ => Err(FaultCode::OutOfRange),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ChildAgeBand::{From3To5, From6To12, Under3};

    fn typed(counts: &[(&str, &str)]) -> Typed {
        let owned = |(band, count): &(&str, &str)| (format!("age-{band}"), (*count).to_owned());
        counts.iter().map(owned).collect()
    }

    fn parse(counts: &[(&str, &str)]) -> Result<Vec<(ChildAgeBand, u32)>, Vec<ChildFault>> {
        Children::parse(&typed(counts), &[From3To5, From6To12]).map(|it| it.iter().collect())
    }

    #[test]
    fn nothing_typed_is_no_child() {
        assert_eq!(parse(&[]), Ok(vec![]));
        assert_eq!(parse(&[("3-5", ""), ("6-12", " 0 ")]), Ok(vec![]));
        assert_eq!(parse(&[("under-3", "0"), ("grown-up", "3")]), Ok(vec![]));
    }

    #[test]
    fn counts_are_read_in_any_digits_and_the_youngest_come_first() {
        let children = parse(&[("6-12", "٢"), ("3-5", "1")]);
        assert_eq!(children, Ok(vec![(From3To5, 1), (From6To12, 2)]));
    }

    #[test]
    fn every_count_that_cannot_be_is_a_fault_at_its_age() {
        let fault = |band, code| ChildFault { band, code };
        assert_eq!(
            parse(&[("under-3", "1"), ("3-5", "5"), ("6-12", "two")]),
            Err(vec![
                fault(Under3, FaultCode::Unknown),
                fault(From3To5, FaultCode::OutOfRange),
                fault(From6To12, FaultCode::Letters),
            ])
        );
    }

    #[test]
    fn counts_come_back_from_their_line() {
        let children = Children::new([(From6To12, 2), (From3To5, 1), (Under3, 0)]);
        assert_eq!(children.line(), "3-5=1 6-12=2");
        assert_eq!(Children::from_line("3-5=1 6-12=2"), Some(children));
        assert_eq!(Children::from_line(""), Some(Children::default()));
        assert_eq!(Children::from_line("3-5"), None);
    }
}
