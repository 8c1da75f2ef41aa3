//! "I would rather be called": the request, and the list that staff ring through. A phone has
//! one open request at most, and one in a day: asking again is asking the same.

use domain::{
    desk::{CALL_TRIES_MAX, CallAnswer, CallHours},
    enrolment::CallDetails,
    id::{AccountId, CallId, HubId, SeatsId},
    lang::{Lang, Localised},
    phone::PhoneNumber,
};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{CALL_PHONE, moment};
use crate::{
    Conn, StoreError, Write, keys::random, mark::Author, person::open_text, programme::Texts,
};

const NAME: &str = "call_requests.name";
/// The same phone within a day is the same request.
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// More open requests than this are no people. Whoever asks then is shown the hubs' numbers.
const OPEN_MAX: i64 = 300;

/// Asks for a call.
#[derive(Debug, Clone)]
pub struct AskForCall {
    /// Whom to call, and when.
    pub details: CallDetails,
    /// What she was looking at, if it was one thing.
    pub seats: Option<SeatsId>,
    /// The language of the page.
    pub lang: Lang,
    /// Now.
    pub at: Timestamp,
}

/// What became of it. Whether the phone had asked before is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskOutcome {
    /// She will be called.
    Noted,
    /// Too many are open; she may ring herself.
    TooMany,
}

impl Write for AskForCall {
    type Output = AskOutcome;

    async fn run(&self, tx: &mut Conn) -> Result<AskOutcome, StoreError> {
        let keys = tx.keys();
        let index = keys.blind_index(CALL_PHONE, self.details.phone.as_e164().as_bytes());
        let (same, open) = fetch_one!(
            tx,
            (i64, i64),
            "SELECT (SELECT COUNT(*) FROM call_requests WHERE phone_index = $1 \
                     AND (closed_at IS NULL OR asked_at > $2)), \
                    (SELECT COUNT(*) FROM call_requests WHERE closed_at IS NULL)",
            &index[..],
            (self.at - DAY).as_microsecond()
        )?;
        if same > 0 {
            return Ok(AskOutcome::Noted);
        }
        if open >= OPEN_MAX {
            return Ok(AskOutcome::TooMany);
        }
        let name = self.details.name.as_ref();
        execute!(
            tx,
            "INSERT INTO call_requests (id, phone_index, phone_sealed, name_sealed, seats_id, \
             hours, lang, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            CallId::new(self.at, random()).0,
            &index[..],
            keys.seal(CALL_PHONE, self.details.phone.as_e164().as_bytes()),
            name.map(|name| keys.seal(NAME, name.as_str().as_bytes())),
            self.seats.map(|seats| seats.0),
            self.details.hours.as_str(),
            self.lang.code(),
            self.at.as_microsecond()
        )?;
        Ok(AskOutcome::Noted)
    }
}

/// An open request in the call list. Its number is not in it: `ShowPhone` shows one.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenCall {
    /// The request.
    pub id: CallId,
    /// How she wants to be called, if she said so.
    pub name: Option<String>,
    /// When she can be called.
    pub hours: CallHours,
    /// The language of the page she asked on.
    pub lang: Lang,
    /// What she was looking at: the pool's name in addresses, and the course's title.
    pub about: Option<(String, Localised)>,
    /// When she asked.
    pub asked_at: Timestamp,
    /// How often nobody answered.
    pub tries: u64,
    /// When that was last.
    pub tried_at: Option<Timestamp>,
}

impl std::fmt::Debug for OpenCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OpenCall({})", self.id)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name_sealed: Option<Vec<u8>>,
    hours: String,
    lang: String,
    slug: Option<String>,
    title: Option<String>,
    asked_at: i64,
    tries: i64,
    tried_at: Option<i64>,
}

