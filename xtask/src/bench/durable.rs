//! Sign-ups that are durable when they are answered, in the store, on both databases.
//! Left to others: the same over HTTP.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{Row, sqlite};
use crate::command::read;
use crate::postgres::Postgres;
use crate::progress::{say, step};

/// More than one measurement signs up.
const PEOPLE_APART: u32 = 20_000;

/// 64 clients at once, on databases of their own.
pub fn rows(generator: &Path, folder: &Path) -> Result<Vec<Row>> {
    let mut rows = vec![row(
        "SQLite, 100 instances",
        "≥ 2,000/s",
        generator,
        folder,
        &sqlite(&folder.join("durable.sqlite")),
        100,
    )?];
    let postgres = match step("starting PostgreSQL", Postgres::start_durable) {
        Ok(postgres) => postgres,
        Err(fault) => {
            say(format_args!("no figures for PostgreSQL: {fault:#}"));
            return Ok(rows);
        }
    };
    for (what, bar, instances) in [
        ("PostgreSQL, 100 instances", "≥ 500/s", 100),
        ("PostgreSQL, one instance", "≥ 150/s", 1),
    ] {
        rows.push(row(
            what,
            bar,
            generator,
            folder,
            &postgres.url(),
            instances,
        )?);
    }
    Ok(rows)
}

fn row(
    what: &str,
    bar: &'static str,
    generator: &Path,
    folder: &Path,
    database: &str,
    instances: u32,
) -> Result<Row> {
    let key = key(folder)?;
    let line = read(
        Command::new(generator)
            .current_dir(folder)
            .args(["rate", "--database", database, "--key-file"])
            .arg(&key)
            .args(["--instances", &instances.to_string()])
            // Other people for each row: nobody signs up twice.
            .args(["--first-person", &(instances * PEOPLE_APART).to_string()]),
    )?;
    let value = |name: &str| {
        let mut words = line.split_whitespace().skip_while(|word| *word != name);
        words.nth(1).with_context(|| format!("no {name}"))
    };
    let (rate, p99) = (value("sign_ups_per_second")?, value("p99_ms")?);
    let fsyncs = value("fsyncs_per_second")?;
    Ok(Row::new(
        format!("durable sign-ups, {what}"),
        format!("{rate}/s, p99 {p99} ms (fsync {fsyncs}/s)"),
        bar,
    ))
}

/// A key file for databases of one measurement.
pub fn key(folder: &Path) -> Result<PathBuf> {
    let key = folder.join("durable.key");
    if !key.exists() {
        // Any 32 bytes will do: the data are nobody's.
        fs::write(&key, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")?;
    }
    Ok(key)
}
