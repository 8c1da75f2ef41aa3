//! Her answers about photographs and data: asked after a sign-up, shown with their dates, and taken
//! back with one tap. No seat depends on them.

mod answers;
mod server;

pub use answers::{Consents, asked_text, name_text};
pub use server::{AnswerConsents, answer_consents};
