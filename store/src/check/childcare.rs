//! The promises about places for children: no more than there are, each with a seat, and no seat
//! without the childcare that someone needs.

use jiff::Timestamp;
use uuid::Uuid;

use super::Broken;
use crate::{Conn, StoreError, retention::NOTES};

/// Every promise about childcare that does not hold.
pub(super) async fn broken(conn: &mut Conn, now: Timestamp) -> Result<Vec<Broken>, StoreError> {
    let mut broken = miscounted(conn, now).await?;
    broken.extend(without_seat(conn).await?);
    broken.extend(without_childcare(conn).await?);
    Ok(broken)
}

/// The counters, beside the claims that are held. Long after the last session the claims are gone
/// and the counter stays, as a figure.
async fn miscounted(conn: &mut Conn, now: Timestamp) -> Result<Vec<Broken>, StoreError> {
    let rows: Vec<(String, String, i64, i64, i64, i64)> = fetch_all!(
        conn,
        (String, String, i64, i64, i64, i64),
        "SELECT p.slug, k.band, k.capacity, k.ceiling, k.taken, \
                COALESCE((SELECT CAST(SUM(c.children) AS BIGINT) FROM childcare_claims c \
                    JOIN enrolments e ON e.id = c.enrolment_id \
                    WHERE e.seats_id = k.seats_id AND c.band = k.band AND c.is_held), 0) \
         FROM childcare_places k JOIN seats p ON p.id = k.seats_id \
         WHERE EXISTS (SELECT 1 FROM sessions s \
                       WHERE s.instance_id = p.instance_id AND s.ends_at > $1) \
         ORDER BY p.slug, k.band",
        (now - NOTES).as_microsecond()
    )?;
    let mut broken = Vec::new();
    for (slug, band, capacity, ceiling, taken, held) in rows {
        let mut note = |holds: bool, promise, found| {
            if !holds {
                let record = format!("{slug} {band}");
                broken.push(Broken {
                    promise,
                    record,
                    found,
                });
            }
        };
        note(
            held <= ceiling,
            "childcare_over_capacity",
            format!("{held} children for {capacity} places"),
        );
        note(
            held == taken,
            "childcare_counter",
            format!("counter {taken}, rows {held}"),
        );
    }
    Ok(broken)
}

/// Places that are held without a seat, and claims of enrolments that have ended.
async fn without_seat(conn: &mut Conn) -> Result<Vec<Broken>, StoreError> {
    let rows: Vec<(Uuid, String)> = fetch_all!(
        conn,
        (Uuid, String),
        "SELECT DISTINCT e.id, e.status FROM childcare_claims c \
         JOIN enrolments e ON e.id = c.enrolment_id \
         WHERE e.status IN ('cancelled', 'excused') \
            OR (c.is_held AND e.status NOT IN ('confirmed', 'offered'))"
    )?;
    let broken = |(id, status): (Uuid, String)| Broken {
        promise: "childcare_without_seat",
        record: id.to_string(),
        found: status,
    };
    Ok(rows.into_iter().map(broken).collect())
}

/// Seats of those who need childcare and do not have it.
async fn without_childcare(conn: &mut Conn) -> Result<Vec<Broken>, StoreError> {
    let rows: Vec<(Uuid,)> = fetch_all!(
        conn,
        (Uuid,),
        "SELECT DISTINCT e.id FROM childcare_claims c JOIN enrolments e ON e.id = c.enrolment_id \
         WHERE NOT c.is_held AND NOT e.childcare_optional \
           AND e.status IN ('confirmed', 'offered')"
    )?;
    let broken = |(id,): (Uuid,)| Broken {
        promise: "seat_without_childcare",
        record: id.to_string(),
        found: "enrolment".into(),
    };
    Ok(rows.into_iter().map(broken).collect())
}
