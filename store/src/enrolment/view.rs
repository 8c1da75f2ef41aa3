//! What she sees through her private link, or in the browser she signed up in.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{
    children::{Children, Claim},
    enrolment::EnrolmentStatus,
    id::{EnrolmentId, SeatsId, SignUpId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{receipt::link_token, status_from};
use crate::{Conn, StoreError, childcare, keys::hash};

/// One enrolment as she sees it. It holds no name and no number: someone else may hold the
/// phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyEnrolment {
    /// The accepted request.
    pub sign_up: SignUpId,
    /// The slug of the instance or slot; `calendar` knows the rest.
    pub seats_slug: String,
    /// Where she stands.
    pub status: EnrolmentStatus,
    /// Her place in the queue, from 1.
    pub place: Option<u64>,
    /// Until when it is said that she cannot come to the session that was on, or the next, when
    /// she said so.
    pub absent_until: Option<Timestamp>,
    /// When the first session begins: giving the seat back ends there.
    pub starts_at: Timestamp,
    /// When the last session ends: what a phone remembers ends there.
    pub ends_at: Timestamp,
    /// The children she brings, and whether their places are hers; while she waits they are not,
    /// and with a seat it means that she comes without childcare.
    pub childcare: Option<Claim>,
    /// Whether she comes without childcare if there is none for her children.
    pub childcare_optional: bool,
    /// Whether her link asks for a picture elsewhere, because others use this phone.
    pub asks_picture: bool,
    /// The secret of her private link, 22 characters.
    pub link_token: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    is_repeat: bool,
    told_status: String,
    told_place: Option<i64>,
    cancelled_at: Option<i64>,
    ended_as: Option<String>,
    absent_at: Option<i64>,
    told_seats_id: Uuid,
    status: String,
    rank: Option<i64>,
    seats_id: Uuid,
    asks_picture: bool,
    enrolment_id: Uuid,
    told_children: Option<String>,
    told_childcare: bool,
    childcare_optional: bool,
}

/// The enrolment behind an accepted request.
pub async fn view(conn: &mut Conn, sign_up: SignUpId) -> Result<Option<MyEnrolment>, StoreError> {
    let row = fetch_optional!(
        conn,
        Row,
        "SELECT s.is_repeat, s.told_status, s.told_place, s.cancelled_at, \
                s.ended_as, s.absent_at, s.seats_id AS told_seats_id, e.status, e.rank, e.seats_id, \
                s.picture_hash IS NOT NULL AS asks_picture, s.enrolment_id, s.told_children, \
                s.told_childcare, CASE WHEN s.is_repeat THEN s.childcare_optional \
                ELSE e.childcare_optional END AS childcare_optional \
         FROM sign_ups s JOIN enrolments e ON e.id = s.enrolment_id WHERE s.id = $1",
        sign_up.0
    )?;
    let Some(row) = row else { return Ok(None) };
    let (seats, status, place) = if row.is_repeat {
        (
            SeatsId(row.told_seats_id),
            row.told()?,
            row.told_place.filter(|_| row.cancelled_at.is_none()),
        )
    } else {
        let seats = SeatsId(row.seats_id);
        (
            seats,
            status_from(&row.status)?,
            place_in_queue(conn, seats, row.rank).await?,
        )
    };
    let childcare = match row.is_repeat {
        true => row.told_claim(),
        false => childcare::of_enrolment(conn, EnrolmentId(row.enrolment_id)).await?,
    };
    let link_token = BASE64URL.encode(link_token(&conn.keys(), sign_up));
    let seats_slug = slug(conn, seats).await?;
    let (starts_at, ends_at) = begin_and_end(conn, seats).await?;
    let absent_until = absent_until(conn, seats, row.absent_at).await?;
    let place = place.map(i64::unsigned_abs);
    Ok(Some(MyEnrolment {
        sign_up,
        seats_slug,
        status,
        place,
        absent_until,
        starts_at,
        ends_at,
        childcare,
        childcare_optional: row.childcare_optional,
        asks_picture: row.asks_picture,
        link_token,
    }))
}

