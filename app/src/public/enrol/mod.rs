//! Signing up: one form for a whole instance or for one slot.

pub mod fields;
mod page;
mod server;
mod times;

pub use page::EnrolPage;
pub use server::{
    BeginEmpty, ChooseSlot, CreateEnrolment, ShowEnrol, SignUpAnother, begin_empty, choose_slot,
    create_enrolment, show_enrol, sign_up_another,
};
pub use times::when_text;
