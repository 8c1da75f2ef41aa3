//! Sign-ups in doubt: an honest form that clears one up, and what staff are to look at. Which
//! form is doubted is decided by `domain` and `app`; a phone that signs many up is noticed where
//! the request is written down.

use domain::{
    enrolment::{Doubt, EnrolmentStatus},
    id::EnrolmentId,
    lang::Localised,
    name,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    earlier::Earlier,
    sign_up::{SignUp, SignUpOutcome},
    status_from,
};
use crate::{Conn, StoreError, mark::Author, person::open_text, programme::Texts, seats::Pool};

/// More than these are not listed at once.
pub const DOUBTFUL_MAX: usize = 100;

impl SignUp {
    /// Whether this form stands for itself where an earlier one was in doubt.
    pub(super) fn clears_up(&self, active: &Earlier) -> bool {
        self.doubt.is_none() && active.is_pending()
    }

    /// An honest form of someone who is to be confirmed gets what a newcomer would get: telling
    /// her of a seat that she has not would be a lie, and whoever sent the doubtful form would
    /// have kept her out with it.
    pub(super) async fn clear_up(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        active: Earlier,
    ) -> Result<SignUpOutcome, StoreError> {
        if pool.is_closed(self.at) {
            return Ok(SignUpOutcome::Closed);
        }
        let decision = match self.decide(tx, pool).await? {
            Ok(decision) => decision,
            Err(refusal) => return Ok(refusal),
        };
        if self.held_by_this_browser(tx, &active).await?.is_none() {
            set_aside(tx, active.id).await?;
        }
        let person = active.person;
        self.enrol(tx, pool, Some(person), Some(active), decision)
            .await
    }
}

/// The doubtful requests of an enrolment become repeats: their links go on saying what they said,
/// and neither see nor move what an honest form has made of it.
async fn set_aside(tx: &mut Conn, enrolment: Uuid) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE sign_ups SET is_repeat = TRUE \
         WHERE enrolment_id = $1 AND told_status = 'pending'",
        enrolment
    )?;
    Ok(())
}

/// An enrolment that is to be confirmed, or that staff are to look at.
#[derive(Clone, PartialEq, Eq)]
pub struct Doubtful {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Given name and first letter.
    pub name: String,
    /// What is taught.
    pub title: Localised,
    /// When the run or slot begins.
    pub starts_at: Timestamp,
    /// The hub's time zone, an IANA name.
    pub zone: String,
    /// Where she stands.
    pub status: EnrolmentStatus,
    /// Why it is here.
    pub doubt: Doubt,
    /// When the form was sent.
    pub at: Timestamp,
}

impl std::fmt::Debug for Doubtful {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Doubtful({}, {:?})", self.id, self.doubt)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    given_name_sealed: Vec<u8>,
    family_name_sealed: Vec<u8>,
    #[sqlx(try_from = "String")]
    title: Texts,
    zone: String,
    starts_at: i64,
    status: String,
    doubt: String,
    created_at: i64,
}

/// What an account is to look at before it begins, at most [`DOUBTFUL_MAX`] and one more: first
/// those whom a lost cookie or a helpful family most likely brought here, then the longest
/// waiting. A phone with many sign-ups leaves the list once somebody has looked its number up.
pub async fn doubtful(
    conn: &mut Conn,
    by: Author,
    now: Timestamp,
) -> Result<Vec<Doubtful>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT e.id, q.given_name_sealed, q.family_name_sealed, c.title, h.zone, e.status, \
                s.doubt, s.created_at, MIN(m.starts_at) AS starts_at \
         FROM sign_ups s JOIN enrolments e ON e.id = s.enrolment_id \
         JOIN people q ON q.id = e.person_id JOIN seats p ON p.id = e.seats_id \
         JOIN course_instances i ON i.id = e.instance_id JOIN courses c ON c.id = i.course_id \
         JOIN hubs h ON h.id = c.hub_id JOIN sessions m ON m.instance_id = i.id \
              AND (p.session_id IS NULL OR m.id = p.session_id) \
         WHERE s.doubt IS NOT NULL AND NOT s.is_repeat \
           AND s.id = (SELECT u.id FROM sign_ups u WHERE u.enrolment_id = e.id \
               AND NOT u.is_repeat AND u.doubt IS NOT NULL \
               ORDER BY u.created_at DESC, u.id DESC LIMIT 1) \
           AND (e.status = 'pending' OR (s.doubt = 'phone' \
               AND e.status IN ('confirmed', 'waitlisted', 'offered') \
               AND NOT EXISTS (SELECT 1 FROM phone_views v WHERE v.person_id = e.person_id \
                   AND v.at >= s.created_at))) \
           AND ($1 OR h.id IN \
                (SELECT a.hub_id FROM account_hubs a WHERE a.account_id = $2)) \
         GROUP BY e.id, q.given_name_sealed, q.family_name_sealed, c.title, h.zone, e.status, \
                  s.doubt, s.created_at \
         HAVING MIN(m.starts_at) > $3 \
         ORDER BY CASE s.doubt WHEN 'stamp' THEN 0 WHEN 'session' THEN 0 WHEN 'phone' THEN 1 \
                  ELSE 2 END, s.created_at, e.id LIMIT $4",
        by.all_hubs,
        by.account.0,
        now.as_microsecond(),
        i64::try_from(DOUBTFUL_MAX + 1).unwrap_or(i64::MAX)
    )?;
    let keys = conn.keys();
    let doubtful = |row: Row| {
        let given = open_text(&keys, "people.given_name", &row.given_name_sealed)?;
        let family = open_text(&keys, "people.family_name", &row.family_name_sealed)?;
        Ok(Doubtful {
            id: EnrolmentId(row.id),
            name: name::with_initial(&given, &family),
            title: row.title.0,
            starts_at: moment(row.starts_at)?,
            zone: row.zone,
            status: status_from(&row.status)?,
            doubt: Doubt::parse(&row.doubt).ok_or(StoreError::Unknown("sign_ups.doubt"))?,
            at: moment(row.created_at)?,
        })
    };
    rows.into_iter().map(doubtful).collect()
}

fn moment(stored: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(stored).map_err(|_| StoreError::Unknown("a moment"))
}

/// Why an enrolment is to be confirmed or looked at, by its latest request in doubt.
pub(crate) async fn doubt_about(
    conn: &mut Conn,
    enrolment: EnrolmentId,
) -> Result<Option<Doubt>, StoreError> {
    let row = fetch_optional!(
        conn,
        (String,),
        "SELECT doubt FROM sign_ups WHERE enrolment_id = $1 AND NOT is_repeat \
         AND doubt IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 1",
        enrolment.0
    )?;
    Ok(row.and_then(|(word,)| Doubt::parse(&word)))
}
