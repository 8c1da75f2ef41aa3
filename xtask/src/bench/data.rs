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
    remove_others(&folder, size)?;
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
    rename(&unfinished, &file)?;
    Ok(database)
}

/// SQLite's files, and the key that the store makes beside them. The one that is looked for
/// comes last: a database counts as made when everything else is there.
const ENDS: [&str; 4] = ["-wal", "-shm", ".key", ""];

fn rename(from: &Path, to: &Path) -> Result<()> {
    for end in ENDS {
        let part = beside(from, end);
        if part.exists() {
            fs::rename(part, beside(to, end))?;
        }
    }
    Ok(())
}

/// Removes what earlier weeks and earlier generators made of this size: they are not asked for
/// again, and the large ones take gigabytes.
fn remove_others(folder: &Path, size: Size) -> Result<()> {
    let begins = format!("{}-", size.people);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&begins) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("mawid-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_database_that_lost_a_part_on_the_way_does_not_count_as_made() {
        let folder = folder("rename");
        let (from, to) = (folder.join("from"), folder.join("to"));
        for end in ENDS {
            fs::write(beside(&from, end), end).unwrap();
        }
        // A folder stands where the key should: the renaming stops there.
        fs::create_dir(beside(&to, ".key")).unwrap();
        rename(&from, &to).unwrap_err();
        assert!(!to.exists());
        fs::remove_dir(beside(&to, ".key")).unwrap();
        rename(&from, &to).unwrap();
        for end in ENDS {
            assert_eq!(fs::read_to_string(beside(&to, end)).unwrap(), end);
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn databases_of_earlier_weeks_go_and_those_of_another_size_stay() {
        let folder = folder("others");
        let (size, other) = (USUAL.people, HUNDREDFOLD.people);
        let stays = format!("{other}-abc-1.sqlite");
        for name in [
            format!("{size}-abc-1.sqlite"),
            format!("{size}-abc-1.sqlite.key"),
            stays.clone(),
        ] {
            fs::write(folder.join(name), "").unwrap();
        }
        remove_others(&folder, USUAL).unwrap();
        let left: Vec<_> = fs::read_dir(&folder).unwrap().collect();
        assert_eq!(left.len(), 1);
        assert!(folder.join(stays).exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
