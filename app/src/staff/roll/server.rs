//! The roll's server functions.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{
    id::{EnrolmentId, MarkId, SessionId},
    lang::Lang,
    mark::MarkStatus,
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{
    error::AppError,
    staff::model::{RollCell, RollPage},
};

/// The roll of a session of her hubs.
#[server(endpoint = "staff/roll", input = GetUrl)]
pub async fn show_roll(lang: Lang, session: String) -> Result<RollPage, AppError> {
    use crate::{
        access::{self, rights},
        ssr::staff,
    };

    let staff = access::staff(rights::ROLL).await?;
    let session = session.parse().map_err(|_| AppError::NotFound)?;
    staff::roll(&staff.of_session(session).await?, lang).await
}

/// Marks one row. A plain form comes back to the row that it marked.
#[server(endpoint = "marks/create")]
pub async fn create_mark(
    lang: Lang,
    id: MarkId,
    session: SessionId,
    enrolment: EnrolmentId,
    status: MarkStatus,
    base_version: u32,
) -> Result<RollCell, AppError> {
    use crate::{
        access::{self, rights},
        routes,
        ssr::{accepts_html, forms::see_other, staff},
    };

    let staff = match access::staff(rights::ROLL).await {
        Err(AppError::SignInNeeded) if accepts_html() => {
            see_other(&routes::sign_in_for(lang, &routes::roll(lang, session)));
            return Err(AppError::SignInNeeded);
        }
        staff => staff?,
    };
    let access = staff.of_session(session).await?;
    access.mark(id, enrolment, status, base_version).await?;
    if accepts_html() {
        see_other(&routes::roll_row(lang, session, enrolment));
    }
    staff::cell(&access, enrolment).await
}
