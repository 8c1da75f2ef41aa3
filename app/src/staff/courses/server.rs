//! What the list of runs asks of the records.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, staff::desk_model::Courses};

/// The runs of her hubs: to come, or past where `when` is `past`; of one hub, where one is
/// named.
#[server(endpoint = "staff/courses", input = GetUrl)]
pub async fn show_courses(
    lang: Lang,
    #[server(default)] hub: String,
    #[server(default)] when: String,
) -> Result<Courses, AppError> {
    use crate::{
        access::{self, rights},
        ssr::desk,
    };

    let staff = access::staff(rights::DAY).await?;
    desk::courses(&staff, lang, hub, when == "past").await
}
