//! Forms of other sites are refused, in her language; the control proves that the check
//! is what refuses them.

use http::StatusCode;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE, ORIGIN, REFERER};

use crate::host::{Host, PAGE};
use crate::routes::{host, unguarded};
/// Forms as other sites send them.
fn foreign(host: &Host) -> Vec<reqwest::RequestBuilder> {
    let form = || host.post("/api/echo").header(ACCEPT, PAGE).body("a=1");
    vec![
        form()
            .header("sec-fetch-site", "cross-site")
            .header(ORIGIN, "https://evil.example"),
        form().header("sec-fetch-site", "same-site"),
        form().header(ORIGIN, "https://evil.example"),
        form().header(ORIGIN, "null"),
    ]
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_with_a_page() {
    let host = host().await;
    for form in foreign(&host) {
        let answer = form.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN);
        let page = answer.text().await.unwrap();
        assert!(page.contains(r#"<html lang="ar" dir="rtl">"#), "{page}");
        assert!(page.contains(r#"href="/ar""#), "{page}");
    }
}

#[tokio::test]
async fn without_the_check_the_same_forms_are_taken() {
    let host = Host::with_edge(unguarded).await;
    for form in foreign(&host) {
        assert_eq!(form.send().await.unwrap().status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn our_own_forms_are_taken() {
    let host = host().await;
    let form = || host.post("/api/echo").body("a=1");
    let ours = [
        form().header("sec-fetch-site", "same-origin"),
        form().header(ORIGIN, host.origin()),
        form(),
    ];
    for form in ours {
        assert_eq!(form.send().await.unwrap().text().await.unwrap(), "a=1");
    }
}

#[tokio::test]
async fn a_refusal_speaks_the_language_of_the_page_the_cookie_or_the_browser() {
    let host = host().await;
    let refused = || {
        host.post("/api/echo")
            .header(ACCEPT, PAGE)
            .header("sec-fetch-site", "cross-site")
    };
    let page = format!("{}/fr/calendar", host.origin());
    let asked = [
        (refused().header(REFERER, page), r#"lang="fr" dir="ltr""#),
        (
            refused().header(COOKIE, "lang=en"),
            r#"lang="en" dir="ltr""#,
        ),
        (
            refused().header(ACCEPT_LANGUAGE, "fr-TN,fr;q=0.8"),
            r#"lang="fr" dir="ltr""#,
        ),
        (
            refused().header(REFERER, "https://evil.example/fr/x"),
            r#"lang="ar" dir="rtl""#,
        ),
    ];
    for (form, expected) in asked {
        let page = form.send().await.unwrap().text().await.unwrap();
        assert!(page.contains(expected), "{expected} in {page}");
        assert!(!page.contains("evil"), "{page}");
    }
}
