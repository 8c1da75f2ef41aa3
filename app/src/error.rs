//! What a server function can fail with: codes, never words or data of a person, because a
//! code travels in the address of a redirect when scripts are off.

use leptos::prelude::FromServerFnError;
use leptos::server_fn::{codec::JsonEncoding, error::ServerFnErrorErr};
use serde::{Deserialize, Serialize};

use crate::i18n::{Text, common::Common};

/// Why a server function gave no answer. What a person can cause in a form is an outcome of
/// that form, not one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppError {
    /// Too many at once; the same request may be sent again.
    Unavailable,
    /// Our fault; the cause stands in the log.
    Failed,
    /// What was sent could not be read.
    Malformed,
    /// The page in the browser is of another version than the server.
    Outdated,
    /// No answer came from the server.
    Offline,
    /// Signed in, but not for this.
    Forbidden,
    /// Not signed in.
    SignInNeeded,
    /// There is no such thing.
    NotFound,
}

impl AppError {
    /// What to tell the reader.
    #[must_use]
    pub const fn text(self, common: &Common) -> Text {
        match self {
            Self::Unavailable => common.unavailable,
            Self::Failed => common.failed,
            Self::Malformed => common.malformed,
            Self::Outdated => common.outdated,
            Self::Offline => common.offline,
            Self::Forbidden => common.forbidden,
            Self::SignInNeeded => common.sign_in_needed,
            Self::NotFound => common.not_found_heading,
        }
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unavailable => "unavailable",
            Self::Failed => "failed",
            Self::Malformed => "malformed",
            Self::Outdated => "outdated",
            Self::Offline => "offline",
            Self::Forbidden => "forbidden",
            Self::SignInNeeded => "sign_in_needed",
            Self::NotFound => "not_found",
        })
    }
}

impl std::error::Error for AppError {}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Self::Malformed,
            ServerFnErrorErr::Deserialization(_) => Self::Outdated,
            _ => Self::Failed,
        }
    }
}
