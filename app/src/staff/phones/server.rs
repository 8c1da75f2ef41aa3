//! What the list of looks asks of the records.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, staff::desk_model::PhonesPage};

/// The latest looks at numbers, of the whole team.
#[server(endpoint = "staff/phones", input = GetUrl)]
pub async fn show_phones() -> Result<PhonesPage, AppError> {
    use crate::{
        access::{self, rights},
        ssr::desk,
    };

    desk::phones(&access::staff(rights::OVERSIGHT).await?).await
}
