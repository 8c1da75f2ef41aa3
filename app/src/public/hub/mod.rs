//! A hub: where it is, when it is open, what happens there.

mod page;
mod server;

pub use page::HubPage;
pub use server::{ShowHub, show_hub};
