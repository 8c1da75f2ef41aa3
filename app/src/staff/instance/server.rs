//! The server functions of one run.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{id::SeatsId, lang::Lang};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, staff::desk_model::InstancePage};

/// A run of her hubs.
#[server(endpoint = "staff/instance", input = GetUrl)]
pub async fn show_instance(lang: Lang, instance: String) -> Result<InstancePage, AppError> {
    use crate::{
        access::{self, rights},
        ssr::desk,
    };

    let staff = access::staff(rights::ROLL).await?;
    let instance = instance.parse().map_err(|_| AppError::NotFound)?;
    desk::instance(&staff.of_instance(instance).await?, lang).await
}

/// Gives a pool of the run another number of seats.
#[server(endpoint = "staff/instances/resize")]
pub async fn resize_seats(
    lang: Lang,
    instance: String,
    seats: SeatsId,
    #[server(default)] capacity: String,
) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{desk, forms::see_other},
    };
    use store::desk::ResizeOutcome;

    let instance = instance.parse().map_err(|_| AppError::NotFound)?;
    let staff = desk::acting(lang, &routes::instance(lang, instance)).await?;
    let access = staff.of_instance(instance).await?;
    let notice = match domain::desk::seats(&capacity) {
        None => "wrong-seats",
        Some(capacity) => match access.resize(seats, capacity).await? {
            ResizeOutcome::Resized { .. } => "resized",
            ResizeOutcome::Same => "same-seats",
            ResizeOutcome::Unknown => return Err(AppError::NotFound),
        },
    };
    see_other(&routes::instance_with(lang, instance, notice));
    Ok(())
}
