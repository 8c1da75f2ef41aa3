//! The server functions of the call list.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{id::CallId, lang::Lang};
use leptos::prelude::*;

use crate::{
    error::AppError,
    staff::desk_model::{CallsPage, Number},
};

/// The open requests that she may answer. Not a `GET`: a number that was asked for is cleared
/// by reading it.
#[server(endpoint = "staff/calls")]
pub async fn show_calls(lang: Lang) -> Result<CallsPage, AppError> {
    use crate::{
        access::{self, rights},
        ssr::calls,
    };

    calls::page(&access::staff(rights::ROLL).await?, lang).await
}

/// Shows the number of one request once. That it was shown is written down.
#[server(endpoint = "staff/calls/phone")]
pub async fn show_call_number(lang: Lang, call: CallId) -> Result<Number, AppError> {
    use crate::{
        routes,
        ssr::{calls, desk},
    };

    let staff = desk::acting(lang, &routes::calls(lang)).await?;
    calls::show_phone(&staff.of_call(call).await?, lang).await
}

/// Writes down how a call went.
#[server(endpoint = "staff/calls/answer")]
pub async fn answer_call(
    lang: Lang,
    call: CallId,
    #[server(default)] answer: String,
) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{desk, forms::see_other},
    };
    use domain::desk::CallAnswer;

    let staff = desk::acting(lang, &routes::calls(lang)).await?;
    let access = staff.of_call(call).await?;
    let answer = CallAnswer::parse(&answer).ok_or(AppError::Malformed)?;
    let notice = match (access.answer(answer).await?, answer) {
        (false, _) => "call-gone",
        (true, CallAnswer::Done) => "call-closed",
        (true, CallAnswer::NoAnswer) => "call-noted",
    };
    see_other(&routes::calls_with(lang, notice));
    Ok(())
}

/// Begins an assisted sign-up with her name and number filled in. The number is shown by it,
/// so that is written down.
#[server(endpoint = "staff/calls/sign-up")]
pub async fn call_to_sign_up(
    lang: Lang,
    call: CallId,
    #[server(default)] seats: String,
) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{calls, desk},
    };

    let staff = desk::acting(lang, &routes::calls(lang)).await?;
    calls::sign_up(&staff.of_call(call).await?, lang, &seats).await
}
