//! Tests of phone numbers as people, keyboards and other applications write them.
//! They stand apart so that the rules can be read on their own.

use super::*;
use proptest::prelude::*;

fn e164(text: &str) -> Result<String, PhoneFault> {
    PhoneNumber::parse(text).map(String::from)
}

#[test]
fn all_ways_of_writing_a_tunisian_number_are_the_same_number() {
    for text in [
        "20123456",
        "20 123 456",
        " 20.123.456 ",
        "20-12-34-56",
        "(20) 123 456",
        "+216 20 123 456",
        "+216-20123456",
        "(+216) 20 123 456",
        "00216 20 123 456",
        "0021620123456",
        "21620123456",
        "٢٠ ١٢٣ ٤٥٦",
        "۲۰۱۲۳۴۵۶",
        "+٢١٦ ٢٠١٢٣٤٥٦",
        "\u{200e}20\u{a0}123\u{202f}456\u{200f}",
        "\u{202a}+216 20 123 456\u{202c}",
        "20–123–456",
    ] {
        assert_eq!(e164(text).as_deref(), Ok("+21620123456"), "{text}");
    }
}

#[test]
fn a_tunisian_number_starts_with_2_to_5_or_7_to_9() {
    for first in "2345789".chars() {
        assert!(PhoneNumber::parse(&format!("{first}1234567")).is_ok());
    }
    for first in "16".chars() {
        let text = format!("{first}1234567");
        assert_eq!(e164(&text), Err(PhoneFault::NotTunisian), "{text}");
        let text = format!("+216{first}1234567");
        assert_eq!(e164(&text), Err(PhoneFault::NotTunisian), "{text}");
    }
}

#[test]
fn a_number_from_abroad_is_taken_as_it_is() {
    assert_eq!(e164("+33 6 12 34 56 78").as_deref(), Ok("+33612345678"));
    assert_eq!(e164("00 218 91 234 5678").as_deref(), Ok("+218912345678"));
    assert_eq!(e164("+1234567").as_deref(), Ok("+1234567"));
}

#[test]
fn each_fault_says_what_is_wrong() {
    for (text, fault) in [
        ("", PhoneFault::Empty),
        (" \u{200f}- ", PhoneFault::Empty),
        ("+", PhoneFault::Empty),
        ("vingt", PhoneFault::Letters),
        ("20 123 45O", PhoneFault::Letters),
        ("20+123456", PhoneFault::Letters),
        ("++21620123456", PhoneFault::Letters),
        ("20123456#", PhoneFault::Letters),
        ("2012345", PhoneFault::TooShort),
        ("+216 2012345", PhoneFault::TooShort),
        ("+33612", PhoneFault::TooShort),
        ("00", PhoneFault::TooShort),
        ("201234567", PhoneFault::TooLong),
        ("+216201234567", PhoneFault::TooLong),
        ("+3361234567890123", PhoneFault::TooLong),
        ("+0612345678", PhoneFault::NotACountry),
    ] {
        assert_eq!(e164(text), Err(fault), "{text}");
    }
}

#[test]
fn a_tunisian_number_is_shown_in_three_groups() {
    let number = PhoneNumber::parse("+21620123456").unwrap();
    assert_eq!(number.national(), "20 123 456");
    assert!(number.is_tunisian());
    let number = PhoneNumber::parse("+33612345678").unwrap();
    assert_eq!(number.national(), "+33612345678");
    assert!(!number.is_tunisian());
}

#[test]
fn a_log_shows_two_digits_at_most() {
    let number = PhoneNumber::parse("20 123 442").unwrap();
    assert_eq!(format!("{number:?}"), "PhoneNumber(…42)");
}

#[test]
fn json_that_is_not_a_number_is_refused() {
    let number = PhoneNumber::parse("20123456").unwrap();
    let json = serde_json::to_string(&number).unwrap();
    assert_eq!(json, "\"+21620123456\"");
    assert_eq!(serde_json::from_str::<PhoneNumber>(&json).unwrap(), number);
    assert!(serde_json::from_str::<PhoneNumber>("\"nobody\"").is_err());
}

proptest! {
    #[test]
    fn any_text_is_answered_without_a_panic(text in ".*") {
        if let Ok(number) = PhoneNumber::parse(&text) {
            prop_assert_eq!(&PhoneNumber::parse(number.as_e164()).unwrap(), &number);
            prop_assert_eq!(&PhoneNumber::parse(&number.national()).unwrap(), &number);
            let _ = format!("{number:?}");
        }
    }

    #[test]
    fn separators_never_change_the_number(
        digits in "[2-57-9][0-9]{7}",
        gaps in proptest::collection::vec("[ .()\u{a0}\u{200e}\u{200f}-]{0,2}", 9),
    ) {
        let mut text = gaps[8].clone();
        for (digit, gap) in digits.chars().zip(&gaps) {
            text.push(digit);
            text.push_str(gap);
        }
        prop_assert_eq!(e164(&text), Ok(format!("+216{digits}")));
    }
}
