//! What a session's page asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::SessionPage};

/// A session with what its course says of it.
#[server(endpoint = "sessions/show", input = GetUrl)]
pub async fn show_session(lang: Lang, slug: String) -> Result<SessionPage, AppError> {
    use crate::{
        access,
        ssr::{calendar::Shown, week::holiday_on},
    };
    use store::calendar;

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let mut conn = guard.read().await?;
    let entry = calendar::session(&mut conn, &slug)
        .await?
        .ok_or(AppError::NotFound)?;
    let course = calendar::course(&mut conn, &entry.course_slug).await?;
    let course = course.ok_or(AppError::NotFound)?;
    let card = shown.card(&entry)?;
    let date = card.when.date;
    let holidays = calendar::holidays_between(&mut conn, date, date).await?;
    let instance = course
        .instances
        .iter()
        .find(|instance| instance.id == entry.instance);
    Ok(SessionPage {
        card,
        about: shown.about(&course),
        holiday: holiday_on(shown, date, &holidays),
        lines: shown.lines(instance.map_or(&[], |instance| &instance.sessions))?,
        is_sample: entry.is_sample,
    })
}
