//! One run: its places, its sessions, and who is enrolled.

mod page;
mod places;
mod roster;
mod server;

pub use page::InstancePage;
pub use server::{ResizeSeats, ShowInstance, resize_seats, show_instance};
