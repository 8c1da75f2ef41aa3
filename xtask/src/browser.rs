//! Runs the tests of `end2end/` in Chromium with Playwright.
//! Left to others: building what they test. The tests start their servers themselves.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{each_line, find_program, run_quietly};
use crate::npm::NODE;
use crate::packages::{Need, ensure};
use crate::paths;
use crate::postgres::Postgres;
use crate::tally::Tally;

const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Installs the browser, fonts for Arabic, and the tests' npm packages.
pub fn set_up() -> Result<()> {
    ensure(&NODE)?;
    ensure(&[Need::file(
        "fonts-noto-core",
        "/usr/share/fonts/truetype/noto",
    )])?;
    if chromium().is_none() {
        ensure(&[Need::program("chromium", "chromium")])?;
    }
    install_packages()
}

fn chromium() -> Option<PathBuf> {
    CHROMIUM.into_iter().find_map(find_program)
}

fn install_packages() -> Result<()> {
    let folder = folder();
    let lock = folder.join("package-lock.json");
    let wanted = if lock.is_file() {
        lock.clone()
    } else {
        folder.join("package.json")
    };
    let installed = folder.join("node_modules/.package-lock.json");
    if changed(&installed) > changed(&wanted) && installed.is_file() {
        return Ok(());
    }
    let verb = if lock.is_file() { "ci" } else { "install" };
    run_quietly(
        Command::new("npm")
            .args([verb, "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(&folder),
    )
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}

/// Node in the folder of the browser tests, with the browser that is to be driven.
pub fn node() -> Command {
    let mut command = Command::new("node");
    command.current_dir(folder());
    if let Some(chromium) = chromium() {
        command.env("MAWID_CHROMIUM", chromium);
    }
    command
}

/// Runs all tests against the binary and counts them.
pub fn test(binary: &Path, postgres: Option<&Postgres>, all: bool) -> Result<Tally> {
    let report = paths::target().join("end2end.json");
    // An old report must not be counted when this run dies before it writes its own.
    let _ = fs::remove_file(&report);
    let mut command = node();
    command.arg("node_modules/@playwright/test/cli.js");
    command.args(["test", "--reporter=list,json"]);
    command
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("MAWID_BIN", binary);
    if let Some(postgres) = postgres {
        command.env("MAWID_TEST_POSTGRES", postgres.url());
    }
    if all {
        command.env("MAWID_TEST_ALL", "1");
    }
    if env::var_os("CI").is_none() {
        command.env("FORCE_COLOR", "0");
    }
    let succeeded = each_line(&mut command, |line| println!("{line}"))?;
    let mut tally = read_report(&report)?;
    if !succeeded && tally.failed == 0 {
        tally += Tally::BROKEN;
    }
    Ok(tally)
}

fn read_report(report: &Path) -> Result<Tally> {
    let text = fs::read_to_string(report).context("Playwright left no report")?;
    let report: Value = serde_json::from_str(&text).context("Playwright's report is not JSON")?;
    let Some(tally) = Tally::of_playwright(&report) else {
        bail!("Playwright's report has no counts");
    };
    Ok(tally)
}

fn folder() -> PathBuf {
    paths::root().join("end2end")
}
