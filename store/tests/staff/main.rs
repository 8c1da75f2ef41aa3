//! Staff on both databases: accounts and sessions, marks and rolls.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
mod common;

mod absences;
mod accounts;
mod hub;
mod marks;
