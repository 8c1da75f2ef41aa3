//! The server over HTTP: one test binary, because linking is what takes long.
//! Each file tests one promise.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod accounts;
mod addresses;
mod answers;
mod binary;
mod bots;
mod calendar;
mod certificate;
mod childcare;
mod connections;
mod consents;
mod diary;
mod doubts;
mod duplicates;
mod failures;
mod headers;
mod herself;
mod host;
mod house;
mod kept;
mod limits;
mod links;
mod meanwhile;
mod one_phone;
mod origin;
mod pages;
mod places;
mod proxy;
mod questions;
mod race;
mod reach;
mod ready;
mod rights;
mod routes;
mod slots;
mod staff;
