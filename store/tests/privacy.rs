//! Every column of the schema has a privacy class, and every class names a real column.

use std::collections::BTreeSet;

use store::{
    privacy::{CLASSES, Class},
    testing::{columns, sqlite},
};

fn classified(wanted: impl Fn(Class) -> bool) -> Vec<String> {
    let rows = CLASSES.iter().filter(|(_, class, _)| wanted(*class));
    rows.flat_map(|(table, _, columns)| {
        columns
            .split_whitespace()
            .map(move |column| format!("{table}.{column}"))
    })
    .collect()
}

#[tokio::test]
async fn every_column_has_one_privacy_class() {
    let named = classified(|_| true);
    let unique: BTreeSet<String> = named.iter().cloned().collect();
    assert_eq!(unique.len(), named.len(), "a column has two classes");
    assert_eq!(unique, columns(&sqlite().await).await);
}

#[test]
fn sensitive_columns_are_sealed_or_hashed() {
    for column in classified(|class| class == Class::Sensitive) {
        let hidden = ["_sealed", "_hash", "_index", "_key"];
        assert!(
            hidden.iter().any(|ending| column.ends_with(ending)),
            "{column}"
        );
    }
}

#[test]
fn nothing_is_asked_that_the_programme_must_not_know() {
    let never = [
        "national", "passport", "address", "birth", "health", "union", "religion",
    ];
    for column in classified(|class| class != Class::Public) {
        assert!(!never.iter().any(|word| column.contains(word)), "{column}");
    }
}
