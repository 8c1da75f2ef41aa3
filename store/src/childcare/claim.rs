//! The claims of an enrolment: how many children of which age, and whether their places are hers.

use std::collections::HashMap;

use domain::{
    children::{Children, Claim},
    id::{EnrolmentId, InstanceId, SeatsId},
    programme::ChildAgeBand,
};
use uuid::Uuid;

use super::{Needs, release, take};
use crate::{Conn, StoreError};

type Row = (Uuid, String, i64, bool);

fn gathered(rows: Vec<Row>) -> Result<HashMap<EnrolmentId, Claim>, StoreError> {
    let mut counts: HashMap<EnrolmentId, (Vec<(ChildAgeBand, u32)>, bool)> = HashMap::new();
    for (enrolment, band, children, is_held) in rows {
        let unknown = StoreError::Unknown("childcare_claims.band");
        let band = ChildAgeBand::parse(&band).ok_or(unknown)?;
        let children = u32::try_from(children).unwrap_or(u32::MAX);
        let claim = counts.entry(EnrolmentId(enrolment)).or_default();
        claim.0.push((band, children));
        claim.1 = is_held;
    }
    let claim = |(enrolment, (counts, is_held))| {
        let children = Children::new(counts);
        (enrolment, Claim { children, is_held })
    };
    Ok(counts.into_iter().map(claim).collect())
}

/// The children of one enrolment; nothing where she brings none.
pub async fn of_enrolment(conn: &mut Conn, id: EnrolmentId) -> Result<Option<Claim>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT enrolment_id, band, children, is_held FROM childcare_claims \
         WHERE enrolment_id = $1",
        id.0
    )?;
    Ok(gathered(rows)?.remove(&id))
}

/// The children of everyone in a run who brings some.
pub async fn of_run(
    conn: &mut Conn,
    run: InstanceId,
) -> Result<HashMap<EnrolmentId, Claim>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT c.enrolment_id, c.band, c.children, c.is_held FROM childcare_claims c \
         JOIN enrolments e ON e.id = c.enrolment_id WHERE e.instance_id = $1",
        run.0
    )?;
    gathered(rows)
}

/// What an enrolment needs beside a seat, and whether it has it now.
pub(crate) async fn needs_of(
    tx: &mut Conn,
    enrolment: EnrolmentId,
) -> Result<(Needs, bool), StoreError> {
    let (is_optional,) = fetch_one!(
        tx,
        (bool,),
        "SELECT childcare_optional FROM enrolments WHERE id = $1",
        enrolment.0
    )?;
    let claim = of_enrolment(tx, enrolment).await?;
    let is_held = claim.as_ref().is_some_and(|claim| claim.is_held);
    let needs = Needs {
        children: claim.map(|claim| claim.children).unwrap_or_default(),
        is_optional,
    };
    Ok((needs, is_held))
}

/// Writes the claim of an enrolment that has none.
pub(crate) async fn insert(
    tx: &mut Conn,
    enrolment: EnrolmentId,
    needs: &Needs,
    is_held: bool,
) -> Result<(), StoreError> {
    for (band, count) in needs.children.iter() {
        execute!(
            tx,
            "INSERT INTO childcare_claims (enrolment_id, band, children, is_held) \
             VALUES ($1, $2, $3, $4)",
            enrolment.0,
            band.as_str(),
            i64::from(count),
            is_held
        )?;
    }
    Ok(())
}

/// Takes the places for someone who has just got a seat of this pool, which is held. False when
/// there are not enough: then she comes without, if she said so.
pub(crate) async fn take_claimed(
    tx: &mut Conn,
    enrolment: EnrolmentId,
    seats: SeatsId,
) -> Result<bool, StoreError> {
    let Some(claim) = of_enrolment(tx, enrolment).await? else {
        return Ok(true);
    };
    if !take(tx, seats, &claim.children).await? {
        return Ok(false);
    }
    set_held(tx, enrolment, true).await?;
    Ok(true)
}

/// Whether the places are hers.
pub(crate) async fn set_held(
    tx: &mut Conn,
    enrolment: EnrolmentId,
    is_held: bool,
) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE childcare_claims SET is_held = $2 WHERE enrolment_id = $1",
        enrolment.0,
        is_held
    )?;
    Ok(())
}

/// An enrolment has ended: its places are given back to the pool it was in, and nothing of the
/// children is kept.
pub(crate) async fn drop_claim(
    tx: &mut Conn,
    enrolment: EnrolmentId,
    seats: SeatsId,
) -> Result<(), StoreError> {
    let Some(claim) = of_enrolment(tx, enrolment).await? else {
        return Ok(());
    };
    if claim.is_held {
        release(tx, seats, &claim.children).await?;
    }
    execute!(
        tx,
        "DELETE FROM childcare_claims WHERE enrolment_id = $1",
        enrolment.0
    )?;
    Ok(())
}

/// She moves: her claim goes on under this enrolment, in the pool where she has a seat now or
/// waits for one.
pub(crate) async fn move_claim(
    tx: &mut Conn,
    from: EnrolmentId,
    to: EnrolmentId,
    needs: &Needs,
    is_held: bool,
) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE childcare_claims SET enrolment_id = $2, is_held = $3 WHERE enrolment_id = $1",
        from.0,
        to.0,
        is_held
    )?;
    execute!(
        tx,
        "UPDATE enrolments SET childcare_optional = $2 WHERE id = $1",
        to.0,
        needs.is_optional
    )?;
    Ok(())
}
