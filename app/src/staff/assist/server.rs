//! The server functions of an assisted sign-up.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{lang::Lang, question::Typed};
use leptos::prelude::*;

use crate::{
    error::AppError,
    forms::Outcome,
    staff::desk_model::{AssistPage, AssistState, SignedUp},
};

/// The form of one pool of her hubs. Not a `GET`: a draft is cleared by reading it.
#[server(endpoint = "staff/assist-form")]
pub async fn show_assist(lang: Lang, seats: String) -> Result<AssistPage, AppError> {
    use crate::{
        access::{self, rights},
        ssr::assist::Form,
    };

    let staff = access::staff(rights::ROLL).await?;
    Form::new(&staff.of_seats(&seats).await?, lang).page().await
}

/// Signs someone up. Flat texts, because that is what a plain form sends.
#[server(endpoint = "staff/assist")]
pub async fn create_assisted(
    #[server(default)] lang: Lang,
    #[server(default)] seats: String,
    #[server(default)] given_name: String,
    #[server(default)] family_name: String,
    #[server(default)] phone: String,
    #[server(default)] age_band: String,
    #[server(default)] project: String,
    #[server(default)] consent: String,
    #[server(default)] waitlist: String,
    #[server(default)] answers: Typed,
    #[server(default)] children: Typed,
    #[server(default)] childcare_optional: String,
    #[server(default)] key: String,
    #[server(default)] channel: String,
    #[server(default)] call: String,
) -> Result<Outcome<AssistState>, AppError> {
    use crate::{
        routes,
        ssr::{assist::Form, desk},
    };
    use domain::enrolment::EnrolForm;

    let form = EnrolForm {
        channel: String::new(),
        given_name,
        family_name,
        phone,
        age_band,
        project,
        consent,
        waitlist,
        answers,
        children,
        childcare_optional,
        key,
        // A picture is hers to choose, on her own phone.
        picture: String::new(),
        for_whom: String::new(),
        // And how she may be reached is hers to say, on her own page.
        hours: String::new(),
        stamp: String::new(),
    };
    let staff = desk::acting(lang, &routes::staff_enrol(lang, &seats)).await?;
    Form::new(&staff.of_seats(&seats).await?, lang)
        .receive(form, &channel, &call)
        .await
}

/// What a sign-up at the desk has become, with her private link for the one who filled it in.
/// Not a `GET`: a number that was asked for is cleared by reading it.
#[server(endpoint = "staff/signed-up")]
pub async fn show_signed_up(lang: Lang, sign_up: String) -> Result<SignedUp, AppError> {
    use crate::{
        access::{self, rights},
        ssr::assist,
    };

    let staff = access::staff(rights::ROLL).await?;
    let sign_up = sign_up.parse().map_err(|_| AppError::NotFound)?;
    assist::signed_up(&staff.of_sign_up(sign_up).await?, lang).await
}
