//! Whether the records can be written, on both databases.

use store::{
    health::Unwell,
    testing::{make_read_only, postgres, stores},
};

#[tokio::test]
async fn a_fresh_store_is_well() {
    for t in stores().await {
        t.store.health(1).await.unwrap();
    }
}

#[tokio::test]
async fn a_database_that_takes_no_changes_is_not_well() {
    let Some(t) = postgres().await else { return };
    t.store.health(1).await.unwrap();
    make_read_only(&t).await;
    let unwell = t.store.health(1).await.unwrap_err();
    assert!(matches!(unwell, Unwell::ReadOnly(_)), "{unwell}");
}
