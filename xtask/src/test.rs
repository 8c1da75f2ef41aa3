//! Runs every check and every test, each whether or not the others hold, and sums up.
//! Left to others: the steps.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::browser;
use crate::postgres::Postgres;
use crate::progress::{clock, say, step};
use crate::rust;
use crate::server;
use crate::tally::Tally;
use crate::toolchain::Mode;
use crate::weigh;

/// What the steps came to so far.
#[derive(Default)]
struct Report {
    total: Tally,
    lines: Vec<String>,
}

impl Report {
    /// A step that only holds or breaks; it returns what it made, for the steps that need it.
    fn check<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let begun = Instant::now();
        let made = step(name, work).ok();
        let tally = if made.is_some() {
            Tally::default()
        } else {
            Tally::BROKEN
        };
        self.enter(name, begun, tally, made.is_some());
        made
    }

    /// A step that counts tests.
    fn count(&mut self, name: &str, work: impl FnOnce() -> Result<Tally>) {
        let begun = Instant::now();
        let tally = step(name, work).unwrap_or(Tally::BROKEN);
        self.enter(name, begun, tally, tally.failed == 0);
    }

    fn enter(&mut self, name: &str, begun: Instant, tally: Tally, held: bool) {
        self.total += tally;
        let word = if held { "ok" } else { "FAILED" };
        let mut line = format!("{} {word:<6} {name}", clock(begun.elapsed()));
        if tally.passed + tally.failed > 0 {
            line += &format!(": {} passed, {} failed", tally.passed, tally.failed);
        }
        self.lines.push(line);
    }

    fn close(&self) -> ExitCode {
        say("all steps:");
        for line in &self.lines {
            eprintln!("  {line}");
        }
        let Tally {
            passed,
            failed,
            skipped,
        } = self.total;
        let skipped = if skipped > 0 {
            format!(", {skipped} skipped")
        } else {
            String::new()
        };
        println!("{passed} passed, {failed} failed{skipped}");
        if self.total.is_green() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// Runs all steps; `all` adds the slow tests, and the browser tests of what is shipped.
pub fn run(all: bool) -> ExitCode {
    let mut report = Report::default();
    let browser_is_ready = report
        .check("setting up the browser tests", browser::set_up)
        .is_some();
    let postgres = report.check("starting PostgreSQL", Postgres::start);
    report.check("formatting", rust::check_format);
    report.check("lints", rust::lint_host);
    report.check("lints of the browser's part", rust::lint_front);
    let site = report.check("building the browser's part", || {
        server::build_site(Mode::Dev)
    });
    report.check("what is in the bundles", || {
        anyhow::ensure!(site.is_some(), "there are no bundles to look into");
        weigh::check()
    });
    let binary = report.check("compiling the tests", rust::build_tests);
    report.count("Rust tests", || rust::test(postgres.as_ref(), all));
    report.count("browser tests", || {
        let binary = binary.context("there is no binary to test")?;
        site.context("there are no bundles to test")?;
        anyhow::ensure!(browser_is_ready, "the browser tests could not be set up");
        browser::test(&binary, postgres.as_ref(), all)
    });
    if all {
        let release = report.check("building the release", || server::build_all(Mode::Release));
        report.count("browser tests of the release", || {
            let release = release.context("there is no release to test")?;
            browser::test(&release, postgres.as_ref(), all)
        });
    }
    drop(postgres);
    report.close()
}
