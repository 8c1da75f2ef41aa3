//! Texts of the private pages: confirmation, my enrolments, opening a private link.
//! Titles here name no hub, course or programme.

use crate::i18n::Text;

section! {
    /// The confirmation.
    Done {
        title: Text,
        confirmed: Text,
        confirmed_text: Text,
        waiting: Text,
        rank: Text,
        waiting_text: Text,
        link_heading: Text,
        link_text: Text,
        copy: Text,
        copied: Text,
        whatsapp: Text,
        sms: Text,
        message: Text,
        when: Text,
        bring: Text,
        see_mine: Text,
        borrowed_heading: Text,
        borrowed_text: Text,
    }
}

section! {
    /// My enrolments.
    Mine {
        title: Text,
        heading: Text,
        none_heading: Text,
        none_text: Text,
        open_link: Text,
        status_confirmed: Text,
        status_pending: Text,
        status_waiting: Text,
        status_offered: Text,
        status_cancelled: Text,
        status_excused: Text,
        rank: Text,
        started: Text,
        cancel: Text,
        cancel_question: Text,
        cancel_text: Text,
        cancel_confirm: Text,
        notice_already: Text,
        notice_cancelled: Text,
        notice_started: Text,
        notice_unknown: Text,
        private_link: Text,
    }
}

section! {
    /// Opening a private link.
    Link {
        title: Text,
        heading: Text,
        text: Text,
        label: Text,
        hint: Text,
        submit: Text,
        missing: Text,
        unknown: Text,
    }
}
