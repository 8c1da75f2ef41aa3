//! Fills a database with the sample programme and accounts, through the binary's own commands.
//! Left to others: where the database is, serving it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use crate::command::run;

const PROGRAMME: &str = "programme/sse-cluster.toml";

/// Imports the sample programme.
pub fn import(binary: &Path, database: &str) -> Result<()> {
    run(Command::new(binary).args(["import", PROGRAMME, "--database", database]))
}

/// Makes a facilitator of all hubs of the sample programme, with a new random password, which
/// is returned.
pub fn add_facilitator(binary: &Path, database: &str, email: &str) -> Result<String> {
    let password = random_password()?;
    let mut command = Command::new(binary);
    command.args(["account", "create", "--database", database]);
    command.args([
        "--email",
        email,
        "--role",
        "facilitator",
        "--password-stdin",
    ]);
    for hub in hubs()? {
        command.args(["--hub", &hub]);
    }
    let mut child = command
        .stdin(Stdio::piped())
        .spawn()
        .context("cannot start mawid")?;
    let mut input = child.stdin.take().context("mawid has no standard input")?;
    input.write_all(password.as_bytes())?;
    drop(input);
    if !child.wait()?.success() {
        bail!("`mawid account create` failed");
    }
    Ok(password)
}

/// The slugs of the sample programme's hubs.
fn hubs() -> Result<Vec<String>> {
    let file: Table = fs::read_to_string(PROGRAMME)
        .with_context(|| format!("cannot read {PROGRAMME}"))?
        .parse()
        .with_context(|| format!("{PROGRAMME} is not TOML"))?;
    let tables = ["hub", "hubs"]
        .iter()
        .find_map(|name| file.get(*name))
        .context("no hubs")?;
    let slugs: Vec<String> = match tables {
        Value::Array(hubs) => hubs.iter().filter_map(slug).collect(),
        Value::Table(hubs) => hubs.keys().cloned().collect(),
        _ => Vec::new(),
    };
    if slugs.is_empty() {
        bail!("{PROGRAMME} names no hub");
    }
    Ok(slugs)
}

fn slug(hub: &Value) -> Option<String> {
    hub.get("slug")?.as_str().map(str::to_owned)
}

/// Five groups of four letters and digits, without those that look alike: 98 random bits.
fn random_password() -> Result<String> {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut random = [0; 40];
    getrandom::fill(&mut random).context("no random bytes")?;
    // Bytes past the last whole round of letters are left out, so that all are equally likely.
    let limit = 256 / LETTERS.len() * LETTERS.len();
    let letters = random
        .iter()
        .map(|byte| usize::from(*byte))
        .filter(|byte| *byte < limit);
    let letters: Vec<char> = letters
        .take(20)
        .map(|byte| char::from(LETTERS[byte % LETTERS.len()]))
        .collect();
    if letters.len() < 20 {
        bail!("no random bytes");
    }
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    Ok(groups.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_has_five_groups_and_is_new_each_time() {
        let first = random_password().expect("random bytes");
        assert_eq!(first.len(), 24);
        assert_ne!(first, random_password().expect("random bytes"));
    }
}
