//! Places for children beside a [`SmallCourse`](super::SmallCourse), and ways to break what is
//! promised about them.

use domain::{id::SeatsId, programme::ChildAgeBand};

use crate::{Conn, StoreError, Write};

/// Offers so many places for children of one age.
#[derive(Debug, Clone, Copy)]
pub struct OfferChildcare {
    /// The pool.
    pub seats: SeatsId,
    /// The age.
    pub band: ChildAgeBand,
    /// How many.
    pub places: i64,
}

impl Write for OfferChildcare {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO childcare_places (seats_id, band, capacity, ceiling) \
             VALUES ($1, $2, $3, $3)",
            self.seats.0,
            self.band.as_str(),
            self.places
        )?;
        Ok(())
    }
}

/// Counts a child more, without asking whether there is a place and without a claim: only the
/// database's own check stands.
pub struct ForceChild(pub SeatsId);

impl Write for ForceChild {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE childcare_places SET taken = taken + 1 WHERE seats_id = $1",
            self.0.0
        )?;
        Ok(())
    }
}

/// Ends every enrolment of a pool and forgets what it held.
pub struct ForgetChildren(pub SeatsId);

impl Write for ForgetChildren {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE enrolments SET status = 'cancelled' WHERE seats_id = $1",
            self.0.0
        )?;
        Ok(())
    }
}

/// Lets go of every place without letting go of the seat.
pub struct LoseChildcare(pub SeatsId);

impl Write for LoseChildcare {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE childcare_claims SET is_held = $2 WHERE enrolment_id IN \
             (SELECT id FROM enrolments WHERE seats_id = $1)",
            self.0.0,
            false
        )?;
        Ok(())
    }
}
