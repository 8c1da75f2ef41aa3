//! Debian's load generator `wrk`: one page again and again, or pages that nobody asked for yet.
//! Left to others: the server that answers.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{find_program, read};
use crate::progress::say;

/// What phones say that they can read.
const CODINGS: &str = "Accept-Encoding: br, gzip";

/// Asks for one page over 64 connections for ten seconds, after a first time that is not counted.
pub fn same_page(url: &str) -> Result<String> {
    measure(&["-t1", "-c1", "-d1s"], url)?;
    measure(&["-t2", "-c64", "-d10s"], url)
}

/// Asks for calendars over 8 connections for ten seconds, no two of them alike: a day of the
/// weeks ahead and a filter.
pub fn new_pages(url: &str, folder: &Path) -> Result<String> {
    let script = folder.join("calendars.lua");
    fs::write(&script, CALENDARS)?;
    let script = script.to_str().context("an odd folder")?;
    measure(&["-t1", "-c8", "-d10s", "-s", script], url)
}

/// 126 days × 3 views × 5 themes × 4 parts of the day × 16 boxes; the step shares no factor with
/// their number, so that none comes twice.
const CALENDARS: &str = r#"
local views = { "", "&view=week", "&view=month" }
local themes = { "", "&theme=digital", "&theme=marketing", "&theme=design", "&theme=image" }
local parts = { "", "&part=morning", "&part=afternoon", "&part=evening" }
local boxes = { "&women_only=yes", "&childcare=yes", "&step_free=yes", "&free=yes" }
local total = 126 * 3 * 5 * 4 * 16
local asked = 0
local today = os.time()
request = function()
  local n = (asked * 7919 + 17) % total
  asked = asked + 1
  local take = function(of) local rest = n % of; n = math.floor(n / of); return rest end
  local query = "?date=" .. os.date("%Y-%m-%d", today + 86400 * take(126))
  query = query .. views[take(3) + 1] .. themes[take(5) + 1] .. parts[take(4) + 1]
  for _, box in ipairs(boxes) do if take(2) == 1 then query = query .. box end end
  return wrk.format("GET", wrk.path .. query)
end
"#;

fn measure(how: &[&str], url: &str) -> Result<String> {
    let Some(wrk) = find_program("wrk") else {
        say("wrk is not here (Debian's package wrk): no figure for requests");
        return Ok("not measured".to_owned());
    };
    let mut command = Command::new(wrk);
    let output = read(command.args(how).args(["--latency", "-H", CODINGS, url]))?;
    let part = |name: &str| {
        let mut lines = output.lines().map(str::trim);
        lines.find_map(|line| Some(line.strip_prefix(name)?.trim().to_owned()))
    };
    let rate = part("Requests/sec:").context("wrk gave no rate")?;
    let p99 = part("99%").unwrap_or_default();
    let faults = ["Non-2xx or 3xx responses:", "Socket errors:"];
    let faults = faults.map(|name| part(name).map(|said| format!(", {name} {said}")));
    Ok(format!(
        "{rate}/s, p99 {p99}{}",
        faults.map(Option::unwrap_or_default).concat()
    ))
}
