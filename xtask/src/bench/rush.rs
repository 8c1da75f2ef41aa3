//! A rush over HTTP: 500 women open the form of a run with 20 seats within ten seconds and send
//! it, as plain forms. Left to others: durable sign-ups without HTTP.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::form::{EnrolForm, READS};
use super::served::Served;
use super::{Row, durable, sqlite};
use crate::command::{read, run};
use crate::postgres::Postgres;
use crate::progress::{say, step};

const PROGRAMME: &str = "programme";
/// The run that they want.
pub const RUN: &str = "digitalisation-tuesday";
const ROOM: &str = "digital-lab-computers";
const SEATS: u64 = 20;
const WOMEN: u64 = 500;
const WITHIN: Duration = Duration::from_secs(10);

/// On both databases, each with the rate at which the disk made pages durable just then.
pub fn rows(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
    let programme = programme(folder, SEATS)?;
    let file = sqlite(&folder.join("rush.sqlite"));
    let mut rows = vec![row("SQLite", binary, folder, &programme, &file)?];
    match step("starting PostgreSQL", Postgres::start_durable) {
        Ok(postgres) => {
            let url = postgres.url();
            rows.push(row("PostgreSQL", binary, folder, &programme, &url)?);
        }
        Err(fault) => say(format_args!("no rush on PostgreSQL: {fault:#}")),
    }
    Ok(rows)
}

/// The sample programme with so many seats in one run, and in the room that it meets in.
pub fn programme(folder: &Path, seats: u64) -> Result<PathBuf> {
    let copy = folder.join(format!("with-{seats}-seats"));
    run(Command::new("cp").arg("-r").arg(PROGRAMME).arg(&copy))?;
    let file = copy.join("sse-cluster.toml");
    let text = fs::read_to_string(&file)?;
    let text = with_number(&text, ROOM, "capacity", seats)?;
    let text = with_number(&text, RUN, "seats", seats)?;
    fs::write(&file, text)?;
    Ok(file)
}

/// The programme's text with another number in the first such line behind this slug.
fn with_number(text: &str, slug: &str, name: &str, number: u64) -> Result<String> {
    let slug = format!("\nslug = \"{slug}\"\n");
    let (before, after) = text.split_once(&slug).context("no such slug")?;
    let name = format!("\n{name} = ");
    let (between, rest) = after.split_once(&name).context("no such line")?;
    let (_, rest) = rest.split_once('\n').context("no end of the line")?;
    Ok(format!("{before}{slug}{between}{name}{number}\n{rest}"))
}

fn row(what: &str, binary: &Path, folder: &Path, programme: &Path, database: &str) -> Result<Row> {
    let key = durable::key(folder)?;
    run(Command::new(binary)
        .arg("import")
        .arg(programme)
        .args(["--database", database, "--key-file"])
        .arg(&key))?;
    let served = Served::start_with_key(binary, database, &key)?;
    let mut times = rush(&served.address)?;
    times.sort_unstable();
    let p99 = times[times.len() * 99 / 100];
    let (seated, waiting) = told(binary, database, &key)?;
    let oversold = seated.saturating_sub(SEATS);
    let lost = WOMEN - seated - waiting;
    Ok(Row::new(
        format!("rush, {WOMEN} women, {SEATS} seats, 10 s, {what}"),
        format!(
            "oversold {oversold}, lost {lost}, errors 0, p99 {} ms (fsync {}/s)",
            p99.as_millis(),
            fsyncs(folder)?
        ),
        "0 oversold, 0 errors, p99 ≤ 300 ms",
    ))
}

/// How long each of them waited for her answer. An answer that is no redirect to her confirmation
/// is an error, and ends the measurement.
fn rush(address: &str) -> Result<Vec<Duration>> {
    let begun = Instant::now();
    let women: Vec<_> = (0..WOMEN)
        .map(|n| {
            let address = address.to_owned();
            // Evenly over the time, so that the figure is one of the server and not of luck.
            let comes = begun + WITHIN.mul_f64(n as f64 / WOMEN as f64);
            thread::spawn(move || {
                sleep(comes.saturating_duration_since(Instant::now()));
                sign_up(&address, n)
            })
        })
        .collect();
    let waited = |woman: thread::JoinHandle<Result<Duration>>| {
        woman.join().unwrap_or_else(|_| bail!("a client panicked"))
    };
    women.into_iter().map(waited).collect()
}

fn sign_up(address: &str, n: u64) -> Result<Duration> {
    let form = EnrolForm::open(address, RUN)?;
    sleep(READS);
    form.send(address, n)
}

/// How many have a seat and how many wait, where every promise is kept.
fn told(binary: &Path, database: &str, key: &Path) -> Result<(u64, u64)> {
    let report = read(
        Command::new(binary)
            .args(["check", "--json", "--database", database, "--key-file"])
            .arg(key),
    )?;
    let report: Value = serde_json::from_str(&report)?;
    let pools = report["seats"].as_array().context("no pools")?;
    let pool = pools
        .iter()
        .find(|pool| pool["slug"] == RUN)
        .context("the run has no pool")?;
    let count = |name: &str| pool[name].as_u64().with_context(|| format!("no {name}"));
    Ok((count("confirmed")?, count("waitlisted")?))
}

/// Pages made durable one after the other in a second.
fn fsyncs(folder: &Path) -> Result<u32> {
    use std::io::Write as _;

    let path = folder.join("fsync");
    let mut file = fs::File::create(&path)?;
    let begun = Instant::now();
    let mut count = 0;
    while begun.elapsed() < Duration::from_secs(1) {
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    fs::remove_file(&path)?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_changed_and_nothing_else() {
        let text = "a\nslug = \"x\"\nseats = 1\nslug = \"y\"\nkind = 1\nseats = 2\nb\n";
        let changed = "a\nslug = \"x\"\nseats = 1\nslug = \"y\"\nkind = 1\nseats = 20\nb\n";
        assert_eq!(with_number(text, "y", "seats", 20).unwrap(), changed);
        assert!(with_number(text, "z", "seats", 20).is_err());
    }
}
