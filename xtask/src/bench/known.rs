//! Whether waiting tells what no page tells: if a woman has signed up before. Her form is sent
//! from another browser, in turns with one of somebody new.
//! Left to others: that both get the same page (tests of the server).

use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;

use super::form::{EnrolForm, READS};
use super::rush::{RUN, programme};
use super::served::Served;
use super::{Row, durable, sqlite};
use crate::command::run;

/// Of each.
const TRIES: u64 = 2_000;
/// Enough for all of them: everyone is told the same.
const SEATS: u64 = 3 * TRIES;

/// The medians beside each other.
pub fn rows(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
    let key = durable::key(folder)?;
    let database = sqlite(&folder.join("known.sqlite"));
    run(Command::new(binary)
        .arg("import")
        .arg(programme(folder, SEATS)?)
        .args(["--database", &database, "--key-file"])
        .arg(&key))?;
    let served = Served::start_with_key(binary, &database, &key)?;
    let address = &served.address;
    send_all(address, 0..TRIES)?;
    // In turns, so that whatever else the machine does falls on both alike.
    let times = send_all(address, (0..TRIES).flat_map(|n| [n, TRIES + n]))?;
    let every_other = |first| median(times.iter().skip(first).step_by(2).copied().collect());
    let (known, new) = (every_other(0), every_other(1));
    let apart = known.abs_diff(new);
    Ok(vec![Row::new(
        format!("a known and a new phone, medians of {TRIES} tries each"),
        format!("{known:.2?} and {new:.2?}, {apart:.2?} apart"),
        "within 1 ms",
    )])
}

/// Opens a form for each, reads them all, then sends one after the other.
fn send_all(address: &str, women: impl Iterator<Item = u64>) -> Result<Vec<Duration>> {
    let open = women.map(|n| Ok((n, EnrolForm::open(address, RUN)?)));
    let open = open.collect::<Result<Vec<_>>>()?;
    sleep(READS);
    let sent = open.into_iter().map(|(n, form)| form.send(address, n));
    sent.collect()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
