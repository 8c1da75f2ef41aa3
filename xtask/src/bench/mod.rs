//! Measures the release against its budgets and prints a table in Markdown.
//! One file for each group of rows. Left to others: building the release.

mod browser;
mod data;
mod durable;
mod form;
mod known;
mod pages;
mod rush;
mod served;
mod sizes;
mod walk;
mod wrk;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use clap::ValueEnum;

use crate::progress::{say, step};
use crate::server;
use crate::toolchain::Mode;

/// One measured figure beside its bar.
pub struct Row {
    what: String,
    value: String,
    bar: &'static str,
}

impl Row {
    fn new(what: impl Into<String>, value: impl Into<String>, bar: &'static str) -> Self {
        Self {
            what: what.into(),
            value: value.into(),
            bar,
        }
    }
}

/// Builds the release, measures and prints the table; `quick` leaves out the hundredfold database,
/// which takes long to make, and most of the steps beside the model. `only` names groups to measure
/// and leaves out all others.
pub fn run(quick: bool, only: Vec<Group>) -> Result<()> {
    let binary = server::build_all(Mode::Release)?;
    let generator = data::generator()?;
    let folder = Folder::make()?;
    let mut table = Table::new(only);
    table.add(Group::Sizes, sizes::of_bundles);
    table.add(Group::Sample, || pages::of_the_sample(&binary, &folder.0));
    table.add(Group::Browser, || {
        browser::of_the_sample(&binary, &folder.0)
    });
    let pages_of = |size| {
        let database = data::make(&generator, &binary, size)?;
        pages::of_data(&binary, &folder.0, &database, size)
    };
    table.add(Group::Data, || pages_of(data::USUAL));
    if !quick {
        table.add(Group::Hundredfold, || pages_of(data::HUNDREDFOLD));
    }
    table.add(Group::Durable, || durable::rows(&generator, &folder.0));
    table.add(Group::Rush, || rush::rows(&binary, &folder.0));
    table.add(Group::Known, || known::rows(&binary, &folder.0));
    table.add(Group::Walk, || walk::rows(quick));
    table.print()
}

/// A part of the table that can be measured by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Group {
    /// Bundles and style sheet
    Sizes,
    /// A server with the sample programme
    Sample,
    /// Pages, taps and a sign-up in Chromium
    Browser,
    /// The calendar with 10,000 people
    Data,
    /// The same with a million
    Hundredfold,
    /// Durable sign-ups in the store
    Durable,
    /// 500 women and 20 seats
    Rush,
    /// Whether waiting tells a known phone from a new one
    Known,
    /// Random steps beside the model
    Walk,
}

/// The figures so far. A group that cannot be measured leaves the others standing.
struct Table {
    only: Vec<Group>,
    rows: Vec<Row>,
    faults: usize,
}

impl Table {
    fn new(only: Vec<Group>) -> Self {
        Self {
            only,
            rows: Vec::new(),
            faults: 0,
        }
    }

    fn add(&mut self, group: Group, measure: impl FnOnce() -> Result<Vec<Row>>) {
        if !self.only.is_empty() && !self.only.contains(&group) {
            return;
        }
        match step(&format!("measuring: {group:?}"), measure) {
            Ok(rows) => {
                for Row { what, value, bar } in &rows {
                    say(format_args!("{what}: {value} (bar {bar})"));
                }
                self.rows.extend(rows);
            }
            Err(fault) => {
                say(format_args!("not measured, {group:?}: {fault:#}"));
                self.faults += 1;
            }
        }
    }

    fn print(self) -> Result<()> {
        println!("| what | measured | bar |\n|---|---|---|");
        for Row { what, value, bar } in self.rows {
            println!("| {what} | {value} | {bar} |");
        }
        ensure!(self.faults == 0, "{} groups not measured", self.faults);
        Ok(())
    }
}

/// A folder for the databases of one run; it goes with the value.
struct Folder(PathBuf);

impl Folder {
    fn make() -> Result<Self> {
        let path = env::temp_dir().join(format!("mawid-bench-{}", std::process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is in the system's temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The address of a SQLite file.
fn sqlite(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}
