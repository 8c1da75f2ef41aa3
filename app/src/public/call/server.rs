//! The server functions of "I would rather be called".

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::prelude::*;

use crate::{
    error::AppError,
    forms::Outcome,
    public::model::{CallPage, CallState},
};

/// The form, with what was typed before if it came back. Not a `GET`: a draft is cleared by
/// reading it.
#[server(endpoint = "calls/form")]
pub async fn show_call(lang: Lang, seats: String) -> Result<CallPage, AppError> {
    use crate::{access, ssr::calls};

    calls::form(&access::public()?, lang, &seats).await
}

/// Asks for a call. `website` is a field that people do not see: who fills it in is none.
#[server(endpoint = "calls/create")]
pub async fn create_call(
    #[server(default)] lang: Lang,
    #[server(default)] seats: String,
    #[server(default)] given_name: String,
    #[server(default)] phone: String,
    #[server(default)] hours: String,
    #[server(default)] website: String,
) -> Result<Outcome<CallState>, AppError> {
    use crate::{
        access, routes,
        ssr::{calls, forms},
    };
    use domain::enrolment::CallForm;

    if !website.is_empty() {
        return Ok(forms::done(&routes::call_done(lang)));
    }
    let form = CallForm {
        given_name,
        phone,
        hours,
    };
    calls::receive(&access::public()?, lang, &seats, form).await
}
