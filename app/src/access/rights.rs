//! The table of rights: every server function by its address, and who may call it. A test
//! fails for an address that is missing here, and tries each row with those it keeps out.

use domain::role::Role;

/// Who sees the day's sessions, without any participant's name.
pub const DAY: &[Role] = &[
    Role::Facilitator,
    Role::Coordinator,
    Role::Partner,
    Role::Administrator,
];
/// Who sees names and marks. A partner sees neither.
pub const ROLL: &[Role] = &[Role::Facilitator, Role::Coordinator, Role::Administrator];

/// Who sees who looked at whose number.
pub const OVERSIGHT: &[Role] = &[Role::Coordinator, Role::Administrator];

/// Who may call a server function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Anyone: it tells what is public, or only what her own browser's cookies open.
    Anyone,
    /// Someone signed in, in one of these roles.
    Staff(&'static [Role]),
    /// The same, and assigned to the hub of what it is about: a session, a run, an enrolment, a
    /// request to be called.
    OfHub(&'static [Role]),
}

use Right::{Anyone, OfHub, Staff};

/// Every server function.
pub const RIGHTS: &[(&str, Right)] = &[
    // The programme.
    ("/api/home", Anyone),
    ("/api/hubs", Anyone),
    ("/api/calendar/days", Anyone),
    ("/api/calendar/hubs", Anyone),
    ("/api/calendar/seats", Anyone),
    ("/api/courses/show", Anyone),
    ("/api/sessions/show", Anyone),
    ("/api/hubs/show", Anyone),
    ("/api/organisations/show", Anyone),
    ("/api/projects/show", Anyone),
    ("/api/cluster", Anyone),
    // Her enrolments: those that her browser's sealed visit holds.
    ("/api/enrolments/form", Anyone),
    ("/api/enrolments/create", Anyone),
    ("/api/enrolments/empty", Anyone),
    ("/api/slots/choose", Anyone),
    ("/api/enrolments/swap", Anyone),
    ("/api/enrolments/mine", Anyone),
    ("/api/enrolments/done", Anyone),
    ("/api/enrolments/cancel", Anyone),
    ("/api/enrolments/answers-form", Anyone),
    ("/api/enrolments/answers", Anyone),
    ("/api/enrolments/consents", Anyone),
    ("/api/enrolments/without-childcare", Anyone),
    ("/api/enrolments/reach", Anyone),
    ("/api/enrolments/another", Anyone),
    ("/api/links/form", Anyone),
    ("/api/links/open", Anyone),
    ("/api/links/lost", Anyone),
    ("/api/links/question", Anyone),
    ("/api/links/answer", Anyone),
    ("/api/visits/keep", Anyone),
    ("/api/visits/forget", Anyone),
    ("/api/visits/leave", Anyone),
    ("/api/calls/form", Anyone),
    ("/api/calls/create", Anyone),
    // Staff.
    ("/api/staff/sign-in", Anyone),
    ("/api/staff/sign-in-form", Anyone),
    ("/api/staff/sign-out", Anyone),
    ("/api/staff/day", Staff(DAY)),
    ("/api/staff/roll", OfHub(ROLL)),
    ("/api/marks/create", OfHub(ROLL)),
    ("/api/staff/courses", Staff(DAY)),
    ("/api/staff/instance", OfHub(ROLL)),
    ("/api/staff/instances/resize", OfHub(ROLL)),
    ("/api/staff/enrolment", OfHub(ROLL)),
    ("/api/staff/enrolments/confirm", OfHub(ROLL)),
    ("/api/staff/enrolments/cancel", OfHub(ROLL)),
    ("/api/staff/enrolments/move", OfHub(ROLL)),
    ("/api/staff/enrolments/note", OfHub(ROLL)),
    ("/api/staff/enrolments/phone", OfHub(ROLL)),
    ("/api/staff/enrolments/consent", OfHub(ROLL)),
    ("/api/staff/consents", Staff(ROLL)),
    ("/api/staff/consents/done", OfHub(ROLL)),
    ("/api/staff/duplicates", Staff(ROLL)),
    ("/api/staff/duplicates/compare", OfHub(ROLL)),
    ("/api/staff/duplicates/merge", OfHub(ROLL)),
    ("/api/staff/duplicates/apart", OfHub(ROLL)),
    ("/api/staff/duplicates/undo", OfHub(ROLL)),
    ("/api/staff/phones", Staff(OVERSIGHT)),
    ("/api/staff/assist-form", OfHub(ROLL)),
    ("/api/staff/assist", OfHub(ROLL)),
    ("/api/staff/signed-up", OfHub(ROLL)),
    ("/api/staff/calls", Staff(ROLL)),
    ("/api/staff/calls/phone", OfHub(ROLL)),
    ("/api/staff/calls/answer", OfHub(ROLL)),
    ("/api/staff/calls/sign-up", OfHub(ROLL)),
    ("/api/staff/messages", Staff(ROLL)),
    ("/api/staff/messages/tap", OfHub(ROLL)),
    ("/api/staff/messages/answer", OfHub(ROLL)),
];
