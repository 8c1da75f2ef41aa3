//! Texts around a course's own questions, whose own words come with the programme.
//! What a person typed is never part of a text.

use crate::i18n::Text;

section! {
    /// A course's own questions.
    Questions {
        yes: Text,
        no: Text,
        no_answer: Text,
        bounds: Text,
        only_if: Text,
        missing: Text,
        long: Text,
        signs: Text,
        number: Text,
        choice: Text,
        answers: Text,
        changed: Text,
        change: Text,
        save: Text,
        saved: Text,
        over: Text,
    }
}
