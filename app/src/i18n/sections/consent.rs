//! Texts of consents: what she is asked, what she has answered, and what staff do with it.
//! A text that she agrees to has a version in `ssr::consents`, which a test holds to its words.

use crate::i18n::Text;

section! {
    /// Consents.
    Consents {
        heading: Text,
        intro: Text,
        yes: Text,
        no: Text,
        save: Text,
        answers: Text,
        said_yes: Text,
        said_no: Text,
        unsaid: Text,
        allow: Text,
        withdraw: Text,
        data_withdraw: Text,
        data_withdraw_text: Text,
        data_confirm: Text,
        data_withdrawn: Text,
        saved: Text,
        unsaved: Text,
        names: Names,
        asked: Asked,
        desk: ConsentDesk,
    }
}

section! {
    /// What each purpose is called.
    Names {
        data: Text,
        photo_self: Text,
        photo_group: Text,
        social_media: Text,
        funder_report: Text,
    }
}

section! {
    /// What she agrees to. Her data stand in `enrol.consent_text`.
    Asked {
        photo_self: Text,
        photo_group: Text,
        social_media: Text,
        funder_report: Text,
    }
}

section! {
    /// Consents on the staff's side.
    ConsentDesk {
        heading: Text,
        none: Text,
        said_yes: Text,
        said_no: Text,
        by: Text,
        record: Text,
        purpose: Text,
        read_out: Text,
        channel: Text,
        web: Text,
        desk: Text,
        phone: Text,
        paper: Text,
        other: Text,
        other_hint: Text,
        recorded: Text,
        same: Text,
        photos_all: Text,
        photos_alone: Text,
        photos_group: Text,
        photos_none: Text,
        tasks: Text,
        tasks_intro: Text,
        tasks_none: Text,
        tasks_done: Text,
        task_by_repeat: Text,
        task_data: Text,
        task_photos: Text,
        task_social_media: Text,
        task_funder_report: Text,
        task_since: Text,
        done: Text,
        done_by: Text,
        task_finished: Text,
        task_gone: Text,
    }
}
