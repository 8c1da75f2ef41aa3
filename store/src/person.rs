//! People: sealed names and numbers, found by a keyed hash. The same phone with another
//! name is another person, because families share phones.

use domain::{alike::FullName, enrolment::SignUpDetails, id::PersonId, name};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Conn, Keys, StoreError, Write, keys::random};

/// The keyed hash that says "the same person": phone, folded given name, folded family name.
pub(crate) fn match_key(keys: &Keys, details: &SignUpDetails) -> [u8; 32] {
    let parts = [
        details.phone.as_e164(),
        &name::fold(details.given_name.as_str()),
        &name::fold(details.family_name.as_str()),
    ];
    keys.blind_index("people.match_key", parts.join("\u{1f}").as_bytes())
}

/// The keyed hash that finds everybody who is reached by a phone.
pub(crate) fn phone_index(keys: &Keys, details: &SignUpDetails) -> [u8; 32] {
    keys.blind_index("people.phone", details.phone.as_e164().as_bytes())
}

/// The keyed hash of a name alone, in whatever spelling.
fn name_index(keys: &Keys, given: &str, family: &str) -> [u8; 32] {
    let name = FullName { given, family };
    keys.blind_index("people.name", name.skeleton().as_bytes())
}

/// The person with this match key, or whose other spelling it is.
pub(crate) async fn find(
    conn: &mut Conn,
    match_key: &[u8; 32],
) -> Result<Option<PersonId>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid,),
        "SELECT COALESCE(merged_into, id) FROM people WHERE match_key = $1",
        &match_key[..]
    )?;
    Ok(row.map(|(id,)| PersonId(id)))
}

/// Writes a new person down.
pub(crate) async fn insert(
    tx: &mut Conn,
    details: &SignUpDetails,
    at: Timestamp,
) -> Result<PersonId, StoreError> {
    let keys = tx.keys();
    let id = PersonId::new(at, random());
    execute!(
        tx,
        "INSERT INTO people (id, match_key, phone_index, given_name_sealed, \
         family_name_sealed, phone_sealed, created_at, name_index) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id.0,
        &match_key(&keys, details)[..],
        &phone_index(&keys, details)[..],
        keys.seal("people.given_name", details.given_name.as_str().as_bytes()),
        keys.seal(
            "people.family_name",
            details.family_name.as_str().as_bytes()
        ),
        keys.seal("people.phone", details.phone.as_e164().as_bytes()),
        at.as_microsecond(),
        &name_index(
            &keys,
            details.given_name.as_str(),
            details.family_name.as_str()
        )[..]
    )?;
    Ok(id)
}

/// Holds a person's row until the transaction ends, so that what is written about her comes one
/// after the other. When staff have found meanwhile that she is another one's other spelling, it
/// fails with [`StoreError::Changed`]: run again and find that one.
pub(crate) async fn hold(tx: &mut Conn, person: PersonId) -> Result<(), StoreError> {
    let held = execute!(
        tx,
        "UPDATE people SET created_at = created_at WHERE id = $1 AND merged_into IS NULL",
        person.0
    )?;
    match held {
        1 => Ok(()),
        _ => Err(StoreError::Changed),
    }
}

/// Holds the row of a person, whoever she has become.
pub(crate) async fn hold_row(tx: &mut Conn, person: PersonId) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE people SET created_at = created_at WHERE id = $1",
        person.0
    )?;
    Ok(())
}

/// So many rows are given their hash at a time.
const INDEXED_MAX: i64 = 200;

/// Gives rows of earlier versions the hash under which their name is found. Says how many; none
/// when all have it.
#[derive(Debug, Clone, Copy)]
pub struct IndexNames;

impl Write for IndexNames {
    type Output = usize;

    async fn run(&self, tx: &mut Conn) -> Result<usize, StoreError> {
        let rows: Vec<(Uuid, Vec<u8>, Vec<u8>)> = fetch_all!(
            tx,
            (Uuid, Vec<u8>, Vec<u8>),
            "SELECT id, given_name_sealed, family_name_sealed FROM people \
             WHERE name_index IS NULL LIMIT $1",
            INDEXED_MAX
        )?;
        let keys = tx.keys();
        for (id, given, family) in &rows {
            let given = open_text(&keys, "people.given_name", given)?;
            let family = open_text(&keys, "people.family_name", family)?;
            execute!(
                tx,
                "UPDATE people SET name_index = $2 WHERE id = $1",
                *id,
                &name_index(&keys, &given, &family)[..]
            )?;
        }
        Ok(rows.len())
    }
}

/// Opens a sealed text column.
pub(crate) fn open_text(
    keys: &Keys,
    purpose: &'static str,
    sealed: &[u8],
) -> Result<String, StoreError> {
    let plain = keys
        .open(purpose, sealed)
        .ok_or(StoreError::Sealed(purpose))?;
    String::from_utf8(plain).map_err(|_| StoreError::Sealed(purpose))
}
