//! A release build cannot have what only tests may do: the seat guard's switch, the movable
//! clock, forms that are all believed.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::process::Command;

/// What the compiler says of this crate with the feature `testing`, its dependencies left out.
fn said(debug_assertions: &str) -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let folder = tempfile::tempdir().unwrap();
    let compiled = Command::new(rustc)
        .args(["--edition", "2024", "--crate-type", "lib"])
        .args(["--emit", "metadata", "--cfg", "feature=\"testing\""])
        .args(["-C", debug_assertions, "--out-dir"])
        .arg(folder.path())
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs"))
        .output()
        .unwrap();
    String::from_utf8_lossy(&compiled.stderr).into_owned()
}

#[test]
fn a_release_build_refuses_the_feature_testing() {
    const REFUSAL: &str = "a release build must not have it";
    assert!(said("debug-assertions=off").contains(REFUSAL));
    // The control: what refuses is not the missing dependencies.
    let development = said("debug-assertions=on");
    assert!(!development.contains(REFUSAL), "{development}");
    assert!(development.contains("sqlx"), "{development}");
}
