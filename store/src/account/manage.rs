//! What an operator does with accounts: create, give a new password, revoke.
//! A revoked account, or one with a new password, is signed out everywhere in the same write.

use domain::{
    email::EmailAddress,
    id::{AccountId, HubId},
    name::PersonName,
    role::Role,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{DISPLAY_NAME, EMAIL, email_index, find};
use crate::{Conn, StoreError, Write, keys::random};

/// The hubs that an account is assigned to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HubChoice {
    /// Every hub, also those to come.
    All,
    /// The hubs with these slugs.
    Named(Vec<String>),
}

/// A new account.
#[derive(Debug, Clone)]
pub struct Create {
    /// What she signs in with.
    pub email: EmailAddress,
    /// The name that she is shown under, if any.
    pub display_name: Option<PersonName>,
    /// The finished hash of her password.
    pub password_hash: String,
    /// What she is trusted with.
    pub role: Role,
    /// Where.
    pub hubs: HubChoice,
    /// Now.
    pub at: Timestamp,
}

/// What became of a new account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Created {
    /// It can sign in.
    Account(AccountId),
    /// There is one with this address.
    EmailTaken,
    /// No hub has this slug.
    UnknownHub(String),
    /// A facilitator works at hubs that are named, and at least at one.
    HubNeeded,
}

impl Write for Create {
    type Output = Created;

    async fn run(&self, tx: &mut Conn) -> Result<Created, StoreError> {
        if find(tx, &self.email).await?.is_some() {
            return Ok(Created::EmailTaken);
        }
        if !self.names_enough_hubs() {
            return Ok(Created::HubNeeded);
        }
        let mut hubs = Vec::new();
        for slug in self.named_hubs() {
            match hub_by_slug(tx, slug).await? {
                Some(hub) if hubs.contains(&hub) => {}
                Some(hub) => hubs.push(hub),
                None => return Ok(Created::UnknownHub(slug.clone())),
            }
        }
        let account = self.insert(tx).await?;
        for hub in hubs {
            assign(tx, account, hub).await?;
        }
        Ok(Created::Account(account))
    }
}

impl Create {
    fn named_hubs(&self) -> &[String] {
        match &self.hubs {
            HubChoice::All => &[],
            HubChoice::Named(slugs) => slugs,
        }
    }

    fn names_enough_hubs(&self) -> bool {
        match &self.hubs {
            HubChoice::All => self.role.may_have_all_hubs(),
            HubChoice::Named(slugs) => !slugs.is_empty(),
        }
    }

    async fn insert(&self, tx: &mut Conn) -> Result<AccountId, StoreError> {
        let keys = tx.keys();
        let id = AccountId::new(self.at, random());
        let seal_name = |name: &PersonName| keys.seal(DISPLAY_NAME, name.as_str().as_bytes());
        execute!(
            tx,
            "INSERT INTO accounts (id, email_index, email_sealed, display_name_sealed, \
             password_hash, role, all_hubs, created_at, changed_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
            id.0,
            &email_index(&keys, &self.email)[..],
            keys.seal(EMAIL, self.email.as_str().as_bytes()),
            self.display_name.as_ref().map(seal_name),
            &self.password_hash,
            self.role.as_str(),
            self.hubs == HubChoice::All,
            self.at.as_microsecond()
        )?;
        Ok(id)
    }
}

async fn hub_by_slug(tx: &mut Conn, slug: &str) -> Result<Option<HubId>, StoreError> {
    let row = fetch_optional!(tx, (Uuid,), "SELECT id FROM hubs WHERE slug = $1", slug)?;
    Ok(row.map(|(id,)| HubId(id)))
}

async fn assign(tx: &mut Conn, account: AccountId, hub: HubId) -> Result<(), StoreError> {
    execute!(
        tx,
        "INSERT INTO account_hubs (account_id, hub_id) VALUES ($1, $2)",
        account.0,
        hub.0
    )?;
    Ok(())
}

/// A new password for an account. Answers how many sessions it ended, or nothing when no
/// account has this address.
#[derive(Debug, Clone)]
pub struct Reset {
    /// Whose.
    pub email: EmailAddress,
    /// The finished hash of the new password.
    pub password_hash: String,
    /// Now.
    pub at: Timestamp,
}

impl Write for Reset {
    type Output = Option<u64>;

    async fn run(&self, tx: &mut Conn) -> Result<Option<u64>, StoreError> {
        let Some((account, _)) = find(tx, &self.email).await? else {
            return Ok(None);
        };
        execute!(
            tx,
            "UPDATE accounts SET password_hash = $2, changed_at = $3 WHERE id = $1",
            account.0,
            &self.password_hash,
            self.at.as_microsecond()
        )?;
        end_pause(tx, &self.email).await?;
        end_sessions(tx, account, self.at).await.map(Some)
    }
}

/// The end of an account. Answers how many sessions it ended, or nothing when no account has
/// this address.
#[derive(Debug, Clone)]
pub struct Revoke {
    /// Whose.
    pub email: EmailAddress,
    /// Now.
    pub at: Timestamp,
}

impl Write for Revoke {
    type Output = Option<u64>;

    async fn run(&self, tx: &mut Conn) -> Result<Option<u64>, StoreError> {
        let Some((account, _)) = find(tx, &self.email).await? else {
            return Ok(None);
        };
        execute!(
            tx,
            "UPDATE accounts SET revoked_at = $2, changed_at = $2 WHERE id = $1",
            account.0,
            self.at.as_microsecond()
        )?;
        end_sessions(tx, account, self.at).await.map(Some)
    }
}

/// Whoever forgot her password and tried too often is let in with the new one at once.
async fn end_pause(tx: &mut Conn, email: &EmailAddress) -> Result<(), StoreError> {
    let index = email_index(&tx.keys(), email);
    execute!(
        tx,
        "DELETE FROM sign_in_attempts WHERE email_index = $1",
        &index[..]
    )?;
    Ok(())
}

async fn end_sessions(tx: &mut Conn, account: AccountId, at: Timestamp) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE staff_sessions SET revoked_at = $2 \
         WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2",
        account.0,
        at.as_microsecond()
    )
}
