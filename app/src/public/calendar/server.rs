//! What the calendar asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::Week};

/// A week of the calendar: the one named, as `2026-W49`, or the present one.
#[server(endpoint = "calendar/week", input = GetUrl)]
pub async fn show_week(lang: Lang, #[server(default)] week: String) -> Result<Week, AppError> {
    use crate::{
        access,
        ssr::{calendar::Shown, week::week_page},
    };

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    week_page(&mut guard.read().await?, shown, &week).await
}
