//! Texts of the staff's side: sign-in, today, the roll.
//! Participants never load them in a page.

use crate::i18n::{Plural, Text};

section! {
    /// The staff's side.
    Staff {
        title: Text,
        public_site: Text,
        signed_in_as: Text,
        sign_out: Text,
        forbidden_title: Text,
        forbidden_heading: Text,
        forbidden_text: Text,
        to_today: Text,
        sign_in: SignIn,
        day: Day,
        roll: Roll,
    }
}

section! {
    /// Signing in.
    SignIn {
        title: Text,
        heading: Text,
        email: Text,
        password: Text,
        submit: Text,
        email_missing: Text,
        password_missing: Text,
        wrong: Text,
        paused: Plural,
    }
}

section! {
    /// The sessions of a day.
    Day {
        title: Text,
        heading: Text,
        previous: Text,
        today: Text,
        next: Text,
        none: Text,
        enrolled: Plural,
        open_roll: Text,
    }
}

section! {
    /// The roll of a session.
    Roll {
        title: Text,
        heading: Text,
        nobody: Text,
        counts: Text,
        count_present: Plural,
        count_late: Plural,
        count_excused: Plural,
        count_absent: Plural,
        count_unmarked: Plural,
        present: Text,
        late: Text,
        excused: Text,
        absent: Text,
        unmarked: Text,
        undo: Text,
        by_me: Text,
        by_other: Text,
        by_her: Text,
        unknown_name: Text,
        flag_cancelled: Text,
        flag_not_confirmed: Text,
        flag_unknown: Text,
        disagreement: Text,
        light_ready: Text,
        light_sending: Text,
        light_saved: Text,
        light_failed: Plural,
        row_sending: Text,
        row_failed: Text,
        to_day: Text,
    }
}
