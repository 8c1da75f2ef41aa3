//! `mawid account create|reset|revoke`: staff accounts. Passwords come by standard input,
//! because arguments can be read by everyone on the machine.

use std::{io::BufRead, process::ExitCode};

use anyhow::{Context as _, bail, ensure};
use app::ssr::password::{self, PASSWORD_BYTES_MAX, PASSWORD_CHARS_MIN};
use clap::{Args, Subcommand};
use domain::{email::EmailAddress, name::PersonName, role::Role};
use jiff::Timestamp;
use store::account::{Create, Created, HubChoice, Reset, Revoke};

use crate::config::StoreArgs;

/// Settings of `mawid account`.
#[derive(Clone, Debug, Args)]
pub struct AccountArgs {
    /// What to do with the account.
    #[command(subcommand)]
    pub action: AccountAction,
}

/// What can be done with an account.
#[derive(Clone, Debug, Subcommand)]
pub enum AccountAction {
    /// Make an account that can sign in
    Create(CreateArgs),
    /// Give an account a new password, and sign it out everywhere
    Reset(ResetArgs),
    /// End an account: it is signed out at its next request and cannot sign in again
    Revoke(RevokeArgs),
}

/// Settings of `mawid account create`.
#[derive(Clone, Debug, Args)]
pub struct CreateArgs {
    /// Where the records are.
    #[command(flatten)]
    pub store: StoreArgs,
    /// The e-mail address to sign in with
    #[arg(long, value_parser = email, value_name = "ADDRESS")]
    pub email: EmailAddress,
    /// facilitator, coordinator, partner or administrator
    #[arg(long, value_parser = role)]
    pub role: Role,
    /// A hub, by its slug; may be given several times
    ///
    /// Without it: all hubs, also those to come. A facilitator needs at least one.
    #[arg(long = "hub", value_name = "SLUG")]
    pub hubs: Vec<String>,
    /// The name that she is shown under
    #[arg(long, value_parser = name, value_name = "NAME")]
    pub name: Option<PersonName>,
    /// Where the password comes from.
    #[command(flatten)]
    pub password: PasswordArgs,
}

/// Settings of `mawid account reset`.
#[derive(Clone, Debug, Args)]
pub struct ResetArgs {
    /// Where the records are.
    #[command(flatten)]
    pub store: StoreArgs,
    /// The address of the account
    #[arg(long, value_parser = email, value_name = "ADDRESS")]
    pub email: EmailAddress,
    /// Where the password comes from.
    #[command(flatten)]
    pub password: PasswordArgs,
}

/// Settings of `mawid account revoke`.
#[derive(Clone, Debug, Args)]
pub struct RevokeArgs {
    /// Where the records are.
    #[command(flatten)]
    pub store: StoreArgs,
    /// The address of the account
    #[arg(long, value_parser = email, value_name = "ADDRESS")]
    pub email: EmailAddress,
}

/// Where the password comes from.
#[derive(Clone, Debug, Args)]
pub struct PasswordArgs {
    /// Read the password from the first line of standard input
    #[arg(long, required = true)]
    pub password_stdin: bool,
}

fn email(text: &str) -> Result<EmailAddress, String> {
    EmailAddress::parse(text).map_err(|fault| fault.to_string())
}

fn name(text: &str) -> Result<PersonName, String> {
    PersonName::parse(text).map_err(|fault| fault.to_string())
}

fn role(text: &str) -> Result<Role, String> {
    Role::parse(text).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        format!("a role is one of {}", known.join(", "))
    })
}

/// Does what the operator asked for.
pub async fn run(args: AccountArgs) -> anyhow::Result<ExitCode> {
    let done = match args.action {
        AccountAction::Create(args) => create(args).await?,
        AccountAction::Reset(args) => reset(args).await?,
        AccountAction::Revoke(args) => revoke(args).await?,
    };
    println!("{done}");
    Ok(ExitCode::SUCCESS)
}

