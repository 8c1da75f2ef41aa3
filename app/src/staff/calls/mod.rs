//! The list of those who asked to be called, and of those who are to be called because their
//! sign-up is in doubt.

mod doubts;
mod page;
mod server;

pub use doubts::reason_text;
pub use page::CallsPage;
pub use server::{
    AnswerCall, CallToSignUp, ShowCallNumber, ShowCalls, answer_call, call_to_sign_up,
    show_call_number, show_calls,
};
