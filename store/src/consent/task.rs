//! What a withdrawal asks of the hubs: one task for each hub that she has been at, until someone
//! there says that it is done.

use domain::{
    consent::Purpose,
    id::{AccountId, ConsentTaskId, EnrolmentId, HubId, PersonId},
    name,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::purpose;
use crate::{
    Conn, StoreError, Write, desk::Colleague, keys::random, mark::Author, person::open_text,
};

/// So many of the tasks that are done are listed.
const DONE_MAX: i64 = 50;

/// An answer by which she takes a yes back.
#[derive(Clone, Copy)]
pub(crate) struct Withdrawal {
    pub(crate) consent: Uuid,
    pub(crate) person: PersonId,
    pub(crate) purpose: Purpose,
    pub(crate) at: Timestamp,
}

/// Opens a task at every hub where she has or had an enrolment, unless one for the same purpose
/// is open there, or this very answer was seen to there.
pub(crate) async fn open(tx: &mut Conn, it: Withdrawal) -> Result<Vec<Uuid>, StoreError> {
    let hubs: Vec<(Uuid, Uuid)> = fetch_all!(
        tx,
        (Uuid, Uuid),
        "SELECT c.hub_id, e.id FROM enrolments e \
         JOIN course_instances i ON i.id = e.instance_id JOIN courses c ON c.id = i.course_id \
         WHERE e.person_id = $1 AND NOT EXISTS ( \
             SELECT 1 FROM consent_tasks t JOIN consents k ON k.id = t.consent_id \
             WHERE t.hub_id = c.hub_id AND (t.consent_id = $3 OR (t.done_at IS NULL \
               AND k.person_id = $1 AND k.purpose = $2))) \
         ORDER BY c.hub_id, e.changed_at DESC, e.id",
        it.person.0,
        it.purpose.as_str(),
        it.consent
    )?;
    let mut opened = Vec::new();
    let mut last = None;
    for (hub, enrolment) in hubs {
        if last.replace(hub) == Some(hub) {
            continue;
        }
        let id = ConsentTaskId::new(it.at, random()).0;
        execute!(
            tx,
            "INSERT INTO consent_tasks (id, consent_id, hub_id, enrolment_id, created_at) \
             VALUES ($1, $2, $3, $4, $5)",
            id,
            it.consent,
            hub,
            enrolment,
            it.at.as_microsecond()
        )?;
        opened.push(id);
    }
    Ok(opened)
}

/// What one hub has to do.
#[derive(Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: ConsentTaskId,
    /// Given name and first letter of the one who withdrew.
    pub name: String,
    /// What she no longer agrees to.
    pub purpose: Purpose,
    /// Whether she said so through a repeat, so that somebody has to ask who it was.
    pub by_repeat: bool,
    /// The way to her: an enrolment at this hub.
    pub enrolment: EnrolmentId,
    /// When she said so.
    pub at: Timestamp,
    /// When it was done and by whom.
    pub done: Option<(Timestamp, Option<Colleague>)>,
}

impl std::fmt::Debug for Task {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Task({}, {:?})", self.id, self.purpose)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    enrolment_id: Uuid,
    purpose: String,
    by_repeat: bool,
    created_at: i64,
    done_at: Option<i64>,
    given_name_sealed: Vec<u8>,
    family_name_sealed: Vec<u8>,
    email_sealed: Option<Vec<u8>>,
    display_name_sealed: Option<Vec<u8>>,
}

/// The tasks of an account's hubs: those that are open, the oldest first, or the latest of those
/// that are done.
pub async fn tasks(conn: &mut Conn, by: Author, done: bool) -> Result<Vec<Task>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT t.id, t.enrolment_id, c.purpose, COALESCE(s.is_repeat, FALSE) AS by_repeat, \
                t.created_at, t.done_at, q.given_name_sealed, q.family_name_sealed, \
                a.email_sealed, a.display_name_sealed \
         FROM consent_tasks t JOIN consents c ON c.id = t.consent_id \
         JOIN people q ON q.id = c.person_id LEFT JOIN sign_ups s ON s.id = c.sign_up_id \
         LEFT JOIN accounts a ON a.id = t.done_by \
         WHERE (t.done_at IS NOT NULL) = $1 \
           AND ($2 OR t.hub_id IN (SELECT h.hub_id FROM account_hubs h WHERE h.account_id = $3)) \
         ORDER BY CASE WHEN $1 THEN -t.done_at ELSE t.created_at END, t.id LIMIT $4",
        done,
        by.all_hubs,
        by.account.0,
        if done { DONE_MAX } else { i64::MAX }
    )?;
    let keys = conn.keys();
    let moment = |stored| {
        Timestamp::from_microsecond(stored).map_err(|_| StoreError::Unknown("consent_tasks"))
    };
    let task = |row: Row| {
        let given = open_text(&keys, "people.given_name", &row.given_name_sealed)?;
        let family = open_text(&keys, "people.family_name", &row.family_name_sealed)?;
        let (name, email) = (row.display_name_sealed, row.email_sealed);
        let who = Colleague::open(&keys, name.as_deref(), email.as_deref())?;
        Ok(Task {
            id: ConsentTaskId(row.id),
            name: name::with_initial(&given, &family),
            purpose: purpose(&row.purpose)?,
            by_repeat: row.by_repeat,
            enrolment: EnrolmentId(row.enrolment_id),
            at: moment(row.created_at)?,
            done: row
                .done_at
                .map(|at| Ok::<_, StoreError>((moment(at)?, who)))
                .transpose()?,
        })
    };
    rows.into_iter().map(task).collect()
}

/// The hub that a task is for.
pub async fn hub_of_task(
    conn: &mut Conn,
    task: ConsentTaskId,
) -> Result<Option<HubId>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid,),
        "SELECT hub_id FROM consent_tasks WHERE id = $1",
        task.0
    )?;
    Ok(row.map(|(hub,)| HubId(hub)))
}

/// Somebody did what a withdrawal asks for.
#[derive(Debug, Clone, Copy)]
pub struct FinishTask {
    /// Which.
    pub task: ConsentTaskId,
    /// Who.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoneTask {
    /// Written down.
    Done,
    /// A colleague was quicker, or there is no such task.
    Gone,
}

impl Write for FinishTask {
    type Output = DoneTask;

    async fn run(&self, tx: &mut Conn) -> Result<DoneTask, StoreError> {
        let done = execute!(
            tx,
            "UPDATE consent_tasks SET done_at = $2, done_by = $3 \
             WHERE id = $1 AND done_at IS NULL",
            self.task.0,
            self.at.as_microsecond(),
            self.by.0
        )?;
        Ok(match done {
            1 => DoneTask::Done,
            _ => DoneTask::Gone,
        })
    }
}
