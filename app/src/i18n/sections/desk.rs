//! Texts of the desk: runs and their places, one enrolment, and whose number was shown.
//! What a person typed is never part of a text.

use crate::i18n::{Plural, Text};

section! {
    /// The desk.
    Desk {
        runs: Runs,
        run: Run,
        record: Record,
        reasons: Reasons,
        steps: Steps,
        notices: Notices,
        phone: PhoneTexts,
    }
}

section! {
    /// The list of runs.
    Runs {
        title: Text,
        filter: Text,
        hub: Text,
        all_hubs: Text,
        period: Text,
        coming: Text,
        past: Text,
        show: Text,
        none: Text,
        more: Plural,
        sessions: Plural,
        open: Text,
        whole: Text,
        taken: Text,
        waiting: Plural,
    }
}

section! {
    /// One run.
    Run {
        places: Text,
        seats: Text,
        room_holds: Plural,
        resize: Text,
        closes: Text,
        closed: Text,
        childcare: Text,
        under_3: Text,
        from_3_to_5: Text,
        from_6_to_12: Text,
        changes: Text,
        change: Text,
        sessions: Text,
        enrolments: Text,
        none: Text,
        add: Text,
        print: Text,
        name: Text,
        status: Text,
        slot: Text,
        age: Text,
        project: Text,
        signed_up: Text,
        assisted_by: Text,
        repeats: Plural,
        pending: Text,
        confirmed: Text,
        offered: Text,
        waitlisted: Text,
        cancelled: Text,
        excused: Text,
        prefer_not: Text,
    }
}

section! {
    /// One enrolment.
    Record {
        title: Text,
        back: Text,
        language: Text,
        confirm: Text,
        confirm_wait: Text,
        cancel: Text,
        cancel_text: Text,
        cancel_reason: Text,
        cancel_confirm: Text,
        relocate: Text,
        relocate_to: Text,
        relocate_wait: Text,
        relocate_submit: Text,
        relocate_none: Text,
        notes: Text,
        note: Text,
        note_hint: Text,
        note_submit: Text,
        history: Text,
        by: Text,
        repeated: Text,
        has_begun: Text,
    }
}

section! {
    /// Why staff end an enrolment.
    Reasons {
        asked: Text,
        unreachable: Text,
        twice: Text,
        mistake: Text,
        other: Text,
    }
}

section! {
    /// What became of an enrolment.
    Steps {
        seated: Text,
        queued: Text,
        doubted: Text,
        promoted: Text,
        confirmed: Text,
        moved: Text,
        moved_away: Text,
        cancelled: Text,
        excused: Text,
        answered: Text,
        comes_without: Text,
        joined: Text,
        joined_away: Text,
        parted: Text,
    }
}

section! {
    /// What a form of the desk has done, or why not.
    Notices {
        resized: Text,
        same_seats: Text,
        wrong_seats: Text,
        confirmed: Text,
        queued: Text,
        full: Text,
        not_first: Text,
        already: Text,
        ended: Text,
        cancelled: Text,
        started: Text,
        moved: Text,
        moved_queued: Text,
        moved_full: Text,
        moved_closed: Text,
        there_already: Text,
        noted: Text,
        note_wrong: Text,
    }
}

section! {
    /// Numbers, and who saw them.
    PhoneTexts {
        heading: Text,
        show: Text,
        hint: Text,
        call: Text,
        whatsapp: Text,
        sms: Text,
        title: Text,
        intro: Text,
        none: Text,
        line: Text,
        caller: Text,
    }
}
