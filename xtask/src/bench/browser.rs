//! What a cheap phone on a weak network sees, measured in Chromium by `end2end/bench`.
//! Left to others: the server; how it is measured.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::served::Served;
use super::{Row, sqlite};
use crate::browser;
use crate::command::read;
use crate::sample;

/// With the sample programme: pages, taps, and a sign-up without scripts.
pub fn of_the_sample(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
    browser::set_up()?;
    let database = sqlite(&folder.join("browser.sqlite"));
    sample::import(binary, &database)?;
    let served = Served::start(binary, &database)?;
    let mut command = browser::node();
    command.arg("bench/main.js");
    command.arg(format!("http://{}", served.address));
    let figures = read(&mut command)?;
    let figures = serde_json::from_str(&figures).context("end2end/bench printed no JSON")?;
    rows(&figures).context("end2end/bench left a figure out")
}

fn rows(figures: &Value) -> Option<Vec<Row>> {
    let mut rows = Vec::new();
    for (page, seen) in figures["pages"].as_object()? {
        rows.extend(of_page(page, seen)?);
    }
    let taps = &figures["taps"];
    rows.push(tap("before the page is live", &taps["before"])?);
    rows.push(tap("while the page comes alive", &taps["during"])?);
    let afterwards = number(&taps["afterwards"], "wait_ms")?;
    rows.push(Row::new(
        "tap on a live page, until the next picture",
        format!("{afterwards} ms"),
        "≤ 100 ms",
    ));
    let sign_up = &figures["signUp"];
    let (waiting, taps) = (sign_up["waiting_s"].as_f64()?, number(sign_up, "taps")?);
    rows.push(Row::new(
        "first sign-up, no scripts, 50 kbit/s, 2 s",
        format!("{waiting} s of waiting, {taps} taps"),
        "≤ 30 s, ≤ 12 taps",
    ));
    Some(rows)
}

fn of_page(page: &str, seen: &Value) -> Option<[Row; 4]> {
    let (bytes, app) = (number(seen, "page_bytes")?, number(seen, "app_bytes")?);
    let (lcp, task) = (number(seen, "lcp_ms")?, number(seen, "longest_task_ms")?);
    let shift = number(seen, "cls_thousandths")?;
    let row = |what: &str, value: String, bar| Row::new(format!("{page}: {what}"), value, bar);
    Some([
        row(
            "bytes on the wire, HTML + style; scripts",
            format!("{bytes} B; {app} B"),
            "≤ 30 kB; ≤ 240 kB",
        ),
        row("LCP, slow 4G, processor ×4", format!("{lcp} ms"), "≤ 1.2 s"),
        row("CLS", format!("0.{shift:03}"), "≤ 0.02"),
        row(
            "longest task, hydration included",
            format!("{task} ms"),
            "≤ 250 ms",
        ),
    ])
}

/// A tap counts only if it was honoured exactly once.
fn tap(when: &str, figures: &Value) -> Option<Row> {
    let (wait, times) = (number(figures, "wait_ms")?, number(figures, "times")?);
    Some(Row::new(
        format!("tap {when}, until it is sent"),
        format!("{wait} ms, honoured {times} time(s)"),
        "≤ 200 ms, once",
    ))
}

fn number(figures: &Value, name: &str) -> Option<u64> {
    figures[name].as_u64()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_figure_that_is_missing_is_not_a_row() {
        let whole = json!({ "wait_ms": 7, "times": 1 });
        assert!(tap("now", &whole).is_some());
        assert!(tap("now", &json!({ "wait_ms": 7 })).is_none());
    }
}
