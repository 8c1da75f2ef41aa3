//! Signing up: one form for a whole instance or for one slot.

pub mod fields;
mod page;
mod server;

pub use page::EnrolPage;
pub use server::{CreateEnrolment, ShowEnrol, create_enrolment, show_enrol};
