//! English: the desk.
//! The shape stands in `sections::desk`.

use crate::i18n::Plural;
use crate::i18n::desk::{Desk, Notices, PhoneTexts, Reasons, Record, Run, Runs, Steps};

pub static DESK: Desk = Desk {
    runs: RUNS,
    run: RUN,
    record: RECORD,
    reasons: REASONS,
    steps: STEPS,
    notices: NOTICES,
    phone: PHONE,
};

const RUNS: Runs = Runs {
    title: "Courses and places",
    filter: "Choose what is listed",
    hub: "Hub",
    all_hubs: "All my hubs",
    period: "When",
    coming: "Coming",
    past: "Past",
    show: "Show",
    none: "Nothing to list here.",
    more: Plural::two_forms(
        "Only the first is listed.",
        "Only the first {n} are listed.",
    ),
    sessions: Plural::two_forms("{n} session", "{n} sessions"),
    open: "Places and enrolments",
    whole: "All sessions",
    taken: "{taken} of {capacity} taken",
    waiting: Plural {
        zero: "nobody waiting",
        ..Plural::two_forms("{n} waiting", "{n} waiting")
    },
};

const RUN: Run = Run {
    places: "Places",
    seats: "Number of places",
    room_holds: Plural::two_forms("The room holds {n} person.", "The room holds {n} people."),
    resize: "Save",
    closes: "Enrolment ends {when}",
    closed: "Enrolment has ended",
    childcare: "Childcare",
    under_3: "Under 3 years",
    from_3_to_5: "3 to 5 years",
    from_6_to_12: "6 to 12 years",
    changes: "Changes of the number of places",
    change: "From {before} to {after}",
    sessions: "Sessions",
    enrolments: "Enrolments",
    none: "Nobody has signed up yet.",
    add: "Add a person",
    print: "Print",
    name: "Name",
    status: "Status",
    slot: "Appointment",
    age: "Age",
    project: "Project",
    signed_up: "Signed up",
    assisted_by: "with {name}",
    repeats: Plural::two_forms("signed up again {n} time", "signed up again {n} times"),
    pending: "To be confirmed",
    confirmed: "Has a place",
    offered: "Place on offer",
    waitlisted: "Waiting, no. {n}",
    cancelled: "Cancelled",
    excused: "Excused",
    prefer_not: "Prefers not to say",
};

const RECORD: Record = Record {
    title: "Enrolment",
    back: "Back to the list",
    language: "Language",
    confirm: "Confirm",
    confirm_wait: "Put on the waiting list",
    cancel: "Cancel this enrolment",
    cancel_text: "The place goes to the next person on the waiting list.",
    cancel_reason: "Why?",
    cancel_confirm: "Yes, cancel",
    relocate: "Move to another date",
    relocate_to: "New date",
    relocate_wait: "If it is full: give up the present place and wait there",
    relocate_submit: "Move",
    relocate_none: "There is no other open date of this course.",
    notes: "Notes",
    note: "New note",
    note_hint: "Only the team reads it. Nothing about health, faith or origin.",
    note_submit: "Add the note",
    history: "What has happened",
    by: "by {name}",
    repeated: "Signed up again from another browser",
    has_begun: "It has begun: who came is marked on the roll.",
};

const REASONS: Reasons = Reasons {
    asked: "At the person's own wish",
    unreachable: "Could not be reached",
    twice: "Signed up twice",
    mistake: "Entered by mistake",
    other: "Another reason (add a note)",
};

const STEPS: Steps = Steps {
    seated: "Signed up, got a place",
    queued: "On the waiting list",
    doubted: "Sign-up to be confirmed by phone",
    promoted: "Got a place from the waiting list",
    confirmed: "Confirmed",
    moved: "Moved to this date",
    moved_away: "Moved to other dates",
    cancelled: "Cancelled",
    excused: "Said: cannot come",
    answered: "Changed her answers",
    comes_without: "Comes without childcare rather than wait for it",
    joined: "Another enrolment of hers was joined to this one",
    joined_away: "Joined to another enrolment of hers",
    parted: "Two women again",
};

const NOTICES: Notices = Notices {
    resized: "The number of places is changed.",
    same_seats: "The number of places was this already.",
    wrong_seats: "Please type a number of places from 1 to 500.",
    confirmed: "Confirmed: the place is given.",
    queued: "Now on the waiting list.",
    full: "No place is free. Nothing was changed; the waiting list is open.",
    not_first: "Others have waited longer: the free place is theirs first.",
    already: "This person already has a place.",
    ended: "This enrolment has already ended.",
    cancelled: "The enrolment is cancelled.",
    started: "It has begun, so that nothing can be changed here any more. Use the roll.",
    moved: "Moved: the new place is given, the old one is free.",
    moved_queued: "Now on the waiting list of the new date; the old place is free.",
    moved_full: "That date is full. Nothing was changed: the old place is kept.",
    moved_closed: "Enrolment for that date has ended. Nothing was changed.",
    there_already: "This person is already enrolled there. Nothing was changed.",
    noted: "The note is saved.",
    note_wrong: "Please write a note of at most 1000 characters.",
};

const PHONE: PhoneTexts = PhoneTexts {
    heading: "Phone",
    show: "Show the number",
    hint: "It is written down who looks, and when.",
    call: "Call",
    whatsapp: "WhatsApp",
    sms: "SMS",
    title: "Numbers shown",
    intro: "Each time that somebody of the team looked at a phone number. The numbers themselves \
            are not in this list.",
    none: "Nobody has looked at a number yet.",
    line: "{who} looked at the number of {whose}",
    caller: "a request to be called",
};
