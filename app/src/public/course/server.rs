//! What a course's page asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::CoursePage};

/// A course with its runs that are not over.
#[server(endpoint = "courses/show", input = GetUrl)]
pub async fn show_course(lang: Lang, slug: String) -> Result<CoursePage, AppError> {
    use crate::{access, ssr::calendar::Shown};

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let course = store::calendar::course(&mut guard.read().await?, &slug).await?;
    let course = course.ok_or(AppError::NotFound)?;
    let mut instances = Vec::new();
    for instance in &course.instances {
        instances.extend(shown.instance(instance)?);
    }
    Ok(CoursePage {
        about: shown.about(&course),
        audience: shown.text(&course.audience),
        learns: shown.lines_of(&course.learns),
        instances,
    })
}
