//! She takes another slot by herself, from her private page. Moving is left to `moving`.

use domain::{
    children::Children,
    id::{EnrolmentId, HolderId, SeatsId, SignUpId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Move, MoveOutcome, view::starts_at};
use crate::{
    Conn, StoreError, Write,
    childcare::Needs,
    seats::{self, Asker, Pool, Taken},
};

/// Her wish to come to another slot of the same run instead.
#[derive(Debug, Clone, Copy)]
pub struct Swap {
    /// The request that her link belongs to.
    pub sign_up: SignUpId,
    /// The slot she would rather have.
    pub to: SeatsId,
    /// Her browser, if a slot may be kept for it.
    pub holder: Option<HolderId>,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SwapOutcome {
    /// She has the new slot, and the old one is given back.
    Swapped,
    /// It was taken meanwhile. She keeps what she has.
    Full,
    /// There is no place for each of her children. She keeps what she has.
    NoChildcare,
    /// Enrolment in it has ended. She keeps what she has.
    Closed,
    /// Hers has begun.
    Started,
    /// She has no place that she could give back: cancelled, or yet to be confirmed by the hub.
    NothingToGive,
    /// No such sign-up, or no such slot of its run.
    Unknown,
}

#[derive(sqlx::FromRow)]
struct Row {
    enrolment_id: Uuid,
    is_repeat: bool,
    cancelled_at: Option<i64>,
    seats_id: Uuid,
    told_children: Option<String>,
    told_childcare: bool,
    childcare_optional: bool,
}

impl Row {
    /// What a repeat asked for. Like everyone, who was told that she has childcare keeps it.
    fn needs(&self) -> Needs {
        let children = self.told_children.as_deref().and_then(Children::from_line);
        Needs {
            children: children.unwrap_or_default(),
            is_optional: self.childcare_optional && !self.told_childcare,
        }
    }
}

impl Write for Swap {
    type Output = SwapOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<SwapOutcome, StoreError> {
        let (Some(row), Some(pool)) = (self.find(tx).await?, seats::find(tx, self.to).await?)
        else {
            return Ok(SwapOutcome::Unknown);
        };
        let hers = seats::find(tx, SeatsId(row.seats_id)).await?;
        if !pool.is_slot || hers.is_none_or(|hers| hers.instance != pool.instance) {
            return Ok(SwapOutcome::Unknown);
        }
        match row.is_repeat {
            true => self.repeat(tx, &row, &pool).await,
            false => self.swap(tx, EnrolmentId(row.enrolment_id)).await,
        }
    }
}

impl Swap {
    async fn find(&self, tx: &mut Conn) -> Result<Option<Row>, StoreError> {
        fetch_optional!(
            tx,
            Row,
            "SELECT s.enrolment_id, s.is_repeat, s.cancelled_at, s.told_children, \
                    s.told_childcare, s.childcare_optional, \
                    CASE WHEN s.is_repeat THEN s.seats_id ELSE e.seats_id END AS seats_id \
             FROM sign_ups s JOIN enrolments e ON e.id = s.enrolment_id WHERE s.id = $1",
            self.sign_up.0
        )
    }

    async fn swap(&self, tx: &mut Conn, enrolment: EnrolmentId) -> Result<SwapOutcome, StoreError> {
        let wish = Move {
            enrolment,
            to: self.to,
            or_wait: false,
            by: None,
            holder: self.holder,
            at: self.at,
        };
        Ok(match wish.run(tx).await? {
            MoveOutcome::Moved(_) | MoveOutcome::Queued(_) | MoveOutcome::Already(_) => {
                SwapOutcome::Swapped
            }
            MoveOutcome::Full { .. } => SwapOutcome::Full,
            MoveOutcome::NoChildcare => SwapOutcome::NoChildcare,
            MoveOutcome::Closed => SwapOutcome::Closed,
            MoveOutcome::Started => SwapOutcome::Started,
            MoveOutcome::Pending | MoveOutcome::Ended => SwapOutcome::NothingToGive,
            MoveOutcome::Unknown => SwapOutcome::Unknown,
        })
    }

    /// A repeat goes on hearing what a newcomer would: it moves no seat, and knows nothing of
    /// the enrolment that it repeats.
    async fn repeat(
        &self,
        tx: &mut Conn,
        row: &Row,
        pool: &Pool,
    ) -> Result<SwapOutcome, StoreError> {
        let asker = Asker {
            holder: self.holder,
            at: self.at,
        };
        if row.cancelled_at.is_some() {
            return Ok(SwapOutcome::NothingToGive);
        }
        if starts_at(tx, SeatsId(row.seats_id)).await? <= self.at {
            return Ok(SwapOutcome::Started);
        }
        if pool.is_closed(self.at) {
            return Ok(SwapOutcome::Closed);
        }
        if pool.id.0 == row.seats_id {
            return Ok(SwapOutcome::Swapped);
        }
        let has_childcare = match seats::would_take(tx, pool, &row.needs(), asker).await? {
            Taken::Seat { with_childcare } => with_childcare,
            Taken::NoSeat => return Ok(SwapOutcome::Full),
            Taken::NoChildcare => return Ok(SwapOutcome::NoChildcare),
        };
        execute!(
            tx,
            "UPDATE sign_ups SET seats_id = $2, told_status = 'confirmed', told_place = NULL, \
                told_childcare = $3 WHERE id = $1",
            self.sign_up.0,
            self.to.0,
            has_childcare
        )?;
        seats::give_back(tx, self.holder).await?;
        Ok(SwapOutcome::Swapped)
    }
}
