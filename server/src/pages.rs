//! Public pages are rendered once and kept for everyone, until what they show changes.
//! Which pages those are stands in `app::ssr::shared`; when they change, in `store::content`.
//!
//! A page is rendered from its address alone: no header, no cookie and no unknown parameter of
//! the request that asked for it reaches the renderer, so none can stand in the page.

mod inline;
mod page;
mod shelf;
mod version;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::ssr::{Clock, shared};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::ACCEPT;
use http::{HeaderValue, Method};
use store::Store;

use crate::refusal::Refusal;
use page::Page;
use shelf::{Place, Shelf, Stamp};
use version::Versions;

/// A page of ours is 10 to 300 kB; more than this is a fault.
const PAGE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Programmes count in whole minutes: no page is another one within a minute of the clock.
const MINUTE_SECONDS: i64 = 60;

/// The kept pages of one server.
#[derive(Clone)]
pub struct Pages {
    inner: Arc<Inner>,
}

struct Inner {
    shelf: Shelf,
    versions: Versions,
    clock: Clock,
    renders: AtomicU64,
}

impl Pages {
    /// None kept yet.
    pub fn new(store: Store, clock: Clock) -> Self {
        let inner = Inner {
            shelf: Shelf::default(),
            versions: Versions::new(store),
            clock,
            renders: AtomicU64::new(0),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// How many pages were rendered to be kept.
    pub fn renders(&self) -> u64 {
        self.inner.renders.load(Ordering::Relaxed)
    }

    /// What a page that is rendered now will show: taken before it is rendered, so that a change
    /// meanwhile makes it old, and never new.
    async fn stamp(&self) -> Option<Stamp> {
        let version = self.inner.versions.current().await?;
        let minute = self
            .inner
            .clock
            .now()
            .as_second()
            .div_euclid(MINUTE_SECONDS);
        Some(Stamp { version, minute })
    }

    async fn page(&self, address: &str, next: Next) -> Result<Arc<Page>, Next> {
        // Without a version, a page would be kept for ever; the page itself says what is wrong.
        let Some(stamp) = self.stamp().await else {
            return Err(next);
        };
        let Some(Place {
            page: place,
            before,
        }) = self.inner.shelf.place(address, stamp)
        else {
            return Err(next);
        };
        let renders = &self.inner.renders;
        let page = place.get_or_init(async move || {
            renders.fetch_add(1, Ordering::Relaxed);
            let page = render(address, next).await;
            match before {
                // Its compressed forms stay good.
                Some(before) if page.is_same(&before) => before,
                _ => Arc::new(page),
            }
        });
        let page = page.await.clone();
        self.inner.shelf.settle(address, &place, &page);
        Ok(page)
    }
}

/// Layer: answers with kept pages, and keeps them.
pub async fn keep(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let response = next.run(request).await;
        // Whoever sent a form to this server sees what became of it on the next page.
        pages.inner.versions.expire();
        return response;
    }
    let uri = request.uri();
    let Some(address) = shared::address(uri.path(), uri.query().unwrap_or_default()) else {
        return next.run(request).await;
    };
    match pages.page(&address, next).await {
        Ok(page) => page.answer(request.headers()).await,
        Err(next) => next.run(request).await,
    }
}

/// The page at an address, as a browser that says nothing about itself would get it.
async fn render(address: &str, next: Next) -> Page {
    let mut request = Request::new(Body::empty());
    match address.parse() {
        Ok(uri) => *request.uri_mut() = uri,
        Err(_) => return Page::refused(Refusal::NotFound),
    }
    request
        .headers_mut()
        .insert(ACCEPT, HeaderValue::from_static("text/html"));
    let response = next.run(request).await;
    if let Some(refusal) = response.extensions().get::<Refusal>() {
        return Page::refused(*refusal);
    }
    let (parts, body) = response.into_parts();
    match to_bytes(body, PAGE_BYTES_MAX).await {
        Ok(body) => Page::new(parts.status, &parts.headers, body),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered to its end");
            Page::refused(Refusal::Broken)
        }
    }
}
