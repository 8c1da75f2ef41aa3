//! English: the calendar.
//! The shape stands in `sections::calendar`.

use crate::i18n::{
    Plural,
    calendar::{Calendar, Filters},
};

pub static CALENDAR: Calendar = Calendar {
    title: "Calendar",
    description: "Trainings and workshops in the Medina of Tunis: dates and places left.",
    views: "View",
    agenda: "List",
    week: "Week",
    month: "Month",
    periods: "Change dates",
    today: "Today",
    days_before: "Earlier days",
    days_after: "Later days",
    week_before: "Previous week",
    week_after: "Next week",
    month_before: "Previous month",
    month_after: "Next month",
    sessions: Plural {
        zero: "no session",
        ..Plural::two_forms("{n} session", "{n} sessions")
    },
    day_with: "{day}, {sessions}",
    more: "more: {n}",
    appointments: Plural::two_forms("{n} appointment", "{n} appointments"),
    grid_help: "Arrow keys change the day, Enter opens it.",
    holiday: "Holiday: {name}",
    holiday_unsure: "Holiday: {name} (date to be confirmed)",
    closed: "Closed",
    regime: "{name}, from {from} to {to}: {hubs}",
    regime_unsure: "{name}, from {from} to {to} (to be confirmed): {hubs}",
    next_free: "Next free place",
    no_free: "No free place at the moment.",
    no_free_way: "A full session has a waiting list. You can also call the hub.",
    none: "No session on these days.",
    none_filtered: "No session fits these choices on these days.",
    none_that_day: "No session on this day.",
    without: "Without “{name}”: {sessions}",
    next_with: "Next sessions: {date}",
    none_later: "No later sessions are planned yet. New dates are coming soon.",
    call: "You can also call the hub:",
};

pub static FILTERS: Filters = Filters {
    heading: "Choose by",
    all: "All",
    apply: "Show sessions",
    clear: "Clear all choices",
    remove: "Remove: {name}",
    hub: "Hub",
    theme: "Theme",
    digital: "Digital tools",
    marketing: "Personal marketing",
    design: "Design and prototypes",
    image: "Photo and video",
    part: "Time of day",
    morning: "Morning",
    afternoon: "Afternoon",
    evening: "Evening",
    language: "Language of the session",
    childcare: "With childcare",
    free_only: "Free places only",
};
