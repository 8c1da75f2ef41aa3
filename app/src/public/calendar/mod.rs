//! The calendar: agenda, week and month, each narrowed as she likes, all of it in the address.

mod agenda;
mod empty;
mod filters;
mod keys;
mod live;
pub mod model;
mod month;
mod page;
mod row;
mod server;
mod toolbar;
mod week;

pub use live::Document;
pub use page::CalendarPage;
pub use server::{
    FreshSeats, HubsToChoose, ShowCalendar, fresh_seats, hubs_to_choose, show_calendar,
};
