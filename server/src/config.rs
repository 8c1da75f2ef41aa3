//! What an operator can set, as flags and as environment variables: the only
//! place that reads the environment. What the settings do is left to others.

mod public_url;

use std::net::SocketAddr;
use std::path::PathBuf;

use app::ssr::Watch;
use clap::builder::FalseyValueParser;
use clap::{Args, Parser, Subcommand};
use ipnet::IpNet;

use crate::commands::{account::AccountArgs, import::ImportArgs};

pub use public_url::{PublicUrl, PublicUrlFault};

/// Mawid: trainings, sign-up and attendance for the hubs of a cluster.
#[derive(Debug, Parser)]
#[command(name = "mawid", version, about, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands of `mawid`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages (with nothing configured: loopback, a SQLite file here)
    Serve(ServeArgs),
    /// Read a programme file into the database, all or nothing
    Import(ImportArgs),
    /// Create, reset or revoke a staff account
    Account(AccountArgs),
    /// Read the whole database and list every broken promise
    Check(CheckArgs),
}

/// Where the records are.
#[derive(Clone, Debug, Args)]
pub struct StoreArgs {
    /// sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE
    #[arg(
        long,
        env = "MAWID_DATABASE_URL",
        default_value = "sqlite:mawid.sqlite",
        hide_env_values = true
    )]
    pub database: String,
    /// File with the key that personal columns are encrypted with
    ///
    /// Without it, a new SQLite database gets a key of its own beside it; PostgreSQL always needs
    /// one. Back it up apart from the database: neither is of use without the other.
    #[arg(long, env = "MAWID_KEY_FILE", value_name = "FILE")]
    pub key_file: Option<PathBuf>,
}

/// Settings of `mawid serve`.
#[derive(Clone, Debug, Args)]
pub struct ServeArgs {
    /// Where the records are.
    #[command(flatten)]
    pub store: StoreArgs,
    /// Address and port to listen on
    #[arg(
        long,
        env = "MAWID_LISTEN",
        default_value = "127.0.0.1:3000",
        value_name = "ADDRESS:PORT"
    )]
    pub listen: SocketAddr,
    /// The address that people type, such as https://trainings.example
    ///
    /// It stands in links, decides which origin may send forms, and with https it turns on secure
    /// cookies and HSTS. Default: http://127.0.0.1:PORT
    #[arg(long, env = "MAWID_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<PublicUrl>,
    /// Certificate chain (PEM); read again whenever it changes
    #[arg(
        long,
        env = "MAWID_TLS_CERT",
        requires = "tls_key",
        value_name = "FILE"
    )]
    pub tls_cert: Option<PathBuf>,
    /// Private key of the certificate (PEM)
    #[arg(
        long,
        env = "MAWID_TLS_KEY",
        requires = "tls_cert",
        value_name = "FILE"
    )]
    pub tls_key: Option<PathBuf>,
    /// Networks of the proxies in front, such as 10.0.0.0/8
    ///
    /// Only from these are X-Forwarded-For and X-Forwarded-Proto believed.
    #[arg(
        long,
        env = "MAWID_TRUSTED_PROXY",
        value_delimiter = ',',
        value_name = "CIDR"
    )]
    pub trusted_proxy: Vec<IpNet>,
    /// Serve others than this machine without https: names and phones can be read on the way
    #[arg(long, env = "MAWID_INSECURE_HTTP", value_parser = FalseyValueParser::new())]
    pub insecure_http: bool,
    /// Connections held at the same time; more wait in the system's queue
    #[arg(
        long,
        env = "MAWID_MAX_CONNECTIONS",
        default_value_t = 2048,
        value_name = "N"
    )]
    pub max_connections: usize,
    /// Free space in MiB below which /readyz says that the server is not ready (SQLite)
    #[arg(
        long,
        env = "MAWID_MIN_FREE_MIB",
        default_value_t = 64,
        value_name = "N"
    )]
    pub min_free_mib: u64,
    /// What to log, as JSON lines on standard error, such as info or warn,server=debug
    #[arg(long, env = "MAWID_LOG", default_value = "info", value_name = "FILTER")]
    pub log: String,
    /// Believe every sign-up form, however it comes (tests that do not wait between reading and sending)
    #[cfg(feature = "testing")]
    #[arg(long, env = "MAWID_TRUST_FORMS", value_parser = FalseyValueParser::new())]
    pub trust_forms: bool,
}

