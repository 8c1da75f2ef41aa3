//! The server functions of rows that may be one woman.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{
    id::{EnrolmentId, MergeId},
    lang::Lang,
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::model::{Compared, Duplicates};
use crate::error::AppError;

/// The pairs at her hubs.
#[server(endpoint = "staff/duplicates", input = GetUrl)]
pub async fn show_duplicates() -> Result<Duplicates, AppError> {
    use crate::{
        access::{self, rights},
        ssr::joining,
    };

    joining::duplicates(&access::staff(rights::ROLL).await?).await
}

/// Two rows side by side.
#[server(endpoint = "staff/duplicates/compare", input = GetUrl)]
pub async fn compare_rows(
    lang: Lang,
    enrolment: String,
    other: String,
) -> Result<Compared, AppError> {
    use crate::{
        access::{self, rights},
        ssr::joining,
    };

    let staff = access::staff(rights::ROLL).await?;
    let enrolment = enrolment.parse().map_err(|_| AppError::NotFound)?;
    let other = other.parse().map_err(|_| AppError::NotFound)?;
    joining::compare(&staff.of_enrolment(enrolment).await?, other, lang).await
}

/// Joins the row of `gone` to that of `enrolment`.
#[server(endpoint = "staff/duplicates/merge")]
pub async fn join_rows(
    lang: Lang,
    enrolment: EnrolmentId,
    gone: EnrolmentId,
) -> Result<(), AppError> {
    use crate::{routes, ssr::desk};
    use store::desk::MergeOutcome;

    let staff = desk::acting(lang, &routes::compare(lang, enrolment, gone)).await?;
    let access = staff.of_enrolment(enrolment).await?;
    let notice = match access.join(gone).await? {
        MergeOutcome::Merged(_) => "merged",
        MergeOutcome::Already => "merged-already",
        MergeOutcome::Children => "merged-children",
        // Nobody learns who is known at another hub.
        MergeOutcome::OtherHub | MergeOutcome::Unknown => return Err(AppError::NotFound),
    };
    desk::back_to_record(lang, enrolment, notice);
    Ok(())
}

/// Writes down that they are two women.
#[server(endpoint = "staff/duplicates/apart")]
pub async fn apart(lang: Lang, enrolment: EnrolmentId, other: EnrolmentId) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{desk, forms::see_other},
    };

    let staff = desk::acting(lang, &routes::duplicates(lang)).await?;
    let access = staff.of_enrolment(enrolment).await?;
    access.tell_apart(other).await?;
    see_other(&routes::duplicates_with(lang, "told-apart"));
    Ok(())
}

/// Takes apart what was joined to the woman of this enrolment.
#[server(endpoint = "staff/duplicates/undo")]
pub async fn undo_joining(
    lang: Lang,
    enrolment: EnrolmentId,
    merge: MergeId,
) -> Result<(), AppError> {
    use crate::{routes, ssr::desk};
    use store::desk::{Conflict, UnmergeOutcome};

    let staff = desk::acting(lang, &routes::record(lang, enrolment)).await?;
    let access = staff.of_enrolment(enrolment).await?;
    let notice = match access.part(merge).await? {
        UnmergeOutcome::Parted => "parted",
        UnmergeOutcome::Queued(_) => "parted-queued",
        UnmergeOutcome::Already => "parted-already",
        UnmergeOutcome::TooLate => "parted-late",
        UnmergeOutcome::Refused(Conflict::Later) => "parted-later",
        UnmergeOutcome::Refused(Conflict::Place) => "parted-place",
        UnmergeOutcome::Refused(Conflict::MovedAway) => "parted-moved",
        UnmergeOutcome::OtherHub | UnmergeOutcome::Unknown => return Err(AppError::NotFound),
    };
    desk::back_to_record(lang, enrolment, notice);
    Ok(())
}
