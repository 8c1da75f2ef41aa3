//! What an organisation's page asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::OrganisationPage};

/// An organisation with what it offers and the hubs it runs, if there is one of this name.
#[server(endpoint = "organisations/show", input = GetUrl)]
pub async fn show_organisation(
    lang: Lang,
    slug: String,
) -> Result<Option<OrganisationPage>, AppError> {
    use crate::{access, ssr::calendar::Shown};
    use store::calendar;

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let mut conn = guard.read().await?;
    let Some(organisation) = calendar::organisation(&mut conn, &slug).await? else {
        return Ok(None);
    };
    let courses = calendar::courses_of_organisation(&mut conn, &slug).await?;
    let hubs = calendar::hubs(&mut conn).await?;
    let kept = hubs.iter().filter(|hub| hub.organisation_slug == slug);
    let does = organisation.about.as_ref();
    Ok(Some(OrganisationPage {
        name: shown.text(&organisation.name),
        role: shown.text(&organisation.role),
        does: does.map(|it| shown.lines_of(it)).unwrap_or_default(),
        courses: shown.courses(&courses),
        hubs: kept.map(|hub| shown.hub(hub)).collect(),
    }))
}
