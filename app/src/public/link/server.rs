//! Opening a private link.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{error::AppError, forms::Outcome};

/// What is wrong with a pasted link. The link itself is a secret and never comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkFault {
    /// Nothing was pasted.
    Missing,
    /// It opens nothing.
    Unknown,
}

/// What was wrong with the link that was sent before, if anything.
#[server(endpoint = "links/form")]
pub async fn show_link() -> Result<Option<LinkFault>, AppError> {
    use crate::{access, ssr::forms};

    let guard = access::public()?;
    Ok(forms::take(guard.site(), &guard.keys(), "link"))
}

/// Opens a private link, whole or only its code, for this visit.
#[server(endpoint = "links/open")]
pub async fn open_link(
    #[server(default)] lang: Lang,
    #[server(default)] token: String,
) -> Result<Outcome<LinkFault>, AppError> {
    use crate::{
        access, routes,
        ssr::{forms, visit},
    };

    let guard = access::public()?;
    let again = |fault| {
        forms::again(
            guard.site(),
            &guard.keys(),
            "link",
            &routes::link(lang),
            fault,
        )
    };
    let code = token.rsplit('#').next().unwrap_or_default().trim();
    if code.is_empty() {
        return Ok(again(LinkFault::Missing));
    }
    match guard.by_token(code).await? {
        Some(sign_up) => {
            visit::add(guard.site(), &guard.keys(), sign_up);
            Ok(forms::done(&routes::mine(lang)))
        }
        None => Ok(again(LinkFault::Unknown)),
    }
}
