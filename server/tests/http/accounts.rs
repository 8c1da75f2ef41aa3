//! `mawid account` as an operator types it: what it prints, and how it exits.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// `mawid account …` in a folder of its own, with a password on standard input.
fn account(dir: &Path, words: &[&str], password: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mawid"));
    command.arg("account").args(words).current_dir(dir);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MAWID_")) {
        command.env_remove(name);
    }
    let piped = [Stdio::piped(), Stdio::piped(), Stdio::piped()];
    let [stdin, stdout, stderr] = piped;
    let mut child = command
        .stdin(stdin)
        .stdout(stdout)
        .stderr(stderr)
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    // A command that refuses its settings ends before it reads.
    drop(input.write_all(format!("{password}\n").as_bytes()));
    drop(input);
    child.wait_with_output().unwrap()
}

#[track_caller]
fn says(output: &Output, code: i32, words: &str) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    let text = String::from_utf8(text).unwrap();
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert!(text.contains(words), "{text}");
    assert!(
        !text.contains("lantern"),
        "a password is never printed: {text}"
    );
}

const PASSWORD: &str = "a lantern at the door";
const EMAIL: &str = "desk@hub.example";

#[test]
fn an_account_is_created_reset_and_revoked() {
    let dir = tempfile::tempdir().unwrap();
    let create = |email| {
        let words = [
            "create",
            "--email",
            email,
            "--role",
            "coordinator",
            "--password-stdin",
        ];
        account(dir.path(), &words, PASSWORD)
    };
    let reset = ["reset", "--email", EMAIL, "--password-stdin"];
    let revoke = ["revoke", "--email", EMAIL];
    says(
        &create(EMAIL),
        0,
        "Created coordinator desk@hub.example for all hubs.",
    );
    says(&create("Desk@Hub.example"), 1, "mawid account reset");
    says(
        &account(dir.path(), &reset, PASSWORD),
        0,
        "Sessions ended: 0.",
    );
    says(
        &account(dir.path(), &revoke, ""),
        0,
        "Revoked desk@hub.example.",
    );
    says(
        &account(dir.path(), &revoke, ""),
        1,
        "no account has the address",
    );
    says(
        &account(dir.path(), &reset, PASSWORD),
        1,
        "no account has the address",
    );
}

#[test]
fn an_account_that_could_not_work_is_refused_with_the_reason() {
    let dir = tempfile::tempdir().unwrap();
    let create = |role, rest: &[&str], password| {
        let words = [
            "create",
            "--email",
            EMAIL,
            "--role",
            role,
            "--password-stdin",
        ];
        account(dir.path(), &[&words[..], rest].concat(), password)
    };
    says(&create("facilitator", &[], PASSWORD), 1, "give --hub SLUG");
    says(
        &create("facilitator", &["--hub", "nowhere"], PASSWORD),
        1,
        "no hub is called",
    );
    says(&create("partner", &[], "short"), 1, "10 to 1024");
    says(&create("partner", &[], ""), 1, "held no password");
    says(
        &create("queen", &[], PASSWORD),
        2,
        "facilitator, coordinator",
    );
}
