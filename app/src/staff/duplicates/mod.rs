//! Rows that may be one woman: the list of one's hubs, two side by side, and on her page what was
//! found and what was joined.

mod compare;
pub mod model;
mod on_record;
mod page;
mod server;

pub use compare::ComparePage;
pub use on_record::SameWoman;
pub use page::DuplicatesPage;
pub use server::{
    Apart, CompareRows, JoinRows, ShowDuplicates, UndoJoining, apart, compare_rows, join_rows,
    show_duplicates, undo_joining,
};
