//! Installs what is missing with Debian's package manager, or says exactly what to install.
//! Left to others: knowing what they need.

use std::env;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

use crate::command::{find_program, is_root, run_quietly};
use crate::progress::step;

/// A Debian package, and the sign that it, or its like from elsewhere, is there.
pub struct Need {
    package: &'static str,
    sign: Sign,
}

/// How to see that a package is there.
pub enum Sign {
    /// A program in `PATH`.
    Program(&'static str),
    /// A file or folder.
    File(&'static str),
}

impl Need {
    /// A package that brings a program.
    pub const fn program(package: &'static str, name: &'static str) -> Self {
        Self {
            package,
            sign: Sign::Program(name),
        }
    }

    /// A package that brings a file.
    pub const fn file(package: &'static str, path: &'static str) -> Self {
        Self {
            package,
            sign: Sign::File(path),
        }
    }

    fn is_met(&self) -> bool {
        match self.sign {
            Sign::Program(name) => find_program(name).is_some(),
            Sign::File(path) => Path::new(path).exists(),
        }
    }
}

/// Installs the packages of unmet needs.
pub fn ensure(needs: &[Need]) -> Result<()> {
    let missing: Vec<&str> = needs
        .iter()
        .filter(|need| !need.is_met())
        .map(|need| need.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!(
        "apt-get install --no-install-recommends {}",
        missing.join(" ")
    );
    if find_program("apt-get").is_none() {
        bail!("missing: {} (package names of Debian)", missing.join(", "));
    }
    if !is_root() {
        bail!("missing: {}; as root: {by_hand}", missing.join(", "));
    }
    step(&format!("installing {}", missing.join(", ")), || {
        install(&missing)
    })
    .with_context(|| format!("could not do: {by_hand}"))
}

fn install(packages: &[&str]) -> Result<()> {
    refresh_lists()?;
    run_quietly(
        apt_get()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
    )
}

/// Once per run: package lists on a machine may be missing or old.
fn refresh_lists() -> Result<()> {
    static DONE: OnceLock<()> = OnceLock::new();
    if DONE.get().is_none() {
        run_quietly(apt_get().arg("update"))?;
        // A second caller only finds that it was done.
        let _ = DONE.set(());
    }
    Ok(())
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    if env::var_os("LC_ALL").is_none() {
        command.env("LC_ALL", "C");
    }
    command.args(["-q", "-o", "Dpkg::Use-Pty=0"]);
    command
}
