//! The outbox: what is to be said to someone, sent with a tap.

pub mod model;
mod page;
mod server;

pub use page::MessagesPage;
pub use server::{
    AnswerMessage, ShowMessages, TapMessage, answer_message, show_messages, tap_message,
};
