//! The walk of the store's promises (`store/tests/promises`), longer than a test run can afford:
//! in memory, where the disk does not count. Durability is measured elsewhere.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::Row;
use crate::command::{cargo, run_quietly};
use crate::postgres::Postgres;
use crate::progress::{say, step};

/// Linux keeps this folder in memory.
const MEMORY: &str = "/dev/shm";
const STEPS_ON_SQLITE: u64 = 1_000_000;
const STEPS_ON_BOTH: u64 = 100_000;

/// On SQLite alone, then on both databases whose answers are compared step by step; `quick` takes
/// a hundredth of the steps.
pub fn rows(quick: bool) -> Result<Vec<Row>> {
    let share = if quick { 100 } else { 1 };
    let mut rows = vec![row("SQLite", STEPS_ON_SQLITE / share, None)?];
    match step("starting PostgreSQL", Postgres::start) {
        Ok(postgres) => rows.push(row(
            "SQLite beside PostgreSQL",
            STEPS_ON_BOTH / share,
            Some(&postgres.url()),
        )?),
        Err(fault) => say(format_args!("no comparison with PostgreSQL: {fault:#}")),
    }
    Ok(rows)
}

fn row(what: &str, steps: u64, postgres: Option<&str>) -> Result<Row> {
    let mut seed = [0; 8];
    getrandom::fill(&mut seed).context("the system has no random bytes")?;
    let seed = u64::from_le_bytes(seed);
    say(format_args!(
        "walking: MAWID_TEST_SEED={seed} MAWID_TEST_STEPS={steps}"
    ));
    let mut walk = cargo();
    walk.args(["test", "--quiet", "--package", "store"])
        .args(["--features", "testing", "--test", "promises"])
        .env("TMPDIR", MEMORY)
        .env("MAWID_TEST_SEED", seed.to_string())
        .env("MAWID_TEST_STEPS", steps.to_string())
        .env_remove("MAWID_TEST_POSTGRES");
    if let Some(url) = postgres {
        walk.env("MAWID_TEST_POSTGRES", url);
    }
    let begun = Instant::now();
    run_quietly(&mut walk).context("the walk found a difference")?;
    let took = Duration::from_secs(begun.elapsed().as_secs());
    Ok(Row::new(
        format!("random steps against the model, {what}"),
        format!("{steps}: 0 differences ({took:?}, seed {seed})"),
        "0 differences, every promise kept",
    ))
}
