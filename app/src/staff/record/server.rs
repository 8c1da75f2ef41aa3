//! The server functions of one enrolment. Each form leads back to the enrolment's page, which
//! says what it did by a word in the address; no name and no number is ever part of one.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{
    id::{EnrolmentId, SeatsId},
    lang::Lang,
};
use leptos::prelude::*;

use crate::{
    error::AppError,
    staff::desk_model::{Number, RecordPage},
};

/// An enrolment in a run of her hubs. Not a `GET`: a number that was asked for is cleared by
/// reading it.
#[server(endpoint = "staff/enrolment")]
pub async fn show_record(lang: Lang, enrolment: String) -> Result<RecordPage, AppError> {
    use crate::{
        access::{self, rights},
        ssr::desk,
    };

    let staff = access::staff(rights::ROLL).await?;
    let enrolment = enrolment.parse().map_err(|_| AppError::NotFound)?;
    desk::record(&staff.of_enrolment(enrolment).await?, lang).await
}

/// Gives her a seat, or with `wait` a place in the queue.
#[server(endpoint = "staff/enrolments/confirm")]
pub async fn confirm_record(
    lang: Lang,
    enrolment: EnrolmentId,
    #[server(default)] wait: String,
) -> Result<(), AppError> {
    use crate::{routes, ssr::desk};
    use store::desk::ConfirmOutcome;

    let staff = desk::acting(lang, &routes::record(lang, enrolment)).await?;
    let access = staff.of_enrolment(enrolment).await?;
    let notice = match access.confirm(wait == "yes").await? {
        ConfirmOutcome::Confirmed => "confirmed",
        ConfirmOutcome::Queued => "queued",
        ConfirmOutcome::Already => "already",
        ConfirmOutcome::Full => "full",
        ConfirmOutcome::NoChildcare => "no-childcare",
        ConfirmOutcome::NotFirst => "not-first",
        ConfirmOutcome::Ended => "ended",
        ConfirmOutcome::Unknown => return Err(AppError::NotFound),
    };
    desk::back_to_record(lang, enrolment, notice);
    Ok(())
}

/// Ends the enrolment.
#[server(endpoint = "staff/enrolments/cancel")]
pub async fn cancel_record(
    lang: Lang,
    enrolment: EnrolmentId,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use crate::{routes, ssr::desk};
    use domain::desk::CancelReason;
    use store::desk::EndOutcome;

    let staff = desk::acting(lang, &routes::record(lang, enrolment)).await?;
    let access = staff.of_enrolment(enrolment).await?;
    let reason = CancelReason::parse(&reason).ok_or(AppError::Malformed)?;
    let notice = match access.end(reason).await? {
        EndOutcome::Ended => "cancelled",
        EndOutcome::Already => "ended",
        EndOutcome::Started => "started",
        EndOutcome::Unknown => return Err(AppError::NotFound),
    };
    desk::back_to_record(lang, enrolment, notice);
    Ok(())
}

/// Moves it to another slot or run of the same course.
#[server(endpoint = "staff/enrolments/move")]
pub async fn move_record(
    lang: Lang,
    enrolment: EnrolmentId,
    to: SeatsId,
    #[server(default)] wait: String,
) -> Result<(), AppError> {
    use crate::{routes, ssr::desk};
    use store::enrolment::MoveOutcome;

    let staff = desk::acting(lang, &routes::record(lang, enrolment)).await?;
    let access = staff.of_enrolment(enrolment).await?;
    let (at, notice) = match access.move_to(to, wait == "yes").await? {
        MoveOutcome::Moved(there) => (there, "moved"),
        MoveOutcome::Queued(there) => (there, "moved-queued"),
        MoveOutcome::Already(there) => (there, "there-already"),
        MoveOutcome::Full { .. } => (enrolment, "moved-full"),
        MoveOutcome::NoChildcare => (enrolment, "moved-no-childcare"),
        MoveOutcome::Closed => (enrolment, "moved-closed"),
        MoveOutcome::Started => (enrolment, "started"),
        MoveOutcome::Ended => (enrolment, "ended"),
        // Only she is told that the hub has yet to confirm her.
        MoveOutcome::Pending | MoveOutcome::Unknown => return Err(AppError::NotFound),
    };
    desk::back_to_record(lang, at, notice);
    Ok(())
}

/// Adds a note.
#[server(endpoint = "staff/enrolments/note")]
pub async fn add_note(
    lang: Lang,
    enrolment: EnrolmentId,
    #[server(default)] text: String,
) -> Result<(), AppError> {
    use crate::{routes, ssr::desk};

    let staff = desk::acting(lang, &routes::record(lang, enrolment)).await?;
    let access = staff.of_enrolment(enrolment).await?;
    let notice = match domain::desk::note(&text) {
        Some(text) => {
            access.note(text).await?;
            "noted"
        }
        None => "note-wrong",
    };
    desk::back_to_record(lang, enrolment, notice);
    Ok(())
}

/// Shows her number once, on her page or on that of the sign-up just made. That it was shown is
/// written down.
#[server(endpoint = "staff/enrolments/phone")]
pub async fn show_number(
    lang: Lang,
    enrolment: EnrolmentId,
    #[server(default)] sign_up: String,
) -> Result<Number, AppError> {
    use crate::{routes, ssr::desk};

    let page = match sign_up.parse() {
        Ok(sign_up) => routes::signed_up(lang, sign_up),
        Err(_) => routes::record(lang, enrolment),
    };
    let staff = desk::acting(lang, &page).await?;
    let access = staff.of_enrolment(enrolment).await?;
    desk::show_phone(&access, enrolment, &page).await
}
