//! Pages as the release serves them: sizes, start, memory, and the speed of the calendar page.
//! Left to others: the database, the load generator.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::served::Served;
use super::sizes::Size;
use super::{Row, sqlite};
use crate::command::{find_program, read};
use crate::http;
use crate::progress::say;
use crate::sample;
use crate::site;

const CALENDAR: &str = "/fr/calendar";
const REST: Duration = Duration::from_secs(20);

/// With the sample programme.
pub fn of_the_sample(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
    let database = sqlite(&folder.join("sample.sqlite"));
    sample::import(binary, &database)?;
    let served = Served::start(binary, &database)?;
    let address = &served.address;
    let style = Size::of_file(&site::style_file()?)?;
    let home = Size::of(&http::get(address, "/fr")?)?.and(style);
    let calendar = Size::of(&http::get(address, CALENDAR)?)?;
    let start = format!("{} ms", served.start.as_millis());
    let idle = served.memory()?;
    let rest = served.rest(REST)?;
    let speed = speed(&served)?;
    Ok(vec![
        Row::new(
            "home, first visit: HTML + style",
            home.text(),
            "≤ 30 kB brotli",
        ),
        Row::new(
            "calendar, later page: HTML",
            calendar.text(),
            "≤ 10 kB brotli",
        ),
        Row::new("cold start until ready", start, "≤ 300 ms"),
        Row::new("processor at rest", rest, "≤ 0.2% of a core"),
        Row::new("memory, idle", idle, "≤ 40 MB"),
        Row::new("memory, after the load", served.memory()?, "≤ 200 MB"),
        Row::new("calendar page, 64 connections", speed, "≥ 15,000/s cached"),
    ])
}

fn speed(served: &Served) -> Result<String> {
    let Some(wrk) = find_program("wrk") else {
        say("wrk is not here (Debian's package wrk): no figure for requests");
        return Ok("not measured".to_owned());
    };
    let output = read(&mut load(
        &wrk,
        &format!("http://{}{CALENDAR}", served.address),
    ))?;
    let part = |name: &str| {
        let line = output
            .lines()
            .find_map(|line| line.trim().strip_prefix(name));
        line.map(|value| value.trim().to_owned())
    };
    let rate = part("Requests/sec:").context("wrk gave no rate")?;
    let faults = part("Non-2xx or 3xx responses:").map(|n| format!(", {n} refused"));
    let p99 = part("99%").unwrap_or_default();
    Ok(format!("{rate}/s, p99 {p99}{}", faults.unwrap_or_default()))
}

fn load(wrk: &PathBuf, url: &str) -> Command {
    let mut command = Command::new(wrk);
    command.args(["-t2", "-c64", "-d10s", "--latency", url]);
    command
}
