//! Still pages: there is nothing on them but reading, links and plain forms. The server renders
//! them; a browser takes their HTML as it is and neither hydrates it nor holds the code of their
//! views. Going from page to page it fetches the HTML of the address, which the page cache has.
//! Left to others: pages that change while they are open (`ask`, `components::loaded`).
//!
//! What needs the browser on a still page hears of it from the document: the reading voice does.

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
