//! What a course's page asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::CoursePage};

/// A course with its runs, those that are over apart, if there is one of this name.
#[server(endpoint = "courses/show", input = GetUrl)]
pub async fn show_course(lang: Lang, slug: String) -> Result<Option<CoursePage>, AppError> {
    use crate::{
        access,
        ssr::{calendar::Shown, slots, spoken},
    };

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let found = store::calendar::course(&mut guard.read().await?, &slug).await?;
    let Some(mut course) = found else {
        return Ok(None);
    };
    slots::note_kept(&mut guard.read().await?, None, shown.now, &mut course).await?;
    let about = shown.about(&course);
    let audience = shown.text(&course.audience);
    let learns = shown.lines_of(&course.learns);
    let instances = shown.instances(&course.instances)?;
    Ok(Some(CoursePage {
        said: spoken::course(lang, &about, &audience, &learns, instances.first()),
        rooms: shown.rooms(&course.rooms),
        past: shown.past(&course.instances)?,
        about,
        audience,
        learns,
        instances,
    }))
}
