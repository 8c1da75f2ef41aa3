//! Texts of the outbox: what is said to her, how she may be reached, the link that was lost, and
//! the staff's page. What is said to her names no hub, course or programme.

use crate::i18n::{Plural, Text};

section! {
    /// What is said to her, with her private link.
    Said {
        seat: Text,
        moved: Text,
        cancelled: Text,
        repeat: Text,
        link: Text,
    }
}

section! {
    /// How she may be reached.
    Reach {
        heading: Text,
        text: Text,
        channel: Text,
        hours: Text,
        whatsapp: Text,
        sms: Text,
        call: Text,
        none: Text,
        submit: Text,
        saved: Text,
    }
}

section! {
    /// "I have lost my link".
    Lost {
        heading: Text,
        text: Text,
        submit: Text,
        title: Text,
        done_heading: Text,
        done_text: Text,
    }
}

section! {
    /// The staff's page.
    Outbox {
        title: Text,
        intro: Text,
        none: Text,
        open: Plural,
        writing: Text,
        calls: Text,
        later: Text,
        seat: Text,
        moved: Text,
        cancelled: Text,
        repeat: Text,
        link: Text,
        left: Text,
        written: Text,
        from: Text,
        unasked: Text,
        show: Text,
        say: Text,
        copy_hint: Text,
        tapped: Text,
        tries: Plural,
        by_whatsapp: Text,
        by_sms: Text,
        by_call: Text,
        no_answer: Text,
        not_needed: Text,
        seen: Text,
        see: Text,
        done: Text,
        noted: Text,
        dropped: Text,
        gone: Text,
        colleague: Text,
    }
}
