//! The desk on both databases: what staff see of enrolments and do with them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
mod common;

mod acts;
mod answers;
mod assisted;
mod calls;
mod desk;
#[path = "../common/dice.rs"]
mod dice;
mod doubts;
mod lists;
mod messages;
mod model;
mod moving;
mod phones;
mod resizing;
mod retention;
#[path = "../common/staff.rs"]
mod staff;
