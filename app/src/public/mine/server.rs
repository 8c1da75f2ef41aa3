//! The private pages' server functions. They see what the visit of this browser holds, and
//! nothing else.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::prelude::*;

use crate::{error::AppError, public::model::Mine};

/// The enrolments of this visit, newest first.
#[server(endpoint = "enrolments/mine")]
pub async fn show_mine(lang: Lang) -> Result<Vec<Mine>, AppError> {
    use crate::{access, ssr::calendar::Shown, ssr::mine::shown_to_her};

    let guard = access::visit()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let held = guard.mine().await?;
    let mut conn = guard.read().await?;
    let mut mine = Vec::new();
    for enrolment in held {
        mine.push(shown_to_her(&mut conn, guard.site(), shown, enrolment).await?);
    }
    Ok(mine)
}

/// The enrolment that was made last in this visit.
#[server(endpoint = "enrolments/done")]
pub async fn show_done(lang: Lang) -> Result<Option<Mine>, AppError> {
    use crate::{access, ssr::calendar::Shown, ssr::mine::shown_to_her};

    let guard = access::visit()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let Some(newest) = guard.newest().await? else {
        return Ok(None);
    };
    let mut conn = guard.read().await?;
    Ok(Some(
        shown_to_her(&mut conn, guard.site(), shown, newest).await?,
    ))
}

/// Cancels one enrolment of this visit.
#[server(endpoint = "enrolments/cancel")]
pub async fn cancel_enrolment(
    #[server(default)] lang: Lang,
    #[server(default)] sign_up: String,
) -> Result<(), AppError> {
    use crate::{access, routes, ssr::forms::see_other};
    use store::enrolment::CancelOutcome;

    let sign_up = sign_up.parse().map_err(|_| AppError::Malformed)?;
    let notice = match access::visit()?.cancel(sign_up).await? {
        CancelOutcome::Cancelled | CancelOutcome::AlreadyCancelled => "cancelled",
        CancelOutcome::Started => "started",
        CancelOutcome::Unknown => "unknown",
    };
    see_other(&routes::mine_with(lang, notice));
    Ok(())
}

/// Forgets the visit and goes to an ordinary site.
#[server(endpoint = "visits/leave")]
pub async fn leave_visit() -> Result<(), AppError> {
    use crate::{
        shell::NEUTRAL_SITE,
        ssr::{forms::see_other, site, visit},
    };

    visit::leave(&site()?);
    see_other(NEUTRAL_SITE);
    Ok(())
}
