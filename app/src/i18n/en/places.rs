//! English: the cluster, its hubs, organisations and projects, and what is said aloud.
//! The shape stands in `sections::places`.

use crate::i18n::{
    Plural,
    places::{Cluster, Hub, Listen, Missing, Organisation, Project},
};

pub static HUB: Hub = Hub {
    open_until: "Open now, until {time}",
    opens_today: "Closed now. Opens today at {time}",
    opens_on: "Closed now. Opens {day} at {time}",
    shut: "Closed now",
    hours: "Opening hours",
    in_force: "now",
    days: "{from} to {to}",
    unsure: "to be confirmed",
    sample_hours: "These hours are an example.",
    holidays: "Holidays ahead: the hub is closed",
    rooms: "Rooms and access",
    room_holds: Plural::two_forms("{n} person", "{n} people"),
    steps: "With steps",
    courses: "Trainings at this hub",
    next: "Next sessions here",
    next_none: "No session here at the moment. New dates are coming soon.",
    all_dates: "All dates at this hub",
    kept_by: "Run by",
};

pub static ORGANISATION: Organisation = Organisation {
    role: "Its role in the cluster",
    does: "In detail",
    offers: "The trainings it offers",
    keeps: "The hub it runs",
};

pub static PROJECT: Project = Project {
    what: "The project",
    pays: "The trainings it supports",
};

pub static CLUSTER: Cluster = Cluster {
    link: "Who we are",
    title: "Who we are",
    description: "Who works together in the Medina of Tunis, and the role of each.",
    how: "How we work",
    hubs: "The hubs",
    actors: "The actors and their roles",
    projects: "The projects that support us",
    history: "How it began",
    plans: "What comes next",
    joining: "Joining",
    call: "To talk about it, call a hub. The numbers are at the foot of the page.",
};

pub static MISSING: Missing = Missing {
    course: "This training is not here",
    session: "This session is not here",
    hub: "This hub is not here",
    organisation: "This organisation is not here",
    project: "This project is not here",
    course_text: "The dates may have changed, or the link is incomplete. All dates are in the \
                  calendar.",
    place_text: "The link may be old or incomplete. The hubs and the actors are on the page “Who \
                 we are”.",
};

pub static LISTEN: Listen = Listen {
    start: "Listen",
    stop: "Stop",
    no_voice: "This phone has no English voice.",
    when: "{day}, from {from} to {to}.",
    first_of: Plural {
        zero: "No session yet.",
        one: "One session.",
        two: "Two sessions. The first:",
        few: "{n} sessions. The first:",
        many: "{n} sessions. The first:",
        other: "{n} sessions. The first:",
    },
    place: "Where: {hub}, {address}.",
    room: "Room: {room}. {access}",
    route: "How to get there: {route}",
    bring: "What to bring: {things}.",
    call: "A question? The hub's number is at the foot of the page.",
};
