//! Says what is being done, with the time since the start, so that a long step is never silent.
//! Left to others: what the steps are.

use std::fmt::Display;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use anyhow::Result;

static START: OnceLock<Instant> = OnceLock::new();

/// Prints one line with the time since the command began.
pub fn say(text: impl Display) {
    let since_start = START.get_or_init(Instant::now).elapsed();
    eprintln!("[{}] {text}", clock(since_start));
}

/// Runs one piece of work between two lines: its beginning, and its end with the time it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(format_args!("{name} …"));
    let begun = Instant::now();
    let result = work();
    let took = clock(begun.elapsed());
    match &result {
        Ok(_) => say(format_args!("{name}: done in {took}")),
        Err(fault) => say(format_args!("{name}: FAILED after {took}: {fault:#}")),
    }
    result
}

/// Minutes and seconds, as `3:07`.
pub fn clock(time: Duration) -> String {
    format!("{:>2}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}
