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
    browse, calendar, call, common, consent, desk, enrol, mine, outbox, places, questions, staff,
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

/// All texts of one language.
#[derive(Debug)]
pub struct Messages {
    /// The frame of every page, and what to say when something fails.
    pub common: common::Common,
    /// The front page.
    pub home: browse::Home,
    /// The calendar.
    pub calendar: calendar::Calendar,
    /// What the calendar can be narrowed to.
    pub filters: calendar::Filters,
    /// One session, on its page and as a card.
    pub session: browse::Session,
    /// One course.
    pub course: browse::Course,
    /// A hub.
    pub hub: places::Hub,
    /// An organisation.
    pub organisation: places::Organisation,
    /// A funding project.
    pub project: places::Project,
    /// The cluster.
    pub cluster: places::Cluster,
    /// What is not there.
    pub missing: places::Missing,
    /// What is said aloud.
    pub listen: places::Listen,
    /// The enrol form.
    pub enrol: enrol::Enrol,
    /// What is wrong with a field.
    pub faults: enrol::Faults,
    /// Around a course's own questions.
    pub questions: questions::Questions,
    /// The confirmation.
    pub done: mine::Done,
    /// What this phone remembers.
    pub memory: mine::Memory,
    /// My enrolments.
    pub mine: mine::Mine,
    /// "I can't come".
    pub absence: mine::Absence,
    /// Opening a private link.
    pub link: mine::Link,
    /// The twelve pictures of the second question.
    pub pictures: mine::Pictures,
    /// What is said to her, with her private link.
    pub said: outbox::Said,
    /// How she may be reached.
    pub reach: outbox::Reach,
    /// "I have lost my link".
    pub lost: outbox::Lost,
    /// The staff's page of the outbox.
    pub outbox: outbox::Outbox,
    /// The staff's side.
    pub staff: staff::Staff,
    /// The desk.
    pub desk: desk::Desk,
    /// Being called, calling, and signing up for someone.
    pub call: call::Calling,
    /// Consents.
    pub consents: consent::Consents,
}

/// The catalogue of a language.
#[must_use]
pub fn t(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Ar => &ar::AR,
        Lang::Fr => &fr::FR,
        Lang::En => &en::EN,
    }
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

    impl Catalogued for Messages {
        fn each(&self, path: &str, visit: &mut dyn FnMut(String, &str)) {
            let sections: [(&str, &dyn Catalogued); 27] = [
                ("common", &self.common),
                ("home", &self.home),
                ("calendar", &self.calendar),
                ("filters", &self.filters),
                ("session", &self.session),
                ("course", &self.course),
                ("hub", &self.hub),
                ("organisation", &self.organisation),
                ("project", &self.project),
                ("cluster", &self.cluster),
                ("missing", &self.missing),
                ("listen", &self.listen),
                ("enrol", &self.enrol),
                ("faults", &self.faults),
                ("questions", &self.questions),
                ("done", &self.done),
                ("mine", &self.mine),
                ("absence", &self.absence),
                ("link", &self.link),
                ("said", &self.said),
                ("reach", &self.reach),
                ("lost", &self.lost),
                ("outbox", &self.outbox),
                ("staff", &self.staff),
                ("desk", &self.desk),
                ("call", &self.call),
                ("consents", &self.consents),
            ];
            for (name, section) in sections {
                section.each(&format!("{path}{name}"), visit);
            }
        }
    }

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
        let places = &t(Lang::Ar).session.places_left;
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
