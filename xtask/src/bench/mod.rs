//! Measures the release against its budgets and prints a table in Markdown.
//! One file for each group of rows. Left to others: building the release.

mod browser;
mod data;
mod durable;
mod pages;
mod rush;
mod served;
mod sizes;
mod walk;
mod wrk;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::progress::step;
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
/// which takes long to make, and most of the steps beside the model.
pub fn run(quick: bool) -> Result<()> {
    let binary = server::build_all(Mode::Release)?;
    let generator = data::generator()?;
    let folder = Folder::make()?;
    let mut rows = sizes::of_bundles()?;
    rows.extend(step("measuring a server with the sample", || {
        pages::of_the_sample(&binary, &folder.0)
    })?);
    rows.extend(step("measuring in Chromium", || {
        browser::of_the_sample(&binary, &folder.0)
    })?);
    let sizes = [data::USUAL, data::HUNDREDFOLD];
    for size in sizes.into_iter().take(if quick { 1 } else { 2 }) {
        let database = data::make(&generator, &binary, size)?;
        rows.extend(step("measuring a server with it", || {
            pages::of_data(&binary, &folder.0, &database, size)
        })?);
    }
    rows.extend(step("measuring durable sign-ups", || {
        durable::rows(&generator, &folder.0)
    })?);
    rows.extend(step("measuring a rush", || rush::rows(&binary, &folder.0))?);
    rows.extend(step("walking beside the model", || walk::rows(quick))?);
    print(&rows);
    Ok(())
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

fn print(rows: &[Row]) {
    println!("| what | measured | bar |\n|---|---|---|");
    for Row { what, value, bar } in rows {
        println!("| {what} | {value} | {bar} |");
    }
}
