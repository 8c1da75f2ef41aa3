//! What every form shares: the answer of its server function and how faults are shown.
//! The server's half (drafts, redirects) stands in `ssr::forms`.

use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// What a form's server function answers. Everything that a person can cause is one of these;
/// `Err` is left to what nobody filling in a form can help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome<S> {
    /// Done; the answer also carries the redirect to the result's page.
    Done,
    /// The form comes back, with what was typed and what is wrong with it.
    Again(S),
}

impl<S> Outcome<S> {
    /// The state to show again.
    pub fn again(self) -> Option<S> {
        match self {
            Self::Done => None,
            Self::Again(state) => Some(state),
        }
    }
}

/// What a form shows: what its last answer brought back or, before the first, what it came with.
pub fn standing<S>(answer: Option<Result<Outcome<S>, AppError>>, before: Option<S>) -> Option<S> {
    match answer {
        Some(answer) => answer.ok()?.again(),
        None => before,
    }
}
