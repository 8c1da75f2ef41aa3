//! The calendar: an agenda, week by week.

mod page;
mod server;

pub use page::CalendarPage;
pub use server::{ShowWeek, show_week};
