//! English: the frame of every page, and what goes wrong.
//! The shape stands in `sections::common`.

use crate::i18n::common::Common;

pub static COMMON: Common = Common {
    brand: "Mawid",
    skip: "Skip to the content",
    menu: "Main menu",
    calendar: "Calendar",
    mine: "My enrolments",
    languages: "Language",
    leave: "Leave this page",
    leave_short: "Leave",
    loading: "One moment…",
    questions: "A question? Call us",
    by_phone: "You can also sign up by phone or at the desk.",
    sample: "Sample: the dates, rooms and numbers of places are examples.",
    sample_phone: "sample number",
    optional: "(optional)",
    not_found_title: "Page not found",
    not_found_heading: "This page does not exist",
    not_found_text: "The address may be old or incomplete.",
    to_home: "To the front page",
    to_calendar: "To the calendar",
    problem_heading: "That did not work",
    try_again: "Try again",
    unavailable: "Many people are here at the moment. Please try again in a minute.",
    failed: "Something went wrong on our side. Please try again, or call us.",
    malformed: "We could not read what was sent. Please fill in the form again.",
    outdated: "This page is older than our service. Please load it again.",
    sending: "Sending…",
    unsent: "No connection: it was not sent. Everything you typed is still here. Please try again.",
    offline: "There is no connection at the moment. Please try again.",
    forbidden: "You have no access to this page.",
    sign_in_needed: "Please sign in first.",
};
