//! The roll of a session as a facilitator sees it: those with a confirmed place, and those who
//! were marked although the session does not expect them.

use std::collections::{BTreeSet, HashMap};

use domain::{
    children::Claim,
    consent::Photos,
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, PersonId, SessionId},
    mark::{Cell, Roll},
    name,
};
use uuid::Uuid;

use super::{Flag, StaffSession, of_session, session};
use crate::{Conn, Keys, StoreError, childcare, consent, person::open_text};

/// The roll of one session.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The session.
    pub session: StaffSession,
    /// Its rows, by name; flagged ones after the others.
    pub rows: Vec<Row>,
}

/// One row of a roll.
#[derive(Clone)]
pub struct Row {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// Given name and first letter of the family name; nothing where the enrolment is unknown.
    pub name: Option<String>,
    /// Which photographs may be taken of her.
    pub photos: Photos,
    /// The children she brings, and whether she has places for them.
    pub childcare: Option<Claim>,
    /// Set when the session does not expect her.
    pub flag: Option<Flag>,
    /// What her marks add up to; nothing when there is none.
    pub cell: Option<Cell>,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Row({}, {:?})", self.enrolment, self.flag)
    }
}

#[derive(sqlx::FromRow)]
struct Enrolled {
    id: Uuid,
    person_id: Uuid,
    status: String,
    slot: Option<Uuid>,
    given_name_sealed: Vec<u8>,
    family_name_sealed: Vec<u8>,
}

/// The roll of this session; nothing when there is no such session.
pub async fn sheet(conn: &mut Conn, id: SessionId) -> Result<Option<Sheet>, StoreError> {
    let Some(session) = session(conn, id).await? else {
        return Ok(None);
    };
    let marks = of_session(conn, id).await?;
    let roll = Roll::from(marks);
    let keys = conn.keys();
    let mut claims = childcare::of_run(conn, session.instance).await?;
    let photos = consent::photos_of_session(conn, id).await?;
    let mut unknown: BTreeSet<EnrolmentId> = roll.cells().map(|(id, _)| id).collect();
    let mut rows = Vec::new();
    for enrolled in enrolled(conn, id).await? {
        let flag = flag_of(&enrolled.status, enrolled.slot, id);
        let enrolment = EnrolmentId(enrolled.id);
        let marked = unknown.remove(&enrolment);
        if marked || flag.is_none() {
            let name = Some(enrolled.name(&keys)?);
            rows.push(Row {
                enrolment,
                name,
                photos: photos
                    .get(&PersonId(enrolled.person_id))
                    .copied()
                    .unwrap_or_default(),
                childcare: claims.remove(&enrolment),
                flag,
                cell: roll.cell(enrolment).cloned(),
            });
        }
    }
    rows.extend(unknown.into_iter().map(|enrolment| Row {
        enrolment,
        name: None,
        photos: Photos::default(),
        childcare: None,
        flag: Some(Flag::Unknown),
        cell: roll.cell(enrolment).cloned(),
    }));
    sort(&mut rows);
    Ok(Some(Sheet { session, rows }))
}

/// What the marks of one row add up to. An enrolment that was joined to another one has that
/// one's row.
pub async fn cell(
    conn: &mut Conn,
    session: SessionId,
    enrolment: EnrolmentId,
) -> Result<Option<Cell>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid,),
        "SELECT merged_into FROM enrolments WHERE id = $1 AND merged_into IS NOT NULL",
        enrolment.0
    )?;
    let enrolment = row.map_or(enrolment, |(into,)| EnrolmentId(into));
    let roll = Roll::from(of_session(conn, session).await?);
    Ok(roll.cell(enrolment).cloned())
}

/// Everyone who has or had to do with the session's pools, whatever became of it.
async fn enrolled(conn: &mut Conn, session: SessionId) -> Result<Vec<Enrolled>, StoreError> {
    fetch_all!(
        conn,
        Enrolled,
        "SELECT e.id, e.person_id, e.status, p.session_id AS slot, q.given_name_sealed, \
                q.family_name_sealed \
         FROM sessions s JOIN seats p ON p.instance_id = s.instance_id \
         JOIN enrolments e ON e.seats_id = p.id JOIN people q ON q.id = e.person_id \
         WHERE s.id = $1 AND e.merged_into IS NULL AND ((e.status = 'confirmed' \
                               AND (p.session_id IS NULL OR p.session_id = s.id)) \
            OR e.id IN (SELECT COALESCE(g.merged_into, m.enrolment_id) FROM marks m \
                        LEFT JOIN enrolments g ON g.id = m.enrolment_id \
                        WHERE m.session_id = $1))",
        session.0
    )
}

impl Enrolled {
    fn name(&self, keys: &Keys) -> Result<String, StoreError> {
        let given = open_text(keys, "people.given_name", &self.given_name_sealed)?;
        let family = open_text(keys, "people.family_name", &self.family_name_sealed)?;
        Ok(name::with_initial(&given, &family))
    }
}

/// Whether the session expects an enrolment of this status with this slot.
pub(super) fn flag_of(status: &str, slot: Option<Uuid>, session: SessionId) -> Option<Flag> {
    let here = slot.is_none_or(|slot| slot == session.0);
    match EnrolmentStatus::parse(status) {
        Some(EnrolmentStatus::Confirmed) if here => None,
        Some(EnrolmentStatus::Cancelled) => Some(Flag::Cancelled),
        _ => Some(Flag::NotConfirmed),
    }
}

fn sort(rows: &mut [Row]) {
    let folded: HashMap<EnrolmentId, String> = rows
        .iter()
        .map(|row| {
            (
                row.enrolment,
                name::fold(row.name.as_deref().unwrap_or_default()),
            )
        })
        .collect();
    rows.sort_by(|a, b| {
        let key = |row: &Row| (row.flag.is_some(), &folded[&row.enrolment], row.enrolment);
        key(a).cmp(&key(b))
    });
}
