//! Importing a programme, and what the calendar then shows.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

#[path = "../common/mod.rs"]
mod common;
mod importing;
mod reading;
mod sample;
