//! Every word that a person reads, in three languages, as a typed catalogue: a text that is
//! missing in one language does not compile. Dates and numbers leave to `domain`.

mod ar;
mod en;
mod fr;
mod sections;

use domain::lang::Lang;
use domain::plural::{self, Category};
use leptos::prelude::{GetUntracked as _, use_context};
use leptos_router::hooks::use_location;

pub use sections::{
    browse, calendar, call, childcare, common, consent, desk, enrol, joining, mine, outbox, places,
    questions, staff,
};

/// One text of the catalogue. `{name}` in it is filled by [`fill`].
pub type Text = &'static str;

/// A text that depends on a number, in the six forms of Arabic. `{n}` stands for the number.
/// Languages with fewer forms repeat `other` in those they never ask for.
#[derive(Debug, Clone, Copy)]
pub struct Plural {
    /// None.
    pub zero: Text,
    /// One.
    pub one: Text,
    /// Two.
    pub two: Text,
    /// A few: 3 to 10 in Arabic.
    pub few: Text,
    /// Many: 11 to 99 in Arabic.
    pub many: Text,
    /// All others.
    pub other: Text,
}

impl Plural {
    /// A text with the two forms of French and English.
    #[must_use]
    pub const fn two_forms(one: Text, other: Text) -> Self {
        Self {
            zero: other,
            one,
            two: other,
            few: other,
            many: other,
            other,
        }
    }

    /// The form for a number, filled. None has its own words in every language, although
    /// French and English grammar would do without.
    #[must_use]
    pub fn of(&self, lang: Lang, number: u64) -> String {
        let form = match plural::category(lang, number) {
            _ if number == 0 => self.zero,
            Category::Zero => self.zero,
            Category::One => self.one,
            Category::Two => self.two,
            Category::Few => self.few,
            Category::Many => self.many,
            Category::Other => self.other,
        };
        fill(form, &[("n", &number.to_string())])
    }
}

/// All texts of one language, by section.
#[derive(Debug, Clone, Copy)]
pub struct Messages(Lang);

impl Messages {
    /// Which language it is.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.0
    }
}

