//! Rows that may be one woman: the same phone and much the same name, or the same name with another
//! phone at the same hub. Rows are found by keyed hashes; names are opened only for these.

use domain::{
    alike::{FullName, Likeness},
    id::EnrolmentId,
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Conn, Keys, StoreError, Write, mark::Author, person::open_text};

/// So many pairs are looked at, the latest first.
const LOOKED_AT_MAX: i64 = 500;

/// Two rows that may be one woman.
#[derive(Clone, PartialEq, Eq)]
pub struct Pair {
    /// The latest enrolment of the earlier row.
    pub one: EnrolmentId,
    /// Its whole name.
    pub one_name: String,
    /// The latest enrolment of the later row.
    pub other: EnrolmentId,
    /// Its whole name.
    pub other_name: String,
    /// What they have in common.
    pub likeness: Likeness,
}

impl std::fmt::Debug for Pair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pair({}, {}, {:?})", self.one, self.other, self.likeness)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    one: Uuid,
    other: Uuid,
    same_phone: bool,
    one_given: Vec<u8>,
    one_family: Vec<u8>,
    other_given: Vec<u8>,
    other_family: Vec<u8>,
}

/// The question for pairs `a` and `b`, of which it is said which are looked for.
macro_rules! pairs {
    ($which:literal) => {
        concat!(
            "WITH likely AS ( \
                 SELECT a.id AS a, b.id AS b FROM people a \
                 JOIN people b ON b.phone_index = a.phone_index \
                 WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND ",
            $which,
            " UNION \
                 SELECT a.id AS a, b.id AS b FROM people a \
                 JOIN people b ON b.name_index = a.name_index \
                 WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND ",
            $which,
            " AND EXISTS (SELECT 1 FROM enrolments e \
                     JOIN course_instances i ON i.id = e.instance_id \
                     JOIN courses c ON c.id = i.course_id \
                     JOIN courses d ON d.hub_id = c.hub_id \
                     JOIN course_instances j ON j.course_id = d.id \
                     JOIN enrolments f ON f.instance_id = j.id \
                     WHERE e.person_id = a.id AND f.person_id = b.id)), \
             ordered AS ( \
                 SELECT CASE WHEN a < b THEN a ELSE b END AS one, \
                        CASE WHEN a < b THEN b ELSE a END AS other FROM likely) \
             SELECT (SELECT e.id FROM enrolments e WHERE e.person_id = a.id \
                     AND e.merged_into IS NULL ORDER BY e.changed_at DESC, e.id LIMIT 1) AS one, \
                    (SELECT e.id FROM enrolments e WHERE e.person_id = b.id \
                     AND e.merged_into IS NULL ORDER BY e.changed_at DESC, e.id LIMIT 1) AS other, \
                    (a.phone_index = b.phone_index) AS same_phone, \
                    a.given_name_sealed AS one_given, a.family_name_sealed AS one_family, \
                    b.given_name_sealed AS other_given, b.family_name_sealed AS other_family \
             FROM ordered l JOIN people a ON a.id = l.one JOIN people b ON b.id = l.other \
             WHERE EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = a.id) \
               AND EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = b.id) \
               AND NOT EXISTS (SELECT 1 FROM told_apart t \
                   WHERE t.one_id = a.id AND t.other_id = b.id) \
               AND NOT EXISTS (SELECT 1 FROM enrolments e \
                   JOIN course_instances i ON i.id = e.instance_id \
                   JOIN courses c ON c.id = i.course_id \
                   WHERE e.person_id IN (a.id, b.id) AND NOT ($1 OR c.hub_id IN \
                       (SELECT h.hub_id FROM account_hubs h WHERE h.account_id = $2))) \
             ORDER BY b.created_at DESC, a.id, b.id LIMIT $3"
        )
    };
}

/// The pairs at the hubs of an account. Whoever is also known at another hub is in none of them.
pub async fn pairs(conn: &mut Conn, by: Author) -> Result<Vec<Pair>, StoreError> {
    let rows = fetch_all!(
        conn,
        Row,
        pairs!("b.id > a.id"),
        by.all_hubs,
        by.account.0,
        LOOKED_AT_MAX
    )?;
    open(conn, rows)
}

/// The pairs that the woman of this enrolment is in.
pub async fn pairs_of(
    conn: &mut Conn,
    by: Author,
    enrolment: EnrolmentId,
) -> Result<Vec<Pair>, StoreError> {
    let rows = fetch_all!(
        conn,
        Row,
        pairs!("b.id <> a.id AND a.id = (SELECT person_id FROM enrolments WHERE id = $4)"),
        by.all_hubs,
        by.account.0,
        LOOKED_AT_MAX,
        enrolment.0
    )?;
    open(conn, rows)
}

fn open(conn: &Conn, rows: Vec<Row>) -> Result<Vec<Pair>, StoreError> {
    let keys = conn.keys();
    let pairs = rows.into_iter().map(|row| row.open(&keys));
    pairs.filter_map(Result::transpose).collect()
}

impl Row {
    /// Nothing where the names say that they are two.
    fn open(self, keys: &Keys) -> Result<Option<Pair>, StoreError> {
        let given = |sealed: &[u8]| open_text(keys, "people.given_name", sealed);
        let family = |sealed: &[u8]| open_text(keys, "people.family_name", sealed);
        let one = (given(&self.one_given)?, family(&self.one_family)?);
        let other = (given(&self.other_given)?, family(&self.other_family)?);
        let likeness = match (full(&one), full(&other)) {
            (a, b) if self.same_phone && a.is_like(b) => Likeness::Phone,
            (a, b) if !self.same_phone && a.is_same_as(b) => Likeness::Name,
            _ => return Ok(None),
        };
        Ok(Some(Pair {
            one: EnrolmentId(self.one),
            one_name: format!("{} {}", one.0, one.1),
            other: EnrolmentId(self.other),
            other_name: format!("{} {}", other.0, other.1),
            likeness,
        }))
    }
}

fn full(name: &(String, String)) -> FullName<'_> {
    FullName {
        given: &name.0,
        family: &name.1,
    }
}

/// Staff have asked: these are two women, and nobody is asked again.
#[derive(Debug, Clone, Copy)]
pub struct TellApart {
    /// An enrolment of one.
    pub one: EnrolmentId,
    /// An enrolment of the other.
    pub other: EnrolmentId,
    /// Who says so.
    pub by: Author,
    /// Now.
    pub at: Timestamp,
}

impl Write for TellApart {
    /// False when there is nothing to tell apart.
    type Output = bool;

    async fn run(&self, tx: &mut Conn) -> Result<bool, StoreError> {
        let written = execute!(
            tx,
            "INSERT INTO told_apart (one_id, other_id, account_id, at) \
             SELECT CASE WHEN e.person_id < f.person_id THEN e.person_id ELSE f.person_id END, \
                    CASE WHEN e.person_id < f.person_id THEN f.person_id ELSE e.person_id END, \
                    $3, $4 \
             FROM enrolments e JOIN enrolments f ON f.person_id <> e.person_id \
             WHERE e.id = $1 AND f.id = $2 ON CONFLICT (one_id, other_id) DO NOTHING",
            self.one.0,
            self.other.0,
            self.by.account.0,
            self.at.as_microsecond()
        )?;
        Ok(written == 1)
    }
}
