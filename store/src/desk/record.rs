//! One enrolment as the desk sees it, and where it could be moved to.

use domain::{
    children::Claim,
    enrolment::{AgeBand, Doubt, EnrolmentStatus},
    id::{EnrolmentId, InstanceId, PersonId, SeatsId},
    lang::{Lang, Localised},
    name,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{moment, status, whole_name};
use crate::{
    Conn, StoreError, childcare, enrolment::doubt_about, person::open_text, programme::Texts,
};

/// One enrolment.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentRecord {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Whose it is.
    pub person: PersonId,
    /// Its run.
    pub instance: InstanceId,
    /// Its pool.
    pub seats: SeatsId,
    /// Her whole name, to call her by.
    pub name: String,
    /// Given name and first letter, for what is said aloud or printed.
    pub short_name: String,
    /// Where she stands.
    pub status: EnrolmentStatus,
    /// Her place in the queue, from 1.
    pub place: Option<u64>,
    /// The language she signed up in.
    pub lang: Lang,
    /// Her age band, if she answered.
    pub age_band: Option<AgeBand>,
    /// The project that sent her, if one did.
    pub project: Option<Localised>,
    /// Why it is to be confirmed, or looked at.
    pub doubt: Option<Doubt>,
    /// The children she brings, and whether she has places for them.
    pub childcare: Option<Claim>,
    /// When she signed up first.
    pub signed_up_at: Timestamp,
    /// When she signed up again from another browser.
    pub repeats: Vec<Timestamp>,
    /// When her first session begins.
    pub starts_at: Timestamp,
    /// When her last session ends.
    pub ends_at: Timestamp,
    /// The enrolment that goes on, where this one was joined to it.
    pub joined_to: Option<EnrolmentId>,
}

impl std::fmt::Debug for EnrolmentRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EnrolmentRecord({}, {:?})", self.id, self.status)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    person_id: Uuid,
    instance_id: Uuid,
    seats_id: Uuid,
    status: String,
    place: i64,
    lang: String,
    age_band: Option<String>,
    project: Option<String>,
    created_at: i64,
    given_name_sealed: Vec<u8>,
    family_name_sealed: Vec<u8>,
    starts_at: i64,
    ends_at: i64,
    merged_into: Option<Uuid>,
}

/// The enrolment with this id.
pub async fn enrolment(
    conn: &mut Conn,
    id: EnrolmentId,
) -> Result<Option<EnrolmentRecord>, StoreError> {
    let row = fetch_optional!(
        conn,
        Row,
        "SELECT e.person_id, e.instance_id, e.seats_id, e.status, e.lang, e.age_band, f.name AS project, \
                e.created_at, e.merged_into, q.given_name_sealed, q.family_name_sealed, \
                (SELECT COUNT(*) FROM enrolments w WHERE w.seats_id = e.seats_id \
                 AND w.status = 'waitlisted' AND w.rank <= e.rank) AS place, \
                (SELECT MIN(m.starts_at) FROM sessions m WHERE m.instance_id = p.instance_id \
                 AND (p.session_id IS NULL OR m.id = p.session_id)) AS starts_at, \
                (SELECT MAX(m.ends_at) FROM sessions m WHERE m.instance_id = p.instance_id \
                 AND (p.session_id IS NULL OR m.id = p.session_id)) AS ends_at \
         FROM enrolments e JOIN people q ON q.id = e.person_id JOIN seats p ON p.id = e.seats_id \
         LEFT JOIN funding_projects f ON f.id = e.funding_project_id WHERE e.id = $1",
        id.0
    )?;
    let Some(row) = row else { return Ok(None) };
    let repeats = repeats(conn, id).await?;
    let doubt = doubt_about(conn, id).await?;
    let childcare = childcare::of_enrolment(conn, id).await?;
    let keys = conn.keys();
    let given = open_text(&keys, "people.given_name", &row.given_name_sealed)?;
    let family = open_text(&keys, "people.family_name", &row.family_name_sealed)?;
    let status = status(&row.status)?;
    let project = row.project.map(Texts::try_from).transpose();
    Ok(Some(EnrolmentRecord {
        id,
        person: PersonId(row.person_id),
        instance: InstanceId(row.instance_id),
        seats: SeatsId(row.seats_id),
        name: whole_name(&keys, &row.given_name_sealed, &row.family_name_sealed)?,
        short_name: name::with_initial(&given, &family),
        status,
        place: (status == EnrolmentStatus::Waitlisted).then_some(row.place.unsigned_abs()),
        lang: Lang::from_code(&row.lang).unwrap_or_default(),
        age_band: row.age_band.as_deref().and_then(AgeBand::parse),
        project: project
            .map_err(|_| StoreError::Unknown("funding_projects.name"))?
            .map(|texts| texts.0),
        doubt: doubt.filter(|doubt| stands(*doubt, status)),
        childcare,
        signed_up_at: moment(row.created_at)?,
        repeats,
        starts_at: moment(row.starts_at)?,
        ends_at: moment(row.ends_at)?,
        joined_to: row.merged_into.map(EnrolmentId),
    }))
}

