//! What the day's page asks of the records.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, staff::model::Day};

/// The sessions of her hubs on a day: today, where `date` is none.
#[server(endpoint = "staff/day", input = GetUrl)]
pub async fn show_day(lang: Lang, date: String) -> Result<Day, AppError> {
    use crate::{
        access::{self, rights},
        ssr::staff,
    };

    staff::day(&access::staff(rights::DAY).await?, lang, &date).await
}
