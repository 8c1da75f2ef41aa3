//! Which photographs may be taken of those who are expected in a session.

use std::collections::HashMap;

use domain::{
    consent::{Photos, Purpose},
    id::{PersonId, SessionId},
};
use uuid::Uuid;

use super::purpose;
use crate::{Conn, StoreError};

#[derive(sqlx::FromRow)]
struct Row {
    person_id: Uuid,
    purpose: String,
    granted: bool,
    by_repeat: bool,
    is_open: bool,
}

/// What those who have to do with a session's run have answered about photographs; whoever is
/// not in it has answered nothing. While the task of a withdrawal is open, whoever withdrew and
/// through whichever link, the answer is no.
pub(crate) async fn of_session(
    conn: &mut Conn,
    session: SessionId,
) -> Result<HashMap<PersonId, Photos>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT c.person_id, c.purpose, c.granted, COALESCE(s.is_repeat, FALSE) AS by_repeat, \
                EXISTS (SELECT 1 FROM consent_tasks t \
                        WHERE t.consent_id = c.id AND t.done_at IS NULL) AS is_open \
         FROM sessions m JOIN seats p ON p.instance_id = m.instance_id \
         JOIN enrolments e ON e.seats_id = p.id JOIN consents c ON c.person_id = e.person_id \
         LEFT JOIN sign_ups s ON s.id = c.sign_up_id \
         WHERE m.id = $1 AND c.purpose IN ('photo_self', 'photo_group') \
         ORDER BY c.answered_at, c.id",
        session.0
    )?;
    let mut photos: HashMap<PersonId, Photos> = HashMap::new();
    for row in rows.iter().filter(|row| !row.by_repeat) {
        row.say(&mut photos, row.granted)?;
    }
    for row in rows.iter().filter(|row| row.is_open) {
        row.say(&mut photos, false)?;
    }
    Ok(photos)
}

impl Row {
    fn say(&self, photos: &mut HashMap<PersonId, Photos>, granted: bool) -> Result<(), StoreError> {
        let hers = photos.entry(PersonId(self.person_id)).or_default();
        match purpose(&self.purpose)? {
            Purpose::PhotoSelf => hers.alone = granted,
            Purpose::PhotoGroup => hers.group = granted,
            Purpose::Data | Purpose::SocialMedia | Purpose::FunderReport => {}
        }
        Ok(())
    }
}
