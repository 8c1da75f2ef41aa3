//! The sessions of a day at one's hubs.

mod page;
mod server;

pub use page::DayPage;
pub use server::{ShowDay, show_day};
