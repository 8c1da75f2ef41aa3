//! Serves a development build over a database in `./data`, which it fills on the first time.
//! Left to others: building, and what the sample is.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::progress::{say, step};
use crate::sample;
use crate::server;
use crate::toolchain::Mode;

const FOLDER: &str = "data";
const FILE: &str = "data/mawid.sqlite";
const DATABASE: &str = "sqlite:data/mawid.sqlite";
const FACILITATOR: &str = "facilitator@mawid.example";

/// Builds, fills, and becomes the server.
pub fn run(listen: &str) -> Result<()> {
    let binary = server::build_all(Mode::Dev)?;
    if !Path::new(FILE).exists() {
        step("filling data/ with the sample programme", || fill(&binary))?;
    }
    say(format_args!(
        "serving on http://{listen}/ (stop with Ctrl-C)"
    ));
    let fault = Command::new(&binary)
        .args(["serve", "--database", DATABASE, "--listen", listen])
        .exec();
    Err(fault).context("cannot start mawid")
}

/// A half-filled database would never be filled again: it goes when a step fails.
fn fill(binary: &Path) -> Result<()> {
    fs::create_dir_all(FOLDER)?;
    let filled = sample::import(binary, DATABASE)
        .and_then(|()| sample::add_facilitator(binary, DATABASE, FACILITATOR));
    let password = filled.inspect_err(|_| remove_database())?;
    say("a facilitator for trying it out, said only this once:");
    say(format_args!("  e-mail    {FACILITATOR}"));
    say(format_args!("  password  {password}"));
    Ok(())
}

fn remove_database() {
    for end in ["", "-wal", "-shm"] {
        // It may never have been made.
        let _ = fs::remove_file(format!("{FILE}{end}"));
    }
}
