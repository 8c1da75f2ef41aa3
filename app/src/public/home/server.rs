//! What the front page and the foot of every page ask of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{
    error::AppError,
    public::model::{Home, HubMark, Phone},
};

/// The hubs and the sessions that come next.
#[server(endpoint = "home", input = GetUrl)]
pub async fn show_home(lang: Lang) -> Result<Home, AppError> {
    use crate::{access, ssr::calendar::Shown};
    use store::calendar;

    /// One row on a wide screen, and not too long a way on a phone.
    const NEXT_SESSIONS_MAX: u32 = 3;
    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let mut conn = guard.read().await?;
    let hubs = calendar::hubs(&mut conn).await?;
    let next = calendar::next_sessions(&mut conn, shown.now, NEXT_SESSIONS_MAX).await?;
    Ok(Home {
        hubs: hubs.iter().map(|hub| shown.hub(hub)).collect(),
        next: next
            .iter()
            .map(|entry| shown.card(entry))
            .collect::<Result<_, _>>()?,
    })
}

/// The hubs with their phones.
#[server(endpoint = "hubs", input = GetUrl)]
pub async fn hubs_to_call(lang: Lang) -> Result<Vec<(HubMark, Phone)>, AppError> {
    use crate::{access, ssr::calendar::Shown};

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let hubs = store::calendar::hubs(&mut guard.read().await?).await?;
    let cards = hubs.iter().map(|hub| shown.hub(hub));
    Ok(cards.map(|card| (card.mark, card.phone)).collect())
}
