//! What is open in the outbox, for those whose hubs it is about. Numbers are not in it.

use domain::{
    id::{EnrolmentId, HubId, MessageId},
    lang::{Lang, Localised},
    message::MessageKind,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::Reach;
use crate::{
    Conn, Keys, StoreError,
    desk::{Colleague, moment, whole_name},
    mark::Author,
    programme::Texts,
};

/// So many are listed, the oldest first.
pub const LISTED_MAX: u32 = 200;

/// One open message or task.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenMessage {
    /// Its id.
    pub id: MessageId,
    /// What it is about.
    pub enrolment: EnrolmentId,
    /// What is to be said or done.
    pub kind: MessageKind,
    /// Her language.
    pub lang: Lang,
    /// Her whole name, to ask for her.
    pub name: String,
    /// How she may be reached.
    pub reach: Reach,
    /// The course.
    pub title: Localised,
    /// When her first session begins.
    pub starts_at: Timestamp,
    /// When it was written.
    pub at: Timestamp,
    /// Not before: later when nobody answered.
    pub due_at: Timestamp,
    /// How often nobody answered.
    pub tries: u64,
    /// How often its number was shown.
    pub taps: i64,
    /// Who saw the number last, and when.
    pub tapped: Option<(Colleague, Timestamp)>,
}

impl std::fmt::Debug for OpenMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OpenMessage({}, {:?})", self.id, self.kind)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    enrolment_id: Uuid,
    kind: String,
    lang: String,
    created_at: i64,
    due_at: i64,
    tries: i64,
    taps: i64,
    tapped_at: Option<i64>,
    email_sealed: Option<Vec<u8>>,
    display_name_sealed: Option<Vec<u8>>,
    given_name_sealed: Vec<u8>,
    family_name_sealed: Vec<u8>,
    title: String,
    starts_at: i64,
    channel: Option<String>,
    hours: Option<String>,
}

/// The open messages about the hubs of an account, the oldest first.
pub async fn open(conn: &mut Conn, by: Author) -> Result<Vec<OpenMessage>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT m.id, m.enrolment_id, m.kind, m.lang, m.created_at, m.due_at, m.tries, m.taps, \
                m.tapped_at, a.email_sealed, a.display_name_sealed, q.given_name_sealed, \
                q.family_name_sealed, c.title, s.channel, s.hours, \
                (SELECT MIN(n.starts_at) FROM sessions n WHERE n.instance_id = p.instance_id \
                 AND (p.session_id IS NULL OR n.id = p.session_id)) AS starts_at \
         FROM messages m JOIN enrolments e ON e.id = m.enrolment_id \
         JOIN people q ON q.id = e.person_id JOIN seats p ON p.id = e.seats_id \
         JOIN course_instances i ON i.id = p.instance_id JOIN courses c ON c.id = i.course_id \
         LEFT JOIN accounts a ON a.id = m.tapped_by \
         LEFT JOIN sign_ups s ON s.id = COALESCE((SELECT u.id FROM sign_ups u \
             WHERE u.enrolment_id = e.id AND u.channel IS NOT NULL AND NOT u.is_repeat \
             ORDER BY u.created_at DESC, u.id LIMIT 1), \
             (SELECT u.id FROM enrolments o JOIN sign_ups u ON u.enrolment_id = o.id \
             WHERE o.person_id = e.person_id AND u.channel IS NOT NULL AND NOT u.is_repeat \
             ORDER BY u.created_at DESC, u.id LIMIT 1)) \
         WHERE m.state = 'open' AND ($1 OR c.hub_id IN \
               (SELECT h.hub_id FROM account_hubs h WHERE h.account_id = $2)) \
         ORDER BY m.created_at, m.id LIMIT $3",
        by.all_hubs,
        by.account.0,
        i64::from(LISTED_MAX)
    )?;
    let keys = conn.keys();
    rows.into_iter().map(|row| row.open(&keys)).collect()
}

impl Row {
    fn open(self, keys: &Keys) -> Result<OpenMessage, StoreError> {
        let (name, email) = (self.display_name_sealed, self.email_sealed);
        let tapped_by = Colleague::open(keys, name.as_deref(), email.as_deref())?;
        let tapped_at = self.tapped_at.map(moment).transpose()?;
        let title =
            Texts::try_from(self.title).map_err(|_| StoreError::Unknown("courses.title"))?;
        Ok(OpenMessage {
            id: MessageId(self.id),
            enrolment: EnrolmentId(self.enrolment_id),
            kind: MessageKind::parse(&self.kind).ok_or(StoreError::Unknown("messages.kind"))?,
            lang: Lang::from_code(&self.lang).unwrap_or_default(),
            name: whole_name(keys, &self.given_name_sealed, &self.family_name_sealed)?,
            reach: Reach::from(self.channel.as_deref(), self.hours.as_deref()),
            title: title.0,
            starts_at: moment(self.starts_at)?,
            at: moment(self.created_at)?,
            due_at: moment(self.due_at)?,
            tries: self.tries.unsigned_abs(),
            taps: self.taps,
            tapped: tapped_by.zip(tapped_at),
        })
    }
}

/// How many wait now.
pub async fn count(conn: &mut Conn, by: Author, now: Timestamp) -> Result<u64, StoreError> {
    let (open,) = fetch_one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM messages m JOIN enrolments e ON e.id = m.enrolment_id \
         JOIN course_instances i ON i.id = e.instance_id JOIN courses c ON c.id = i.course_id \
         WHERE m.state = 'open' AND m.due_at <= $3 AND ($1 OR c.hub_id IN \
               (SELECT h.hub_id FROM account_hubs h WHERE h.account_id = $2))",
        by.all_hubs,
        by.account.0,
        now.as_microsecond()
    )?;
    Ok(open.unsigned_abs())
}

/// The hub that a message is about, whatever became of it.
pub async fn hub_of(conn: &mut Conn, message: MessageId) -> Result<Option<HubId>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Uuid,),
        "SELECT c.hub_id FROM messages m JOIN enrolments e ON e.id = m.enrolment_id \
         JOIN course_instances i ON i.id = e.instance_id JOIN courses c ON c.id = i.course_id \
         WHERE m.id = $1",
        message.0
    )?;
    Ok(row.map(|(hub,)| HubId(hub)))
}
