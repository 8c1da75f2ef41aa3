//! The browser keeps a still page that came with the document, and fetches the HTML of others.
//! Left to others: everything that stands on them.

use std::cell::RefCell;

use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast as _, JsValue},
};
use leptos_router::hooks::use_matched;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomParser, Element, Headers, RequestInit, Response, SupportedType};

use super::CLASS;
use crate::ask::Question;

/// As many pages as going back may need.
const KEPT_MAX: usize = 9;

/// A page as it was fetched.
#[derive(Clone, PartialEq, Eq)]
struct Page {
    path: String,
    title: String,
    html: String,
}

thread_local! {
    /// What the document says of its first page. It may name a hub and a course, and goes with it.
    static DESCRIBED: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// The pages that this document has shown: they stand at once, and are fetched anew behind.
    static KEPT: RefCell<Vec<Page>> = const { RefCell::new(Vec::new()) };
}

/// Only the address counts: the views are the server's.
pub fn still<Q: Question, V: IntoView + 'static>(
    _question: impl Fn() -> Q,
    _show: impl FnOnce(Q::Output) -> V + Send + 'static,
) -> AnyView {
    by_address()
}

/// Compiled once, whatever is shown.
fn by_address() -> AnyView {
    // Unlike the location it does not change when another route takes over.
    let path = use_matched();
    let html = RwSignal::new(String::new());
    let came_with_the_document =
        Owner::current_shared_context().is_some_and(|it| it.during_hydration());
    if came_with_the_document {
        DESCRIBED.set(descriptions());
    }
    Effect::new(move |before: Option<()>| {
        let now = path.get();
        if before.is_some() || !came_with_the_document {
            describe_no_more();
            show(now, path, html);
        }
    });
    on_cleanup(describe_no_more);
    view! { <div class=CLASS inner_html=move || html.get()></div> }.into_any()
}

/// Descriptions and previews in the head, which nobody else takes out again.
fn descriptions() -> Vec<Element> {
    let found = document().query_selector_all("head meta[name=description], head meta[property]");
    let Ok(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into().ok())
        .collect()
}

fn describe_no_more() {
    DESCRIBED.take().iter().for_each(Element::remove);
}

/// What is kept stands at once; what is fetched takes its place if it differs.
fn show(now: String, path: Memo<String>, html: RwSignal<String>) {
    match KEPT.with_borrow(|kept| kept.iter().find(|page| page.path == now).cloned()) {
        Some(page) => put(page, html),
        None => html.set(String::new()),
    }
    spawn_local(async move {
        let fetched = fetch(&now).await;
        let is_here = path.try_get_untracked().is_some_and(|path| path == now);
        match fetched {
            Some(page) => {
                keep(page.clone());
                if is_here {
                    put(page, html);
                }
            }
            // The browser itself says best what it cannot reach, and tries again.
            None if is_here => {
                let _ = window().location().reload();
            }
            None => {}
        }
    });
}

fn put(page: Page, html: RwSignal<String>) {
    document().set_title(&page.title);
    // The page may be gone.
    let _ = html.try_set(page.html);
}

fn keep(page: Page) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|it| it.path != page.path);
        if kept.len() >= KEPT_MAX {
            kept.remove(0);
        }
        kept.push(page);
    });
}

async fn fetch(path: &str) -> Option<Page> {
    let document = text(path).await.ok()?;
    let document = DomParser::new()
        .and_then(|parser| parser.parse_from_string(&document, SupportedType::TextHtml))
        .ok()?;
    let html = document.query_selector("main > .still").ok()??.inner_html();
    Some(Page {
        path: path.to_owned(),
        title: document.title(),
        html,
    })
}

async fn text(path: &str) -> Result<String, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "text/html")?;
    let how = RequestInit::new();
    how.set_headers(&headers);
    let response = JsFuture::from(window().fetch_with_str_and_init(path, &how)).await?;
    let response: Response = response.unchecked_into();
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}
