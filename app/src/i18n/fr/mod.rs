//! The catalogue in French, without agreement that would guess who reads.
//! The shape stands in `sections`.

pub mod browse;
pub mod calendar;
pub mod call;
pub mod childcare;
pub mod common;
pub mod consent;
pub mod desk;
pub mod enrol;
pub mod joining;
pub mod mine;
pub mod outbox;
pub mod places;
pub mod questions;
pub mod staff;
