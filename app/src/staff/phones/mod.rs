//! Who looked at whose number: for those who answer for it.

mod page;
mod server;

pub use page::PhonesPage;
pub use server::{ShowPhones, show_phones};
