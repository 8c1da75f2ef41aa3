//! The parts that pages are built from. Each has one job and holds no records.

pub mod childcare;
pub mod chrome;
pub mod facts;
pub mod field;
pub mod footer;
pub mod head;
pub mod icon;
pub mod listen;
pub mod loaded;
pub mod missing;
pub mod not_found;
pub mod page_top;
pub mod places;
pub mod question;
pub mod session;
pub mod thanks;
pub mod trap;
