//! The server renders a still page. Its data are not sent along, since nobody reads them.
//! Left to others: what is asked, and how it looks.

use leptos::{prelude::*, reactive::computed::ScopedFuture, task::spawn};
use leptos_router::RouteList;
use tokio::sync::oneshot;

use super::CLASS;
use crate::{ask::Question, components::loaded::Problem, error::AppError};

/// Asks and shows.
pub fn still<Q: Question, V: IntoView + 'static>(
    question: impl Fn() -> Q,
    show: impl FnOnce(Q::Output) -> V + Send + 'static,
) -> AnyView
where
    Q::Output: Send,
{
    let answer = answer(question());
    let shown = Suspend::new(async move {
        match answer.await {
            Ok(answer) => show(answer).into_any(),
            Err(error) => view! { <Problem error/> }.into_any(),
        }
    });
    // Without the boundary the head would be sent before the page has said what stands in it.
    view! { <div class=CLASS><Suspense>{shown}</Suspense></div> }.into_any()
}

/// Asks in a task of its own. A page polls its parts one after the other: a part that has a
/// connection in its hands and waits for another part would keep it from those who wait for one.
/// While routes are listed nobody waits for an answer, and no host is there to give one.
fn answer<Q: Question>(question: Q) -> impl Future<Output = Result<Q::Output, AppError>>
where
    Q::Output: Send,
{
    let (tell, told) = oneshot::channel();
    if !RouteList::is_generating() {
        spawn(ScopedFuture::new(async move {
            // The page may be gone.
            let _ = tell.send(question.run_body().await);
        }));
    }
    async move { told.await.unwrap_or(Err(AppError::Failed)) }
}

/// Shows.
pub fn still_text<V: IntoView + 'static>(show: impl FnOnce() -> V) -> AnyView {
    view! { <div class=CLASS>{show()}</div> }.into_any()
}

/// Asks and shows.
pub fn as_it_came<Q: Question, V: IntoView + 'static>(
    question: impl Fn() -> Q,
    show: impl FnOnce(Option<Q::Output>) -> V + Send + 'static,
) -> AnyView
where
    Q::Output: Send,
{
    let answer = answer(question());
    let shown = Suspend::new(async move { show(answer.await.ok()) });
    // No boundary: it would take a number that the browser, which has none here, gives to the
    // next resource of the page.
    view! { <div>{shown}</div> }.into_any()
}

/// A form that comes here was sent already.
pub fn attend_to_forms() {}
