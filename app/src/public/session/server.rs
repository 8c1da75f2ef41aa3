//! What a session's page asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::SessionPage};

/// A session with what its course says of it, if there is one of this name.
#[server(endpoint = "sessions/show", input = GetUrl)]
pub async fn show_session(lang: Lang, slug: String) -> Result<Option<SessionPage>, AppError> {
    use crate::{
        access,
        ssr::{calendar::Shown, session},
    };

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    session::session_page(&mut guard.read().await?, shown, &slug).await
}
