//! The private pages' server functions. They see what the visit of this browser holds, and
//! nothing else.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{lang::Lang, question::Typed};
use leptos::prelude::*;

use crate::{
    error::AppError,
    forms::Outcome,
    public::model::{AnswersPage, AnswersState, DonePage, MinePage},
};

/// The enrolments of this visit, newest first.
#[server(endpoint = "enrolments/mine")]
pub async fn show_mine(lang: Lang) -> Result<MinePage, AppError> {
    use crate::{access, ssr::mine};

    mine::all(&access::visit()?, lang).await
}

/// The enrolment that was made last in this visit.
#[server(endpoint = "enrolments/done")]
pub async fn show_done(lang: Lang) -> Result<Option<DonePage>, AppError> {
    use crate::{access, ssr::mine};

    mine::newest(&access::visit()?, lang).await
}

/// She cannot come to one of this visit: her seat goes to the next, or after the start the roll
/// says it.
#[server(endpoint = "enrolments/cancel")]
pub async fn cancel_enrolment(
    #[server(default)] lang: Lang,
    #[server(default)] sign_up: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use crate::{access, routes, ssr::forms::see_other};
    use domain::absence::AbsenceReason;
    use store::enrolment::CancelOutcome;

    let sign_up = sign_up.parse().map_err(|_| AppError::Malformed)?;
    let reason = AbsenceReason::parse(&reason);
    let notice = match access::visit()?.cancel(sign_up, reason).await? {
        CancelOutcome::Cancelled | CancelOutcome::AlreadyCancelled => "cancelled",
        CancelOutcome::Excused => "excused",
        CancelOutcome::Present => "present",
        CancelOutcome::Started => "started",
        CancelOutcome::Unknown => "unknown",
    };
    see_other(&routes::mine_with(lang, notice));
    Ok(())
}

/// Her answers at one enrolment of this visit, to be changed; nothing where there is nothing to
/// change. Not a `GET`: a draft is cleared by reading it.
#[server(endpoint = "enrolments/answers-form")]
pub async fn show_answers(lang: Lang, sign_up: String) -> Result<Option<AnswersPage>, AppError> {
    use crate::{access, ssr::mine_answers};

    match sign_up.parse() {
        Ok(sign_up) => mine_answers::page(&access::visit()?, lang, sign_up).await,
        Err(_) => Ok(None),
    }
}

/// Changes her answers at one enrolment of this visit: all of them, as the form sends them.
#[server(endpoint = "enrolments/answers")]
pub async fn change_answers(
    #[server(default)] lang: Lang,
    #[server(default)] sign_up: String,
    #[server(default)] answers: Typed,
) -> Result<Outcome<AnswersState>, AppError> {
    use crate::{access, ssr::mine_answers};

    let sign_up = sign_up.parse().map_err(|_| AppError::Malformed)?;
    mine_answers::receive(&access::visit()?, lang, sign_up, answers).await
}

/// Takes another slot for one enrolment of this visit.
#[server(endpoint = "enrolments/swap")]
pub async fn swap_slot(
    #[server(default)] lang: Lang,
    #[server(default)] sign_up: String,
    #[server(default)] seats: String,
) -> Result<(), AppError> {
    use crate::{access, routes, ssr::forms::see_other};
    use store::{calendar, enrolment::SwapOutcome};

    let sign_up = sign_up.parse().map_err(|_| AppError::Malformed)?;
    let guard = access::visit()?;
    let slot = calendar::seats(&mut guard.read().await?, &seats).await?;
    let slot = slot.ok_or(AppError::NotFound)?.seats.id;
    let notice = match guard.swap(sign_up, slot).await? {
        SwapOutcome::Swapped => "swapped",
        SwapOutcome::Full => "swap-full",
        SwapOutcome::NoChildcare => "swap-childcare",
        SwapOutcome::Closed => "swap-closed",
        SwapOutcome::Started => "started",
        SwapOutcome::NothingToGive | SwapOutcome::Unknown => "unknown",
    };
    see_other(&routes::mine_with(lang, notice));
    Ok(())
}

/// She comes without childcare rather than wait for it, for one enrolment of this visit.
#[server(endpoint = "enrolments/without-childcare")]
pub async fn come_without(
    #[server(default)] lang: Lang,
    #[server(default)] sign_up: String,
) -> Result<(), AppError> {
    use crate::{access, routes, ssr::forms::see_other};
    use store::enrolment::WithoutOutcome;

    let sign_up = sign_up.parse().map_err(|_| AppError::Malformed)?;
    let notice = match access::visit()?.come_without(sign_up).await? {
        WithoutOutcome::Seat => "without-seat",
        WithoutOutcome::Waits => "without-waits",
        WithoutOutcome::Nothing | WithoutOutcome::Unknown => "unknown",
    };
    see_other(&routes::mine_with(lang, notice));
    Ok(())
}

/// How she may be reached, said with one of the links of this visit.
#[server(endpoint = "enrolments/reach")]
pub async fn set_reach(
    #[server(default)] lang: Lang,
    #[server(default)] sign_up: String,
    #[server(default)] channel: String,
    #[server(default)] hours: String,
) -> Result<(), AppError> {
    use crate::{access, routes, ssr::forms::see_other};
    use domain::{desk::CallHours, message::Channel};

    let sign_up = sign_up.parse().map_err(|_| AppError::Malformed)?;
    let channel = Channel::parse(&channel).ok_or(AppError::Malformed)?;
    let hours = CallHours::parse(&hours).unwrap_or(CallHours::Any);
    let notice = match access::visit()?.set_reach(sign_up, channel, hours).await? {
        true => "reach",
        false => "unknown",
    };
    see_other(&routes::mine_with(lang, notice));
    Ok(())
}

/// Her answer to "keep on this phone?". Anything but yes is no.
#[server(endpoint = "visits/keep")]
pub async fn keep_visit(
    #[server(default)] lang: Lang,
    #[server(default)] keep: String,
) -> Result<(), AppError> {
    use crate::{
        access, routes,
        ssr::{forms::see_other, mine, visit},
    };

    let guard = access::visit()?;
    if keep == "yes" {
        mine::keep(&guard).await?;
    } else {
        visit::decline(guard.site(), &guard.keys());
    }
    see_other(&routes::done(lang));
    Ok(())
}

/// Forgets the visit and what this phone remembers, and says so.
#[server(endpoint = "visits/forget")]
pub async fn forget_visit(#[server(default)] lang: Lang) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{forms::see_other, site, visit},
    };

    visit::forget(&site()?);
    see_other(&routes::mine_with(lang, "forgotten"));
    Ok(())
}

/// Forgets the same and goes to an ordinary site.
#[server(endpoint = "visits/leave")]
pub async fn leave_visit() -> Result<(), AppError> {
    use crate::{
        shell::NEUTRAL_SITE,
        ssr::{forms::see_other, site, visit},
    };

    visit::forget(&site()?);
    see_other(NEUTRAL_SITE);
    Ok(())
}
