//! All routes on one screen, and what every page and server function finds in
//! its context. The layers around them stand in `layers`.

use std::sync::LazyLock;

use app::shell::shell;
use app::ssr::Site;
use axum::Router;
use axum::extract::FromRef;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use store::Store;
use tower_http::csrf::ConfigError;

use crate::health::FreeBytesMin;
use crate::layers::{self, Edge};
use crate::pages::{self, Pages};
use crate::refusal::Refusal;
use crate::{assets, clock, diary, entry, health, pictures};

/// What handlers share.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// Only because Leptos asks for it: our shell names its files itself.
    pub leptos: LeptosOptions,
    /// The records.
    pub store: Store,
    /// What the app knows about its host.
    pub site: Site,
    /// Pages that are the same for everyone.
    pub pages: Pages,
    /// How much room its disk needs.
    pub free_bytes_min: FreeBytesMin,
}

impl AppState {
    /// The state of a server.
    pub fn new(store: Store, site: Site) -> Self {
        let leptos = LeptosOptions::builder().output_name("mawid").build();
        let pages = Pages::new(store.clone(), site.clock.clone());
        Self {
            leptos,
            store,
            site,
            pages,
            free_bytes_min: FreeBytesMin::default(),
        }
    }

    /// The same with another wish for room on the disk.
    pub fn with_free_bytes_min(self, free_bytes_min: FreeBytesMin) -> Self {
        Self {
            free_bytes_min,
            ..self
        }
    }

    /// What pages and server functions find in their context.
    pub fn provide(&self) -> impl Fn() + Clone + Send + Sync + 'static {
        let (store, site) = (self.store.clone(), self.site.clone());
        move || {
            provide_context(store.clone());
            provide_context(site.clone());
        }
    }
}

/// Everything that the server answers, behind all its layers.
pub fn router(state: AppState, edge: &Edge) -> Result<Router, ConfigError> {
    layers::around(routes(state), edge)
}

/// The bare routes.
pub fn routes(state: AppState) -> Router {
    development(&state)
        .route("/", get(entry::first_page))
        .route("/m", get(entry::private_link))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/logos/{name}", get(pictures::logo))
        .route("/{lang}/my/diary/{sign_up}", get(diary::file))
        .merge(assets::routes())
        .merge(clock::routes())
        .leptos_routes_with_context(&state, PAGES.clone(), state.provide(), shell)
        .method_not_allowed_fallback(async || Refusal::WrongMethod)
        .fallback(entry::elsewhere)
        .layer(from_fn_with_state(state.pages.clone(), pages::keep))
        .with_state(state)
}

/// What only those who build Mawid see.
#[cfg(debug_assertions)]
fn development(state: &AppState) -> Router<AppState> {
    use app::styleguide;

    let page = leptos_axum::render_app_async_with_context(state.provide(), styleguide::document);
    Router::new().route(styleguide::PATH, get(page))
}

#[cfg(not(debug_assertions))]
fn development(_: &AppState) -> Router<AppState> {
    Router::new()
}

/// The pages of both apps, in one list: two calls of `leptos_routes` would register the server
/// functions twice.
///
/// Listed once for the whole process: while Leptos lists routes, no resource anywhere in the
/// process begins to load, and a page rendered at that moment waits for ever
/// (<https://github.com/leptos-rs/leptos/issues/4773>).
pub static PAGES: LazyLock<Vec<AxumRouteListing>> = LazyLock::new(|| {
    let mut pages = generate_route_list(app::public::App);
    pages.extend(generate_route_list(app::staff::App));
    pages
});
