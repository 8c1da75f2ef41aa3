//! Importing a programme, and what the calendar then shows.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod childcare;
#[path = "../common/mod.rs"]
mod common;
mod importing;
mod places;
mod questions;
mod reading;
mod sample;
mod searching;
