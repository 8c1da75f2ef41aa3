//! Which plural form a number takes in each language.
//! The wordings of the forms belong to the catalogue of `app`.

use crate::lang::Lang;

/// A plural category of Unicode CLDR (release 48, "Language Plural Rules", cardinal).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Category {
    /// Arabic 0.
    Zero,
    /// English 1; French 0 and 1; Arabic 1.
    One,
    /// Arabic 2.
    Two,
    /// Arabic numbers that end in 03 to 10.
    Few,
    /// Arabic numbers that end in 11 to 99.
    Many,
    /// Every other number.
    Other,
}

/// The category of the whole number `n` in `lang`, by CLDR 48.
///
/// French also has `many` for whole millions ("un million **de** places"). It is
/// left out: no number here comes near, and every French text would need a third form.
pub const fn category(lang: Lang, n: u64) -> Category {
    match (lang, n) {
        (Lang::Ar, 0) => Category::Zero,
        (Lang::Ar, 1) | (Lang::Fr, 0 | 1) | (Lang::En, 1) => Category::One,
        (Lang::Ar, 2) => Category::Two,
        (Lang::Ar, _) => arabic_by_ending(n % 100),
        (Lang::Fr | Lang::En, _) => Category::Other,
    }
}

const fn arabic_by_ending(last_two_digits: u64) -> Category {
    match last_two_digits {
        3..=10 => Category::Few,
        11.. => Category::Many,
        _ => Category::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The samples that CLDR 48 prints beside each rule.
    #[test]
    fn arabic_has_six_forms() {
        for (form, samples) in [
            (Category::Zero, &[0][..]),
            (Category::One, &[1]),
            (Category::Two, &[2]),
            (Category::Few, &[3, 10, 103, 110, 1003]),
            (Category::Many, &[11, 26, 99, 111, 1011]),
            (Category::Other, &[100, 101, 102, 200, 202, 1000, 1_000_000]),
        ] {
            for &n in samples {
                assert_eq!(category(Lang::Ar, n), form, "{n}");
            }
        }
    }

    #[test]
    fn french_says_zero_and_one_in_the_singular() {
        let forms = [0, 1, 2, 17, 100].map(|n| category(Lang::Fr, n));
        use Category::{One, Other};
        assert_eq!(forms, [One, One, Other, Other, Other]);
    }

    #[test]
    fn english_says_only_one_in_the_singular() {
        let forms = [0, 1, 2, 11, 101].map(|n| category(Lang::En, n));
        use Category::{One, Other};
        assert_eq!(forms, [Other, One, Other, Other, Other]);
    }
}
