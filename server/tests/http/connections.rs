//! The accept loop against slow and greedy clients, over plain sockets.

use std::sync::Arc;
use std::time::Duration;

use crate::host::{Host, PATIENCE};
use axum::Router;
use axum::routing::get;
use server::accept::AcceptLimits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::time::timeout;

const ASK: &[u8] = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n";

fn routes() -> Router {
    Router::new().route("/", get(async || "here"))
}

async fn hasty() -> Host {
    let limits = AcceptLimits {
        head: Duration::from_millis(50),
        ..AcceptLimits::default()
    };
    Host::start(routes(), limits, None).await
}

/// What the server still says after `sent`, until it closes.
async fn until_cut(host: &Host, sent: &[u8]) -> String {
    let mut stream = TcpStream::connect(host.addr).await.unwrap();
    stream.write_all(sent).await.unwrap();
    let mut heard = Vec::new();
    let read = timeout(PATIENCE, stream.read_to_end(&mut heard)).await;
    read.expect("the server never cut the connection").ok();
    String::from_utf8(heard).unwrap()
}

#[tokio::test]
async fn a_client_that_says_nothing_is_cut() {
    assert_eq!(until_cut(&hasty().await, b"").await, "");
}

#[tokio::test]
async fn a_client_that_sends_half_a_head_is_cut() {
    let heard = until_cut(&hasty().await, b"GET / HTTP/1.1\r\nhost: x\r\n").await;
    assert!(!heard.contains("200 OK"), "{heard}");
}

#[tokio::test]
async fn a_client_that_begins_like_http2_and_stops_is_cut() {
    let heard = until_cut(&hasty().await, b"PRI * HTTP/2.0\r\n").await;
    assert!(!heard.contains("200 OK"), "{heard}");
}

#[tokio::test]
async fn a_connection_that_asks_nothing_more_is_cut() {
    let heard = until_cut(&hasty().await, ASK).await;
    assert!(heard.starts_with("HTTP/1.1 200 OK"), "{heard}");
}

async fn ask(stream: &mut TcpStream) -> String {
    stream.write_all(ASK).await.unwrap();
    let mut heard = Vec::new();
    while !heard.ends_with(b"here") {
        assert_ne!(
            stream.read_buf(&mut heard).await.unwrap(),
            0,
            "closed early"
        );
    }
    String::from_utf8(heard).unwrap()
}

#[tokio::test]
async fn one_connection_over_the_cap_waits_until_another_ends() {
    let limits = AcceptLimits {
        connections: 1,
        head: PATIENCE,
        ..AcceptLimits::default()
    };
    let host = Host::start(routes(), limits, None).await;
    let mut first = TcpStream::connect(host.addr).await.unwrap();
    ask(&mut first).await;
    let mut second = TcpStream::connect(host.addr).await.unwrap();
    let early = timeout(Duration::from_millis(100), ask(&mut second)).await;
    assert!(early.is_err(), "there was no place for it");
    drop(first);
    let mut heard = Vec::new();
    let answer = timeout(PATIENCE, second.read_buf(&mut heard))
        .await
        .unwrap()
        .unwrap();
    assert!(answer > 0);
}

#[tokio::test]
async fn many_requests_go_over_one_connection() {
    let host = Host::plain(routes()).await;
    let mut stream = TcpStream::connect(host.addr).await.unwrap();
    for _ in 0..3 {
        assert!(ask(&mut stream).await.starts_with("HTTP/1.1 200 OK"));
    }
}

#[tokio::test]
async fn requests_that_have_begun_end_before_the_server_does() {
    let (begun, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let routes = {
        let (begun, go) = (begun.clone(), go.clone());
        Router::new().route(
            "/",
            get(async move || {
                begun.notify_one();
                go.notified().await;
                "done"
            }),
        )
    };
    let host = Host::plain(routes).await;
    let asked = tokio::spawn(host.get("/").send());
    begun.notified().await;
    let ended = host.stop();
    go.notify_one();
    assert_eq!(asked.await.unwrap().unwrap().text().await.unwrap(), "done");
    ended.await.unwrap();
}
