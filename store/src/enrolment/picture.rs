//! The second question of a private link: which picture did she choose? Guesses are counted in
//! the statement that allows them, so that any number at once are no more than five.

use domain::{enrolment::Picture, id::SignUpId};
use jiff::{SignedDuration, Timestamp};

use crate::{Conn, Keys, StoreError, Write};

/// Wrong pictures in a row until the question is locked. After that, each further one needs a
/// pause of its own: whoever tries all twelve is at it for seven hours.
pub const TRIES_MAX: i64 = 5;
/// How long a locked question stays so.
pub const PAUSE: SignedDuration = SignedDuration::from_hours(1);

/// Whether opening this sign-up's link elsewhere asks for a picture.
pub async fn asks_picture(conn: &mut Conn, sign_up: SignUpId) -> Result<bool, StoreError> {
    let row = fetch_optional!(
        conn,
        (bool,),
        "SELECT picture_hash IS NOT NULL FROM sign_ups WHERE id = $1",
        sign_up.0
    )?;
    Ok(row.is_some_and(|(asks,)| asks))
}

/// Whether the question of this sign-up is locked.
pub async fn is_locked(
    conn: &mut Conn,
    sign_up: SignUpId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let (locked,) = fetch_one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM sign_ups \
         WHERE id = $1 AND picture_tries >= $2 AND picture_tried_at > $3",
        sign_up.0,
        TRIES_MAX,
        before_pause(at)
    )?;
    Ok(locked > 0)
}

/// A picture that someone with the link says it is.
#[derive(Debug, Clone, Copy)]
pub struct Guess {
    /// Whose link.
    pub sign_up: SignUpId,
    /// Which picture.
    pub picture: Picture,
    /// Now.
    pub at: Timestamp,
}

/// What became of a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guessed {
    /// It is the one; the count begins anew.
    Right,
    /// It is not.
    Wrong,
    /// Too many were wrong. Whether this one was right is not said: it was not looked at.
    Locked,
}

impl Write for Guess {
    type Output = Guessed;

    async fn run(&self, tx: &mut Conn) -> Result<Guessed, StoreError> {
        if !self.count(tx).await? {
            return Ok(Guessed::Locked);
        }
        self.compare(tx).await
    }
}

impl Guess {
    /// Counts the guess before anything is compared. False when none is allowed now.
    async fn count(&self, tx: &mut Conn) -> Result<bool, StoreError> {
        let counted = execute!(
            tx,
            "UPDATE sign_ups SET picture_tries = picture_tries + 1, picture_tried_at = $2 \
             WHERE id = $1 AND picture_hash IS NOT NULL \
             AND (picture_tries < $3 OR picture_tried_at <= $4)",
            self.sign_up.0,
            self.at.as_microsecond(),
            TRIES_MAX,
            before_pause(self.at)
        )?;
        Ok(counted == 1)
    }

    pub(super) async fn compare(&self, tx: &mut Conn) -> Result<Guessed, StoreError> {
        let hash = picture_hash(&tx.keys(), self.sign_up, self.picture);
        let right = execute!(
            tx,
            "UPDATE sign_ups SET picture_tries = 0, picture_tried_at = 0 \
             WHERE id = $1 AND picture_hash = $2",
            self.sign_up.0,
            hash
        )?;
        if right == 1 {
            return Ok(Guessed::Right);
        }
        // The fifth says that it was the last.
        let locked = is_locked(tx, self.sign_up, self.at).await?;
        Ok(if locked {
            Guessed::Locked
        } else {
            Guessed::Wrong
        })
    }
}

/// Keyed, and different for each sign-up: with twelve pictures a plain hash would be no secret.
pub(super) fn picture_hash(keys: &Keys, sign_up: SignUpId, picture: Picture) -> Vec<u8> {
    let told = [&sign_up.0.as_bytes()[..], picture.as_str().as_bytes()].concat();
    keys.blind_index("sign_ups.picture", &told).to_vec()
}

fn before_pause(at: Timestamp) -> i64 {
    at.as_microsecond()
        .saturating_sub(i64::try_from(PAUSE.as_micros()).unwrap_or(i64::MAX))
}
