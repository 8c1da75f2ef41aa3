//! Builds the binary `mawid`, with the browser's part beside or inside it.
//! Left to others: running it.

use std::path::PathBuf;

use anyhow::Result;

use crate::command::{cargo, run};
use crate::front;
use crate::lock;
use crate::paths;
use crate::progress::step;
use crate::site;
use crate::toolchain::{ERASED, Mode};

/// Builds the browser's part and the server, and returns the binary's path.
pub fn build_all(mode: Mode) -> Result<PathBuf> {
    let _alone = lock::take()?;
    let site = lay_out_site(mode)?;
    step("compiling the server", || build(mode, &site))
}

/// Builds the browser's part into `target/site`, and returns its hash.
pub fn build_site(mode: Mode) -> Result<String> {
    let _alone = lock::take()?;
    lay_out_site(mode)
}

fn lay_out_site(mode: Mode) -> Result<String> {
    let bundles = front::build(mode)?;
    step("laying out target/site", || site::lay_out(&bundles, mode))
}

fn build(mode: Mode, site: &str) -> Result<PathBuf> {
    let mut command = cargo();
    command.args(["build", "--package", "server", "--bin", "mawid"]);
    if mode == Mode::Release {
        // The release carries the site inside: the variable tells cargo when it changed.
        command.arg("--release").env("MAWID_SITE", site);
        command.env("RUSTFLAGS", ERASED);
    }
    run(&mut command)?;
    Ok(paths::target().join(mode.name()).join("mawid"))
}
