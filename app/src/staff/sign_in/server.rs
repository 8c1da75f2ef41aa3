//! The server functions of signing in and out.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::prelude::*;

use crate::{error::AppError, forms::Outcome, staff::model::SignInState};

/// The form that came back, if one did. Not a `GET`: a draft is cleared by reading it.
#[server(endpoint = "staff/sign-in-form")]
pub async fn show_sign_in() -> Result<Option<SignInState>, AppError> {
    use crate::{
        access,
        ssr::{forms, staff::SIGN_IN_FORM},
    };

    let door = access::door()?;
    Ok(forms::take(door.site(), &door.keys(), SIGN_IN_FORM))
}

/// Signs in.
#[server(endpoint = "staff/sign-in")]
pub async fn sign_in(
    #[server(default)] lang: Lang,
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] back: String,
) -> Result<Outcome<SignInState>, AppError> {
    use crate::{access, ssr::staff};

    let form = staff::SignIn {
        lang,
        email,
        password,
        back,
    };
    form.receive(&access::door()?).await
}

/// Signs out.
#[server(endpoint = "staff/sign-out")]
pub async fn sign_out(#[server(default)] lang: Lang) -> Result<(), AppError> {
    use crate::{access, routes, ssr::forms::see_other};

    access::door()?.close().await?;
    see_other(&routes::sign_in(lang));
    Ok(())
}
