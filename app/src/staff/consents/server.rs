//! The server functions of consents on the staff's side.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{
    id::{ConsentTaskId, EnrolmentId},
    lang::Lang,
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::model::TasksPage;
use crate::error::AppError;

/// What withdrawals ask of her hubs.
#[server(endpoint = "staff/consents", input = GetUrl)]
pub async fn show_consents() -> Result<TasksPage, AppError> {
    use crate::{
        access::{self, rights},
        ssr::consents,
    };

    consents::tasks(&access::staff(rights::ROLL).await?).await
}

/// Writes down that one of them is done.
#[server(endpoint = "staff/consents/done")]
pub async fn finish_consent_task(lang: Lang, task: ConsentTaskId) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{consents, desk},
    };

    let staff = desk::acting(lang, &routes::consents(lang)).await?;
    consents::finish(&staff.of_consent_task(task).await?, lang).await
}

/// Writes down what she told at the desk, on the phone or on paper. The text was read out in the
/// language of the page.
#[server(endpoint = "staff/enrolments/consent")]
pub async fn record_consent(
    lang: Lang,
    enrolment: EnrolmentId,
    #[server(default)] purpose: String,
    #[server(default)] answer: String,
    #[server(default)] channel: String,
) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{consents, desk},
    };
    use domain::{consent::Purpose, desk::ConsentChannel};

    let staff = desk::acting(lang, &routes::record(lang, enrolment)).await?;
    let access = staff.of_enrolment(enrolment).await?;
    let purpose = Purpose::parse(&purpose).ok_or(AppError::Malformed)?;
    let said = consents::said(purpose, &answer).ok_or(AppError::Malformed)?;
    let channel = ConsentChannel::parse(&channel)
        .filter(|channel| channel.is_told_to_staff())
        .ok_or(AppError::Malformed)?;
    consents::record(&access, lang, enrolment, said, channel).await
}
