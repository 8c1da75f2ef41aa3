//! Measures the release against the budgets of `ARCHITECTURE.md`: sizes, start, memory, and the
//! speed of the calendar page.
//! Left to others: building it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command::{find_program, read};
use crate::compress::brotli;
use crate::front::Bundle;
use crate::http;
use crate::postgres::free_port;
use crate::progress::{say, step};
use crate::sample;
use crate::server;
use crate::site;
use crate::toolchain::Mode;

const START_LIMIT: Duration = Duration::from_secs(20);
const CALENDAR: &str = "/fr/calendar";

/// One measured figure beside its bar.
struct Row {
    what: String,
    value: String,
    bar: &'static str,
}

/// Builds the release, measures and prints the table.
pub fn run() -> Result<()> {
    let binary = server::build_all(Mode::Release)?;
    let mut rows = bundle_rows()?;
    let folder = env::temp_dir().join(format!("mawid-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let measured = step("measuring a running server", || {
        Served::start(&binary, &folder)?.rows()
    });
    // What cannot be removed is in the system's temporary folder.
    let _ = fs::remove_dir_all(&folder);
    rows.extend(measured?);
    print(&rows);
    Ok(())
}

fn bundle_rows() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (bundle, bar) in [
        (Bundle::Public, "≤ 240 kB, goal 200"),
        (Bundle::Staff, "≤ 400 kB"),
    ] {
        let wasm = Size::of_file(&site::bundle_file(bundle, "wasm")?)?;
        let glue = Size::of_file(&site::bundle_file(bundle, "js")?)?;
        let what = format!("{} bundle: WebAssembly + glue", bundle.name());
        rows.push(Row {
            what,
            value: wasm.and(glue).text(),
            bar,
        });
    }
    rows.push(Row {
        what: "style sheet".to_owned(),
        value: Size::of_file(&site::style_file()?)?.text(),
        bar: "within the page",
    });
    Ok(rows)
}

/// A size as it lies on the disk and as it travels.
#[derive(Clone, Copy)]
struct Size {
    raw: usize,
    brotli: usize,
}

impl Size {
    fn of(content: &[u8]) -> Result<Self> {
        Ok(Self {
            raw: content.len(),
            brotli: brotli(content)?.len(),
        })
    }

    fn of_file(path: &Path) -> Result<Self> {
        Self::of(&fs::read(path)?)
    }

    fn and(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            brotli: self.brotli + other.brotli,
        }
    }

    fn text(self) -> String {
        format!("{} B raw, {} B brotli", self.raw, self.brotli)
    }
}

/// A release server over the sample programme; it ends when the value is dropped.
struct Served {
    server: Child,
    address: String,
    start_ms: u128,
}

impl Served {
    fn start(binary: &Path, folder: &Path) -> Result<Self> {
        let database = format!("sqlite:{}", folder.join("mawid.sqlite").display());
        sample::import(binary, &database)?;
        let address = format!("127.0.0.1:{}", free_port()?);
        let begun = Instant::now();
        let server = Command::new(binary)
            .args(["serve", "--database", &database, "--listen", &address])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start mawid")?;
        let mut served = Self {
            server,
            address,
            start_ms: 0,
        };
        served.wait_until_ready(begun)?;
        served.start_ms = begun.elapsed().as_millis();
        Ok(served)
    }

    fn wait_until_ready(&self, begun: Instant) -> Result<()> {
        while begun.elapsed() < START_LIMIT {
            if http::get(&self.address, "/readyz").is_ok() {
                return Ok(());
            }
            sleep(Duration::from_millis(2));
        }
        bail!("mawid was not ready after {START_LIMIT:?}")
    }

    fn rows(&self) -> Result<Vec<Row>> {
        let style = Size::of_file(&site::style_file()?)?;
        let home = Size::of(&http::get(&self.address, "/fr")?)?;
        let calendar = Size::of(&http::get(&self.address, CALENDAR)?)?;
        let idle = self.memory()?;
        let speed = self.speed()?;
        let row = |what: &str, value: String, bar| Row {
            what: what.to_owned(),
            value,
            bar,
        };
        Ok(vec![
            row(
                "home, first visit: HTML + style",
                home.and(style).text(),
                "≤ 30 kB brotli",
            ),
            row(
                "calendar, later page: HTML",
                calendar.text(),
                "≤ 10 kB brotli",
            ),
            row(
                "cold start until ready",
                format!("{} ms", self.start_ms),
                "≤ 300 ms",
            ),
            row("memory, idle", idle, "≤ 40 MB"),
            row("memory, after the load", self.memory()?, "≤ 200 MB"),
            row(
                "calendar page, 64 connections",
                speed,
                "≥ 15,000/s cached, ≥ 400/s uncached",
            ),
        ])
    }

    fn memory(&self) -> Result<String> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        Ok(format!(
            "{} MB",
            kib.context("the system does not tell its memory")? / 1000
        ))
    }

    fn speed(&self) -> Result<String> {
        let Some(wrk) = find_program("wrk") else {
            say("wrk is not here (Debian's package wrk): no figure for requests");
            return Ok("not measured".to_owned());
        };
        let output = read(&mut load(
            &wrk,
            &format!("http://{}{CALENDAR}", self.address),
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
}

fn load(wrk: &PathBuf, url: &str) -> Command {
    let mut command = Command::new(wrk);
    command.args(["-t2", "-c64", "-d10s", "--latency", url]);
    command
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself; both ways it is gone.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn print(rows: &[Row]) {
    println!("| what | measured | bar |\n|---|---|---|");
    for Row { what, value, bar } in rows {
        println!("| {what} | {value} | {bar} |");
    }
}