/// The open requests that an account may answer, the oldest first: those about its hubs, and
/// those about nothing in particular.
pub async fn open_calls(conn: &mut Conn, by: Author) -> Result<Vec<OpenCall>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT k.id, k.name_sealed, k.hours, k.lang, p.slug, c.title, k.asked_at, k.tries, \
                k.tried_at \
         FROM call_requests k LEFT JOIN seats p ON p.id = k.seats_id \
         LEFT JOIN course_instances i ON i.id = p.instance_id \
         LEFT JOIN courses c ON c.id = i.course_id \
         WHERE k.closed_at IS NULL AND ($1 OR k.seats_id IS NULL OR c.hub_id IN \
               (SELECT a.hub_id FROM account_hubs a WHERE a.account_id = $2)) \
         ORDER BY k.asked_at, k.id",
        by.all_hubs,
        by.account.0
    )?;
    let keys = conn.keys();
    let call = |row: Row| {
        let name = row
            .name_sealed
            .map(|sealed| open_text(&keys, NAME, &sealed));
        let title = row.title.map(Texts::try_from).transpose();
        let title = title.map_err(|_| StoreError::Unknown("courses.title"))?;
        Ok(OpenCall {
            id: CallId(row.id),
            name: name.transpose()?,
            hours: CallHours::parse(&row.hours).unwrap_or(CallHours::Any),
            lang: Lang::from_code(&row.lang).unwrap_or_default(),
            about: row.slug.zip(title.map(|texts| texts.0)),
            asked_at: moment(row.asked_at)?,
            tries: row.tries.unsigned_abs(),
            tried_at: row.tried_at.map(moment).transpose()?,
        })
    };
    rows.into_iter().map(call).collect()
}

/// Which hub an open request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallAbout {
    /// About something of this hub.
    Hub(HubId),
    /// About nothing in particular.
    Anything,
}

/// What an open request is about; nothing when there is no such open request.
pub async fn call_about(conn: &mut Conn, call: CallId) -> Result<Option<CallAbout>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Option<Uuid>,),
        "SELECT c.hub_id FROM call_requests k LEFT JOIN seats p ON p.id = k.seats_id \
         LEFT JOIN course_instances i ON i.id = p.instance_id \
         LEFT JOIN courses c ON c.id = i.course_id WHERE k.id = $1 AND k.closed_at IS NULL",
        call.0
    )?;
    Ok(row.map(|(hub,)| hub.map_or(CallAbout::Anything, |hub| CallAbout::Hub(HubId(hub)))))
}

/// Who asked, to fill a sign-up in: her name, and the number that `ShowPhone` has shown.
pub async fn caller(
    conn: &mut Conn,
    call: CallId,
    phone: &PhoneNumber,
) -> Result<Option<(Option<String>, String)>, StoreError> {
    let row = fetch_optional!(
        conn,
        (Option<Vec<u8>>,),
        "SELECT name_sealed FROM call_requests WHERE id = $1",
        call.0
    )?;
    let Some((sealed,)) = row else {
        return Ok(None);
    };
    let keys = conn.keys();
    let name = sealed.map(|sealed| open_text(&keys, NAME, &sealed));
    Ok(Some((name.transpose()?, phone.national())))
}

/// Writes down how a call went.
#[derive(Debug, Clone, Copy)]
pub struct AnswerCall {
    /// Which request.
    pub call: CallId,
    /// How it went.
    pub answer: CallAnswer,
    /// Who called.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

impl Write for AnswerCall {
    /// False when it was closed meanwhile.
    type Output = bool;

    async fn run(&self, tx: &mut Conn) -> Result<bool, StoreError> {
        let written = execute!(
            tx,
            "UPDATE call_requests SET tries = tries + $2, tried_at = $3 \
             WHERE id = $1 AND closed_at IS NULL",
            self.call.0,
            i64::from(self.answer == CallAnswer::NoAnswer),
            self.at.as_microsecond()
        )?;
        let tries_max = match self.answer {
            CallAnswer::Done => 0,
            CallAnswer::NoAnswer => CALL_TRIES_MAX,
        };
        execute!(
            tx,
            "UPDATE call_requests SET closed_at = $2, closed_by = $3 \
             WHERE id = $1 AND tries >= $4 AND closed_at IS NULL",
            self.call.0,
            self.at.as_microsecond(),
            self.by.0,
            tries_max
        )?;
        Ok(written == 1)
    }
}
