//! Phone numbers as people write them, kept as E.164.
//! Operators are never inferred: Tunisian numbers are portable. Storing and hashing is left to `store`.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Tunisia's country code (ITU-T E.164).
const TUNISIA: &str = "216";

/// A phone number in E.164 form: a Tunisian one (mobile or fixed) or one from abroad.
///
/// Two spellings of one number are equal. `Debug` shows the last two digits only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

/// Why a text is not a phone number that we can call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneFault {
    /// Nothing was typed.
    #[error("no phone number")]
    Empty,
    /// Something stands in it that is neither a digit nor a usual separator.
    #[error("a phone number has digits only")]
    Letters,
    /// Digits are missing.
    #[error("the phone number is too short")]
    TooShort,
    /// There are too many digits.
    #[error("the phone number is too long")]
    TooLong,
    /// Eight digits, but no Tunisian number starts so; one from abroad needs `+`.
    #[error("not a Tunisian phone number")]
    NotTunisian,
    /// No country code starts with 0.
    #[error("not a country code")]
    NotACountry,
}

impl PhoneNumber {
    /// Reads a number as people write it.
    ///
    /// - Spaces, dots, hyphens, parentheses and direction marks are skipped;
    ///   Arabic-Indic and Persian digits count as digits.
    /// - Tunisian (national numbering plan, INTT): eight digits that start with 2–5
    ///   or 7–9, alone or after `+216`, `00216` or `216`.
    /// - From abroad (ITU-T E.164): `+` or `00`, then 7 to 15 digits that do not
    ///   start with 0, taken as they are.
    pub fn parse(text: &str) -> Result<PhoneNumber, PhoneFault> {
        let dialled = Dialled::read(text)?;
        match dialled.national_part() {
            Some(national) => tunisian(national),
            None => foreign(&dialled.digits),
        }
    }

    /// The number in E.164 form, as `+21620123456`.
    pub fn as_e164(&self) -> &str {
        &self.0
    }

    /// Whether the number is Tunisian.
    pub fn is_tunisian(&self) -> bool {
        self.tunisian_digits().is_some()
    }

    /// The number as it is written at home: `20 123 456`. One from abroad keeps its
    /// E.164 form, since each country groups its digits differently.
    pub fn national(&self) -> String {
        match self.tunisian_digits() {
            Some(d) => [&d[..2], &d[2..5], &d[5..]].join(" "),
            None => self.0.clone(),
        }
    }

    /// The eight digits of a Tunisian number; their count is a promise of `parse`.
    fn tunisian_digits(&self) -> Option<&str> {
        self.0.strip_prefix('+')?.strip_prefix(TUNISIA)
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = PhoneFault;

    fn try_from(text: String) -> Result<PhoneNumber, PhoneFault> {
        PhoneNumber::parse(&text)
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> String {
        number.0
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PhoneNumber(…")?;
        out.write_str(&self.0[self.0.len() - 2..])?;
        out.write_str(")")
    }
}

/// What remains of a typed number: its digits, and whether a prefix said "abroad".
struct Dialled {
    international: bool,
    digits: String,
}

impl Dialled {
    fn read(text: &str) -> Result<Dialled, PhoneFault> {
        let mut international = false;
        let mut digits = String::new();
        for c in text.chars().filter(|&c| !is_separator(c)) {
            match latin_digit(c) {
                Some(d) => digits.push(d),
                None if c == '+' && digits.is_empty() && !international => international = true,
                None => return Err(PhoneFault::Letters),
            }
        }
        if digits.is_empty() {
            return Err(PhoneFault::Empty);
        }
        if !international && digits.starts_with("00") {
            international = true;
            digits.drain(..2);
        }
        Ok(Dialled {
            international,
            digits,
        })
    }

    /// The digits after Tunisia's code, or all of them when no country was dialled.
    fn national_part(&self) -> Option<&str> {
        if self.international {
            return self.digits.strip_prefix(TUNISIA);
        }
        // Chat applications write the country code without its plus.
        match self.digits.strip_prefix(TUNISIA) {
            Some(rest) if rest.len() == 8 => Some(rest),
            _ => Some(&self.digits),
        }
    }
}

fn tunisian(digits: &str) -> Result<PhoneNumber, PhoneFault> {
    match digits.len() {
        ..8 => Err(PhoneFault::TooShort),
        9.. => Err(PhoneFault::TooLong),
        8 if !digits.starts_with(['2', '3', '4', '5', '7', '8', '9']) => {
            Err(PhoneFault::NotTunisian)
        }
        8 => Ok(PhoneNumber(["+", TUNISIA, digits].concat())),
    }
}

fn foreign(digits: &str) -> Result<PhoneNumber, PhoneFault> {
    if digits.starts_with('0') {
        return Err(PhoneFault::NotACountry);
    }
    match digits.len() {
        ..7 => Err(PhoneFault::TooShort),
        7..=15 => Ok(PhoneNumber(["+", digits].concat())),
        16.. => Err(PhoneFault::TooLong),
    }
}

/// A Latin, Arabic-Indic (U+0660) or Persian (U+06F0) digit, as its Latin one.
pub(crate) fn latin_digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return None,
    };
    char::from_digit(c as u32 - zero, 10)
}

/// What people, keyboards and other applications put between digits: spaces of any
/// width, punctuation, and the invisible marks that steer the writing direction.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '-' | '(' | ')' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
        || crate::name::is_invisible(c)
}

#[cfg(test)]
mod tests;
