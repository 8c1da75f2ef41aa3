//! A slot that is kept for a browser while the form is filled in. A hold ends by the clock, and
//! whoever takes a seat reads it under the pool's row; taking is left to `seats`.

use std::collections::HashMap;

use domain::id::{HolderId, InstanceId, SeatsId};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Asker, Pool, first_in_line, ready};
use crate::{Conn, StoreError, Write};

/// So long a slot is kept, and on to the next whole minute: the end is told as a time of day.
pub const HOLD: SignedDuration = SignedDuration::from_mins(10);

const MINUTE_MICROS: i64 = 60_000_000;

/// A browser chooses a slot: it is kept for a while, and what this browser held before is given
/// back.
///
/// Browsers that hold no sign-up of ours keep at most half of a run's free slots between them.
/// So whoever fetches holds without end cannot close a run, and nobody is turned away by a shared
/// address: she gets to the form all the same, and only her slot is not kept meanwhile.
#[derive(Debug, Clone, Copy)]
pub struct Hold {
    /// The slot.
    pub seats: SeatsId,
    /// The browser.
    pub holder: HolderId,
    /// Whether it has signed somebody up in this visit.
    pub has_sign_up: bool,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldOutcome {
    /// It is kept until then.
    Held(Timestamp),
    /// It is free and not kept: who sends the form first has it.
    NotKept,
    /// It is taken, or kept for somebody else. This browser keeps what it held.
    Full,
    /// Enrolment has ended.
    Closed,
    /// There is no such pool of seats.
    NoSuchSeats,
}

impl Write for Hold {
    type Output = HoldOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<HoldOutcome, StoreError> {
        let Some(pool) = super::find(tx, self.seats).await? else {
            return Ok(HoldOutcome::NoSuchSeats);
        };
        // The share counts all slots of the run: those who choose wait for each other.
        hold_run(tx, pool.instance).await?;
        super::hold(tx, self.seats).await?;
        let Some(pool) = super::find(tx, self.seats).await? else {
            return Ok(HoldOutcome::NoSuchSeats);
        };
        if pool.is_closed(self.at) {
            return Ok(HoldOutcome::Closed);
        }
        if !is_free(tx, &pool, self.asker()).await? {
            return Ok(HoldOutcome::Full);
        }
        sweep(tx, pool.instance, self.at).await?;
        if !pool.is_slot || !(self.has_sign_up || self.is_within_share(tx, &pool).await?) {
            give_back(tx, Some(self.holder)).await?;
            return Ok(HoldOutcome::NotKept);
        }
        let until = until(self.at)?;
        execute!(
            tx,
            "INSERT INTO holds (holder, seats_id, expires_at) VALUES ($1, $2, $3) \
             ON CONFLICT (holder) DO UPDATE SET seats_id = $2, expires_at = $3",
            self.holder.0,
            self.seats.0,
            until.as_microsecond()
        )?;
        Ok(HoldOutcome::Held(until))
    }
}

impl Hold {
    fn asker(&self) -> Asker {
        Asker {
            holder: Some(self.holder),
            at: self.at,
        }
    }

