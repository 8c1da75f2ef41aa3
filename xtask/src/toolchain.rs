//! Finds a compiler for the browser: a rustup target where there is one, else Debian's compiler
//! with the matching source of the standard library.
//! Left to others: what is compiled with it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, find_program, read, run_quietly, succeeds_within, without_cargo_run};
use crate::packages::{Need, ensure};
use crate::paths;
use crate::progress::{say, step};

/// The browser's target, as rustc calls it.
pub const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Leptos keeps each component behind one type, which makes the bundle a quarter smaller. Server
/// and browser must agree on it, or hydration finds other nodes than it expects.
pub const ERASED: &str = "--cfg erase_components";

/// Small code: no message and no place is kept for a panic, which traps at once.
const SMALL: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// A compiler that can build for the browser.
#[derive(Clone)]
pub enum Toolchain {
    /// The user's own, with the target that rustup installed.
    Own,
    /// Debian's, for which we build the standard library ourselves.
    Debian(Debian),
}

/// Debian's compiler.
#[derive(Clone)]
pub struct Debian {
    version: String,
    linker: PathBuf,
}

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Quick to build, for development and tests.
    Dev,
    /// As shipped: small and slow to build.
    Release,
}

impl Mode {
    /// The name that cargo gives to the server's folder, and we to the site's.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }

    /// The cargo profile of the browser's part.
    pub fn front_profile(self) -> &'static str {
        match self {
            Self::Dev => "front-dev",
            Self::Release => "front-release",
        }
    }
}

/// Finds a compiler, or installs one.
pub fn obtain(mode: Mode) -> Result<Toolchain> {
    let debian = Debian::find();
    match (own_target_is_there(), debian) {
        // Only Debian's compiler comes with the source that the smallest build needs.
        (true, Some(debian)) if mode == Mode::Release => Ok(Toolchain::Debian(debian)),
        (true, _) => Ok(Toolchain::Own),
        (false, Some(debian)) => Ok(Toolchain::Debian(debian)),
        (false, None) => install(),
    }
}

fn install() -> Result<Toolchain> {
    say(format_args!(
        "{TARGET} is not installed: asking rustup for it"
    ));
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]);
    if succeeds_within(&mut rustup, RUSTUP_LIMIT) && own_target_is_there() {
        return Ok(Toolchain::Own);
    }
    say("rustup could not bring it: taking Debian's compiler instead");
    ensure(&[
        Need::file("rustc-web", "/usr/share/doc/rustc-web"),
        Need::file("cargo-web", "/usr/share/doc/cargo-web"),
        Need::file("rust-web-src", "/usr/share/doc/rust-web-src"),
        Need::program("lld-22", "wasm-ld-22"),
    ])?;
    Debian::find().map(Toolchain::Debian).context(
        "no compiler for the browser: neither `rustup target add wasm32-unknown-unknown` nor \
         Debian's rustc-web, cargo-web, rust-web-src and lld-22 gave one",
    )
}

fn own_target_is_there() -> bool {
    let sysroot = read(Command::new("rustc").args(["--print", "sysroot"]));
    sysroot.is_ok_and(|path| {
        let library = Path::new(path.trim())
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib");
        fs::read_dir(library).is_ok_and(|mut files| files.next().is_some())
    })
}

impl Toolchain {
    /// A cargo command for the browser's target; the caller adds what to build.
    pub fn cargo_build(&self, mode: Mode) -> Result<Command> {
        let mut command = match self {
            Self::Own => cargo(),
            Self::Debian(debian) => debian.cargo()?,
        };
        command.args([
            "build",
            "--target",
            TARGET,
            "--profile",
            mode.front_profile(),
        ]);
        command.arg("--target-dir").arg(paths::front());
        // Either would be taken instead of our flags.
        command
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        if mode == Mode::Release {
            command.env(FLAGS, ERASED);
        }
        if let Self::Debian(debian) = self {
            debian.add_std(&mut command, mode)?;
        }
        Ok(command)
    }

    /// For the progress lines.
    pub fn describe(&self) -> String {
        match self {
            Self::Own => "rustup's".to_owned(),
            Self::Debian(debian) => format!("Debian's {}", debian.version),
        }
    }
}

