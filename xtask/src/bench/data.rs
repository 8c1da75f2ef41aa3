//! Databases of a size, made by the seeded generator in `xtask/load` and kept in `target/bench`
//! for the runs of a week.
//! Left to others: what is measured on them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use super::sqlite;
use crate::command::{cargo, run};
use crate::digest;
use crate::paths;
use crate::progress::{say, step};
use crate::toolchain::ERASED;

const WEEK_SECONDS: u64 = 7 * 24 * 60 * 60;

/// How much a database holds.
#[derive(Clone, Copy)]
pub struct Size {
    /// What it is called in the table.
    pub name: &'static str,
    people: u32,
    sessions: u32,
    /// One session of so many is still to come.
    one_ahead_in: u32,
}

/// A cluster at work: twenty sessions a week, half of them still to come.
pub const USUAL: Size = Size {
    name: "10,000 people, 500 sessions",
    people: 10_000,
    sessions: 500,
    one_ahead_in: 2,
};

/// A hundred times as much. Its weeks are as full as those of [`USUAL`]: what has grown is what
/// lies behind them.
pub const HUNDREDFOLD: Size = Size {
    name: "1,000,000 people, 50,000 sessions",
    people: 1_000_000,
    sessions: 50_000,
    one_ahead_in: 200,
};

/// The generator, as a release builds it.
pub fn generator() -> Result<PathBuf> {
    step("compiling the generator of large databases", || {
        let mut command = cargo();
        command.args(["build", "--release", "--package", "load"]);
        // The flags of the release, so that both share what is compiled.
        run(command.env("RUSTFLAGS", ERASED))?;
        Ok(paths::target().join("release/load"))
    })
}

/// A database of this size, of which `mawid check` has nothing to say.
pub fn make(generator: &Path, binary: &Path, size: Size) -> Result<String> {
    let folder = paths::target().join("bench");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}-{}.sqlite", size.people, state(generator)?));
    let database = sqlite(&file);
    if file.exists() {
        say(format_args!("{}: as made before", size.name));
        return Ok(database);
    }
    // Whole under its own name, or not there.
    let unfinished = folder.join("unfinished.sqlite");
    remove(&unfinished);
    step(size.name, || {
        let [people, sessions, one_in] =
            [size.people, size.sessions, size.one_ahead_in].map(|number| number.to_string());
        run(Command::new(generator)
            .args(["populate", "--database", &sqlite(&unfinished)])
            .args(["--people", &people, "--sessions", &sessions])
            .args(["--one-ahead-in", &one_in]))?;
        run(Command::new(binary).args(["check", "--database", &sqlite(&unfinished)]))
    })?;
    for end in ENDS {
        let from = beside(&unfinished, end);
        if from.exists() {
            fs::rename(from, beside(&file, end))?;
        }
    }
    Ok(database)
}

/// SQLite's files, and the key that the store makes beside them.
const ENDS: [&str; 4] = ["", "-wal", "-shm", ".key"];

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

fn remove(file: &Path) {
    for end in ENDS {
        // It may never have been made.
        let _ = fs::remove_file(beside(file, end));
    }
}

/// Names the generator and the week that its dates are counted from.
fn state(generator: &Path) -> Result<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let week = now.context("a clock before 1970")?.as_secs() / WEEK_SECONDS;
    Ok(format!("{}-{week}", digest::of_file(generator)?))
}
