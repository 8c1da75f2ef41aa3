//! Checks and tests the Rust code with cargo.
//! Left to others: the database that the tests ask for, the tests in the browser.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{cargo, each_line, run};
use crate::postgres::Postgres;
use crate::tally::Tally;

/// All that is built for the host. The same words for every command, so that crates are not
/// built twice with other features.
const HOST: [&str; 5] = [
    "--workspace",
    "--exclude",
    "frontend",
    "--features",
    "server/testing",
];

/// The formatting: names the files that `cargo fmt` would change.
pub fn check_format() -> Result<()> {
    run(cargo().args(["fmt", "--all", "--check", "--", "--files-with-diff"]))
}

/// The lints of the host's crates.
pub fn lint_host() -> Result<()> {
    run(cargo()
        .arg("clippy")
        .args(HOST)
        .args(["--all-targets", "--", "--deny", "warnings"]))
}

/// The lints of what goes to the browser, checked with the host's compiler: clippy needs no
/// WebAssembly for it.
pub fn lint_front() -> Result<()> {
    let front = ["clippy", "--package", "frontend", "--features"];
    for bundle in ["public", "staff"] {
        run(cargo()
            .args(front)
            .args([bundle, "--", "--deny", "warnings"]))?;
    }
    Ok(())
}

/// Compiles the tests, and returns the binary `mawid` that was built with them.
pub fn build_tests() -> Result<PathBuf> {
    let mut command = cargo();
    command
        .arg("test")
        .args(HOST)
        .args(["--no-run", "--message-format"]);
    command.arg("json-render-diagnostics");
    let mut binary = None;
    if !each_line(&mut command, |line| binary = mawid(line).or(binary.take()))? {
        bail!("the tests do not compile");
    }
    binary.map_or_else(build_mawid, Ok)
}

/// Without a test that needs the binary, cargo does not build it by itself.
fn build_mawid() -> Result<PathBuf> {
    let mut command = cargo();
    command.args([
        "build",
        "--package",
        "server",
        "--bin",
        "mawid",
        "--features",
        "testing",
    ]);
    command.args(["--message-format", "json-render-diagnostics"]);
    let mut binary = None;
    if !each_line(&mut command, |line| binary = mawid(line).or(binary.take()))? {
        bail!("the server does not compile");
    }
    binary.context("cargo did not say where the binary mawid is")
}

/// The path of the binary, if the message tells of it.
fn mawid(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let is_it = message["target"]["name"] == "mawid"
        && message["target"]["kind"][0] == "bin"
        && message["profile"]["test"] == false;
    is_it.then(|| message["executable"].as_str().map(PathBuf::from))?
}

/// Runs the tests and counts them.
pub fn test(postgres: Option<&Postgres>, all: bool) -> Result<Tally> {
    let mut command = cargo();
    command.arg("test").args(HOST).arg("--no-fail-fast");
    if let Some(postgres) = postgres {
        command.env("MAWID_TEST_POSTGRES", postgres.url());
    }
    if all {
        command
            .env("MAWID_TEST_ALL", "1")
            .args(["--", "--include-ignored"]);
    }
    count(&mut command)
}

fn count(command: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let succeeded = each_line(command, |line| {
        println!("{line}");
        if let Some(part) = Tally::of_cargo_line(line) {
            tally += part;
        }
    })?;
    if !succeeded && tally.failed == 0 {
        tally += Tally::BROKEN;
    }
    Ok(tally)
}
