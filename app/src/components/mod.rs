//! The parts that pages are built from. Each has one job and holds no records.

pub mod chrome;
pub mod facts;
pub mod field;
pub mod footer;
pub mod head;
pub mod icon;
pub mod loaded;
pub mod not_found;
pub mod session;