/// Settings of `mawid check`.
#[derive(Clone, Debug, Args)]
pub struct CheckArgs {
    /// Where the records are.
    #[command(flatten)]
    pub store: StoreArgs,
    /// Print JSON: per instance and slot the capacity, seats taken, people waiting
    #[arg(long)]
    pub json: bool,
}

/// Settings that do not fit together, in the operator's words.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsafe {
    /// People's data would travel readable.
    #[error(
        "{0} would be served without https, and names and phone numbers could be read on the way. \
         Give --tls-cert and --tls-key, or --public-url https://… with --trusted-proxy, \
         or say --insecure-http if this network is yours alone"
    )]
    PlainHttp(String),
    /// A certificate, but links that do not use it.
    #[error("--tls-cert needs --public-url https://… (the name in the certificate)")]
    TlsWithoutName,
}

impl ServeArgs {
    /// Whether sign-ups are looked at for signs of a machine. A release always does: it lacks the
    /// setting.
    pub fn watch(&self) -> Watch {
        #[cfg(feature = "testing")]
        if self.trust_forms {
            return Watch::Off;
        }
        Watch::On
    }

    /// The address in links: as configured, or loopback with the port that was bound.
    pub fn public_url(&self, bound: SocketAddr) -> PublicUrl {
        self.public_url
            .clone()
            .unwrap_or_else(|| PublicUrl::loopback(bound.port()))
    }

    /// Refuses settings under which data would travel in the clear.
    pub fn check(&self) -> Result<(), Unsafe> {
        if self.tls_cert.is_some() {
            return match &self.public_url {
                Some(url) if url.is_https() => Ok(()),
                _ => Err(Unsafe::TlsWithoutName),
            };
        }
        match self.exposed_in_clear() {
            Some(place) if !self.insecure_http => Err(Unsafe::PlainHttp(place)),
            _ => Ok(()),
        }
    }

    /// What others could reach without https, if anything.
    fn exposed_in_clear(&self) -> Option<String> {
        let https = self.public_url.as_ref().is_some_and(PublicUrl::is_https);
        let behind_proxy = https && !self.trusted_proxy.is_empty();
        if !self.listen.ip().is_loopback() && !behind_proxy {
            return Some(self.listen.to_string());
        }
        self.public_url
            .as_ref()
            .filter(|url| !url.is_https() && !url.is_loopback())
            .map(|url| url.origin().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serve(flags: &[&str]) -> ServeArgs {
        let words = ["mawid", "serve"].iter().chain(flags);
        match Cli::try_parse_from(words).unwrap().command {
            Command::Serve(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nothing_configured_serves_loopback() {
        assert_eq!(serve(&[]).check(), Ok(()));
    }

    #[test]
    fn other_machines_without_https_are_refused() {
        let refused = [
            &["--listen", "0.0.0.0:80"][..],
            &[
                "--listen",
                "0.0.0.0:80",
                "--public-url",
                "https://a.example",
            ],
            &["--listen", "0.0.0.0:80", "--trusted-proxy", "10.0.0.0/8"],
            &["--public-url", "http://a.example"],
        ];
        for flags in refused {
            assert!(
                matches!(serve(flags).check(), Err(Unsafe::PlainHttp(_))),
                "{flags:?}"
            );
        }
    }

    #[test]
    fn a_proxy_a_certificate_or_a_clear_word_let_it_serve() {
        let served = [
            &[
                "--listen",
                "0.0.0.0:80",
                "--public-url",
                "https://a.example",
                "--trusted-proxy",
                "10.0.0.0/8,fd00::/8",
            ][..],
            &[
                "--listen",
                "0.0.0.0:443",
                "--public-url",
                "https://a.example",
                "--tls-cert",
                "c.pem",
                "--tls-key",
                "k.pem",
            ],
            &["--listen", "0.0.0.0:80", "--insecure-http"],
            &["--public-url", "https://a.example"],
        ];
        for flags in served {
            assert_eq!(serve(flags).check(), Ok(()), "{flags:?}");
        }
    }

    #[test]
    fn a_certificate_without_an_https_name_is_refused() {
        let args = serve(&["--tls-cert", "c.pem", "--tls-key", "k.pem"]);
        assert_eq!(args.check(), Err(Unsafe::TlsWithoutName));
    }

    #[test]
    fn the_help_explains_every_setting() {
        use clap::CommandFactory;
        for command in Cli::command().get_subcommands() {
            for setting in command.get_arguments() {
                assert!(setting.get_help().is_some(), "{}", setting.get_id());
            }
        }
    }
}
