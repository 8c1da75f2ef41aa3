//! A session: when, where, what to bring, and the way to sign up.

mod page;
mod server;

pub use page::SessionPage;
pub use server::{ShowSession, show_session};