async fn create(args: CreateArgs) -> anyhow::Result<String> {
    let hubs = hubs(args.role, args.hubs)?;
    let (role, place) = (args.role.as_str(), told(&hubs));
    let create = Create {
        email: args.email,
        display_name: args.name,
        password_hash: new_password(std::io::stdin().lock()).await?,
        role: args.role,
        hubs,
        at: Timestamp::now(),
    };
    let address = create.email.as_str().to_owned();
    match args.store.open().await?.write(create).await? {
        Created::Account(_) => Ok(format!("Created {role} {address} for {place}.")),
        Created::EmailTaken => bail!(
            "there is an account with the address {address}; \
             `mawid account reset` gives it a new password"
        ),
        Created::UnknownHub(slug) => bail!(
            "no hub is called {slug:?}; `mawid import` brings the hubs, and their slugs stand \
             in the programme file"
        ),
        Created::HubNeeded => bail!(NO_HUB),
    }
}

const NO_HUB: &str =
    "a facilitator works at the hubs that are named: give --hub SLUG at least once";

fn hubs(role: Role, slugs: Vec<String>) -> anyhow::Result<HubChoice> {
    if slugs.is_empty() {
        ensure!(role.may_have_all_hubs(), NO_HUB);
        return Ok(HubChoice::All);
    }
    Ok(HubChoice::Named(slugs))
}

fn told(hubs: &HubChoice) -> String {
    match hubs {
        HubChoice::All => "all hubs".to_owned(),
        HubChoice::Named(slugs) => slugs.join(", "),
    }
}

async fn reset(args: ResetArgs) -> anyhow::Result<String> {
    let reset = Reset {
        email: args.email,
        password_hash: new_password(std::io::stdin().lock()).await?,
        at: Timestamp::now(),
    };
    let address = reset.email.as_str().to_owned();
    let ended = args
        .store
        .open()
        .await?
        .write(reset)
        .await?
        .with_context(|| none(&address))?;
    Ok(format!(
        "Gave {address} a new password. Sessions ended: {ended}."
    ))
}

async fn revoke(args: RevokeArgs) -> anyhow::Result<String> {
    let address = args.email.as_str().to_owned();
    let revoke = Revoke {
        email: args.email,
        at: Timestamp::now(),
    };
    let ended = args
        .store
        .open()
        .await?
        .write(revoke)
        .await?
        .with_context(|| none(&address))?;
    Ok(format!("Revoked {address}. Sessions ended: {ended}."))
}

fn none(address: &str) -> String {
    format!("no account has the address {address}")
}

/// Reads a password and hashes it. The line's end is not part of it.
async fn new_password(input: impl BufRead) -> anyhow::Result<String> {
    let mut line = String::new();
    input
        .take(2 * PASSWORD_BYTES_MAX as u64)
        .read_line(&mut line)
        .context("the password could not be read from standard input")?;
    let password = line.trim_end_matches(['\r', '\n']);
    ensure!(!password.is_empty(), "standard input held no password");
    ensure!(
        password::is_acceptable(password),
        "a password has {PASSWORD_CHARS_MIN} to {PASSWORD_BYTES_MAX} characters"
    );
    password::hash(password.to_owned())
        .await
        .context("the password could not be hashed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser as _;

    fn parsed(flags: &[&str]) -> Result<crate::config::Cli, clap::Error> {
        crate::config::Cli::try_parse_from(["mawid", "account"].iter().chain(flags))
    }

    #[test]
    fn a_facilitator_needs_a_hub_and_others_may_have_all() {
        assert!(hubs(Role::Facilitator, vec![]).is_err());
        assert_eq!(hubs(Role::Coordinator, vec![]).unwrap(), HubChoice::All);
        let named = HubChoice::Named(vec!["lab".into()]);
        assert_eq!(hubs(Role::Partner, vec!["lab".into()]).unwrap(), named);
    }

    #[test]
    fn what_is_no_address_and_no_role_is_refused_before_anything_is_opened() {
        let create = |email, role| {
            parsed(&[
                "create",
                "--email",
                email,
                "--role",
                role,
                "--password-stdin",
            ])
        };
        assert!(create("a@b.example", "partner").is_ok());
        assert!(create("a.b.example", "partner").is_err());
        assert!(create("a@b.example", "root").is_err());
        assert!(
            parsed(&["reset", "--email", "a@b.example"]).is_err(),
            "no password"
        );
    }

    #[tokio::test]
    async fn the_end_of_the_line_is_no_part_of_the_password() {
        let hash = new_password(&b"a long password\r\nmore"[..]).await.unwrap();
        assert!(
            password::fits("a long password".into(), Some(&hash))
                .await
                .unwrap()
        );
        assert!(new_password(&b"short\n"[..]).await.is_err());
        assert!(new_password(&b""[..]).await.is_err());
    }
}
