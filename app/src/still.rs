//! Still pages: there is nothing on them but reading, links and plain forms. The server renders
//! them; a browser takes their HTML as it is and neither hydrates it nor holds the code of their
//! views. Going from page to page it fetches the HTML of the address, and a form is sent in the
//! same way: what she typed stays until something answers.
//! Left to others: pages that change while they are open (`ask`, `components::loaded`).
//!
//! What needs the browser on a still page hears of it from the document: the reading voice and
//! the buttons that copy do.

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod server;

use leptos::prelude::*;

use crate::ask::Question;
#[cfg(not(feature = "ssr"))]
use browser as side;
#[cfg(feature = "ssr")]
use server as side;

/// The class of the element that holds a still page, by which the browser finds it in the HTML.
const CLASS: &str = "still";

/// A still page: the answer to a question, shown. The question reads the page's address and
/// nothing else, because in a browser the address alone decides what is shown.
pub fn still<Q: Question, V: IntoView + 'static>(
    question: impl Fn() -> Q,
    show: impl FnOnce(Q::Output) -> V + Send + 'static,
) -> AnyView
where
    Q::Output: Send,
{
    side::still(question, show)
}

/// A still page that asks nothing.
pub fn still_text<V: IntoView + 'static>(show: impl FnOnce() -> V) -> AnyView {
    side::still_text(show)
}

/// Part of the frame around every page: it stays as it came with the document. It is shown with
/// or without the answer to its question.
pub fn as_it_came<Q: Question, V: IntoView + 'static>(
    question: impl Fn() -> Q,
    show: impl FnOnce(Option<Q::Output>) -> V + Send + 'static,
) -> AnyView
where
    Q::Output: Send,
{
    side::as_it_came(question, show)
}

/// Sends the forms of still pages from now on without leaving the document. Asks for a router
/// around it.
pub fn attend_to_forms() {
    side::attend_to_forms();
}
