//! What fails says so honestly, to people and to scripts, and quotes nothing.

use http::StatusCode;
use http::header::{ACCEPT, LOCATION, REFERER};

use crate::host::PAGE;
use crate::routes::host;
#[tokio::test]
async fn a_panic_is_a_page_that_quotes_nothing() {
    let host = host().await;
    let answer = host
        .post("/api/panic")
        .header(ACCEPT, PAGE)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let page = answer.text().await.unwrap();
    assert!(page.contains("حدث خلل عندنا"), "{page}");
    assert!(!page.contains("20 123 456"), "{page}");
    let answer = host.post("/api/panic").send().await.unwrap();
    assert_eq!(answer.text().await.unwrap(), r#""failed""#);
}

#[tokio::test]
async fn a_failed_server_function_has_an_honest_status_for_scripts() {
    let host = host().await;
    let statuses = [
        ("malformed", 400),
        ("sign_in_needed", 401),
        ("forbidden", 403),
        ("not_found", 404),
        ("outdated", 409),
        ("unavailable", 503),
        ("failed", 500),
    ];
    for (error, status) in statuses {
        let answer = host
            .post(&format!("/api/fail/{error}"))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), status, "{error}");
        assert_eq!(answer.text().await.unwrap(), format!("\"{error}\""));
    }
}

#[tokio::test]
async fn without_scripts_it_is_a_page_and_nothing_stands_in_an_address() {
    let host = host().await;
    let page = format!("{}/fr/enrol/x", host.origin());
    let form = host
        .post("/api/fail/malformed")
        .header(ACCEPT, PAGE)
        .header(REFERER, page);
    let answer = form.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    assert!(!answer.headers().contains_key(LOCATION));
    let page = answer.text().await.unwrap();
    assert!(page.contains(r#"href="/fr/enrol/x""#), "{page}");
}

#[tokio::test]
async fn a_redirect_that_the_app_chose_stays() {
    let host = host().await;
    let answer = host
        .post("/api/expired")
        .header(ACCEPT, PAGE)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(answer.headers()[LOCATION], "/fr/staff/sign-in");
}
