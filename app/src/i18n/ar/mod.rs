//! The catalogue in Arabic: plain standard Arabic, close to how Tunisia speaks; buttons are nouns.
//! The shape stands in `sections`.

mod browse;
mod calendar;
mod call;
mod common;
mod consent;
mod desk;
mod enrol;
mod mine;
mod outbox;
mod places;
mod questions;
mod staff;

use super::Messages;

/// Every text in this language.
pub static AR: Messages = Messages {
    common: common::COMMON,
    home: browse::HOME,
    calendar: calendar::CALENDAR,
    filters: calendar::FILTERS,
    session: browse::SESSION,
    course: browse::COURSE,
    hub: places::HUB,
    organisation: places::ORGANISATION,
    project: places::PROJECT,
    cluster: places::CLUSTER,
    missing: places::MISSING,
    listen: places::LISTEN,
    enrol: enrol::ENROL,
    faults: enrol::FAULTS,
    questions: questions::QUESTIONS,
    done: mine::DONE,
    memory: mine::MEMORY,
    mine: mine::MINE,
    absence: mine::ABSENCE,
    link: mine::LINK,
    pictures: mine::PICTURES,
    said: outbox::SAID,
    reach: outbox::REACH,
    lost: outbox::LOST,
    outbox: outbox::OUTBOX,
    staff: staff::STAFF,
    desk: desk::DESK,
    call: call::CALLING,
    consents: consent::CONSENTS,
};
