//! English: the staff's side.
//! The shape stands in `sections::staff`.

use crate::i18n::Plural;
use crate::i18n::staff::{Day, Roll, SignIn, Staff};

pub static STAFF: Staff = Staff {
    title: "Staff",
    public_site: "Public pages",
    signed_in_as: "Signed in as",
    sign_out: "Sign out",
    forbidden_title: "No access",
    forbidden_heading: "This page is not open to your account",
    forbidden_text: "It belongs to another hub or to another role. If you need it, ask your \
                     coordinator.",
    to_today: "To today's sessions",
    sign_in: SIGN_IN,
    day: DAY,
    roll: ROLL,
};

const SIGN_IN: SignIn = SignIn {
    title: "Sign in",
    heading: "Staff sign-in",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    email_missing: "Type your e-mail address",
    password_missing: "Type your password",
    wrong: "This e-mail and this password do not fit together. Please check both.",
    paused: Plural::two_forms(
        "There were several wrong tries. Please wait {n} minute, then try again.",
        "There were several wrong tries. Please wait {n} minutes, then try again.",
    ),
};

const DAY: Day = Day {
    title: "Sessions of the day",
    heading: "Sessions of {date}",
    previous: "Day before",
    today: "Today",
    next: "Day after",
    none: "No session of your hubs on this day.",
    enrolled: Plural::two_forms("{n} enrolled", "{n} enrolled"),
    open_roll: "Open the roll",
};

const ROLL: Roll = Roll {
    title: "Roll",
    heading: "Roll: {title}",
    nobody: "Nobody has a confirmed place in this session.",
    counts: "Counts",
    count_present: Plural::two_forms("{n} present", "{n} present"),
    count_late: Plural::two_forms("{n} late", "{n} late"),
    count_excused: Plural::two_forms("{n} excused", "{n} excused"),
    count_absent: Plural::two_forms("{n} absent", "{n} absent"),
    count_unmarked: Plural::two_forms("{n} not marked", "{n} not marked"),
    present: "Present",
    late: "Late",
    excused: "Excused",
    absent: "Absent",
    unmarked: "Not marked",
    undo: "Undo",
    by_me: "by you",
    by_other: "by a colleague",
    by_her: "by the person",
    unknown_name: "Unknown person",
    flag_cancelled: "Her enrolment was cancelled",
    flag_not_confirmed: "She has no confirmed place in this session",
    flag_unknown: "No enrolment of this training has this code",
    disagreement: "Two marks: {marks}. Please choose one.",
    light_ready: "Each mark is saved at once.",
    light_sending: "Saving…",
    light_saved: "All marks are saved.",
    light_failed: Plural::two_forms(
        "{n} mark is not saved. Please try again.",
        "{n} marks are not saved. Please try again.",
    ),
    row_sending: "Saving…",
    row_failed: "Not saved",
    to_day: "Sessions of this day",
};
