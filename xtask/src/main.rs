//! `cargo xtask`: builds, serves, tests and measures Mawid, from a machine that has Rust and its
//! package managers and nothing else.
//! Left to others: each step, which has a file of its own.

mod bench;
mod browser;
mod command;
mod compress;
mod digest;
mod front;
mod http;
mod lock;
mod npm;
mod packages;
mod paths;
mod postgres;
mod progress;
mod rust;
mod sample;
mod serve;
mod server;
mod site;
mod style;
mod tally;
mod test;
mod toolchain;

use std::env;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::progress::say;
use crate::toolchain::Mode;

/// Builds, serves, tests and measures Mawid.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Builds both bundles and the binary `mawid`
    Build {
        /// Small and fast, all in one file: target/release/mawid
        #[arg(long)]
        release: bool,
    },
    /// Builds, fills ./data with the sample programme on the first time, and serves
    Serve {
        /// The address to listen on
        #[arg(long, default_value = "127.0.0.1:3000")]
        listen: String,
    },
    /// Checks and tests everything
    Test {
        /// The slow tests too, and the browser tests against the release
        #[arg(long)]
        all: bool,
    },
    /// Measures sizes and speed of the release against the budgets
    Bench,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(fault) => {
            say(format_args!("stopped: {fault:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    env::set_current_dir(paths::root())?;
    match task {
        Task::Build { release } => build(if release { Mode::Release } else { Mode::Dev })?,
        Task::Serve { listen } => serve::run(&listen)?,
        Task::Test { all } => return Ok(test::run(all)),
        Task::Bench => bench::run()?,
    }
    Ok(ExitCode::SUCCESS)
}

fn build(mode: Mode) -> Result<()> {
    let binary = server::build_all(mode)?;
    say(format_args!("built {}", binary.display()));
    Ok(())
}
