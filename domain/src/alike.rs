//! Whether two rows may be one woman, by their names. It is only ever a suggestion: staff decide.
//! Finding the rows, and what joining them does, is left to `store`.

use crate::{name::fold, words::words};

words! {
    /// What two rows have in common.
    pub enum Likeness {
        /// The phone, and a name that is much the same.
        Phone = "phone",
        /// The name, at the same hub.
        Name = "name",
    }
}

/// A given and a family name.
#[derive(Clone, Copy)]
pub struct FullName<'a> {
    /// The given name.
    pub given: &'a str,
    /// The family name.
    pub family: &'a str,
}

impl FullName<'_> {
    /// The same whole name in another spelling, script, or order of given and family name.
    #[must_use]
    pub fn is_same_as(self, other: Self) -> bool {
        let straight =
            is_spelling(self.given, other.given) && is_spelling(self.family, other.family);
        let swapped =
            is_spelling(self.given, other.family) && is_spelling(self.family, other.given);
        straight || swapped
    }

    /// Enough on one phone: the same given name, whatever the family name has become by marriage,
    /// or the two exchanged. Mother and daughter have the family name in common and are two.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        is_spelling(self.given, other.given) || self.is_same_as(other)
    }

    /// The consonants of the whole name in order of the words, under which rows with other phones
    /// are found. Keyed hashes are made from it: a change here needs a migration there.
    #[must_use]
    pub fn skeleton(self) -> String {
        let whole = format!("{} {}", self.given, self.family);
        let mut words: Vec<String> = whole.split_whitespace().map(skeleton).collect();
        words.sort();
        words.join(" ")
    }
}

/// Whether two words or groups of words are spellings of one name. Within a script vowels count
/// for something: Amel and Amal are one letter apart, Mouna and Mina are not one.
fn is_spelling(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    if one == other {
        return true;
    }
    let same_bones = bones(&one) == bones(&other);
    match is_arabic(&one) == is_arabic(&other) {
        true => same_bones && distance_at_most_one(&one, &other),
        false => same_bones,
    }
}

fn bones(folded: &str) -> Vec<String> {
    folded.split_whitespace().map(skeleton).collect()
}

fn is_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c))
}

/// The consonants of one word, the same for Arabic letters and for the ways in which Tunisians
/// write them in Latin ones. What is a vowel in either script is left out.
fn skeleton(word: &str) -> String {
    let folded = fold(word);
    let plain = ["kh", "gh", "ch", "sh", "ph", "ck"]
        .iter()
        .zip(["x", "g", "c", "c", "f", "k"])
        .fold(folded, |text, (pair, one)| text.replace(pair, one));
    let mut bones = String::new();
    for letter in plain.chars().filter_map(consonant) {
        if !bones.ends_with(letter) {
            bones.push(letter);
        }
    }
    bones
}

const fn consonant(letter: char) -> Option<char> {
    Some(match letter {
        'b' | 'p' | 'ب' | 'پ' => 'b',
        't' | 'ت' | 'ث' | 'ط' => 't',
        'j' | 'ج' => 'j',
        'x' | 'خ' => 'x',
        'd' | 'د' | 'ذ' | 'ض' | 'ظ' => 'd',
        'r' | 'ر' => 'r',
        'z' | 'ز' => 'z',
        's' | 'س' | 'ص' => 's',
        'c' | 'ش' => 'c',
        'g' | 'غ' => 'g',
        'f' | 'v' | 'ف' | 'ڤ' => 'f',
        'k' | 'q' | 'ق' | 'ك' => 'k',
        'l' | 'ل' => 'l',
        'm' | 'م' => 'm',
        'n' | 'ن' => 'n',
        _ => return None,
    })
}

/// Whether one letter changed, added or left out makes one of the other.
fn distance_at_most_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    if one.len().max(other.len()) - shorter > 1 {
        return false;
    }
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let behind = |text: &[char], from: usize| text[from..].to_vec();
    match one.len().cmp(&other.len()) {
        core::cmp::Ordering::Equal => {
            behind(&one, (front + 1).min(shorter)) == behind(&other, (front + 1).min(shorter))
        }
        core::cmp::Ordering::Less => behind(&one, front) == behind(&other, front + 1),
        core::cmp::Ordering::Greater => behind(&one, front + 1) == behind(&other, front),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name<'a>(given: &'a str, family: &'a str) -> FullName<'a> {
        FullName { given, family }
    }

    #[test]
    fn one_woman_in_other_letters_is_found() {
        for (one, other) in [
            (name("Salma", "Ben Ali"), name("سلمى", "بن علي")),
            (name("Fatma", "Trabelsi"), name("فاطمة", "الطرابلسي")),
            (name("Khadija", "Gharbi"), name("خديجة", "غربي")),
            (name("Amel", "Ben Salah"), name("Amal", "ben salah")),
            (name("Ben Ali", "Salma"), name("Salma", "Ben Ali")),
            (name("Hélène", "Chérif"), name("helene", "cherif")),
        ] {
            assert!(one.is_like(other) && other.is_like(one));
        }
        let same = name("Salma", "Ben Ali").is_same_as(name("سلمى", "بن علي"));
        assert!(same);
    }

    #[test]
    fn the_same_given_name_is_enough_on_one_phone_and_not_elsewhere() {
        let (before, married) = (name("Salma", "Ben Ali"), name("Salma", "Gharbi"));
        assert!(before.is_like(married));
        assert!(!before.is_same_as(married));
    }

    #[test]
    fn mother_and_daughter_are_two() {
        for (one, other) in [
            (name("Salma", "Ben Ali"), name("Hela", "Ben Ali")),
            (name("Mouna", "Ben Ali"), name("Mina", "Ben Ali")),
            (name("Aya", "Ben Ali"), name("Hoa", "Ben Ali")),
        ] {
            assert!(!one.is_like(other), "{} {}", one.given, other.given);
        }
    }

    #[test]
    fn spellings_of_a_whole_name_have_one_skeleton() {
        let salma = name("Salma", "Ben Ali").skeleton();
        assert_eq!(salma, name("سلمى", "بن علي").skeleton());
        assert_eq!(salma, name("Ben Ali", "Selma").skeleton());
        assert_ne!(salma, name("Hela", "Ben Ali").skeleton());
    }

    #[test]
    fn a_letter_more_less_or_other_is_one_step() {
        assert!(distance_at_most_one("amel", "amal"));
        assert!(distance_at_most_one("sarah", "sara"));
        assert!(distance_at_most_one("sara", "sarah"));
        assert!(distance_at_most_one("", "a"));
        assert!(!distance_at_most_one("amel", "imal"));
        assert!(!distance_at_most_one("mouna", "mina"));
    }
}