/// Once she is confirmed only a phone with many sign-ups is still worth a word.
fn stands(doubt: Doubt, status: EnrolmentStatus) -> bool {
    match status {
        EnrolmentStatus::Pending => true,
        status => status.is_active() && doubt == Doubt::Phone,
    }
}

async fn repeats(conn: &mut Conn, id: EnrolmentId) -> Result<Vec<Timestamp>, StoreError> {
    let rows: Vec<(i64,)> = fetch_all!(
        conn,
        (i64,),
        "SELECT created_at FROM sign_ups WHERE enrolment_id = $1 AND is_repeat \
         ORDER BY created_at",
        id.0
    )?;
    rows.into_iter().map(|(at,)| moment(at)).collect()
}

/// A pool of the same course that an enrolment could be moved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveTarget {
    /// The pool.
    pub seats: SeatsId,
    /// When its first session begins.
    pub starts_at: Timestamp,
    /// When its last session ends.
    pub ends_at: Timestamp,
    /// Seats that a newcomer could take.
    pub left: u64,
    /// How many wait.
    pub waiting: u64,
}

/// The other pools of the same course that are open for enrolment, by time.
pub async fn move_targets(
    conn: &mut Conn,
    id: EnrolmentId,
    now: Timestamp,
) -> Result<Vec<MoveTarget>, StoreError> {
    let rows: Vec<(Uuid, i64, i64, i64, i64, i64)> = fetch_all!(
        conn,
        (Uuid, i64, i64, i64, i64, i64),
        "SELECT p.id, MIN(m.starts_at) AS starts_at, MAX(m.ends_at) AS ends_at, p.capacity, \
                p.taken, p.waiting \
         FROM enrolments e JOIN course_instances o ON o.id = e.instance_id \
         JOIN course_instances i ON i.course_id = o.course_id \
         JOIN seats p ON p.instance_id = i.id AND p.id <> e.seats_id \
         JOIN sessions m ON m.instance_id = i.id \
                        AND (p.session_id IS NULL OR m.id = p.session_id) \
         WHERE e.id = $1 AND p.closes_at > $2 \
         GROUP BY p.id, p.capacity, p.taken, p.waiting ORDER BY starts_at, p.id",
        id.0,
        now.as_microsecond()
    )?;
    let target =
        |(seats, starts_at, ends_at, capacity, taken, waiting): (_, _, _, i64, i64, i64)| {
            Ok(MoveTarget {
                seats: SeatsId(seats),
                starts_at: moment(starts_at)?,
                ends_at: moment(ends_at)?,
                left: u64::try_from(capacity - taken).unwrap_or(0),
                waiting: waiting.unsigned_abs(),
            })
        };
    rows.into_iter().map(target).collect()
}
