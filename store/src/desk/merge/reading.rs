//! What staff see before they join two rows, and of what has been joined.

use domain::{
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, MergeId, PersonId},
    lang::{Lang, Localised},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    super::{Colleague, moment, status, whole_name},
    UNDO, reaches_all,
};
use crate::{Conn, StoreError, mark::Author, programme::Texts};

/// One of two rows that may be one woman.
#[derive(Clone, PartialEq, Eq)]
pub struct Side {
    /// The enrolment by which the row is named.
    pub enrolment: EnrolmentId,
    /// The whole name.
    pub name: String,
    /// When the row was made.
    pub since: Timestamp,
    /// The language of the latest sign-up.
    pub lang: Lang,
    /// Everything that she is or was enrolled in, the latest first.
    pub entries: Vec<Entry>,
}

impl std::fmt::Debug for Side {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Side({}, {})", self.enrolment, self.entries.len())
    }
}

/// One enrolment of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// What is taught.
    pub title: Localised,
    /// When the first session begins.
    pub starts_at: Timestamp,
    /// Where she stands.
    pub status: EnrolmentStatus,
    /// Her place in the queue, from 1.
    pub place: Option<u64>,
    /// How many notes there are.
    pub notes: u64,
    /// Marks on rolls.
    pub marks: u64,
}

/// Two rows side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The rows, in the order in which they were asked for.
    pub sides: [Side; 2],
    /// Whether they have the same phone.
    pub same_phone: bool,
}

/// The rows of two enrolments side by side. Nothing where they are one row, or where something of
/// them lies at a hub that is not hers.
pub async fn compare(
    conn: &mut Conn,
    by: Author,
    enrolments: [EnrolmentId; 2],
) -> Result<Option<Compared>, StoreError> {
    let [one, other] = enrolments;
    let (Some(a), Some(b)) = (person(conn, one).await?, person(conn, other).await?) else {
        return Ok(None);
    };
    if a.id == b.id || !reaches_all(conn, by, [PersonId(a.id), PersonId(b.id)]).await? {
        return Ok(None);
    }
    let same_phone = a.phone_index == b.phone_index;
    let sides = [side(conn, one, a).await?, side(conn, other, b).await?];
    Ok(Some(Compared { sides, same_phone }))
}

#[derive(sqlx::FromRow)]
struct Person {
    id: Uuid,
    phone_index: Vec<u8>,
    given_name_sealed: Vec<u8>,
    family_name_sealed: Vec<u8>,
    created_at: i64,
    lang: String,
}

async fn person(conn: &mut Conn, enrolment: EnrolmentId) -> Result<Option<Person>, StoreError> {
    fetch_optional!(
        conn,
        Person,
        "SELECT q.id, q.phone_index, q.given_name_sealed, q.family_name_sealed, q.created_at, \
                e.lang \
         FROM enrolments e JOIN people q ON q.id = e.person_id \
         WHERE e.id = $1 AND q.merged_into IS NULL",
        enrolment.0
    )
}

async fn side(conn: &mut Conn, enrolment: EnrolmentId, hers: Person) -> Result<Side, StoreError> {
    let entries = entries(conn, PersonId(hers.id)).await?;
    let keys = conn.keys();
    Ok(Side {
        enrolment,
        name: whole_name(&keys, &hers.given_name_sealed, &hers.family_name_sealed)?,
        since: moment(hers.created_at)?,
        lang: Lang::from_code(&hers.lang).unwrap_or_default(),
        entries,
    })
}

async fn entries(conn: &mut Conn, person: PersonId) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<(Uuid, String, i64, String, i64, i64, i64)> = fetch_all!(
        conn,
        (Uuid, String, i64, String, i64, i64, i64),
        "SELECT e.id, c.title, \
                (SELECT MIN(m.starts_at) FROM sessions m WHERE m.instance_id = p.instance_id \
                 AND (p.session_id IS NULL OR m.id = p.session_id)) AS starts_at, e.status, \
                (SELECT COUNT(*) FROM enrolments w WHERE w.seats_id = e.seats_id \
                 AND w.status = 'waitlisted' AND w.rank <= e.rank) AS place, \
                (SELECT COUNT(*) FROM enrolment_notes n WHERE n.enrolment_id = e.id) AS notes, \
                (SELECT COUNT(*) FROM marks k JOIN sessions m ON m.id = k.session_id \
                 WHERE m.instance_id = e.instance_id AND k.enrolment_id = e.id) AS marks \
         FROM enrolments e JOIN seats p ON p.id = e.seats_id \
         JOIN course_instances i ON i.id = e.instance_id JOIN courses c ON c.id = i.course_id \
         WHERE e.person_id = $1 AND e.merged_into IS NULL ORDER BY e.changed_at DESC, e.id",
        person.0
    )?;
    let entry =
        |(id, title, starts_at, stored, place, notes, marks): (_, _, _, String, i64, i64, i64)| {
            let status = status(&stored)?;
            Ok(Entry {
                enrolment: EnrolmentId(id),
                title: Texts::try_from(title)
                    .map_err(|_| StoreError::Unknown("courses.title"))?
                    .0,
                starts_at: moment(starts_at)?,
                status,
                place: (status == EnrolmentStatus::Waitlisted).then_some(place.unsigned_abs()),
                notes: notes.unsigned_abs(),
                marks: marks.unsigned_abs(),
            })
        };
    rows.into_iter().map(entry).collect()
}

/// A joining that stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Joining {
    /// Which.
    pub merge: MergeId,
    /// The name in the row that became another spelling.
    pub name: String,
    /// Who said so.
    pub by: Option<Colleague>,
    /// When.
    pub at: Timestamp,
    /// Until when it can be undone.
    pub until: Timestamp,
}

impl std::fmt::Debug for Joining {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Joining({}, {})", self.merge, self.at)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kept_id: Uuid,
    gone_id: Uuid,
    at: i64,
    given_name_sealed: Vec<u8>,
    family_name_sealed: Vec<u8>,
    email_sealed: Option<Vec<u8>>,
    display_name_sealed: Option<Vec<u8>>,
}

/// What has been joined to the woman of an enrolment and stands, the latest first: as far as
/// everything of it lies at hubs of this account.
pub async fn joinings(
    conn: &mut Conn,
    by: Author,
    enrolment: EnrolmentId,
) -> Result<Vec<Joining>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT g.id, g.kept_id, g.gone_id, g.at, q.given_name_sealed, q.family_name_sealed, \
                a.email_sealed, a.display_name_sealed \
         FROM enrolments e JOIN merges g ON g.kept_id = e.person_id \
         JOIN people q ON q.id = g.gone_id LEFT JOIN accounts a ON a.id = g.account_id \
         WHERE e.id = $1 AND g.undone_at IS NULL ORDER BY g.at DESC, g.id DESC",
        enrolment.0
    )?;
    let mut joinings = Vec::new();
    for row in rows {
        if reaches_all(conn, by, [PersonId(row.kept_id), PersonId(row.gone_id)]).await? {
            let keys = conn.keys();
            let at = moment(row.at)?;
            let (name, email) = (row.display_name_sealed, row.email_sealed);
            joinings.push(Joining {
                merge: MergeId(row.id),
                name: whole_name(&keys, &row.given_name_sealed, &row.family_name_sealed)?,
                by: Colleague::open(&keys, name.as_deref(), email.as_deref())?,
                at,
                until: at + UNDO,
            });
        }
    }
    Ok(joinings)
}
