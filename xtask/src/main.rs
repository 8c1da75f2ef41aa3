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
mod weigh;

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
        /// Only the browser's part, into target/site
        #[arg(long)]
        front: bool,
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
    /// Says what makes the release's bundles big
    Weigh,
    /// Measures sizes and speed of the release against the budgets
    Bench {
        /// Without the database of a million people, which takes minutes to make
        #[arg(long)]
        quick: bool,
        /// Only this group of figures; may be said more than once
        #[arg(long, value_enum)]
        only: Vec<bench::Group>,
    },
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
        Task::Build { release, front } => {
            build(if release { Mode::Release } else { Mode::Dev }, front)?;
        }
        Task::Serve { listen } => serve::run(&listen)?,
        Task::Test { all } => return Ok(test::run(all)),
        Task::Weigh => weigh::run()?,
        Task::Bench { quick, only } => bench::run(quick, only)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn build(mode: Mode, front: bool) -> Result<()> {
    if front {
        let site = server::build_site(mode)?;
        say(format_args!("laid out target/site ({site})"));
        return Ok(());
    }
    let binary = server::build_all(mode)?;
    say(format_args!("built {}", binary.display()));
    Ok(())
}
