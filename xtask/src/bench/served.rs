//! A release server to measure: started on a free port, asked for its memory and its use of the
//! processor, and ended with the value.
//! Left to others: what it is asked for.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::http;
use crate::postgres::free_port;

const START_LIMIT: Duration = Duration::from_secs(20);
/// Linux counts processor time in these: hundredths of a second.
const TICKS_PER_SECOND: f64 = 100.0;

/// A running release server; it ends when the value is dropped.
pub struct Served {
    server: Child,
    /// Where it listens.
    pub address: String,
    /// From the start of the process until it was ready.
    pub start: Duration,
}

impl Served {
    /// Serves a database, and waits until the server is ready.
    pub fn start(binary: &Path, database: &str) -> Result<Self> {
        Self::start_by(Command::new(binary).args(["serve", "--database", database]))
    }

    /// The same with a key file, which PostgreSQL asks for.
    pub fn start_with_key(binary: &Path, database: &str, key: &Path) -> Result<Self> {
        let mut serve = Command::new(binary);
        serve.args(["serve", "--database", database, "--key-file"]);
        Self::start_by(serve.arg(key))
    }

    fn start_by(serve: &mut Command) -> Result<Self> {
        let address = format!("127.0.0.1:{}", free_port()?);
        let begun = Instant::now();
        let server = serve
            .args(["--listen", &address])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start mawid")?;
        let mut served = Self {
            server,
            address,
            start: Duration::ZERO,
        };
        served.wait_until_ready(begun)?;
        served.start = begun.elapsed();
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

    /// The memory that it holds now.
    pub fn memory(&self) -> Result<String> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        let kib = kib.context("the system does not tell its memory")?;
        Ok(format!("{} MB", kib / 1000))
    }

    /// The share of one core that it takes while nobody asks, measured over `time`.
    pub fn rest(&self, time: Duration) -> Result<String> {
        let before = self.ticks()?;
        sleep(time);
        let used = (self.ticks()? - before) / TICKS_PER_SECOND;
        let share = used / time.as_secs_f64() * 100.0;
        Ok(format!("{share:.2}% over {} s", time.as_secs()))
    }

    /// Processor time so far, in user and system mode.
    fn ticks(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.server.id()))?;
        // The name, in brackets, may hold spaces: count from behind it.
        let (_, rest) = stat.rsplit_once(") ").context("no process times")?;
        let mut fields = rest.split_whitespace().skip(11);
        let mut next = || fields.next()?.parse::<f64>().ok();
        next()
            .zip(next())
            .map(|(user, system)| user + system)
            .context("no process times")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself; both ways it is gone.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
