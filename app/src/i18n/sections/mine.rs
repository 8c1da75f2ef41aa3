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
        pending: Text,
        pending_text: Text,
        link_heading: Text,
        link_text: Text,
        copy: Text,
        copied: Text,
        copy_failed: Text,
        whatsapp: Text,
        sms: Text,
        message: Text,
        qr: Text,
        qr_text: Text,
        when: Text,
        bring: Text,
        see_mine: Text,
    }
}

section! {
    /// What this phone remembers.
    Memory {
        question: Text,
        question_text: Text,
        no: Text,
        yes: Text,
        kept: Text,
        kept_text: Text,
        forget: Text,
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
        again: Text,
        notice_already: Text,
        notice_cancelled: Text,
        notice_excused: Text,
        notice_forgotten: Text,
        notice_present: Text,
        notice_started: Text,
        swap: Text,
        swap_text: Text,
        swap_times: Text,
        swap_submit: Text,
        notice_swapped: Text,
        notice_swap_full: Text,
        notice_swap_closed: Text,
        notice_unknown: Text,
        private_link: Text,
        diary: Text,
        diary_hint: Text,
        diary_word: Text,
    }
}

section! {
    /// "I can't come".
    Absence {
        open: Text,
        text: Text,
        confirm: Text,
        late: Text,
        late_text: Text,
        late_confirm: Text,
        told: Text,
        reason: Text,
        reason_why: Text,
        child: Text,
        work: Text,
        transport: Text,
        health: Text,
        safety: Text,
        unsaid: Text,
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
        question: Text,
        question_text: Text,
        question_legend: Text,
        question_help: Text,
        picture_missing: Text,
        picture_wrong: Text,
        picture_locked: Text,
        expired: Text,
    }
}

section! {
    /// The twelve pictures of the second question.
    Pictures {
        olive: Text,
        door: Text,
        fish: Text,
        moon: Text,
        star: Text,
        tea: Text,
        key: Text,
        bird: Text,
        jasmine: Text,
        cactus: Text,
        boat: Text,
        lamp: Text,
    }
}
