//! One enrolment: who, where she stands, and everything that staff can do with it.

mod acts;
mod page;
mod past;
mod server;

pub use acts::Hidden;
pub use page::RecordPage;
pub use server::{
    AddNote, CancelRecord, ConfirmRecord, MoveRecord, ShowNumber, ShowRecord, add_note,
    cancel_record, confirm_record, move_record, show_number, show_record,
};
