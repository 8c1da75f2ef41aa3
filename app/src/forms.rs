//! What every form shares: the answer of its server function.
//! The server's half (drafts, redirects) stands in `ssr::forms`.

use serde::{Deserialize, Serialize};

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
