//! What the calendar asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::model::CalendarDays;
use crate::{error::AppError, public::model::Pool};

/// A page of the calendar, by its address's query.
#[server(endpoint = "calendar/days", input = GetUrl)]
pub async fn show_calendar(
    lang: Lang,
    #[server(default)] query: String,
) -> Result<CalendarDays, AppError> {
    use crate::{
        access,
        ssr::{calendar::Shown, period},
    };

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    period::page(&mut guard.read().await?, shown, &query).await
}

/// How full the pools are that such a page shows.
#[server(endpoint = "calendar/seats", input = GetUrl)]
pub async fn fresh_seats(#[server(default)] query: String) -> Result<Vec<Pool>, AppError> {
    use crate::{
        access,
        ssr::{calendar::Shown, period},
    };

    let guard = access::public()?;
    let shown = Shown {
        lang: Lang::default(),
        now: guard.now(),
    };
    period::seats(&mut guard.read().await?, shown, &query).await
}

/// The hubs to choose from: the slug and the name of each.
#[server(endpoint = "calendar/hubs", input = GetUrl)]
pub async fn hubs_to_choose(lang: Lang) -> Result<Vec<(String, String)>, AppError> {
    use crate::{access, ssr::calendar::Shown};

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let hubs = store::calendar::hubs(&mut guard.read().await?).await?;
    let choice = |hub: store::calendar::Hub| (hub.slug, shown.text(&hub.name));
    Ok(hubs.into_iter().map(choice).collect())
}
