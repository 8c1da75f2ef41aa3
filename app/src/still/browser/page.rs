//! A still page as it is fetched, and those that were shown before.
//! Left to others: where it is shown.

use std::cell::RefCell;

use leptos::{
    prelude::{document, window},
    wasm_bindgen::{JsCast as _, JsValue},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomParser, Headers, RequestInit, Response, SupportedType, Url};

use crate::routes;

/// As many pages as going back may need.
const KEPT_MAX: usize = 9;

thread_local! {
    /// The pages that this document has shown: they stand at once, and are fetched anew behind.
    static KEPT: RefCell<Vec<Page>> = const { RefCell::new(Vec::new()) };
}

/// A page as it was fetched.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path and query.
    pub address: String,
    /// What the window is called.
    pub title: String,
    /// What stands in it.
    pub html: String,
}

/// What came of asking.
pub enum Loaded {
    /// A still page.
    Page(Page),
    /// A page that is none, by its URL.
    Elsewhere(String),
    /// A refusal, with what it says.
    Refused(String),
    /// No answer.
    Nothing,
}

/// The page of this address, if it was shown before. Pages about one person are never kept.
pub fn kept(address: &str) -> Option<Page> {
    KEPT.with_borrow(|kept| kept.iter().find(|page| page.address == address).cloned())
}

/// Keeps a page for the way back, unless it is about one person: whoever takes the phone after
/// her goes back too.
pub fn keep(page: &Page) {
    let path = page.address.split('?').next().unwrap_or_default();
    if routes::is_private(path) {
        return;
    }
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|it| it.address != page.address);
        if kept.len() >= KEPT_MAX {
            kept.remove(0);
        }
        kept.push(page.clone());
    });
}

/// Asks as a browser does that loads a page.
pub async fn load(address: &str, how: &RequestInit) -> Loaded {
    match fetch(address, how).await {
        Ok((response, text)) => read(&response, &text).unwrap_or(Loaded::Nothing),
        Err(_) => Loaded::Nothing,
    }
}

async fn fetch(address: &str, how: &RequestInit) -> Result<(Response, String), JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "text/html")?;
    how.set_headers(&headers);
    let response = JsFuture::from(window().fetch_with_str_and_init(address, how)).await?;
    let response: Response = response.unchecked_into();
    let text = JsFuture::from(response.text()?).await?;
    Ok((response, text.as_string().unwrap_or_default()))
}

fn read(response: &Response, text: &str) -> Option<Loaded> {
    let url = Url::new_with_base(&response.url(), &document().base_uri().ok()??).ok()?;
    let parser = DomParser::new().ok()?;
    let document = parser.parse_from_string(text, SupportedType::TextHtml);
    let document = document.ok()?;
    if let Ok(Some(still)) = document.query_selector("main > .still") {
        return Some(Loaded::Page(Page {
            address: url.pathname() + &url.search(),
            title: document.title(),
            html: still.inner_html(),
        }));
    }
    if response.ok() {
        return Some(Loaded::Elsewhere(url.href()));
    }
    let said = document.query_selector("main p").ok()??;
    Some(Loaded::Refused(said.text_content().unwrap_or_default()))
}
