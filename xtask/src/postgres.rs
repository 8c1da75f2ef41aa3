//! A PostgreSQL of our own for the tests: made in a temporary folder, ended with the run.
//! Left to others: what is stored in it.

use std::env;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command::{find_program, is_root, run_quietly, succeeds_within};
use crate::packages::{Need, ensure};

const START_LIMIT: Duration = Duration::from_secs(30);
const STOP_LIMIT: Duration = Duration::from_secs(10);

/// A running server; it ends and its folder goes when the value is dropped.
pub struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    user: Option<&'static str>,
    server: Option<Child>,
}

impl Postgres {
    /// Makes a database cluster and starts a server on it, for tests: without fsync, because
    /// nothing in it outlives the run.
    pub fn start() -> Result<Self> {
        Self::start_with("fsync=off")
    }

    /// The same for figures of durability.
    pub fn start_durable() -> Result<Self> {
        Self::start_with("fsync=on")
    }

    fn start_with(fsync: &str) -> Result<Self> {
        let programs = programs()?;
        let folder = env::temp_dir().join(format!("mawid-postgres-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let user = if is_root() {
            Some(unprivileged_user()?)
        } else {
            None
        };
        let mut postgres = Self {
            programs,
            folder,
            port: free_port()?,
            user,
            server: None,
        };
        postgres.make_cluster()?;
        postgres.start_server(fsync)?;
        postgres.wait_until_ready()?;
        Ok(postgres)
    }

    /// Where tests connect; they make databases of their own in it.
    pub fn url(&self) -> String {
        format!("postgres://mawid@127.0.0.1:{}/postgres", self.port)
    }

    /// The server's programs refuse to run as root.
    fn program(&self, name: &str, ends_with_us: bool) -> Command {
        let program = self.programs.join(name);
        let mut command = Command::new("setpriv");
        if ends_with_us {
            command.args(["--pdeathsig", "INT"]);
        }
        if let Some(user) = self.user {
            command.args([
                "--reuid",
                user,
                "--regid",
                user_group(user),
                "--init-groups",
            ]);
        }
        command.arg("--").arg(program).current_dir(&self.folder);
        command
    }

    fn make_cluster(&self) -> Result<()> {
        if let Some(user) = self.user {
            let owner = format!("{user}:{}", user_group(user));
            run_quietly(Command::new("chown").arg(owner).arg(&self.folder))?;
        }
        let mut initdb = self.program("initdb", false);
        initdb.args([
            "--username",
            "mawid",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
        ]);
        initdb.args(["--locale", "C", "--no-sync", "--pgdata"]);
        run_quietly(initdb.arg(self.folder.join("data")))
    }

    fn start_server(&mut self, fsync: &str) -> Result<()> {
        let log = fs::File::create(self.folder.join("log"))?;
        let mut command = self.program("postgres", true);
        command.arg("-D").arg(self.folder.join("data"));
        command
            .arg("-k")
            .arg(&self.folder)
            .args(["-p", &self.port.to_string()]);
        for setting in ["listen_addresses=127.0.0.1", fsync, "max_connections=300"] {
            command.args(["-c", setting]);
        }
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        self.server = Some(command.spawn().context("cannot start PostgreSQL")?);
        Ok(())
    }

    fn wait_until_ready(&self) -> Result<()> {
        let deadline = Instant::now() + START_LIMIT;
        while Instant::now() < deadline {
            let mut ask = Command::new(self.programs.join("pg_isready"));
            ask.args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()]);
            if succeeds_within(&mut ask, Duration::from_secs(5)) {
                return Ok(());
            }
            sleep(Duration::from_millis(100));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        bail!("PostgreSQL did not start:\n{log}")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let mut stop = self.program("pg_ctl", false);
            stop.args(["stop", "--mode", "immediate", "--silent", "--pgdata"]);
            stop.arg(self.folder.join("data"));
            if !succeeds_within(&mut stop, STOP_LIMIT) {
                // Nothing in it is worth a clean end.
                let _ = server.kill();
            }
            let _ = server.wait();
        }
        // What cannot be removed is in the system's temporary folder.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The folder of the newest server's programs, which Debian keeps out of `PATH`.
fn programs() -> Result<PathBuf> {
    if let Some(folder) = find_programs() {
        return Ok(folder);
    }
    ensure(&[Need::program("postgresql", "initdb")])?;
    find_programs().context("PostgreSQL's initdb is neither in PATH nor in /usr/lib/postgresql")
}

fn find_programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let folders = versions.map(|version| version.path().join("bin"));
    let newest = folders
        .filter(|folder| folder.join("initdb").is_file())
        .max();
    newest.or_else(|| {
        let initdb = fs::canonicalize(find_program("initdb")?).ok()?;
        initdb.parent().map(Path::to_path_buf)
    })
}

/// The server's own user where its package made one, else the one that owns nothing.
fn unprivileged_user() -> Result<&'static str> {
    let users = fs::read_to_string("/etc/passwd").context("cannot read /etc/passwd")?;
    let exists = |user: &&str| {
        users
            .lines()
            .any(|line| line.starts_with(&format!("{user}:")))
    };
    ["postgres", "nobody"]
        .into_iter()
        .find(exists)
        .context("no user to run PostgreSQL as")
}

fn user_group(user: &str) -> &str {
    if user == "nobody" { "nogroup" } else { user }
}

/// A port that was free a moment ago.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_starts_and_leaves_nothing_behind() {
        let postgres = Postgres::start().expect("a running server");
        let (folder, port) = (postgres.folder.clone(), postgres.port);
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(postgres);
        assert!(!folder.exists());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    }
}
