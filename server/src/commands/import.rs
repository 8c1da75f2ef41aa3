//! `mawid import`: reads a programme file, keeps it, and prints what changed. Reading is
//! `server::programme`'s, keeping is the store's.

use std::{fmt::Display, path::PathBuf, process::ExitCode};

use clap::Args;
use domain::programme::Noun;
use jiff::Timestamp;
use store::programme::{Change, Import, Report};

use crate::{config::StoreArgs, programme};

/// Settings of `mawid import`.
#[derive(Clone, Debug, Args)]
pub struct ImportArgs {
    /// The programme file (TOML; its format stands in programme/README.md)
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where the records are.
    #[command(flatten)]
    pub store: StoreArgs,
    /// Only say what would change
    #[arg(long)]
    pub dry_run: bool,
    /// Count the sample dates anew, from next Monday
    ///
    /// Without it, a date once chosen stays. Dates that stand in the file are not touched.
    #[arg(long)]
    pub redate: bool,
}

/// Imports the file, all or nothing.
pub async fn run(args: ImportArgs) -> anyhow::Result<ExitCode> {
    let programme = match programme::read(&args.file)? {
        Ok(programme) => programme,
        Err(faults) => return Ok(refused(&faults)),
    };
    let store = args.store.open().await?;
    let import = Import {
        programme,
        dry_run: args.dry_run,
        redate: args.redate,
        now: Timestamp::now(),
    };
    match store.write(import).await? {
        Ok(report) => print!("{}", told(&report, args.dry_run)),
        Err(reasons) => return Ok(refused(&reasons)),
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what is wrong, a line each, so that an editor can follow the lines.
fn refused(why: &impl Display) -> ExitCode {
    eprintln!("{why}\nNothing was imported.");
    ExitCode::FAILURE
}

/// The report in words: what changed, then how much of each noun, then what to look at.
fn told(report: &Report, dry_run: bool) -> String {
    let mut text = String::new();
    let changed = report.changes().filter(|it| it.change != Change::Unchanged);
    for it in changed {
        line(
            &mut text,
            &format!("{} {} \"{}\"", it.change.word(), it.noun.as_str(), it.slug),
        );
    }
    for noun in Noun::ALL.iter().copied() {
        line(&mut text, &counts(report, noun));
    }
    for (noun, slug) in report.left_alone() {
        line(
            &mut text,
            &format!("not in the file, left alone: {} \"{slug}\"", noun.as_str()),
        );
    }
    for note in report.notes() {
        line(&mut text, &format!("note: {note}"));
    }
    line(&mut text, verdict(report, dry_run));
    text
}

/// `course: 2 created, 4 unchanged`.
fn counts(report: &Report, noun: Noun) -> String {
    let counts = [Change::Created, Change::Updated, Change::Unchanged]
        .map(|change| (report.count(noun, change), change.word()));
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<_> = counts
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let none = "none in the file".to_owned();
    let counts = if counts.is_empty() {
        none
    } else {
        counts.join(", ")
    };
    format!("{}: {counts}", noun.as_str())
}

fn verdict(report: &Report, dry_run: bool) -> &'static str {
    match (report.is_unchanged(), dry_run) {
        (true, _) => "Nothing to change.",
        (false, true) => "Nothing was written: this was a dry run.",
        (false, false) => "Imported.",
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
