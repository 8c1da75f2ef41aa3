//! Texts of the frame around every page, and of what goes wrong.
//! The pages' own texts stand in the other sections.

use crate::i18n::Text;

section! {
    /// The frame of every page.
    Common {
        brand: Text,
        skip: Text,
        menu: Text,
        calendar: Text,
        mine: Text,
        languages: Text,
        leave: Text,
        leave_short: Text,
        loading: Text,
        questions: Text,
        by_phone: Text,
        sample: Text,
        sample_phone: Text,
        optional: Text,
        not_found_title: Text,
        not_found_heading: Text,
        not_found_text: Text,
        to_home: Text,
        to_calendar: Text,
        problem_heading: Text,
        try_again: Text,
        unavailable: Text,
        failed: Text,
        malformed: Text,
        outdated: Text,
        offline: Text,
        sending: Text,
        unsent: Text,
        forbidden: Text,
        sign_in_needed: Text,
    }
}
