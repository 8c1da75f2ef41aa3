//! People: sealed names and numbers, found by a keyed hash. The same phone with another
//! name is another person, because families share phones.

use domain::{enrolment::SignUpDetails, id::PersonId, name};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Conn, Keys, StoreError, keys::random};

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

/// The person with this match key.
pub(crate) async fn find(
    conn: &mut Conn,
    match_key: &[u8; 32],
) -> Result<Option<PersonId>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid,),
        "SELECT id FROM people WHERE match_key = $1",
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
         family_name_sealed, phone_sealed, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        &match_key(&keys, details)[..],
        &phone_index(&keys, details)[..],
        keys.seal("people.given_name", details.given_name.as_str().as_bytes()),
        keys.seal(
            "people.family_name",
            details.family_name.as_str().as_bytes()
        ),
        keys.seal("people.phone", details.phone.as_e164().as_bytes()),
        at.as_microsecond()
    )?;
    Ok(id)
}

/// Holds a person's row until the transaction ends, so that answers of hers come one after
/// the other.
pub(crate) async fn hold(tx: &mut Conn, person: PersonId) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE people SET created_at = created_at WHERE id = $1",
        person.0
    )?;
    Ok(())
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