impl Debian {
    fn find() -> Option<Self> {
        let rustc = |what: &str| read(Command::new(DEBIAN_RUSTC).args(["--print", what]));
        if !Path::new(DEBIAN_CARGO).is_file() || !Path::new(DEBIAN_RUSTC).is_file() {
            return None;
        }
        let source =
            Path::new(rustc("sysroot").ok()?.trim()).join("lib/rustlib/src/rust/library/std");
        if !source.is_dir() {
            return None;
        }
        let linker = ["wasm-ld-22", "wasm-ld", "rust-lld"]
            .into_iter()
            .find_map(find_program)?;
        let version = read(Command::new(DEBIAN_RUSTC).arg("--version")).ok()?;
        let version = version.split_whitespace().nth(1)?.to_owned();
        Some(Self { version, linker })
    }

    /// Debian's cargo with Debian's rustc; rustup's stand-ins of the same names are kept out.
    fn cargo(&self) -> Result<Command> {
        let mut command = Command::new(DEBIAN_CARGO);
        without_cargo_run(&mut command);
        let path = env::var_os("PATH").unwrap_or_default();
        let kept = env::split_paths(&path).filter(|folder| !folder.join("rustup").exists());
        command
            .env("PATH", env::join_paths(kept)?)
            .env("RUSTC", DEBIAN_RUSTC);
        command.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", &self.linker);
        Ok(command)
    }

    /// Development takes a standard library that was built once for all clones; the release
    /// builds its own, for size.
    fn add_std(&self, command: &mut Command, mode: Mode) -> Result<()> {
        match mode {
            Mode::Dev => {
                let sysroot = self.sysroot()?;
                let sysroot = sysroot
                    .to_str()
                    .context("the cache folder's name is not UTF-8")?;
                command.env(FLAGS, format!("--sysroot={sysroot}"));
            }
            Mode::Release => {
                command.env("RUSTC_BOOTSTRAP", "1");
                command.env(FLAGS, format!("{ERASED} {SMALL}"));
                command.args([
                    "-Zbuild-std=std,panic_abort",
                    "-Zbuild-std-features=optimize_for_size",
                ]);
            }
        }
        Ok(())
    }

    /// The folder with the standard library for the browser, built when it is missing.
    fn sysroot(&self) -> Result<PathBuf> {
        let done = paths::cache().join(format!("wasm-std-{}", self.version));
        if !done.is_dir() {
            step(
                "building the browser's standard library (once per user)",
                || self.build_std(&done),
            )?;
        }
        Ok(done)
    }

    fn build_std(&self, done: &Path) -> Result<()> {
        let work = done.with_extension(format!("work-{}", std::process::id()));
        let holder = work.join("holder");
        fs::create_dir_all(holder.join("src"))?;
        fs::write(holder.join("Cargo.toml"), HOLDER)?;
        fs::write(holder.join("src/lib.rs"), "#![no_std]\n")?;
        let mut command = self.cargo()?;
        command
            .current_dir(&holder)
            .env("RUSTC_BOOTSTRAP", "1")
            .env_remove("CARGO_TARGET_DIR");
        command.args([
            "build",
            "--release",
            "-Zbuild-std=std,panic_abort",
            "--target",
            TARGET,
        ]);
        command.args(["--target-dir", "target"]);
        run_quietly(&mut command)?;

        let made = holder.join("target").join(TARGET).join("release/deps");
        let sysroot = work.join("sysroot");
        copy_libraries(&made, &sysroot.join("lib/rustlib").join(TARGET).join("lib"))?;
        // In one move, so that another run never sees half of it.
        if fs::rename(&sysroot, done).is_err() && !done.is_dir() {
            bail!("could not put the standard library at {}", done.display());
        }
        fs::remove_dir_all(&work).context("could not tidy up after the standard library")
    }
}

/// The package around which cargo builds the standard library.
const HOLDER: &str =
    "[package]\nname = \"holder\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";

fn copy_libraries(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let file = entry?.path();
        let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if name.ends_with(".rlib") && !name.starts_with("libholder-") {
            fs::copy(&file, to.join(name))?;
        }
    }
    Ok(())
}
