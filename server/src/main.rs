//! The `mawid` binary. Everything it can do stands in the library.

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

/// Half of the time of a kept page went into the system's allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    server::commands::run(server::config::Cli::parse()).await
}
