//! A number is shown by a write: nobody sees it without a line that says who saw whose, when.

use domain::{
    id::{AccountId, CallId, EnrolmentId},
    name,
    phone::PhoneNumber,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Colleague, moment};
use crate::{Conn, StoreError, Write, enrolment::new_id, mark::Author, person::open_text};

/// Whose number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SawPhone {
    /// The woman of this enrolment.
    OfEnrolment(EnrolmentId),
    /// Whoever asked to be called.
    OfCall(CallId),
}

/// Shows a number, and writes down that it was shown.
#[derive(Debug, Clone, Copy)]
pub struct ShowPhone {
    /// Whose.
    pub of: SawPhone,
    /// To whom.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

impl Write for ShowPhone {
    /// Nothing when there is no such enrolment or request.
    type Output = Option<PhoneNumber>;

    async fn run(&self, tx: &mut Conn) -> Result<Option<PhoneNumber>, StoreError> {
        let Some((sealed, purpose)) = self.sealed(tx).await? else {
            return Ok(None);
        };
        let (enrolment, call) = match self.of {
            SawPhone::OfEnrolment(id) => (Some(id.0), None),
            SawPhone::OfCall(id) => (None, Some(id.0)),
        };
        execute!(
            tx,
            "INSERT INTO phone_views (id, account_id, person_id, call_id, enrolment_id, at) \
             VALUES ($1, $2, (SELECT e.person_id FROM enrolments e WHERE e.id = $3), $4, $3, $5)",
            new_id(self.at),
            self.by.0,
            enrolment,
            call,
            self.at.as_microsecond()
        )?;
        let phone = open_text(&tx.keys(), purpose, &sealed)?;
        PhoneNumber::parse(&phone)
            .map(Some)
            .map_err(|_| StoreError::Unknown("a phone"))
    }
}

impl ShowPhone {
    async fn sealed(&self, tx: &mut Conn) -> Result<Option<(Vec<u8>, &'static str)>, StoreError> {
        let (row, purpose): (Option<(Vec<u8>,)>, _) = match self.of {
            SawPhone::OfEnrolment(id) => {
                let row = fetch_optional!(
                    tx,
                    (Vec<u8>,),
                    "SELECT q.phone_sealed FROM people q JOIN enrolments e \
                     ON e.person_id = q.id WHERE e.id = $1",
                    id.0
                )?;
                (row, "people.phone")
            }
            SawPhone::OfCall(id) => {
                let row = fetch_optional!(
                    tx,
                    (Vec<u8>,),
                    "SELECT phone_sealed FROM call_requests WHERE id = $1",
                    id.0
                )?;
                (row, super::CALL_PHONE)
            }
        };
        Ok(row.map(|(sealed,)| (sealed, purpose)))
    }
}

/// One look at a number. It says whose, never which.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneView {
    /// Who looked.
    pub by: Option<Colleague>,
    /// Given name and first letter; nothing for a request to be called.
    pub whose: Option<String>,
    /// The enrolment it was opened from.
    pub enrolment: Option<EnrolmentId>,
    /// When.
    pub at: Timestamp,
}

impl std::fmt::Debug for PhoneView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PhoneView({})", self.at)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    at: i64,
    enrolment_id: Option<Uuid>,
    email_sealed: Vec<u8>,
    display_name_sealed: Option<Vec<u8>>,
    given_name_sealed: Option<Vec<u8>>,
    family_name_sealed: Option<Vec<u8>>,
}

/// The latest looks at numbers that an account may read, the newest first, at most so many:
/// those at its hubs, and those of requests about nothing in particular, as in the call list.
pub async fn phone_views(
    conn: &mut Conn,
    by: Author,
    limit: u32,
) -> Result<Vec<PhoneView>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT v.at, v.enrolment_id, a.email_sealed, a.display_name_sealed, \
                q.given_name_sealed, q.family_name_sealed \
         FROM phone_views v JOIN accounts a ON a.id = v.account_id \
         LEFT JOIN people q ON q.id = v.person_id \
         LEFT JOIN enrolments e ON e.id = v.enrolment_id \
         LEFT JOIN call_requests k ON k.id = v.call_id \
         LEFT JOIN seats p ON p.id = COALESCE(e.seats_id, k.seats_id) \
         LEFT JOIN course_instances i ON i.id = p.instance_id \
         LEFT JOIN courses c ON c.id = i.course_id \
         WHERE $1 OR p.id IS NULL OR c.hub_id IN \
               (SELECT h.hub_id FROM account_hubs h WHERE h.account_id = $2) \
         ORDER BY v.at DESC, v.id DESC LIMIT $3",
        by.all_hubs,
        by.account.0,
        i64::from(limit)
    )?;
    let keys = conn.keys();
    let view = |row: Row| {
        let whose = match (row.given_name_sealed, row.family_name_sealed) {
            (Some(given), Some(family)) => {
                let given = open_text(&keys, "people.given_name", &given)?;
                let family = open_text(&keys, "people.family_name", &family)?;
                Some(name::with_initial(&given, &family))
            }
            _ => None,
        };
        let name = row.display_name_sealed.as_deref();
        Ok(PhoneView {
            by: Colleague::open(&keys, name, Some(&row.email_sealed))?,
            whose,
            enrolment: row.enrolment_id.map(EnrolmentId),
            at: moment(row.at)?,
        })
    };
    rows.into_iter().map(view).collect()
}
