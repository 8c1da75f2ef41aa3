//! Trying to sign in. Each try is counted before its password is looked at, so that a hundred
//! at once are counted too; comparing the password is left to the caller.

use domain::{
    email::EmailAddress,
    id::{AccountId, DeviceId},
};
use jiff::{SignedDuration, Timestamp};

use super::{email_index, find};
use crate::{Conn, StoreError, Write, keys::hash};

/// Wrong passwords in [`WINDOW`] before the first pause.
pub const TRIES_FREE: i64 = 5;
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
const PAUSE_SECONDS_MIN: i64 = 30;
/// The longest pause between two tries.
pub const PAUSE_SECONDS_MAX: i64 = 900;

/// A try to sign in. Counts it, and gives out what the password is compared with.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// The address typed.
    pub email: EmailAddress,
    /// The device, if the browser names one.
    pub device: Option<DeviceId>,
    /// Now.
    pub at: Timestamp,
}

/// Whether a try may go on.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// Too many were wrong: not before this moment.
    Paused(Timestamp),
    /// Compare the password. The same whether an account has the address or not.
    Compare(Passport),
}

/// What the password is compared with, and what `OpenSession` needs to go on.
#[derive(Clone)]
pub struct Passport {
    pub(super) known: Option<(AccountId, String)>,
    pub(super) attempt_key: [u8; 32],
}

impl std::fmt::Debug for Passport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passport(…)")
    }
}

impl Passport {
    /// The hash of the account's password; nothing when no account has the address.
    #[must_use]
    pub fn password_hash(&self) -> Option<&str> {
        self.known.as_ref().map(|(_, hash)| hash.as_str())
    }
}

impl Write for Attempt {
    type Output = Verdict;

    async fn run(&self, tx: &mut Conn) -> Result<Verdict, StoreError> {
        let known = find(tx, &self.email).await?;
        let email = email_index(&tx.keys(), &self.email);
        let attempt_key = self
            .attempt_key(tx, email, known.as_ref().map(|it| it.0))
            .await?;
        self.forget_old(tx).await?;
        let Some(tries) = self.count(tx, &attempt_key, &email).await? else {
            return self.paused(tx, &attempt_key).await;
        };
        if tries >= TRIES_FREE {
            self.pause(tx, &attempt_key, tries).await?;
        }
        Ok(Verdict::Compare(Passport { known, attempt_key }))
    }
}

impl Attempt {
    async fn attempt_key(
        &self,
        tx: &mut Conn,
        email: [u8; 32],
        account: Option<AccountId>,
    ) -> Result<[u8; 32], StoreError> {
        let (Some(account), Some(device)) = (account, self.device) else {
            return Ok(email);
        };
        let (sign_ins,) = fetch_one!(
            tx,
            (i64,),
            "SELECT COUNT(*) FROM staff_sessions WHERE account_id = $1 AND device_id = $2",
            account.0,
            device.0
        )?;
        if sign_ins == 0 {
            return Ok(email);
        }
        Ok(hash(&[&email[..], device.0.as_bytes()].concat()))
    }

    /// One more try, unless there is a pause.
    async fn count(
        &self,
        tx: &mut Conn,
        key: &[u8; 32],
        email: &[u8; 32],
    ) -> Result<Option<i64>, StoreError> {
        let row = fetch_optional!(
            tx,
            (i64,),
            "INSERT INTO sign_in_attempts (attempt_key, email_index, tries, last_at, \
             paused_until) VALUES ($1, $2, 1, $3, 0) \
             ON CONFLICT (attempt_key) DO UPDATE SET last_at = $3, \
             tries = CASE WHEN sign_in_attempts.last_at > $4 \
                            OR sign_in_attempts.paused_until > $4 \
                          THEN sign_in_attempts.tries + 1 ELSE 1 END \
             WHERE sign_in_attempts.paused_until <= $3 RETURNING tries",
            &key[..],
            &email[..],
            self.at.as_microsecond(),
            (self.at - WINDOW).as_microsecond()
        )?;
        Ok(row.map(|(tries,)| tries))
    }

    async fn pause(&self, tx: &mut Conn, key: &[u8; 32], tries: i64) -> Result<(), StoreError> {
        let pause = SignedDuration::from_secs(pause_seconds(tries));
        execute!(
            tx,
            "UPDATE sign_in_attempts SET paused_until = $2 WHERE attempt_key = $1",
            &key[..],
            (self.at + pause).as_microsecond()
        )?;
        Ok(())
    }

    async fn paused(&self, tx: &mut Conn, key: &[u8; 32]) -> Result<Verdict, StoreError> {
        let (until,) = fetch_one!(
            tx,
            (i64,),
            "SELECT paused_until FROM sign_in_attempts WHERE attempt_key = $1",
            &key[..]
        )?;
        let until = Timestamp::from_microsecond(until);
        until
            .map(Verdict::Paused)
            .map_err(|_| StoreError::Unknown("paused_until"))
    }

    async fn forget_old(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "DELETE FROM sign_in_attempts WHERE last_at < $1",
            (self.at - SignedDuration::from_hours(24)).as_microsecond()
        )?;
        Ok(())
    }
}

/// The pause grows twofold with each try.
fn pause_seconds(tries: i64) -> i64 {
    let doublings = u32::try_from(tries - TRIES_FREE).unwrap_or(0).min(16);
    (PAUSE_SECONDS_MIN << doublings).min(PAUSE_SECONDS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_up_to_a_quarter_of_an_hour() {
        let pauses = [5, 6, 7, 8, 9, 10, 99].map(pause_seconds);
        assert_eq!(pauses, [30, 60, 120, 240, 480, 900, 900]);
    }
}
