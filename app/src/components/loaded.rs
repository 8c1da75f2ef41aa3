//! Showing what a server function answers: the page's part when it came, a way on when not.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{
    icon::{Icon, Pictogram},
    not_found::NotFound,
};
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
    view! { <Transition fallback=|| view! { <Waiting/> }>{answered}</Transition> }
}

/// A page on its way: it keeps the room that the page will take, so that nothing jumps.
#[component]
pub fn Waiting() -> impl IntoView {
    view! {
        <div class="waiting" role="status">
            <p class="heard">{t(use_lang()).common.loading}</p>
            <span></span>
            <span></span>
            <span></span>
        </div>
    }
}

/// Nothing to show: says so, and offers the way on that stands in it.
#[component]
pub fn Empty(
    /// What is missing.
    icon: Icon,
    /// The sentence.
    #[prop(into)]
    text: String,
    /// Links and buttons, in a `<p class="actions">`.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="empty">
            <Pictogram icon/>
            <p>{text}</p>
            {children()}
        </section>
    }
}

/// Says what went wrong, and a way on.
#[component]
pub fn Problem(
    /// What went wrong.
    error: AppError,
) -> impl IntoView {
    if error == AppError::NotFound {
        return view! { <NotFound/> }.into_any();
    }
    if error == AppError::Unavailable {
        platform::busy();
    } else {
        platform::failed();
    }
    let lang = use_lang();
    let common = &t(lang).common;
    let here = use_location();
    let here = routes::in_lang(
        lang,
        &here.pathname.read_untracked(),
        &here.search.read_untracked(),
    );
    view! {
        <section class="problem" role="alert">
            <h1>{common.problem_heading}</h1>
            <p>{error.text(common)}</p>
            <p class="actions">
                <a class="button" href=here rel="external">{common.try_again}</a>
                <a class="button quiet" href=routes::calendar(lang)>{common.to_calendar}</a>
            </p>
        </section>
    }
    .into_any()
}
