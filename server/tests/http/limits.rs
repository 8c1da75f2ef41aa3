//! Bounds on bodies and on time, over HTTP.

use std::time::Duration;

use axum::Router;
use axum::routing::get;
use http::StatusCode;
use http::header::{ACCEPT, COOKIE};
use server::layers;

use crate::host::{Host, PAGE};
use crate::routes::{guarded, host};
#[tokio::test]
async fn a_body_over_the_limit_is_refused_with_a_page() {
    let host = host().await;
    let answer = host
        .post("/api/echo")
        .header(ACCEPT, PAGE)
        .body(vec![b'a'; 64 * 1024 + 1]);
    let answer = answer.header(COOKIE, "lang=fr").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().await.unwrap().contains("trop long"));
    let fits = host
        .post("/api/echo")
        .body(vec![b'a'; 64 * 1024])
        .send()
        .await
        .unwrap();
    assert_eq!(fits.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_body_that_does_not_arrive_is_given_up() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let host = Host::with_edge(|edge| {
        let mut edge = edge.clone();
        edge.limits.body = Duration::from_millis(50);
        guarded(&edge)
    })
    .await;
    let mut stream = tokio::net::TcpStream::connect(host.addr).await.unwrap();
    let head =
        "POST /api/echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 9\r\n\r\nhalf";
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.ends_with(r#""unavailable""#), "{answer}");
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_given_up() {
    let host = Host::with_edge(|edge| {
        let mut edge = edge.clone();
        edge.limits.answer = Duration::from_millis(50);
        let never = Router::new().route("/{lang}", get(std::future::pending::<&str>));
        layers::around(never, &edge).unwrap()
    })
    .await;
    let answer = host.get("/en").header(ACCEPT, PAGE).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers()["retry-after"], "5");
    assert!(answer.text().await.unwrap().contains("The service is busy"));
}
