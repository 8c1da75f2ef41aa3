//! The roll of a session: who came.

mod light;
mod page;
mod row;
mod server;
mod tap;

pub use page::RollPage;
pub use server::{CreateMark, ShowRoll, create_mark, show_roll};
