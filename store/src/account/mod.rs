//! Accounts of staff: who may sign in, as what, and at which hubs. Passwords come and go as
//! finished hashes; what each role may do is said by the guards of `app`.

mod attempt;
mod manage;
mod session;

use domain::{
    email::EmailAddress,
    id::{AccountId, DeviceId, HubId},
    role::Role,
};
use uuid::Uuid;

pub use attempt::{Attempt, PAUSE_SECONDS_MAX, Passport, TRIES_FREE, Verdict};
pub use manage::{Create, Created, HubChoice, Reset, Revoke};
pub use session::{OpenSession, SESSION_HOURS, Seen, SignOut, Token, signed_in};

use crate::{Conn, Keys, StoreError, person::open_text};

const EMAIL: &str = "accounts.email";
const DISPLAY_NAME: &str = "accounts.display_name";

/// Who is signed in, as it stands at this very request.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The account.
    pub account: AccountId,
    /// What it is trusted with.
    pub role: Role,
    /// Whether it is assigned to every hub, also those to come.
    pub all_hubs: bool,
    /// The device that she signed in on.
    pub device: DeviceId,
    /// Her name for her own eyes: the display name, or the address.
    pub name: String,
    /// The session that she is signed in with.
    pub(crate) token_hash: [u8; 32],
    /// When the session was last written down as seen.
    pub(crate) seen_at: i64,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignedIn({}, {})", self.account, self.role.as_str())
    }
}

impl SignedIn {
    /// Whether she is assigned to this hub.
    pub async fn may_reach(&self, conn: &mut Conn, hub: HubId) -> Result<bool, StoreError> {
        reaches(conn, self.account, self.all_hubs, hub).await
    }
}

/// Whether an account is assigned to a hub.
pub(crate) async fn reaches(
    conn: &mut Conn,
    account: AccountId,
    all_hubs: bool,
    hub: HubId,
) -> Result<bool, StoreError> {
    if all_hubs {
        return Ok(true);
    }
    let (assigned,) = fetch_one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM account_hubs WHERE account_id = $1 AND hub_id = $2",
        account.0,
        hub.0
    )?;
    Ok(assigned > 0)
}

/// The keyed hash under which an address is found.
fn email_index(keys: &Keys, email: &EmailAddress) -> [u8; 32] {
    keys.blind_index(EMAIL, email.as_str().as_bytes())
}

/// The account that may sign in with this address, with its password's hash.
async fn find(
    conn: &mut Conn,
    email: &EmailAddress,
) -> Result<Option<(AccountId, String)>, StoreError> {
    let index = email_index(&conn.keys(), email);
    let row = fetch_optional!(
        conn,
        (Uuid, String),
        "SELECT id, password_hash FROM accounts WHERE email_index = $1 AND revoked_at IS NULL",
        &index[..]
    )?;
    Ok(row.map(|(id, hash)| (AccountId(id), hash)))
}

/// The name that an account is shown under, to itself and to colleagues.
pub(crate) fn own_name(
    keys: &Keys,
    display_name: Option<&[u8]>,
    email: &[u8],
) -> Result<String, StoreError> {
    match display_name {
        Some(sealed) => open_text(keys, DISPLAY_NAME, sealed),
        None => open_text(keys, EMAIL, email),
    }
}
