//! Two rows that are one woman, on both databases: found, joined, and taken apart again.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
mod common;

#[path = "../desk/desk.rs"]
mod desk;
mod joining;
mod pairs;
mod parting;
#[path = "../common/staff.rs"]
mod staff;
mod together;
mod twins;
