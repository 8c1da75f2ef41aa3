//! The list of those who asked to be called.

mod page;
mod server;

pub use page::CallsPage;
pub use server::{
    AnswerCall, CallToSignUp, ShowCallNumber, ShowCalls, answer_call, call_to_sign_up,
    show_call_number, show_calls,
};
