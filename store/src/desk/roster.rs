//! Who is enrolled in a run: those with a seat, those to be confirmed, the queue in its order,
//! and those whose enrolment has ended.

use domain::{
    children::Claim,
    enrolment::{AgeBand, EnrolmentStatus},
    id::{EnrolmentId, InstanceId, SeatsId},
    lang::Localised,
    name,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Colleague, moment, status};
use crate::{Conn, Keys, StoreError, childcare, person::open_text, programme::Texts};

/// One enrolment in the list of a run.
#[derive(Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Given name and first letter of the family name.
    pub name: String,
    /// Its pool.
    pub seats: SeatsId,
    /// Where she stands.
    pub status: EnrolmentStatus,
    /// Her place in the queue of her pool, from 1.
    pub place: Option<u64>,
    /// How often she signed up again from another browser.
    pub repeats: u64,
    /// Her age band, if she answered.
    pub age_band: Option<AgeBand>,
    /// The project that sent her, if one did.
    pub project: Option<Localised>,
    /// When she signed up first.
    pub signed_up_at: Timestamp,
    /// Who filled the form in for her.
    pub assisted_by: Option<Colleague>,
    /// The children she brings, and whether she has places for them.
    pub childcare: Option<Claim>,
    /// How many notes there are.
    pub notes: u64,
}

impl std::fmt::Debug for RosterRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RosterRow({}, {:?})", self.id, self.status)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    seats_id: Uuid,
    status: String,
    age_band: Option<String>,
    project: Option<String>,
    created_at: i64,
    given_name_sealed: Vec<u8>,
    family_name_sealed: Vec<u8>,
    repeats: i64,
    notes: i64,
    email_sealed: Option<Vec<u8>>,
    display_name_sealed: Option<Vec<u8>>,
}

/// Everyone who is or was enrolled in a run.
pub async fn roster(conn: &mut Conn, id: InstanceId) -> Result<Vec<RosterRow>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT e.id, e.seats_id, e.status, e.age_band, f.name AS project, \
                e.created_at, q.given_name_sealed, q.family_name_sealed, \
                (SELECT COUNT(*) FROM sign_ups s \
                 WHERE s.enrolment_id = e.id AND s.is_repeat) AS repeats, \
                (SELECT COUNT(*) FROM enrolment_notes n WHERE n.enrolment_id = e.id) AS notes, \
                a.email_sealed, a.display_name_sealed \
         FROM seats p JOIN enrolments e ON e.seats_id = p.id JOIN people q ON q.id = e.person_id \
         LEFT JOIN funding_projects f ON f.id = e.funding_project_id \
         LEFT JOIN accounts a ON a.id = (SELECT s.author_id FROM sign_ups s \
             WHERE s.enrolment_id = e.id AND NOT s.is_repeat \
             ORDER BY s.created_at DESC, s.id DESC LIMIT 1) \
         WHERE p.instance_id = $1 AND e.merged_into IS NULL ORDER BY e.seats_id, e.rank, e.id",
        id.0
    )?;
    let mut claims = childcare::of_run(conn, id).await?;
    let keys = conn.keys();
    let mut queue = Queue::default();
    let mut roster = Vec::new();
    for row in rows {
        let place = queue.place_of(&row);
        let claim = claims.remove(&EnrolmentId(row.id));
        roster.push(row.shown(&keys, place, claim)?);
    }
    roster.sort_by_cached_key(|row| (group(row.status), row.place, name::fold(&row.name), row.id));
    Ok(roster)
}

/// Counts through the queue of each pool; its rows come by pool and rank.
#[derive(Default)]
struct Queue {
    seats: Option<Uuid>,
    last: u64,
}

impl Queue {
    fn place_of(&mut self, row: &Row) -> Option<u64> {
        if row.status != EnrolmentStatus::Waitlisted.as_str() {
            return None;
        }
        if self.seats.replace(row.seats_id) != Some(row.seats_id) {
            self.last = 0;
        }
        self.last += 1;
        Some(self.last)
    }
}

/// Those who expect to come first, those who no longer come last.
fn group(status: EnrolmentStatus) -> u8 {
    match status {
        EnrolmentStatus::Pending => 0,
        EnrolmentStatus::Confirmed => 1,
        EnrolmentStatus::Offered => 2,
        EnrolmentStatus::Waitlisted => 3,
        EnrolmentStatus::Excused => 4,
        EnrolmentStatus::Cancelled => 5,
    }
}

impl Row {
    fn shown(
        self,
        keys: &Keys,
        place: Option<u64>,
        childcare: Option<Claim>,
    ) -> Result<RosterRow, StoreError> {
        let given = open_text(keys, "people.given_name", &self.given_name_sealed)?;
        let family = open_text(keys, "people.family_name", &self.family_name_sealed)?;
        let (name, email) = (self.display_name_sealed, self.email_sealed);
        let project = self.project.map(Texts::try_from).transpose();
        let project = project.map_err(|_| StoreError::Unknown("funding_projects.name"))?;
        Ok(RosterRow {
            id: EnrolmentId(self.id),
            name: name::with_initial(&given, &family),
            seats: SeatsId(self.seats_id),
            status: status(&self.status)?,
            place,
            repeats: self.repeats.unsigned_abs(),
            age_band: self.age_band.as_deref().and_then(AgeBand::parse),
            project: project.map(|texts| texts.0),
            signed_up_at: moment(self.created_at)?,
            assisted_by: Colleague::open(keys, name.as_deref(), email.as_deref())?,
            childcare,
            notes: self.notes.unsigned_abs(),
        })
    }
}
