//! English: the pages that everyone may read.
//! The shape stands in `sections::browse`.

use crate::i18n::{
    Plural,
    browse::{Course, Home, Session},
};

pub static HOME: Home = Home {
    title: "Trainings and workshops in the Medina of Tunis",
    description: "Trainings and workshops of the SSE Cluster in the Medina of Tunis: see the \
                  dates and sign up in a minute, without an account.",
    heading: "Learn, make and meet in the Medina of Tunis",
    lead: "Find a training near you and sign up in a minute. No account needed.",
    see_calendar: "See the calendar",
    hubs_heading: "Places to learn",
    next_heading: "What is next",
    next_none: "New dates are coming soon.",
    how_heading: "How it works",
    choose: "Choose a session",
    choose_text: "See the day, the place and how many places are left.",
    sign_up: "Sign up",
    sign_up_text: "Your name and a phone number are enough.",
    keep: "Keep your link",
    keep_text: "Your private link shows your place, and lets you cancel.",
};

pub static SESSION: Session = Session {
    description: "{when}, {hub}. Sign up in a minute, without an account.",
    places_left: Plural {
        zero: "No place left",
        one: "{n} place left",
        two: "{n} places left",
        few: "{n} places left",
        many: "{n} places left",
        other: "{n} places left",
    },
    full: "Full – waiting list",
    full_waiting: Plural::two_forms(
        "Full – waiting list ({n} waiting)",
        "Full – waiting list ({n} waiting)",
    ),
    closed: "Sign-up is closed",
    kept: "Somebody is choosing it now",
    choose: "Choose",
    over: "This session is over",
    when: "When",
    place: "Where",
    route: "How to get there",
    bring: "What to bring",
    language: "Spoken language",
    offered_by: "Offered by",
    access: "Access",
    arabic: "Arabic",
    french: "French",
    english: "English",
    women_only: "Women only",
    step_free: "Step-free",
    childcare: "Childcare",
    childcare_places: Plural::two_forms("{n} place for a child", "{n} places for children"),
    sign_up: "Sign up",
    join_list: "Join the waiting list",
    see_course: "About this training",
    other_sessions: "All sessions",
    another_day: "Another day",
    on_holiday: "This day is a holiday ({name}). The hub will confirm the date.",
};

pub static COURSE: Course = Course {
    for_whom: "For whom",
    learns: "What you will learn",
    dates: "Dates",
    whole: Plural::two_forms(
        "{n} session",
        "{n} sessions: you sign up once, for all of them",
    ),
    slots: "Individual appointments: choose yours",
    no_dates: "New dates are coming soon.",
    past: "Past dates",
    under_3: "Under 3 years",
    from_3_to_5: "3 to 5 years",
    from_6_to_12: "6 to 12 years",
    thanks: "With the support of",
};
