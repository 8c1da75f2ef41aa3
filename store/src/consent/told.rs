//! What has been answered: by a person, counting what came through her own links and what staff
//! wrote down, and by one link, which shows only what was said through it.

use domain::{
    consent::Purpose,
    desk::ConsentChannel,
    id::{PersonId, SignUpId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::purpose;
use crate::{Conn, StoreError, desk::Colleague};

/// The answer that counts for a purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// For what.
    pub purpose: Purpose,
    /// Yes or no.
    pub granted: bool,
    /// How it was told.
    pub channel: ConsentChannel,
    /// Who of the staff wrote it down, if it was not she.
    pub by: Option<Colleague>,
    /// When.
    pub at: Timestamp,
}

/// The latest answer for one purpose, as the next one is compared with it.
#[derive(sqlx::FromRow)]
pub(crate) struct Latest {
    pub(crate) id: Uuid,
    pub(crate) granted: bool,
    pub(super) text_version: String,
    pub(super) channel: String,
    pub(super) answered_at: i64,
}

/// The latest answer of a person for one purpose. Answers through a repeat do not count.
pub(crate) async fn by_person(
    conn: &mut Conn,
    person: PersonId,
    purpose: Purpose,
) -> Result<Option<Latest>, StoreError> {
    fetch_optional!(
        conn,
        Latest,
        "SELECT c.id, c.granted, c.text_version, c.channel, c.answered_at FROM consents c \
         LEFT JOIN sign_ups s ON s.id = c.sign_up_id \
         WHERE c.person_id = $1 AND c.purpose = $2 AND (s.id IS NULL OR NOT s.is_repeat) \
         ORDER BY c.answered_at DESC, c.id DESC LIMIT 1",
        person.0,
        purpose.as_str()
    )
}

/// The latest answer that came through one link.
pub(super) async fn through_link(
    conn: &mut Conn,
    sign_up: SignUpId,
    purpose: Purpose,
) -> Result<Option<Latest>, StoreError> {
    fetch_optional!(
        conn,
        Latest,
        "SELECT c.id, c.granted, c.text_version, c.channel, c.answered_at FROM consents c \
         WHERE c.sign_up_id = $1 AND c.purpose = $2 \
         ORDER BY c.answered_at DESC, c.id DESC LIMIT 1",
        sign_up.0,
        purpose.as_str()
    )
}

#[derive(sqlx::FromRow)]
struct Row {
    purpose: String,
    granted: bool,
    channel: String,
    answered_at: i64,
    email_sealed: Option<Vec<u8>>,
    display_name_sealed: Option<Vec<u8>>,
}

/// What counts for a person now, in the order of the purposes.
pub async fn told_by_person(conn: &mut Conn, person: PersonId) -> Result<Vec<Told>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT c.purpose, c.granted, c.channel, c.answered_at, a.email_sealed, \
                a.display_name_sealed FROM consents c \
         LEFT JOIN sign_ups s ON s.id = c.sign_up_id LEFT JOIN accounts a ON a.id = c.author_id \
         WHERE c.person_id = $1 AND (s.id IS NULL OR NOT s.is_repeat) \
         ORDER BY c.answered_at, c.id",
        person.0
    )?;
    latest(conn, rows)
}

/// What a link shows: answers that came through it, and those that staff have written down on
/// its enrolment since. Whoever signs up under her name and phone does not learn what she has
/// answered before, nor that she has.
pub async fn told_by_link(conn: &mut Conn, sign_up: SignUpId) -> Result<Vec<Told>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT c.purpose, c.granted, c.channel, c.answered_at, a.email_sealed, \
                a.display_name_sealed FROM sign_ups s \
         JOIN consents c ON c.sign_up_id = s.id OR (c.sign_up_id IS NULL AND NOT s.is_repeat \
             AND c.enrolment_id = s.enrolment_id AND c.answered_at >= s.created_at) \
         LEFT JOIN accounts a ON a.id = c.author_id WHERE s.id = $1 \
         ORDER BY c.answered_at, c.id",
        sign_up.0
    )?;
    latest(conn, rows)
}

/// Of rows by time, the last one for each purpose.
fn latest(conn: &Conn, rows: Vec<Row>) -> Result<Vec<Told>, StoreError> {
    let keys = conn.keys();
    let mut told: Vec<Told> = Vec::new();
    for row in rows {
        let (name, email) = (row.display_name_sealed, row.email_sealed);
        let next = Told {
            purpose: purpose(&row.purpose)?,
            granted: row.granted,
            channel: ConsentChannel::parse(&row.channel)
                .ok_or(StoreError::Unknown("consents.channel"))?,
            by: Colleague::open(&keys, name.as_deref(), email.as_deref())?,
            at: Timestamp::from_microsecond(row.answered_at)
                .map_err(|_| StoreError::Unknown("consents.answered_at"))?,
        };
        told.retain(|it| it.purpose != next.purpose);
        told.push(next);
    }
    told.sort_by_key(|it| it.purpose);
    Ok(told)
}
