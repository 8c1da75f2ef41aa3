//! The commands of the binary, one file each, and their exit codes.

pub mod account;
pub mod check;
pub mod import;
pub mod serve;

use std::process::ExitCode;

use crate::config::{Cli, Command, StoreArgs};

/// Exit code of a command that could not do its work.
const FAILED: u8 = 1;

/// Runs what the operator asked for. Errors are told on standard error, causes included.
pub async fn run(cli: Cli) -> ExitCode {
    let done = match cli.command {
        Command::Serve(args) => serve::run(args).await,
        Command::Import(args) => import::run(args).await,
        Command::Account(args) => account::run(args).await,
        Command::Check(args) => check::run(args).await,
    };
    done.unwrap_or_else(|error| {
        eprintln!("mawid: {error:#}");
        ExitCode::from(FAILED)
    })
}

impl StoreArgs {
    /// Opens the database, and says so when a key was made for it.
    pub async fn open(&self) -> anyhow::Result<store::Store> {
        let key = match &self.key_file {
            Some(file) => store::KeySource::File(file.clone()),
            None => store::KeySource::Beside,
        };
        let store = store::Store::open(&self.database, key).await?;
        if let Some(file) = store.fresh_key() {
            eprintln!(
                "Made a new key: {}. Names and phone numbers cannot be read without it: \
                 back this up apart from the database.",
                file.display()
            );
        }
        Ok(store)
    }
}
