//! Places for children, the second capacity of a pool: taken with the seat, all of them or none,
//! and given back with it. Who gets the seat is left to `seats`, which is held before.

mod claim;

use domain::{children::Children, id::SeatsId, programme::ChildAgeBand};

use crate::{Conn, StoreError};

pub(crate) use claim::{drop_claim, insert, move_claim, needs_of, set_held, take_claimed};
pub use claim::{of_enrolment, of_run};

/// What a woman needs beside her seat.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    pub(crate) children: Children,
    /// Whether she comes without childcare if there is none.
    pub(crate) is_optional: bool,
}

/// Takes places for all these children in a pool whose row is held, each band in the statement
/// that checks it. False, and nothing is taken, where one of them finds no place.
pub(crate) async fn take(
    tx: &mut Conn,
    seats: SeatsId,
    children: &Children,
) -> Result<bool, StoreError> {
    let mut got = Vec::new();
    for (band, count) in children.iter() {
        let taken = execute!(
            tx,
            "UPDATE childcare_places SET taken = taken + $3 \
             WHERE seats_id = $1 AND band = $2 AND taken + $3 <= capacity",
            seats.0,
            band.as_str(),
            i64::from(count)
        )?;
        if taken != 1 {
            release(tx, seats, &Children::new(got)).await?;
            return Ok(false);
        }
        got.push((band, count));
    }
    Ok(true)
}

/// Gives the places of these children back.
pub(crate) async fn release(
    tx: &mut Conn,
    seats: SeatsId,
    children: &Children,
) -> Result<(), StoreError> {
    for (band, count) in children.iter() {
        execute!(
            tx,
            "UPDATE childcare_places SET taken = taken - $3 WHERE seats_id = $1 AND band = $2",
            seats.0,
            band.as_str(),
            i64::from(count)
        )?;
    }
    Ok(())
}

/// Places for children of one age in a pool that offers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// The age.
    pub band: ChildAgeBand,
    /// How many are not taken.
    pub left: u64,
}

/// What a pool offers, the youngest first.
pub async fn places(conn: &mut Conn, seats: SeatsId) -> Result<Vec<Places>, StoreError> {
    let rows: Vec<(String, i64)> = fetch_all!(
        conn,
        (String, i64),
        "SELECT band, capacity - taken FROM childcare_places WHERE seats_id = $1 AND capacity > 0",
        seats.0
    )?;
    let places = |(band, left): (String, i64)| {
        let unknown = StoreError::Unknown("childcare_places.band");
        Ok(Places {
            band: ChildAgeBand::parse(&band).ok_or(unknown)?,
            left: u64::try_from(left).unwrap_or(0),
        })
    };
    let places: Result<Vec<Places>, StoreError> = rows.into_iter().map(places).collect();
    let mut places = places?;
    places.sort_unstable_by_key(|it| it.band);
    Ok(places)
}

/// Whether there are places for all these children. True until the transaction ends, if the
/// pool's row is held.
pub(crate) async fn is_free(
    conn: &mut Conn,
    seats: SeatsId,
    children: &Children,
) -> Result<bool, StoreError> {
    for (band, count) in children.iter() {
        let room = fetch_optional!(
            conn,
            (i64,),
            "SELECT capacity FROM childcare_places \
             WHERE seats_id = $1 AND band = $2 AND taken + $3 <= capacity",
            seats.0,
            band.as_str(),
            i64::from(count)
        )?;
        if room.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}
