//! The real router with an empty database: what holds for every address of the
//! app, whatever its pages show.

use crate::host::{Host, PAGE};
use app::ssr::Clock;
use axum::Router;
use http::header::{
    ACCEPT, ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, LOCATION, ORIGIN,
};
use http::{Method, StatusCode};
use leptos::server_fn::axum::server_fn_paths;
use server::layers::Edge;
use server::router::{self, AppState};
use tempfile::TempDir;

/// Addresses of every page that needs no record to be found.
const PAGES: [&str; 7] = [
    "/ar",
    "/fr/calendar",
    "/en/calendar?week=2026-W49",
    "/ar/my",
    "/fr/my/done",
    "/en/m",
    "/fr/staff/sign-in",
];

async fn host() -> (Host, TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("mawid.sqlite").display());
    let store = store::Store::open(&url, store::KeySource::Beside)
        .await
        .unwrap();
    let host = Host::with_edge(|edge| router(edge, store)).await;
    (host, dir)
}

/// When these tests take place.
pub fn now() -> jiff::Timestamp {
    "2026-11-30T08:00:00Z".parse().unwrap()
}

/// The real router over a store.
pub fn router(edge: &Edge, store: store::Store) -> Router {
    router::router(state(edge, store, Clock::new(now)), edge).unwrap()
}

/// What the real router shares, with a clock of the test's own. Forms are believed, because most
/// tests send them at once; `doubts` has the guard on.
pub fn state(edge: &Edge, store: store::Store, clock: Clock) -> AppState {
    let site = app::ssr::Site {
        public_url: edge.public_url.origin().to_owned(),
        secure_cookies: false,
        assets: app::ssr::Assets::default(),
        clock,
        watch: app::ssr::Watch::Off,
    };
    AppState::new(store, site)
}

/// `app::styleguide` itself does not compile in a release.
#[tokio::test]
async fn the_style_guide_is_there_in_development_only() {
    let (host, _dir) = host().await;
    let answer = host.get("/styleguide?lang=fr").header(ACCEPT, PAGE);
    let answer = answer.send().await.unwrap();
    let expected = if cfg!(debug_assertions) {
        StatusCode::OK
    } else {
        StatusCode::NOT_FOUND
    };
    assert_eq!(answer.status(), expected);
}

