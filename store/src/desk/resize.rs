//! More seats or fewer. More let in who waits, in order; fewer remove nobody: a ceiling stands
//! where the capacity was until enough have left.

use domain::id::{AccountId, SeatsId};
use jiff::Timestamp;

use crate::{Conn, StoreError, Write, enrolment::new_id, seats};

/// Gives a pool another capacity.
#[derive(Debug, Clone, Copy)]
pub struct Resize {
    /// The pool.
    pub seats: SeatsId,
    /// Its new capacity.
    pub capacity: u32,
    /// Who decides.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResizeOutcome {
    /// Done.
    Resized {
        /// Seats before.
        before: u64,
        /// Seats now.
        after: u64,
        /// How many got a seat from the queue.
        promoted: u64,
    },
    /// It had this capacity already.
    Same,
    /// No such pool.
    Unknown,
}

impl Write for Resize {
    type Output = ResizeOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<ResizeOutcome, StoreError> {
        seats::hold(tx, self.seats).await?;
        let Some(pool) = seats::find(tx, self.seats).await? else {
            return Ok(ResizeOutcome::Unknown);
        };
        let capacity = i64::from(self.capacity);
        if pool.capacity == capacity {
            return Ok(ResizeOutcome::Same);
        }
        execute!(
            tx,
            "UPDATE seats SET capacity = $2, \
                ceiling = CASE WHEN taken > $2 THEN taken ELSE $2 END WHERE id = $1",
            self.seats.0,
            capacity
        )?;
        execute!(
            tx,
            "INSERT INTO capacity_changes (id, seats_id, account_id, capacity_before, \
             capacity_after, at) VALUES ($1, $2, $3, $4, $5, $6)",
            new_id(self.at),
            self.seats.0,
            self.by.0,
            pool.capacity,
            capacity,
            self.at.as_microsecond()
        )?;
        Ok(ResizeOutcome::Resized {
            before: pool.capacity.unsigned_abs(),
            after: u64::from(self.capacity),
            promoted: seats::pass_on(tx, self.seats, self.at).await?,
        })
    }
}
