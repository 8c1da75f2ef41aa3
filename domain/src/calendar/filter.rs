//! What a person may narrow the calendar to.
//! Each choice is one word beside one name, in forms, in addresses and in links alike.

use super::DayPart;
use crate::{
    programme::{TeachingLanguage, Theme},
    words::words,
};

/// How a ticked box is written in forms and addresses.
pub const YES: &str = "yes";
/// As long as a programme's slugs get (`programme/README.md`).
const SLUG_CHARS_MAX: usize = 60;

words! {
    /// One thing to filter by; its word is the field's name in forms and addresses.
    pub enum Facet {
        /// Where.
        Hub = "hub",
        /// What about.
        Theme = "theme",
        /// In which part of the day.
        Part = "part",
        /// In which language of teaching.
        Language = "language",
        /// Only for women.
        WomenOnly = "women_only",
        /// Only where children are looked after.
        Childcare = "childcare",
        /// Only without a step.
        StepFree = "step_free",
        /// Only with a free place.
        FreeOnly = "free",
    }
}

/// What the calendar is narrowed to; by default to nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The slug of a hub. Whether there is such a hub is not known here.
    pub hub: Option<String>,
    /// A theme.
    pub theme: Option<Theme>,
    /// A part of the day.
    pub part: Option<DayPart>,
    /// A language that is spoken.
    pub language: Option<TeachingLanguage>,
    /// Only sessions for women.
    pub women_only: bool,
    /// Only sessions where children are looked after.
    pub childcare: bool,
    /// Only sessions without a step.
    pub step_free: bool,
    /// Only sessions that a newcomer can still get a place in.
    pub free_only: bool,
}

impl Filter {
    /// The word that a facet is set to.
    #[must_use]
    pub fn get(&self, facet: Facet) -> Option<&str> {
        match facet {
            Facet::Hub => self.hub.as_deref(),
            Facet::Theme => self.theme.map(Theme::as_str),
            Facet::Part => self.part.map(DayPart::as_str),
            Facet::Language => self.language.map(TeachingLanguage::as_str),
            Facet::WomenOnly => self.women_only.then_some(YES),
            Facet::Childcare => self.childcare.then_some(YES),
            Facet::StepFree => self.step_free.then_some(YES),
            Facet::FreeOnly => self.free_only.then_some(YES),
        }
    }

    /// Sets a facet to a word; any word that it does not know sets it to nothing.
    pub fn set(&mut self, facet: Facet, word: &str) {
        match facet {
            Facet::Hub => self.hub = is_slug(word).then(|| word.to_owned()),
            Facet::Theme => self.theme = Theme::parse(word),
            Facet::Part => self.part = DayPart::parse(word),
            Facet::Language => self.language = TeachingLanguage::parse(word),
            Facet::WomenOnly => self.women_only = word == YES,
            Facet::Childcare => self.childcare = word == YES,
            Facet::StepFree => self.step_free = word == YES,
            Facet::FreeOnly => self.free_only = word == YES,
        }
    }

    /// The same without one facet.
    #[must_use]
    pub fn without(&self, facet: Facet) -> Filter {
        let mut rest = self.clone();
        rest.set(facet, "");
        rest
    }

    /// The facets that are set, in the order in which forms show them.
    pub fn active(&self) -> impl Iterator<Item = Facet> {
        let set = |facet: &Facet| self.get(*facet).is_some();
        Facet::ALL.iter().copied().filter(set)
    }
}

/// Small letters, digits and hyphens: the spelling of a programme's slugs, as far as an address
/// has to keep to it.
fn is_slug(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !word.is_empty() && word.len() <= SLUG_CHARS_MAX && word.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_facet_is_set_read_and_taken_away_by_its_name() {
        let mut filter = Filter::default();
        assert_eq!(filter.active().count(), 0);
        for (facet, word) in [
            (Facet::Hub, "digital-lab"),
            (Facet::Theme, "image"),
            (Facet::Part, "evening"),
            (Facet::Language, "ar"),
            (Facet::WomenOnly, YES),
            (Facet::Childcare, YES),
            (Facet::StepFree, YES),
            (Facet::FreeOnly, YES),
        ] {
            filter.set(facet, word);
            assert_eq!(filter.get(facet), Some(word));
            assert_eq!(filter.without(facet).get(facet), None);
        }
        assert_eq!(filter.active().collect::<Vec<_>>(), Facet::ALL);
    }

    #[test]
    fn a_word_that_a_facet_does_not_know_sets_nothing() {
        let mut filter = Filter::default();
        for facet in Facet::ALL {
            for word in ["", "no", "Image", "<script>", "%20", "a b", &"a".repeat(61)] {
                filter.set(*facet, word);
                let kept = filter.get(*facet);
                assert!(kept.is_none() || kept == Some("no"), "{facet:?} {word}");
            }
        }
        // A hub may be called anything that is spelt as a slug.
        assert_eq!(filter, Filter::default());
    }
}
