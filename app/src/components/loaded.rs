//! Showing what a server function answers: the page's part when it came, a way on when not.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use serde::de::DeserializeOwned;

use super::{
    icon::{Icon, Pictogram},
    not_found::NotFound,
};
use crate::{
    ask::{Answer, AsItIs, Asked},
    error::AppError,
    i18n::{t, use_lang},
    platform, routes,
};

/// Waits for the answer and shows it. On the server the page waits; in the browser the last
/// answer stays until the next one is there.
pub fn loaded<T, V>(asked: Asked<T>, show: impl Fn(T) -> V + Send + Sync + 'static) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    V: IntoView + 'static,
{
    loaded_or(asked, show, |error| view! { <Problem error/> })
}

/// The same, with another way on where there is no answer.
pub fn loaded_or<T, V, P>(
    asked: Asked<T>,
    show: impl Fn(T) -> V + Send + Sync + 'static,
    problem: impl Fn(AppError) -> P + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    V: IntoView + 'static,
    P: IntoView + 'static,
{
    let show = move |answer: Answer| match answer.read() {
        Ok(answer) => show(answer).into_any(),
        Err(error) => problem(error).into_any(),
    };
    waiting(asked.answer(), Arc::new(show))
}

/// Compiled once, whatever is shown.
fn waiting(
    answer: Resource<Answer, AsItIs>,
    show: Arc<dyn Fn(Answer) -> AnyView + Send + Sync>,
) -> impl IntoView {
    let shown = move || {
        let show = Arc::clone(&show);
        Suspend::new(async move { show(answer.await) })
    };
    view! { <Transition fallback=|| view! { <Waiting/> }>{shown}</Transition> }
}

/// A page on its way: it keeps the room that the page will take, so that nothing jumps.
#[component]
pub fn Waiting() -> impl IntoView {
    view! {
        <div class="waiting" role="status">
            <p class="heard">{t(use_lang()).common().loading}</p>
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
    let common = t(lang).common();
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
