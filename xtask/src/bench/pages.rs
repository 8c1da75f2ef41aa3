//! Pages as the release serves them: sizes, start, memory, and the speed of the calendar page.
//! Left to others: making the databases, the load.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use super::served::Served;
use super::sizes::Size;
use super::{Row, data, sqlite, wrk};
use crate::http;
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
    ])
}

/// With a generated database: the calendar page, kept and not, and what the server then holds.
pub fn of_data(binary: &Path, folder: &Path, database: &str, size: data::Size) -> Result<Vec<Row>> {
    let served = Served::start(binary, database)?;
    let url = format!("http://{}{CALENDAR}", served.address);
    let kept = wrk::same_page(&url)?;
    let new = wrk::new_pages(&url, folder)?;
    let row = |what: &str, value, bar| Row::new(format!("{what} ({})", size.name), value, bar);
    Ok(vec![
        row(
            "calendar, kept, 64 connections",
            kept,
            "≥ 15,000/s, p99 ≤ 15 ms",
        ),
        row(
            "calendar, not asked before, 8 connections",
            new,
            "≥ 400/s, p99 ≤ 50 ms",
        ),
        row("memory after the load", served.memory()?, "≤ 200 MB"),
    ])
}