    /// Whether one hold more leaves half of the run's free slots alone. The last free one is
    /// therefore never kept.
    async fn is_within_share(&self, tx: &mut Conn, pool: &Pool) -> Result<bool, StoreError> {
        let (free, kept) = fetch_one!(
            tx,
            (i64, i64),
            "SELECT COALESCE(CAST(SUM(p.capacity - p.taken) AS BIGINT), 0), \
                    (SELECT COUNT(*) FROM holds h JOIN seats q ON q.id = h.seats_id \
                     WHERE q.instance_id = $1 AND h.expires_at > $2 AND h.holder <> $3) \
             FROM seats p WHERE p.instance_id = $1 AND p.taken < p.capacity AND p.closes_at > $2",
            pool.instance.0,
            self.at.as_microsecond(),
            self.holder.0
        )?;
        Ok(2 * (kept + 1) <= free)
    }
}

fn until(at: Timestamp) -> Result<Timestamp, StoreError> {
    let end = (at + HOLD).as_microsecond();
    let minutes = (end + MINUTE_MICROS - 1).div_euclid(MINUTE_MICROS);
    Timestamp::from_microsecond(minutes * MINUTE_MICROS)
        .map_err(|_| StoreError::Unknown("holds.expires_at"))
}

/// Comes before the rows of the run's pools.
async fn hold_run(tx: &mut Conn, run: InstanceId) -> Result<(), StoreError> {
    let before = tx.is_public_change;
    execute!(
        tx,
        "UPDATE course_instances SET kind = kind WHERE id = $1",
        run.0
    )?;
    tx.is_public_change = before; // nothing that anyone could see has changed
    Ok(())
}

/// What has expired is of no use to anyone; it goes when the next one chooses.
async fn sweep(tx: &mut Conn, run: InstanceId, at: Timestamp) -> Result<(), StoreError> {
    execute!(
        tx,
        "DELETE FROM holds WHERE expires_at <= $1 \
         AND seats_id IN (SELECT id FROM seats WHERE instance_id = $2)",
        at.as_microsecond(),
        run.0
    )?;
    Ok(())
}

/// How many seats of a pool are kept for other browsers. True until the transaction ends, if the
/// pool's row is held.
async fn kept_for_others(tx: &mut Conn, seats: SeatsId, asker: Asker) -> Result<i64, StoreError> {
    let (kept,) = fetch_one!(
        tx,
        (i64,),
        "SELECT COUNT(*) FROM holds WHERE seats_id = $1 AND expires_at > $2 AND holder <> $3",
        seats.0,
        asker.at.as_microsecond(),
        asker.uuid()
    )?;
    Ok(kept)
}

/// Whether a newcomer would get a seat of this pool: one is free that is not kept for others, and
/// nobody who waits could sit down.
pub(crate) async fn is_free(tx: &mut Conn, pool: &Pool, asker: Asker) -> Result<bool, StoreError> {
    let kept = match pool.is_slot {
        true => kept_for_others(tx, pool.id, asker).await?,
        false => 0,
    };
    let has_room = pool.has_room(kept);
    Ok(has_room && (pool.waiting == 0 || first_in_line(tx, pool.id).await?.is_none()))
}

/// If every free seat of a pool is kept for other browsers: when the first of them is free again,
/// unless it is taken. Nobody joins the queue for such a seat, because nobody would be there to
/// give it to her at that moment.
pub(crate) async fn kept_until(
    tx: &mut Conn,
    seats: SeatsId,
    asker: Asker,
) -> Result<Option<Timestamp>, StoreError> {
    let (first,) = fetch_one!(
        tx,
        (Option<i64>,),
        concat!(
            "SELECT MIN(h.expires_at) FROM holds h JOIN seats p ON p.id = h.seats_id \
             WHERE p.id = $1 AND p.taken < p.capacity AND h.expires_at > $2 AND h.holder <> $3 \
               AND (p.waiting = 0 OR NOT EXISTS (",
            ready!(),
            "))"
        ),
        seats.0,
        asker.at.as_microsecond(),
        asker.uuid()
    )?;
    first.map(moment).transpose()
}

/// Gives back what a browser holds: it signed up, or chose something that is not kept.
pub(crate) async fn give_back(tx: &mut Conn, holder: Option<HolderId>) -> Result<(), StoreError> {
    if let Some(holder) = holder {
        execute!(tx, "DELETE FROM holds WHERE holder = $1", holder.0)?;
    }
    Ok(())
}

/// The slot that is kept for a browser, and until when.
pub async fn kept_for(
    conn: &mut Conn,
    holder: HolderId,
    at: Timestamp,
) -> Result<Option<(SeatsId, Timestamp)>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid, i64),
        "SELECT seats_id, expires_at FROM holds WHERE holder = $1 AND expires_at > $2",
        holder.0,
        at.as_microsecond()
    )?;
    row.map(|(seats, until)| Ok((SeatsId(seats), moment(until)?)))
        .transpose()
}

/// How many seats of which pools are kept for others than this browser.
pub async fn kept(
    conn: &mut Conn,
    holder: Option<HolderId>,
    at: Timestamp,
) -> Result<HashMap<SeatsId, u64>, StoreError> {
    let rows = fetch_all!(
        conn,
        (Uuid, i64),
        "SELECT seats_id, COUNT(*) FROM holds WHERE expires_at > $1 AND holder <> $2 \
         GROUP BY seats_id",
        at.as_microsecond(),
        Asker { holder, at }.uuid()
    )?;
    let counted = |(seats, kept): (Uuid, i64)| (SeatsId(seats), kept.unsigned_abs());
    Ok(rows.into_iter().map(counted).collect())
}

fn moment(micros: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(micros).map_err(|_| StoreError::Unknown("holds.expires_at"))
}
