//! A funding project: what it is, what it pays for, and what it asks us to say.

mod page;
mod server;

pub use page::ProjectPage;
pub use server::{ShowProject, show_project};
