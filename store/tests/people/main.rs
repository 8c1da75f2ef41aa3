//! People on both databases: what they agree to, and who shares a phone with whom.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
mod common;

mod consents;
#[path = "../desk/desk.rs"]
#[expect(dead_code, reason = "the tests of the desk use the rest")]
mod desk;
mod one_phone;
#[path = "../common/staff.rs"]
mod staff;