impl Row {
    /// A repeat goes on saying what it said: it knows nothing of the enrolment it repeats.
    fn told(&self) -> Result<EnrolmentStatus, StoreError> {
        let told = match self.cancelled_at {
            Some(_) => self.ended_as.as_deref().unwrap_or("cancelled"),
            None => &self.told_status,
        };
        status_from(told)
    }

    /// What a repeat was told of its children. It ends with it, as a claim ends.
    fn told_claim(&self) -> Option<Claim> {
        let children = Children::from_line(self.told_children.as_deref()?)?;
        self.cancelled_at.is_none().then_some(Claim {
            children,
            is_held: self.told_childcare,
        })
    }
}

/// When the session ends that she said she cannot come to: the one that was not over then.
async fn absent_until(
    conn: &mut Conn,
    seats: SeatsId,
    absent_at: Option<i64>,
) -> Result<Option<Timestamp>, StoreError> {
    let Some(absent_at) = absent_at else {
        return Ok(None);
    };
    let (ends_at,) = fetch_one!(
        conn,
        (Option<i64>,),
        "SELECT MIN(m.ends_at) FROM seats p JOIN sessions m ON m.instance_id = p.instance_id \
         AND (p.session_id IS NULL OR m.id = p.session_id) \
         WHERE p.id = $1 AND m.ends_at > $2",
        seats.0,
        absent_at
    )?;
    let ends_at = ends_at.map(Timestamp::from_microsecond).transpose();
    ends_at.map_err(|_| StoreError::Unknown("sessions.ends_at"))
}

/// The request that this link's secret opens. Only its hash is looked up.
pub async fn by_token(conn: &mut Conn, token: &str) -> Result<Option<SignUpId>, StoreError> {
    let Some(secret) = BASE64URL
        .decode(token)
        .ok()
        .filter(|secret| secret.len() == 16)
    else {
        return Ok(None);
    };
    let row = fetch_optional!(
        conn,
        (Uuid,),
        "SELECT id FROM sign_ups WHERE token_hash = $1",
        &hash(&secret)[..]
    )?;
    Ok(row.map(|(id,)| SignUpId(id)))
}

async fn place_in_queue(
    conn: &mut Conn,
    seats: SeatsId,
    rank: Option<i64>,
) -> Result<Option<i64>, StoreError> {
    let Some(rank) = rank else { return Ok(None) };
    let (place,) = fetch_one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM enrolments \
         WHERE seats_id = $1 AND status = 'waitlisted' AND rank <= $2",
        seats.0,
        rank
    )?;
    Ok(Some(place))
}

async fn slug(conn: &mut Conn, seats: SeatsId) -> Result<String, StoreError> {
    let (slug,) = fetch_one!(
        conn,
        (String,),
        "SELECT slug FROM seats WHERE id = $1",
        seats.0
    )?;
    Ok(slug)
}

/// When the first session of a pool begins.
pub(crate) async fn starts_at(conn: &mut Conn, seats: SeatsId) -> Result<Timestamp, StoreError> {
    let (first, _) = begin_and_end(conn, seats).await?;
    Ok(first)
}

/// When the last session of a pool ends.
pub(crate) async fn ends_at(conn: &mut Conn, seats: SeatsId) -> Result<Timestamp, StoreError> {
    let (_, last) = begin_and_end(conn, seats).await?;
    Ok(last)
}

/// When the first session of a pool begins and its last one ends.
async fn begin_and_end(
    conn: &mut Conn,
    seats: SeatsId,
) -> Result<(Timestamp, Timestamp), StoreError> {
    let (first, last) = fetch_one!(
        conn,
        (i64, i64),
        "SELECT MIN(m.starts_at), MAX(m.ends_at) \
         FROM seats p JOIN sessions m ON m.instance_id = p.instance_id \
         AND (p.session_id IS NULL OR m.id = p.session_id) WHERE p.id = $1",
        seats.0
    )?;
    let moment = |micros, column| {
        Timestamp::from_microsecond(micros).map_err(|_| StoreError::Unknown(column))
    };
    Ok((
        moment(first, "sessions.starts_at")?,
        moment(last, "sessions.ends_at")?,
    ))
}
