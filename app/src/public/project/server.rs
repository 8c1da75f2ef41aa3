//! What a funding project's page asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::ProjectPage};

/// A funding project with the courses it pays for, if there is one of this name.
#[server(endpoint = "projects/show", input = GetUrl)]
pub async fn show_project(lang: Lang, slug: String) -> Result<Option<ProjectPage>, AppError> {
    use crate::{access, ssr::calendar::Shown};
    use store::calendar;

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let mut conn = guard.read().await?;
    let Some(project) = calendar::funding_project(&mut conn, &slug).await? else {
        return Ok(None);
    };
    let courses = calendar::courses_of_project(&mut conn, &slug).await?;
    let summary = project.summary.as_ref();
    Ok(Some(ProjectPage {
        summary: summary.map(|it| shown.text(it)).unwrap_or_default(),
        thanks: shown.thanks(&project),
        courses: shown.courses(&courses),
    }))
}
