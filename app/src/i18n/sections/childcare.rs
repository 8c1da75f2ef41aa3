//! Texts about the children that a woman brings.
//! Their ages stand with the course.

use crate::i18n::{Plural, Text};

section! {
    /// Childcare.
    Childcare {
        bring: Text,
        why: Text,
        left: Plural,
        without: Text,
        or_wait: Text,
        count_wrong: Text,
        not_offered: Text,
        no_place: Text,
        children: Plural,
        of_age: Text,
        both: Text,
        with: Text,
        none: Text,
        waits: Text,
        change: Text,
        change_text: Text,
        change_submit: Text,
        changed_seat: Text,
        changed_waits: Text,
        swap: Text,
        column: Text,
        staff_none: Text,
        staff_waits: Text,
        no_place_for_her: Text,
        moved: Text,
    }
}
