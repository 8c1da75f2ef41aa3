//! An enrolment whose pool is held, so that where it stands cannot change before the transaction
//! ends. What is done with it is left to those who hold it.

use domain::{
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, SeatsId},
};
use uuid::Uuid;

use super::status_from;
use crate::{Conn, StoreError, seats};

/// An enrolment whose pool is held until the transaction ends.
pub(crate) struct Held {
    pub(crate) seats: SeatsId,
    pub(crate) status: EnrolmentStatus,
}

impl Held {
    /// Holds the pool, then reads the enrolment: in this order, so that nobody waits for
    /// somebody who waits for her.
    pub(crate) async fn take(tx: &mut Conn, id: EnrolmentId) -> Result<Option<Self>, StoreError> {
        let Some(seats) = seats_of(tx, id).await? else {
            return Ok(None);
        };
        seats::hold(tx, seats).await?;
        Self::read(tx, id, seats).await.map(Some)
    }

    /// The enrolment in a pool that is already held.
    pub(crate) async fn read(
        tx: &mut Conn,
        id: EnrolmentId,
        seats: SeatsId,
    ) -> Result<Self, StoreError> {
        let row = fetch_optional!(
            tx,
            (String,),
            "SELECT status FROM enrolments WHERE id = $1 AND seats_id = $2",
            id.0,
            seats.0
        )?;
        // She was moved before the pool was held: run again on the other one.
        let (stored,) = row.ok_or(StoreError::Changed)?;
        Ok(Self {
            seats,
            status: status_from(&stored)?,
        })
    }
}

/// The pool that an enrolment is in now.
pub(crate) async fn seats_of(
    tx: &mut Conn,
    id: EnrolmentId,
) -> Result<Option<SeatsId>, StoreError> {
    let row = fetch_optional!(
        tx,
        (Uuid,),
        "SELECT seats_id FROM enrolments WHERE id = $1",
        id.0
    )?;
    Ok(row.map(|(seats,)| SeatsId(seats)))
}
