//! Names of people as they write them, and the folding under which two spellings are one.
//! Arabic and Latin spellings of one name stay apart: only staff can say that they are one person.

use serde::{Deserialize, Serialize};

/// The longest name that a form accepts, in characters.
pub const NAME_CHARS_MAX: usize = 80;

/// A given or family name: 1 to 80 characters, trimmed, without control characters.
///
/// `Debug` hides it, so that it cannot slip into a log.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

crate::words::hidden_debug!(PersonName);

/// Why a text cannot be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing visible was typed.
    #[error("no name")]
    Empty,
    /// More than 80 characters.
    #[error("the name is too long")]
    TooLong,
    /// A line break or another control character.
    #[error("a name has no control characters")]
    Control,
}

impl PersonName {
    /// Reads a name as typed. Outer spaces go, and so do the invisible direction
    /// marks that pasting brings: shown on a roll they would turn its text around.
    pub fn parse(text: &str) -> Result<PersonName, NameFault> {
        let visible: String = text.trim().chars().filter(|&c| !is_invisible(c)).collect();
        let name = visible.trim();
        if name.is_empty() {
            return Err(NameFault::Empty);
        }
        if name.chars().any(is_control) {
            return Err(NameFault::Control);
        }
        if name.chars().count() > NAME_CHARS_MAX {
            return Err(NameFault::TooLong);
        }
        Ok(PersonName(name.to_owned()))
    }

    /// The name as she wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PersonName {
    type Error = NameFault;

    fn try_from(text: String) -> Result<PersonName, NameFault> {
        PersonName::parse(&text)
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> String {
        name.0
    }
}

/// A name as a roll shows it: the given name and the first letter of the family name, enough
/// to call her by and little for whoever looks over a shoulder.
pub fn with_initial(given: &str, family: &str) -> String {
    match family.trim().chars().next() {
        Some(initial) => format!("{} {}.", given.trim(), initial.to_uppercase()),
        None => given.trim().to_owned(),
    }
}

/// The form under which names and searches are compared.
///
/// Latin: lower case, no diacritics (composed or combining), `œ` as `oe`, `æ` as `ae`,
/// `ß` as `ss`. Arabic: أ إ آ ٱ as ا, ى and ئ as ي, ؤ as و, ة as ه, without tatweel
/// and harakat. Typographic apostrophes as `'`, invisible characters gone, spaces squeezed.
///
/// The hamza letters lose their hamza because a keyboard may send it as a combining
/// mark of its own, and those are dropped.
///
/// Keyed hashes of people are made from it: a change here needs a migration there.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let start = folded.len();
        for c in word.chars().filter(|&c| !is_dropped(c)) {
            fold_char(c, &mut folded);
        }
        if folded.len() > start && start > 0 {
            folded.insert(start, ' ');
        }
    }
    folded
}

fn fold_char(c: char, out: &mut String) {
    for lower in c.to_lowercase().filter(|&c| !is_dropped(c)) {
        match lower {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            other => out.push(base_letter(other)),
        }
    }
}

/// The letter without its diacritic, for lower-case Latin-1, Latin Extended-A and Arabic.
fn base_letter(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' => '\'',
        other => other,
    }
}

/// Combining Latin diacritics, tatweel, harakat and Quranic signs, invisible characters.
fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
    ) || is_invisible(c)
}

/// Characters that show nothing: direction marks and isolates (UAX #9), zero-width
/// spaces and joiners, soft hyphen, byte-order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// Control characters and Unicode's own line and paragraph separators.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roll_shows_the_given_name_and_one_letter() {
        assert_eq!(with_initial("Amina", "ben Salah"), "Amina B.");
        assert_eq!(with_initial("آمنة", "الورتاني"), "آمنة ا.");
        assert_eq!(with_initial("Amina", " "), "Amina");
    }
    use proptest::prelude::*;

    #[test]
    fn a_name_is_kept_as_written_without_outer_spaces() {
        for (typed, kept) in [
            ("  Amel ", "Amel"),
            ("Ben  Salah", "Ben  Salah"),
            ("\u{200f}آمال\u{200e} ", "آمال"),
            ("N’Guessan", "N’Guessan"),
            ("\u{202e}Amel", "Amel"),
        ] {
            assert_eq!(PersonName::parse(typed).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn each_fault_says_what_is_wrong() {
        for (typed, fault) in [
            ("", NameFault::Empty),
            (" \u{a0}\u{200f}", NameFault::Empty),
            ("Amel\nSalah", NameFault::Control),
            ("Amel\0", NameFault::Control),
            ("Amel\u{2028}x", NameFault::Control),
        ] {
            assert_eq!(PersonName::parse(typed), Err(fault), "{typed:?}");
        }
    }

    #[test]
    fn a_name_has_eighty_characters_at_most() {
        assert!(PersonName::parse(&"م".repeat(80)).is_ok());
        assert_eq!(PersonName::parse(&"م".repeat(81)), Err(NameFault::TooLong));
    }

    #[test]
    fn a_log_does_not_show_a_name() {
        let name = PersonName::parse("Amel").unwrap();
        assert_eq!(format!("{name:?}"), "PersonName(…)");
    }

    #[test]
    fn french_spellings_fold_together() {
        for (one, other) in [
            ("Hélène", "HELENE"),
            ("He\u{301}le\u{300}ne", "helene"),
            ("Françoise", "Francoise"),
            ("Cœur", "coeur"),
            ("N’Guessan", "n'guessan"),
            ("Ben   Salah", " ben salah "),
            ("Ÿvonne", "yvonne"),
            ("Yağmur İpek", "yagmur ipek"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_eq!(fold("  Éloïse  BEN Salah "), "eloise ben salah");
    }

    #[test]
    fn arabic_spellings_fold_together() {
        for (one, other) in [
            ("أحمد", "احمد"),
            ("إيمان", "ايمان"),
            ("آمال", "امال"),
            ("ا\u{653}مال", "آمال"),
            ("سلمى", "سلمي"),
            ("فاطمة", "فاطمه"),
            ("فـــاطمة", "فاطمة"),
            ("مُحَمَّد", "محمد"),
            ("و\u{654}", "ؤ"),
            ("رحمٰن", "رحمن"),
            ("بن\u{200f} صالح", "بن صالح"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_eq!(fold("آمِنَة"), "امنه");
    }

    #[test]
    fn different_names_stay_different() {
        for (one, other) in [("Amel", "Amal"), ("آمال", "Amel"), ("سلمى", "سليم")] {
            assert_ne!(fold(one), fold(other));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_parsed_name_parses_to_itself(text in ".*") {
            if let Ok(name) = PersonName::parse(&text) {
                prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name));
            }
        }
    }
}
