//! Someone who works at the hub of the course that most tests use.

use domain::{email::EmailAddress, id::AccountId, role::Role};
use store::{
    Store,
    account::{Create, Created, HubChoice},
};

use crate::common::now;

/// A facilitator of that hub.
pub async fn facilitator(store: &Store, email: &str) -> AccountId {
    let create = Create {
        email: EmailAddress::parse(email).unwrap(),
        display_name: None,
        password_hash: "hash".into(),
        role: Role::Facilitator,
        hubs: HubChoice::Named(vec!["small".into()]),
        at: now(),
    };
    match store.write(create).await.unwrap() {
        Created::Account(account) => account,
        other => panic!("not created: {other:?}"),
    }
}
