//! Signing up for someone at the desk or on the phone.

mod done;
mod page;
mod server;

pub use done::SignedUpPage;
pub use page::AssistPage;
pub use server::{
    CreateAssisted, ShowAssist, ShowSignedUp, create_assisted, show_assist, show_signed_up,
};
