//! Showing what a server function answers: the page's part when it came, a way on when not.

use leptos::prelude::*;

use crate::{
    error::AppError,
    i18n::{t, use_lang},
    platform, routes,
};

/// Waits for the resource and shows it. On the server the page waits; in the browser the last
/// answer stays until the next one is there.
pub fn loaded<T, V>(
    resource: Resource<Result<T, AppError>>,
    show: impl Fn(T) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let answered = move || {
        let show = show.clone();
        Suspend::new(async move {
            match resource.await {
                Ok(answer) => show(answer).into_any(),
                Err(error) => view! { <Problem error/> }.into_any(),
            }
        })
    };
    view! { <Transition fallback=|| ()>{answered}</Transition> }
}

/// Says what went wrong, and a way on.
#[component]
pub fn Problem(
    /// What went wrong.
    error: AppError,
) -> impl IntoView {
    let lang = use_lang();
    let common = &t(lang).common;
    if error == AppError::NotFound {
        platform::not_found();
    }
    view! {
        <section class="problem" role="alert">
            <h1>{common.problem_heading}</h1>
            <p>{error.text(common)}</p>
            <p><a class="button" href=routes::calendar(lang)>{common.to_calendar}</a></p>
        </section>
    }
}
