//! "I would rather be called": for those who do not like forms.

mod page;
mod server;

pub use page::{CallDonePage, CallPage, hours_text};
pub use server::{CreateCall, ShowCall, create_call, show_call};
