//! The browser keeps a still page that came with the document, and fetches the HTML of others.
//! Left to others: everything that stands on them.

mod check;
mod draft;
mod forms;
mod page;

use std::cell::{Cell, RefCell};

use leptos::{prelude::*, task::spawn_local, wasm_bindgen::JsCast as _};
use leptos_router::hooks::{use_location, use_matched};
use web_sys::{Element, RequestInit};

use super::CLASS;
use crate::ask::Question;
use page::{Loaded, Page};

thread_local! {
    /// What the document says of its first page. It may name a hub and a course, and goes with it.
    static DESCRIBED: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// The HTML of the still page that stands here.
    static HERE: Cell<Option<RwSignal<String>>> = const { Cell::new(None) };
    /// What a form was answered with, on the way to its address.
    static ARRIVED: RefCell<Option<Page>> = const { RefCell::new(None) };
}

/// Only the address counts: the views are the server's.
pub fn still<Q: Question, V: IntoView + 'static>(
    _question: impl Fn() -> Q,
    _show: impl FnOnce(Q::Output) -> V + Send + 'static,
) -> AnyView {
    by_address()
}

/// Only the address counts.
pub fn still_text<V: IntoView + 'static>(_show: impl FnOnce() -> V) -> AnyView {
    by_address()
}

/// The document has it.
pub fn as_it_came<Q: Question, V: IntoView + 'static>(
    _question: impl Fn() -> Q,
    _show: impl FnOnce(Option<Q::Output>) -> V + Send + 'static,
) -> AnyView {
    view! { <div inner_html=""></div> }.into_any()
}

/// Sends them, checks them, keeps what is typed.
pub fn attend_to_forms() {
    forms::attend();
    check::attend();
    draft::attend();
}

/// Compiled once, whatever is shown.
fn by_address() -> AnyView {
    let address = own_address();
    let html = RwSignal::new(String::new());
    let came_with_the_document =
        Owner::current_shared_context().is_some_and(|it| it.during_hydration());
    if came_with_the_document {
        DESCRIBED.set(descriptions());
    }
    HERE.set(Some(html));
    Effect::new(move |before: Option<()>| {
        let now = address.get();
        if before.is_some() || !came_with_the_document {
            describe_no_more();
            show(now, address, html);
        }
    });
    on_cleanup(describe_no_more);
    view! { <div class=CLASS inner_html=move || html.get()></div> }.into_any()
}

/// The address of this page with its query. It does not change any more when another route takes
/// over, unlike the location.
fn own_address() -> Memo<String> {
    let path = use_matched();
    let location = use_location();
    Memo::new(move |before: Option<&String>| {
        let path = path.get();
        let is_here = location.pathname.get() == path;
        let query = location.search.get();
        match before {
            Some(before) if !is_here => before.clone(),
            _ if query.is_empty() => path,
            _ => format!("{path}?{query}"),
        }
    })
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

/// What is kept stands at once; what is fetched takes its place if it differs. What came as the
/// answer to a form is not fetched again.
fn show(now: String, address: Memo<String>, html: RwSignal<String>) {
    if let Some(page) = ARRIVED.take().filter(|page| page.address == now) {
        put(&page, html);
        return;
    }
    match page::kept(&now) {
        Some(page) => put(&page, html),
        None => html.set(String::new()),
    }
    spawn_local(async move {
        let loaded = page::load(&now, &RequestInit::new()).await;
        let is_here = address.try_get_untracked().is_some_and(|it| it == now);
        match loaded {
            Loaded::Page(page) => {
                let page = Page {
                    address: now,
                    ..page
                };
                page::keep(&page);
                if is_here {
                    put(&page, html);
                }
            }
            // The browser itself says best what it cannot reach, and tries again.
            _ if is_here => {
                let _ = window().location().reload();
            }
            _ => {}
        }
    });
}

fn put(page: &Page, html: RwSignal<String>) {
    document().set_title(&page.title);
    // The page may be gone.
    let _ = html.try_set(page.html.clone());
    // When it stands there.
    request_animation_frame(draft::put_back);
}