#[tokio::test]
async fn every_page_is_answered_with_its_headers() {
    let (host, _dir) = host().await;
    for path in PAGES {
        let answer = host.get(path).header(ACCEPT, PAGE).send().await.unwrap();
        let header = |name: &str| {
            answer
                .headers()
                .get(name)
                .map(|v| v.to_str().unwrap().to_owned())
        };
        assert!(
            answer.status() == StatusCode::OK || answer.status().is_redirection(),
            "{path}"
        );
        assert_eq!(
            header("referrer-policy").as_deref(),
            Some("same-origin"),
            "{path}"
        );
        let policy = header(CONTENT_SECURITY_POLICY.as_str()).unwrap();
        let personal = app::routes::is_private(path);
        assert!(
            policy.contains("'nonce-") == personal || answer.status().is_redirection(),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe-inline"), "{path}: {policy}");
        assert!(
            !personal || header("cache-control").as_deref() == Some("no-store"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn no_server_function_takes_a_form_of_another_site() {
    let (host, _dir) = host().await;
    let mut tried = 0;
    for (path, method) in server_fn_paths().filter(|(_, method)| *method == Method::POST) {
        let form = || {
            host.post(path)
                .header(ACCEPT, PAGE)
                .header(COOKIE, "lang=fr")
        };
        for form in [
            form().header("sec-fetch-site", "cross-site"),
            form().header(ORIGIN, "http://evil.example"),
        ] {
            let answer = form.send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{method} {path}");
            assert!(
                answer.text().await.unwrap().contains("autre site"),
                "{path}"
            );
        }
        tried += 1;
    }
    assert!(tried > 0, "there are server functions");
}

#[tokio::test]
async fn what_does_not_decode_is_never_our_fault() {
    const NONSENSE: &str = "a[b][c]=%ff&a=1&=&&a[=1&lang=xx";
    let (host, _dir) = host().await;
    for (path, method) in server_fn_paths() {
        for accept in [PAGE, "application/json"] {
            let asked = match method {
                Method::GET => host.get(&format!("{path}?{NONSENSE}")),
                _ => host
                    .post(path)
                    .body(NONSENSE)
                    .header(CONTENT_TYPE, "application/x-www-form-urlencoded"),
            };
            let answer = asked.header(ACCEPT, accept).send().await.unwrap();
            assert!(
                answer.status().as_u16() < 500,
                "{path}: {}",
                answer.status()
            );
            let to = answer
                .headers()
                .get(LOCATION)
                .map(|to| to.to_str().unwrap());
            assert!(!to.is_some_and(|to| to.contains("__err")), "{path}: {to:?}");
        }
    }
}

#[tokio::test]
async fn the_first_address_leads_to_her_language() {
    let (host, _dir) = host().await;
    let to = async |path: &str, headers: &[(http::HeaderName, &str)]| {
        let asked = headers.iter().fold(host.get(path), |asked, (name, value)| {
            asked.header(name, *value)
        });
        let answer = asked.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FOUND);
        answer.headers()[LOCATION].to_str().unwrap().to_owned()
    };
    assert_eq!(to("/", &[]).await, "/ar");
    assert_eq!(
        to("/", &[(ACCEPT_LANGUAGE, "de,fr;q=0.8,en;q=0.7")]).await,
        "/fr"
    );
    assert_eq!(
        to("/", &[(COOKIE, "lang=en"), (ACCEPT_LANGUAGE, "fr")]).await,
        "/en"
    );
    assert_eq!(to("/m", &[(COOKIE, "lang=fr")]).await, "/fr/m");
}

#[tokio::test]
async fn a_slash_too_many_is_taken_off() {
    let (host, _dir) = host().await;
    let answer = host
        .get("/fr/calendar/?week=2026-W49")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::PERMANENT_REDIRECT);
    assert_eq!(answer.headers()[LOCATION], "/fr/calendar?week=2026-W49");
    let answer = host.get("//evil.example/").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_does_not_exist_is_a_page_of_the_app_with_status_404() {
    let (host, _dir) = host().await;
    for path in [
        "/fr/no/such/page",
        "/fr/nothing",
        "/nowhere",
        "/fr/staff/no/such",
        "/.env",
    ] {
        let answer = host.get(path).header(ACCEPT, PAGE).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text().await.unwrap().contains("<html"), "{path}");
    }
    let answer = host.get("/assets/../../Cargo.toml").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_of_a_page_that_is_gone_asks_to_open_it_again() {
    let (host, _dir) = host().await;
    let form = host
        .post("/api/of/another/version")
        .header(ACCEPT, PAGE)
        .header(COOKIE, "lang=en");
    let answer = form.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    assert!(
        answer
            .text()
            .await
            .unwrap()
            .contains("This page has changed")
    );
    let called = host.post("/api/of/another/version").send().await.unwrap();
    assert_eq!(called.text().await.unwrap(), r#""outdated""#);
}

#[tokio::test]
async fn an_address_for_forms_cannot_be_opened() {
    let (host, _dir) = host().await;
    let (path, _) = server_fn_paths()
        .find(|(_, method)| *method == Method::POST)
        .unwrap();
    let answer = host.get(path).header(ACCEPT, PAGE).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.text().await.unwrap().contains(r#"href="/ar""#));
}

#[tokio::test]
async fn probes_are_answered() {
    let (host, _dir) = host().await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(
            host.get(path).send().await.unwrap().status(),
            StatusCode::OK,
            "{path}"
        );
    }
}
