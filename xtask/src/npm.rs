//! The two tools from npm that make the release smaller: wasm-opt and a JavaScript minifier.
//! Left to others: running them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::run_quietly;
use crate::packages::{Need, ensure};
use crate::paths;
use crate::progress::step;
use crate::toolchain::Mode;

const BINARYEN: &str = "binaryen@132.0.0";
const TERSER: &str = "terser@5.51.4";

/// Node and its package manager.
pub const NODE: [Need; 2] = [Need::program("nodejs", "node"), Need::program("npm", "npm")];

/// What of the tools goes into a bundle: another version makes another bundle.
pub fn recipe(mode: Mode) -> String {
    match mode {
        Mode::Dev => "as compiled".to_owned(),
        Mode::Release => format!("{BINARYEN} {TERSER}"),
    }
}

/// The folder that holds the tools' packages, filled on first use.
pub fn tools() -> Result<PathBuf> {
    let folder = paths::cache().join(format!("npm-{BINARYEN}-{TERSER}").replace('@', "-"));
    let packages = folder.join("node_modules");
    if !folder.join("complete").is_file() {
        ensure(&NODE)?;
        step(
            "fetching wasm-opt and terser from npm (once per user)",
            || {
                fs::create_dir_all(&folder)?;
                run_quietly(
                    Command::new("npm")
                        .args([
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--no-save",
                            "--prefix",
                        ])
                        .arg(&folder)
                        .args([BINARYEN, TERSER]),
                )?;
                fs::write(folder.join("complete"), "").context("cannot write to the cache folder")
            },
        )?;
    }
    Ok(packages)
}
