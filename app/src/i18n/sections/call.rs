//! Texts of "I would rather be called", for her and for those who call; and of signing up for
//! someone at the desk.

use crate::i18n::{Plural, Text};

section! {
    /// Being called, calling, and signing up for someone.
    Calling {
        call: Call,
        calls: Calls,
        doubts: Doubts,
        assist: Assist,
    }
}

section! {
    /// "I would rather be called".
    Call {
        link: Text,
        title: Text,
        heading: Text,
        intro: Text,
        about: Text,
        name: Text,
        hours: Text,
        any: Text,
        morning: Text,
        afternoon: Text,
        evening: Text,
        agreement: Text,
        submit: Text,
        busy: Text,
        done_heading: Text,
        done_text: Text,
    }
}

section! {
    /// The list of those who asked to be called.
    Calls {
        title: Text,
        none: Text,
        somebody: Text,
        asked: Text,
        about: Text,
        tries: Plural,
        done: Text,
        no_answer: Text,
        sign_up_for: Text,
        sign_up: Text,
        closed: Text,
        noted: Text,
        gone: Text,
    }
}

section! {
    /// Sign-ups that are to be confirmed on the phone, or looked at.
    Doubts {
        heading: Text,
        intro: Text,
        none: Text,
        more: Text,
        sent: Text,
        begins: Text,
        open: Text,
        trap: Text,
        haste: Text,
        stamp: Text,
        session: Text,
        phone: Text,
    }
}

section! {
    /// Signing up for someone at the desk or on the phone.
    Assist {
        title: Text,
        more: Text,
        channel: Text,
        desk: Text,
        phone: Text,
        read_out: Text,
        consent: Text,
        waitlist: Text,
        submit: Text,
        enrolled: Text,
        see_enrolled: Text,
        done: Text,
        link_heading: Text,
        link_text: Text,
        link_gone: Text,
        another: Text,
        see: Text,
    }
}
