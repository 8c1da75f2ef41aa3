//! Who asks, with and without a trusted proxy.

use server::layers::Edge;
use server::proxy::TrustedProxies;

use crate::host::Host;
use crate::routes::{guarded, host};
#[tokio::test]
async fn nobody_but_a_trusted_proxy_can_say_who_asks() {
    let host = host().await;
    let asked = host.get("/who").header("x-forwarded-for", "198.51.100.9");
    let asked = asked
        .header("x-forwarded-proto", "https")
        .send()
        .await
        .unwrap();
    assert_eq!(asked.text().await.unwrap(), "127.0.0.1 Http");
}

#[tokio::test]
async fn a_trusted_proxy_says_who_asks() {
    let host = Host::with_edge(|edge| {
        let proxies = TrustedProxies::new(&["127.0.0.0/8".parse().unwrap()]);
        guarded(&Edge {
            proxies,
            ..edge.clone()
        })
    })
    .await;
    let asked = host
        .get("/who")
        .header("x-forwarded-for", "203.0.113.5, 198.51.100.9");
    let asked = asked
        .header("x-forwarded-proto", "https")
        .send()
        .await
        .unwrap();
    assert_eq!(asked.text().await.unwrap(), "198.51.100.9 Https");
}
