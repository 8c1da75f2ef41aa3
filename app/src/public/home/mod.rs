//! The front page: the hubs, what is next, and how it works.

mod page;
mod server;

pub use page::HomePage;
pub use server::{HubsToCall, ShowHome, hubs_to_call, show_home};
