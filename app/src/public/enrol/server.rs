//! The enrol form's server functions.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{lang::Lang, question::Typed};
use leptos::prelude::*;

use crate::{
    error::AppError,
    forms::Outcome,
    public::model::{EnrolPage, EnrolState},
};

/// The form of one pool of seats, with what was typed before if it came back. Not a `GET`: a
/// draft is cleared by reading it.
#[server(endpoint = "enrolments/form")]
pub async fn show_enrol(lang: Lang, seats: String) -> Result<EnrolPage, AppError> {
    use crate::{access, ssr::enrol::Desk};

    Desk::new(&access::public()?, lang, &seats).page().await
}

/// Signs up. Flat texts, because that is what a plain form sends; an answer to a question of the
/// course is called `answers[its name]`, a number of children `children[the key of their age]`.
/// `website` is a field that people do not see.
#[server(endpoint = "enrolments/create")]
pub async fn create_enrolment(
    #[server(default)] lang: Lang,
    #[server(default)] seats: String,
    #[server(default)] given_name: String,
    #[server(default)] family_name: String,
    #[server(default)] phone: String,
    #[server(default)] channel: String,
    #[server(default)] hours: String,
    #[server(default)] age_band: String,
    #[server(default)] project: String,
    #[server(default)] consent: String,
    #[server(default)] waitlist: String,
    #[server(default)] picture: String,
    #[server(default)] answers: Typed,
    #[server(default)] children: Typed,
    #[server(default)] childcare_optional: String,
    #[server(default)] for_whom: String,
    #[server(default)] key: String,
    #[server(default)] stamp: String,
    #[server(default)] website: String,
) -> Result<Outcome<EnrolState>, AppError> {
    use crate::{access, ssr::enrol::Desk};
    use domain::enrolment::EnrolForm;

    let form = EnrolForm {
        given_name,
        family_name,
        phone,
        channel,
        hours,
        age_band,
        project,
        consent,
        waitlist,
        picture,
        answers,
        children,
        childcare_optional,
        for_whom,
        key,
        stamp,
    };
    Desk::new(&access::public()?, lang, &seats)
        .receive(form, &website)
        .await
}

/// "Not you?": forgets what the last form of this visit said, and begins an empty one.
#[server(endpoint = "enrolments/empty")]
pub async fn begin_empty(
    #[server(default)] lang: Lang,
    #[server(default)] seats: String,
) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{forms::see_other, herself, site},
    };

    herself::forget(&site()?);
    see_other(&routes::enrol(lang, &seats));
    Ok(())
}

/// Keeps a slot for this browser while its form is filled in, and leads to the form.
#[server(endpoint = "slots/choose")]
pub async fn choose_slot(
    #[server(default)] lang: Lang,
    #[server(default)] seats: String,
) -> Result<(), AppError> {
    use crate::{access, ssr::slots};

    slots::choose(&access::public()?, lang, &seats).await
}

/// Begins a sign-up of someone else for the same course, after one of this visit. Of what was
/// typed only the phone is kept, and only in this browser and for ten minutes.
#[server(endpoint = "enrolments/another")]
pub async fn sign_up_another(
    #[server(default)] lang: Lang,
    #[server(default)] sign_up: String,
) -> Result<(), AppError> {
    use crate::{access, ssr::enrol};

    let sign_up = sign_up.parse().map_err(|_| AppError::Malformed)?;
    enrol::another(&access::visit()?, lang, sign_up).await
}
