//! `/readyz`: what stands behind "ready", and what an operator reads when it is not.

use app::ssr::Clock;
use http::StatusCode;
use server::health::FreeBytesMin;
use server::router;
use store::testing::{TestStore, sqlite};

use crate::host::Host;
use crate::pages::{now, state};

async fn host(t: &TestStore, free_bytes_min: FreeBytesMin) -> Host {
    let store = t.store.clone();
    Host::with_edge(|edge| {
        let state = state(edge, store, Clock::new(now)).with_free_bytes_min(free_bytes_min);
        router::router(state, edge).unwrap()
    })
    .await
}

async fn asked(host: &Host) -> (StatusCode, String) {
    let answer = host.get("/readyz").send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

#[tokio::test]
async fn too_little_room_for_the_database_is_not_ready() {
    let t = sqlite().await;
    let (status, said) = asked(&host(&t, FreeBytesMin(u64::MAX)).await).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(said.contains("too little room"), "{said}");
    // The control: the same disk is enough for a smaller wish.
    let (status, said) = asked(&host(&t, FreeBytesMin(1)).await).await;
    assert_eq!((status, &*said), (StatusCode::OK, "ready\n"));
}

#[tokio::test]
async fn a_database_whose_folder_cannot_be_written_is_not_ready() {
    let t = sqlite().await;
    let host = host(&t, FreeBytesMin(1)).await;
    assert_eq!(asked(&host).await.0, StatusCode::OK);
    // Root may write anywhere, so the folder has to go.
    std::fs::remove_dir_all(t.key_file.parent().unwrap()).unwrap();
    let (status, said) = asked(&host).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(said.contains("folder cannot be written"), "{said}");
    assert!(!said.contains('/'), "{said}");
}
