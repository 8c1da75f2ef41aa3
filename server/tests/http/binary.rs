//! The binary itself: what it refuses, what it prints, and how it ends.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use crate::host::{PAGE, client};
use http::StatusCode;
use http::header::ACCEPT;

/// `mawid` with a database of its own, and no setting from this machine's environment.
fn mawid(dir: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mawid"));
    command.args(words).current_dir(dir);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MAWID_")) {
        command.env_remove(name);
    }
    command
}

fn run(dir: &Path, words: &[&str]) -> Output {
    mawid(dir, words).output().unwrap()
}

/// A server that is stopped even when its test fails.
struct Running {
    child: Child,
    origin: String,
}

impl Running {
    /// Serves on a free port, and waits for the line that says which.
    fn start(dir: &Path) -> Self {
        let mut command = mawid(dir, &["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let origin = line.split(' ').find(|word| word.starts_with("http://"));
        let origin = origin.unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { child, origin }
    }

    /// Asks it to stop as a system does; gives its log.
    fn stop(mut self) -> String {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
        assert!(self.child.wait().unwrap().success());
        let mut log = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut log)
            .unwrap();
        log
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
    }
}

#[tokio::test]
async fn the_clock_can_be_moved_where_tests_may_do_so() {
    let dir = tempfile::tempdir().unwrap();
    let server = Running::start(dir.path());
    let first_day = async || {
        let url = format!("{}/fr/calendar", server.origin);
        let answer = client().get(url).header(ACCEPT, PAGE).send().await.unwrap();
        let page = answer.text().await.unwrap();
        let (_, from) = page.split_once("date=").unwrap();
        from[.."2026-12-01".len()].to_owned()
    };
    let before = first_day().await;
    let clock = client().post(format!("{}/testing/clock", server.origin));
    let ten_weeks_ms = 10 * 7 * 24 * 60 * 60 * 1000_i64;
    let moved = clock.body(ten_weeks_ms.to_string()).send().await.unwrap();
    assert_eq!(moved.status(), StatusCode::NO_CONTENT);
    assert_ne!(first_day().await, before);
}

#[test]
fn serving_others_without_https_is_refused_with_a_way_on() {
    let dir = tempfile::tempdir().unwrap();
    let refused = run(dir.path(), &["serve", "--listen", "0.0.0.0:0"]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("--insecure-http"), "{said}");
    assert_eq!(
        std::fs::read_dir(dir.path()).unwrap().count(),
        0,
        "nothing was made"
    );
}

#[test]
fn a_fresh_database_keeps_every_promise() {
    let dir = tempfile::tempdir().unwrap();
    let checked = run(dir.path(), &["check", "--json"]);
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
    let report: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(report["broken"], serde_json::json!([]));
    assert_eq!(report["seats"], serde_json::json!([]));
}

#[test]
fn a_database_that_cannot_be_opened_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let failed = run(dir.path(), &["check", "--database", "mysql:nothing"]);
    assert_eq!(failed.status.code(), Some(1));
    assert!(
        String::from_utf8(failed.stderr)
            .unwrap()
            .contains("sqlite:")
    );
}

#[tokio::test]
async fn it_stops_when_asked_and_its_log_names_nobody_and_no_error() {
    let dir = tempfile::tempdir().unwrap();
    let server = Running::start(dir.path());
    let url = format!("{}/fr/calendar?week=20123456", server.origin);
    let answer = client().get(url).header(ACCEPT, PAGE).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let id = answer.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    drop(answer);
    let log = server.stop();
    let line = log.lines().find(|line| line.contains("/{lang}/calendar"));
    let line = line.unwrap_or_else(|| panic!("no line in {log}"));
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(line["method"], "GET");
    assert_eq!(line["status"], 200);
    assert_eq!(line["span"]["id"], id.as_str());
    assert!(line["duration_us"].is_u64());
    assert!(!log.contains("20123456"), "{log}");
    assert!(!log.contains("127.0.0.1:"), "{log}");
    assert!(!log.contains("ERROR"), "{log}");
}
