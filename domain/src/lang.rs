//! The three languages of the interface and texts that exist in all of them.
//! The languages a course is taught in belong to `programme`; wordings belong to `app`.

use serde::{Deserialize, Serialize};

/// A language of the interface. Arabic is `ar-TN`, and what a visitor without a
/// stated preference gets.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Standard Arabic as written in Tunisia.
    #[default]
    Ar,
    /// French.
    Fr,
    /// English (British spelling).
    En,
}

impl Lang {
    /// Every language, in the order in which switches show them.
    pub const ALL: [Lang; 3] = [Lang::Ar, Lang::Fr, Lang::En];

    /// The ISO 639-1 code: the first segment of every address, and `<html lang>`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Ar => "ar",
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    /// The language of a code exactly as `code` writes it.
    pub fn from_code(code: &str) -> Option<Lang> {
        match code {
            "ar" => Some(Lang::Ar),
            "fr" => Some(Lang::Fr),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The direction of writing, as the HTML attribute `dir` wants it.
    pub const fn dir(self) -> &'static str {
        match self {
            Lang::Ar => "rtl",
            Lang::Fr | Lang::En => "ltr",
        }
    }

    /// The language's name in itself (CLDR 48), for the language switch.
    pub const fn endonym(self) -> &'static str {
        match self {
            Lang::Ar => "العربية",
            Lang::Fr => "Français",
            Lang::En => "English",
        }
    }
}

/// A text of the programme in all three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Localised {
    /// The Arabic text.
    pub ar: String,
    /// The French text.
    pub fr: String,
    /// The English text.
    pub en: String,
}

impl Localised {
    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => &self.ar,
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
            assert_eq!(
                serde_json::to_string(&lang).unwrap(),
                format!("\"{}\"", lang.code())
            );
        }
    }

    #[test]
    fn a_regional_or_upper_case_code_is_not_one_of_ours() {
        for code in ["", "ar-TN", "FR", "de"] {
            assert_eq!(Lang::from_code(code), None);
        }
    }

    #[test]
    fn a_localised_text_answers_in_each_language() {
        let text = Localised {
            ar: "مخبر".into(),
            fr: "Labo".into(),
            en: "Lab".into(),
        };
        assert_eq!(
            Lang::ALL.map(|lang| text.get(lang)),
            ["مخبر", "Labo", "Lab"]
        );
    }
}
