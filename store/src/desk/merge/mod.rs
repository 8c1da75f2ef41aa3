//! Two rows that are one woman: joining them and taking them apart again. Both hold every pool
//! that either has to do with by its id, then the two people, and look again.
//! Who may be one woman is found in `pairs`; which place stays is said by `domain::joining`.

mod consents;
mod join;
mod messages;
mod moved;
mod pairs;
mod part;
mod reading;
mod restore;
mod side;
#[cfg(feature = "testing")]
pub mod unguarded;

pub use join::{Merge, MergeOutcome};
pub use pairs::{Pair, TellApart, pairs, pairs_of};
pub use part::{Conflict, UNDO, Unmerge, UnmergeOutcome};
pub use reading::{Compared, Entry, Joining, Side, compare, joinings};

use domain::id::{PersonId, SeatsId};
use uuid::Uuid;

use crate::{Conn, StoreError, mark::Author, seats};

/// What seals the list of what was moved.
const MOVED: &str = "merges.moved";

/// Holds the pools of two people in the order of their ids. [`Pools::are_same`] says afterwards,
/// when the people are held too, whether these were all.
struct Pools(Vec<SeatsId>);

impl Pools {
    async fn hold(tx: &mut Conn, people: [PersonId; 2]) -> Result<Self, StoreError> {
        let pools = Self::of(tx, people).await?;
        for seats in &pools.0 {
            seats::hold(tx, *seats).await?;
        }
        Ok(pools)
    }

    async fn of(tx: &mut Conn, [one, other]: [PersonId; 2]) -> Result<Self, StoreError> {
        let rows: Vec<(Uuid,)> = fetch_all!(
            tx,
            (Uuid,),
            "SELECT DISTINCT seats_id FROM enrolments WHERE person_id IN ($1, $2)",
            one.0,
            other.0
        )?;
        let mut pools: Vec<SeatsId> = rows.into_iter().map(|(id,)| SeatsId(id)).collect();
        pools.sort();
        Ok(Self(pools))
    }

    /// Somebody signed one of them up, or moved her, before she was held: run again and see it.
    async fn are_same(&self, tx: &mut Conn, people: [PersonId; 2]) -> Result<(), StoreError> {
        match Self::of(tx, people).await?.0 == self.0 {
            true => Ok(()),
            false => Err(StoreError::Changed),
        }
    }
}

/// Whether everything that two people have or had to do with lies at hubs of this account. Of
/// somebody who is also known elsewhere she is shown nothing and changes nothing.
async fn reaches_all(
    conn: &mut Conn,
    by: Author,
    [one, other]: [PersonId; 2],
) -> Result<bool, StoreError> {
    let (elsewhere,) = fetch_one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM enrolments e JOIN course_instances i ON i.id = e.instance_id \
         JOIN courses c ON c.id = i.course_id \
         WHERE e.person_id IN ($3, $4) AND NOT ($1 OR c.hub_id IN \
               (SELECT h.hub_id FROM account_hubs h WHERE h.account_id = $2))",
        by.all_hubs,
        by.account.0,
        one.0,
        other.0
    )?;
    Ok(elsewhere == 0)
}
