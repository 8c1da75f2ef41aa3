//! The headers of every answer, what may be kept, and what travels compressed.

use http::header::ACCEPT_ENCODING;
use server::layers::Edge;

use crate::host::Host;
use crate::routes::{guarded, host};
#[tokio::test]
async fn every_answer_carries_the_headers() {
    let host = host().await;
    for path in [
        "/ar",
        "/nowhere/at/all",
        "/ar/my",
        "/api/echo",
        "/api/nothing",
    ] {
        let answer = host.get(path).send().await.unwrap();
        let header = |name: &str| {
            let value = answer.headers().get(name);
            value
                .unwrap_or_else(|| panic!("{name} at {path}"))
                .to_str()
                .unwrap()
                .to_owned()
        };
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "same-origin");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(header("x-frame-options"), "DENY");
        assert!(header("permissions-policy").contains("camera=()"));
        assert!(header("content-security-policy").contains("default-src 'none'"));
        assert_eq!(header("x-request-id").len(), 16);
        assert!(
            !answer.headers().contains_key("strict-transport-security"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_is_personal_is_kept_nowhere() {
    let host = host().await;
    for (path, expected) in [
        ("/ar", "private, no-cache"),
        ("/ar/my", "no-store"),
        ("/api/x", "no-store"),
    ] {
        let answer = host.get(path).send().await.unwrap();
        assert_eq!(answer.headers()["cache-control"], expected, "{path}");
    }
}

#[tokio::test]
async fn with_https_browsers_are_told_to_stay_with_it() {
    let host = Host::with_edge(|edge| {
        let public_url = "https://trainings.example".parse().unwrap();
        guarded(&Edge {
            public_url,
            ..edge.clone()
        })
    });
    let answer = host.await.get("/ar").send().await.unwrap();
    assert_eq!(
        answer.headers()["strict-transport-security"],
        "max-age=63072000"
    );
}

#[tokio::test]
async fn pages_are_compressed_unless_they_show_a_secret() {
    let host = host().await;
    for (path, coding) in [("/ar/calendar", Some("br")), ("/ar/my", None)] {
        let answer = host
            .get(path)
            .header(ACCEPT_ENCODING, "gzip, br")
            .send()
            .await
            .unwrap();
        let found = answer
            .headers()
            .get("content-encoding")
            .map(|value| value.to_str().unwrap());
        assert_eq!(found, coding, "{path}");
    }
}
