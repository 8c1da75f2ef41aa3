//! Staying signed in: a session from its start to its end. It is looked up together with its
//! account at every request, so a revocation counts at the next one.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{
    id::{AccountId, DeviceId},
    role::Role,
};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Passport, SignedIn, own_name};
use crate::{
    Conn, StoreError, Write,
    keys::{hash, random},
};

/// How long a sign-in lasts.
pub const SESSION_HOURS: i64 = 12;
/// A session is written down as seen at most this often.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// Ended sessions are kept for so long, to tell who was signed in when.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The secret of a session: 256 random bits for the browser's cookie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Token {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        Self(random())
    }

    /// What the cookie holds.
    #[must_use]
    pub fn text(&self) -> String {
        BASE64URL.encode(self.0)
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self(BASE64URL.decode(text).ok()?.try_into().ok()?))
    }
}

/// A session for someone whose password was right.
#[derive(Debug, Clone)]
pub struct OpenSession {
    /// What `Attempt` gave.
    pub passport: Passport,
    /// The session's secret.
    pub token: Token,
    /// The device that she signs in on.
    pub device: DeviceId,
    /// Now.
    pub at: Timestamp,
}

impl Write for OpenSession {
    /// False when the account was revoked, or got another password, in between.
    type Output = bool;

    async fn run(&self, tx: &mut Conn) -> Result<bool, StoreError> {
        let Some((account, password_hash)) = &self.passport.known else {
            return Ok(false);
        };
        let opened = execute!(
            tx,
            "INSERT INTO staff_sessions (token_hash, account_id, device_id, created_at, \
             seen_at, expires_at) SELECT $1, a.id, $2, $3, $3, $4 FROM accounts a \
             WHERE a.id = $5 AND a.password_hash = $6 AND a.revoked_at IS NULL",
            &hash(&self.token.0)[..],
            self.device.0,
            self.at.as_microsecond(),
            (self.at + SignedDuration::from_hours(SESSION_HOURS)).as_microsecond(),
            account.0,
            password_hash
        )?;
        execute!(
            tx,
            "DELETE FROM sign_in_attempts WHERE attempt_key = $1",
            &self.passport.attempt_key[..]
        )?;
        self.forget_old(tx).await?;
        Ok(opened == 1)
    }
}

impl OpenSession {
    async fn forget_old(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "DELETE FROM staff_sessions WHERE expires_at < $1",
            (self.at - KEPT).as_microsecond()
        )?;
        Ok(())
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    role: String,
    all_hubs: bool,
    email_sealed: Vec<u8>,
    display_name_sealed: Option<Vec<u8>>,
    device_id: Uuid,
    seen_at: i64,
}

/// Who holds this session: nobody once it has expired or was ended, or its account was
/// revoked.
pub async fn signed_in(
    conn: &mut Conn,
    token: &str,
    now: Timestamp,
) -> Result<Option<SignedIn>, StoreError> {
    let Some(token) = Token::read(token) else {
        return Ok(None);
    };
    let token_hash = hash(&token.0);
    let row = fetch_optional!(
        conn,
        Row,
        "SELECT a.id, a.role, a.all_hubs, a.email_sealed, a.display_name_sealed, \
                s.device_id, s.seen_at \
         FROM staff_sessions s JOIN accounts a ON a.id = s.account_id \
         WHERE s.token_hash = $1 AND s.expires_at > $2 \
           AND s.revoked_at IS NULL AND a.revoked_at IS NULL",
        &token_hash[..],
        now.as_microsecond()
    )?;
    let Some(row) = row else { return Ok(None) };
    let name = own_name(
        &conn.keys(),
        row.display_name_sealed.as_deref(),
        &row.email_sealed,
    )?;
    Ok(Some(SignedIn {
        account: AccountId(row.id),
        role: Role::parse(&row.role).ok_or(StoreError::Unknown("accounts.role"))?,
        all_hubs: row.all_hubs,
        device: DeviceId(row.device_id),
        name,
        token_hash,
        seen_at: row.seen_at,
    }))
}

impl SignedIn {
    /// What to write so that the list of sessions tells when each was last used; nothing if
    /// that was written a moment ago.
    #[must_use]
    pub fn seen(&self, now: Timestamp) -> Option<Seen> {
        let due = self.seen_at + i64::try_from(SEEN_EVERY.as_micros()).unwrap_or(i64::MAX);
        (due <= now.as_microsecond()).then_some(Seen {
            token_hash: self.token_hash,
            at: now,
        })
    }

    /// The end of this session.
    #[must_use]
    pub fn sign_out(&self, at: Timestamp) -> SignOut {
        SignOut {
            token_hash: self.token_hash,
            at,
        }
    }
}

/// Writes down that a session is in use.
#[derive(Debug, Clone)]
pub struct Seen {
    token_hash: [u8; 32],
    at: Timestamp,
}

impl Write for Seen {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE staff_sessions SET seen_at = $2 WHERE token_hash = $1",
            &self.token_hash[..],
            self.at.as_microsecond()
        )?;
        Ok(())
    }
}

/// Ends one session.
#[derive(Debug, Clone)]
pub struct SignOut {
    token_hash: [u8; 32],
    at: Timestamp,
}

impl Write for SignOut {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE staff_sessions SET revoked_at = $2 \
             WHERE token_hash = $1 AND revoked_at IS NULL",
            &self.token_hash[..],
            self.at.as_microsecond()
        )?;
        Ok(())
    }
}
