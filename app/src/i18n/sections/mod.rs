//! The shape of the catalogue: which texts there are. The texts themselves stand in one
//! folder for each language.

/// Declares one section of the catalogue.
macro_rules! section {
    ($(#[$meta:meta])* $name:ident { $($field:ident : $kind:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[expect(missing_docs, reason = "the name of a field says which text it is")]
        #[derive(Debug)]
        pub struct $name { $(pub $field: $kind),+ }

        #[cfg(test)]
        impl crate::i18n::sections::Catalogued for $name {
            fn each(&self, path: &str, visit: &mut dyn FnMut(String, &str)) {
                $(crate::i18n::sections::Catalogued::each(
                    &self.$field,
                    &format!("{path}.{}", stringify!($field)),
                    visit,
                );)+
            }
        }
    };
}

pub mod browse;
pub mod calendar;
pub mod call;
pub mod childcare;
pub mod common;
pub mod consent;
pub mod desk;
pub mod enrol;
pub mod joining;
pub mod mine;
pub mod outbox;
pub mod places;
pub mod questions;
pub mod staff;

/// Lets the tests see every text with its path.
#[cfg(test)]
pub(super) trait Catalogued {
    fn each(&self, path: &str, visit: &mut dyn FnMut(String, &str));
}

#[cfg(test)]
impl Catalogued for super::Text {
    fn each(&self, path: &str, visit: &mut dyn FnMut(String, &str)) {
        visit(path.to_owned(), self);
    }
}

#[cfg(test)]
impl Catalogued for super::Plural {
    fn each(&self, path: &str, visit: &mut dyn FnMut(String, &str)) {
        let forms = [
            ("zero", self.zero),
            ("one", self.one),
            ("two", self.two),
            ("few", self.few),
            ("many", self.many),
            ("other", self.other),
        ];
        for (form, text) in forms {
            visit(format!("{path}.{form}"), text);
        }
    }
}
