//! `mawid check`: prints what the store found. Exit code 0 when every promise
//! holds, 2 with the list of those that do not.

use std::process::ExitCode;

use jiff::Timestamp;
use store::check::{self, Report};

use crate::config::CheckArgs;

/// Exit code of a database with broken promises.
const BROKEN: u8 = 2;

/// Reads the database and prints the report.
pub async fn run(args: CheckArgs) -> anyhow::Result<ExitCode> {
    let store = args.store.open().await?;
    let report = check::run(&mut store.read().await?, Timestamp::now()).await?;
    if args.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print!("{}", told(&report));
    }
    Ok(match report.broken.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(BROKEN),
    })
}

/// The report in words.
fn told(report: &Report) -> String {
    let mut lines: Vec<String> = report
        .broken
        .iter()
        .map(|broken| format!("{}: {}: {}\n", broken.promise, broken.record, broken.found))
        .collect();
    let pools = report.seats.len();
    lines.push(match report.broken.len() {
        0 => format!("Every promise holds ({pools} instances and slots).\n"),
        count => format!("{count} broken promises ({pools} instances and slots).\n"),
    });
    lines.concat()
}
