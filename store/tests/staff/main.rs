//! Staff on both databases: accounts and sessions, marks and rolls.

#[path = "../common/mod.rs"]
mod common;

mod accounts;
mod hub;
mod marks;
