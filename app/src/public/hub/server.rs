//! What a hub's page asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::HubPage};

/// A hub as it is at this moment, if there is one of this name.
#[server(endpoint = "hubs/show", input = GetUrl)]
pub async fn show_hub(lang: Lang, slug: String) -> Result<Option<HubPage>, AppError> {
    use crate::{
        access,
        ssr::{calendar::Shown, places},
    };

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    places::hub_page(&mut guard.read().await?, shown, &slug).await
}
