//! The server function that writes her answers down.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::prelude::*;

use crate::error::AppError;

/// Writes down what she answers for one enrolment of this visit; a purpose that is left out has
/// no answer. It leads back to the confirmation (`page=done`) or to her enrolments.
#[server(endpoint = "enrolments/consents")]
pub async fn answer_consents(
    #[server(default)] lang: Lang,
    #[server(default)] sign_up: String,
    #[server(default)] page: String,
    #[server(default)] data: String,
    #[server(default)] photo_self: String,
    #[server(default)] photo_group: String,
    #[server(default)] social_media: String,
    #[server(default)] funder_report: String,
) -> Result<(), AppError> {
    use crate::{
        access, routes,
        ssr::{consents::said, forms::see_other},
    };
    use domain::consent::Purpose;
    use store::consent::Recorded;

    let sign_up = sign_up.parse().map_err(|_| AppError::Malformed)?;
    let fields = [data, photo_self, photo_group, social_media, funder_report];
    let fields = Purpose::ALL.iter().zip(&fields);
    let said = fields.filter_map(|(purpose, field)| said(*purpose, field));
    let visit = access::visit()?;
    let notice = match visit.answer(sign_up, said.collect(), lang).await? {
        Recorded::Unknown => "unknown",
        Recorded::Added(0) => "answers-same",
        Recorded::Added(_) if page == "done" => {
            see_other(&routes::done_answers(lang));
            return Ok(());
        }
        Recorded::Added(_) => "answers",
    };
    see_other(&routes::mine_with(lang, notice));
    Ok(())
}
