//! Texts around rows that may be one woman: the list, the two side by side, joining and undoing.
//! What a person typed is never part of a text.

use crate::i18n::{Plural, Text};

section! {
    /// Finding, joining and taking apart.
    Joining {
        title: Text,
        intro: Text,
        none: Text,
        by_phone: Text,
        by_name: Text,
        compare: Text,
        apart: Text,
        apart_of: Text,
        heading: Text,
        question: Text,
        same_phone: Text,
        other_phone: Text,
        since: Text,
        language: Text,
        enrolments: Text,
        marks: Plural,
        notes: Plural,
        what: Text,
        one_run: Text,
        undo_until: Text,
        keep: Text,
        keep_of: Text,
        joined: Text,
        joined_line: Text,
        can_undo: Text,
        undo: Text,
        undo_text: Text,
        undo_confirm: Text,
        goes_on: Text,
        see: Text,
        notices: Notices,
    }
}

section! {
    /// What a form has done, or why not.
    Notices {
        merged: Text,
        already: Text,
        children: Text,
        told_apart: Text,
        parted: Text,
        queued: Text,
        undone: Text,
        too_late: Text,
        later: Text,
        place: Text,
        moved_away: Text,
    }
}