/// Declares the catalogue: each section is found by itself, so that a bundle holds the sections
/// that its pages show and no others.
macro_rules! catalogue {
    ($($(#[$doc:meta])* $section:ident: $module:ident :: $shape:ident = $text:ident;)+) => {
        impl Messages {
            $($(#[$doc])*
            #[must_use]
            pub const fn $section(self) -> &'static $module::$shape {
                match self.0 {
                    Lang::Ar => &ar::$module::$text,
                    Lang::Fr => &fr::$module::$text,
                    Lang::En => &en::$module::$text,
                }
            })+
        }

        #[cfg(test)]
        impl sections::Catalogued for Messages {
            fn each(&self, path: &str, visit: &mut dyn FnMut(String, &str)) {
                $(self.$section().each(&format!("{path}{}", stringify!($section)), visit);)+
            }
        }
    };
}

catalogue! {
    /// The frame of every page, and what to say when something fails.
    common: common::Common = COMMON;
    /// The front page.
    home: browse::Home = HOME;
    /// The calendar.
    calendar: calendar::Calendar = CALENDAR;
    /// What the calendar can be narrowed to.
    filters: calendar::Filters = FILTERS;
    /// One session, on its page and as a card.
    session: browse::Session = SESSION;
    /// One course.
    course: browse::Course = COURSE;
    /// A hub.
    hub: places::Hub = HUB;
    /// An organisation.
    organisation: places::Organisation = ORGANISATION;
    /// A funding project.
    project: places::Project = PROJECT;
    /// The cluster.
    cluster: places::Cluster = CLUSTER;
    /// What is not there.
    missing: places::Missing = MISSING;
    /// What is said aloud.
    listen: places::Listen = LISTEN;
    /// The enrol form.
    enrol: enrol::Enrol = ENROL;
    /// Childcare.
    childcare: childcare::Childcare = CHILDCARE;
    /// What is wrong with a field.
    faults: enrol::Faults = FAULTS;
    /// Around a course's own questions.
    questions: questions::Questions = QUESTIONS;
    /// The confirmation.
    done: mine::Done = DONE;
    /// What this phone remembers.
    memory: mine::Memory = MEMORY;
    /// My enrolments.
    mine: mine::Mine = MINE;
    /// "I can't come".
    absence: mine::Absence = ABSENCE;
    /// Opening a private link.
    link: mine::Link = LINK;
    /// The twelve pictures of the second question.
    pictures: mine::Pictures = PICTURES;
    /// What is said to her, with her private link.
    said: outbox::Said = SAID;
    /// How she may be reached.
    reach: outbox::Reach = REACH;
    /// "I have lost my link".
    lost: outbox::Lost = LOST;
    /// The staff's page of the outbox.
    outbox: outbox::Outbox = OUTBOX;
    /// The staff's side.
    staff: staff::Staff = STAFF;
    /// The desk.
    desk: desk::Desk = DESK;
    /// Rows that may be one woman.
    joining: joining::Joining = JOINING;
    /// Being called, calling, and signing up for someone.
    call: call::Calling = CALLING;
    /// Consents.
    consents: consent::Consents = CONSENTS;
}

/// The catalogue of a language.
#[must_use]
pub const fn t(lang: Lang) -> Messages {
    Messages(lang)
}

/// The language of the page: the first segment of its address. Another language is another
/// document, so this never changes while a page lives.
#[must_use]
pub fn use_lang() -> Lang {
    use_context::<Lang>()
        .unwrap_or_else(|| crate::routes::lang_of(&use_location().pathname.get_untracked()))
}

/// Puts values in the place of `{name}`.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (name, value) in values {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    filled
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{sections::Catalogued, *};

    fn texts(lang: Lang) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        t(lang).each("", &mut |path, text| {
            all.insert(path, text.to_owned());
        });
        all
    }

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect()
    }

    #[test]
    fn every_text_is_written_in_every_language() {
        for lang in Lang::ALL {
            for (path, text) in texts(lang) {
                assert!(
                    !text.trim().is_empty(),
                    "{path} is empty in {}",
                    lang.code()
                );
                assert_eq!(
                    text.trim(),
                    text,
                    "{path} has stray spaces in {}",
                    lang.code()
                );
            }
        }
    }

    #[test]
    fn every_language_fills_the_same_places() {
        let (fr, en) = (texts(Lang::Fr), texts(Lang::En));
        for (path, arabic) in texts(Lang::Ar) {
            let [ar, fr, en] = [&arabic, &fr[&path], &en[&path]].map(|text| placeholders(text));
            assert_eq!(fr, en, "{path}");
            if path.ends_with(".one") || path.ends_with(".two") || path.ends_with(".zero") {
                assert!(ar.is_subset(&texts_of_other(&path)), "{path}");
            } else {
                assert_eq!(ar, fr, "{path}");
            }
        }
    }

    /// Singular and dual need no number in Arabic, so they are compared with the general form.
    fn texts_of_other(path: &str) -> BTreeSet<&'static str> {
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let mut found = BTreeSet::new();
        t(Lang::Ar).each("", &mut |path, text| {
            if path == format!("{stem}.other") && text.contains("{n}") {
                found.insert("n");
            }
        });
        found
    }

    #[test]
    fn arabic_writes_each_of_its_six_forms() {
        let places = t(Lang::Ar).session().places_left;
        let forms: BTreeSet<String> = [0, 1, 2, 3, 11, 100]
            .map(|n| places.of(Lang::Ar, n))
            .into_iter()
            .collect();
        assert_eq!(forms.len(), 6);
    }

    #[test]
    fn buttons_and_texts_keep_to_plain_quotes_and_no_markup() {
        for lang in Lang::ALL {
            for (path, text) in texts(lang) {
                assert!(!text.contains(['<', '>']), "{path} carries markup");
            }
        }
    }

    #[test]
    fn french_texts_have_the_spaces_and_apostrophes_of_french() {
        const WIDE: char = '\u{a0}';
        const NARROW: char = '\u{202f}';
        for (path, text) in texts(Lang::Fr) {
            let letters: Vec<char> = text.chars().collect();
            for around in letters.windows(2) {
                let is_right = match *around {
                    [before, ';' | '?' | '!'] => before == NARROW,
                    [before, ':'] => !before.is_whitespace() || before == WIDE,
                    [before, '»'] => before == WIDE,
                    ['«', after] => after == WIDE,
                    [before, '\''] => !before.is_alphabetic(),
                    _ => true,
                };
                assert!(is_right, "{path}: {text}");
            }
        }
    }

    #[test]
    fn a_phone_number_in_arabic_text_keeps_the_order_of_its_digits() {
        for (path, text) in texts(Lang::Ar) {
            let numbers = text.matches("20 123 456").count();
            let isolated = text.matches("\u{2066}20 123 456\u{2069}").count();
            assert_eq!(numbers, isolated, "{path}");
        }
    }

    #[test]
    fn filling_leaves_what_it_does_not_know() {
        assert_eq!(fill("{a} and {b}", &[("a", "1")]), "1 and {b}");
    }
}
