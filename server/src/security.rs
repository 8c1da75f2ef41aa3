//! What keeps other sites and other eyes out: refusal of foreign forms and the
//! headers of every answer. Who may do what is the app's business.

pub mod csrf;
pub mod headers;
