//! The `mawid` binary. Everything it can do stands in the library.

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    server::commands::run(server::config::Cli::parse()).await
}
