//! Slots on the server: which browser asks, what is kept for it, and which other times are free.
//! Who gets a slot is decided in `store`.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{
    id::{HolderId, SeatsId},
    lang::Lang,
    moment::WallTime,
    programme::InstanceKind,
};
use jiff::Timestamp;
use store::{
    Conn, Keys,
    calendar::{self, Course, Instance},
    keys::random,
    seats::{Hold, HoldOutcome, kept_for},
};
use uuid::Uuid;

use super::{
    Site,
    calendar::{Shown, at_hub},
    cookies, forms, visit,
};
use crate::{
    access::PublicStore,
    error::AppError,
    public::model::{Seats, Slot},
    routes,
};

const PURPOSE: &str = "hold";
/// Longer than anything is kept; the records say what is.
const COOKIE_SECONDS_MAX: u32 = 15 * 60;

/// The browser that asks, if something may be kept for it.
#[must_use]
pub fn holder(site: &Site, keys: &Keys) -> Option<HolderId> {
    let sealed = BASE64URL.decode(cookies::get(site, cookies::HOLD)?).ok()?;
    let id = Uuid::from_slice(&keys.open(PURPOSE, &sealed)?).ok()?;
    Some(HolderId(id))
}

fn remember(site: &Site, keys: &Keys, holder: HolderId) {
    let value = BASE64URL.encode(keys.seal(PURPOSE, holder.0.as_bytes()));
    let keep = cookies::Keep::Seconds(COOKIE_SECONDS_MAX);
    cookies::set(site, cookies::HOLD, &value, keep);
}

/// She chooses a slot. Whatever becomes of it she is led to the form: it says what is kept, what
/// is taken, and which other times are free.
pub async fn choose(guard: &PublicStore, lang: Lang, slug: &str) -> Result<(), AppError> {
    let record = calendar::seats(&mut guard.read().await?, slug).await?;
    let record = record.ok_or(AppError::NotFound)?;
    let (site, keys) = (guard.site(), guard.keys());
    let known = holder(site, &keys);
    let hold = Hold {
        seats: record.seats.id,
        holder: known.unwrap_or_else(|| HolderId::new(guard.now(), random())),
        has_sign_up: !visit::read(site, &keys).all().is_empty(),
        at: guard.now(),
    };
    // A busy store keeps nothing, and the form is there all the same.
    if let Ok(HoldOutcome::Held(_)) = guard.hold(hold).await {
        remember(site, &keys, hold.holder);
    }
    forms::see_other(&routes::enrol(lang, &record.seats.slug));
    Ok(())
}

/// Notes on a course what is kept for others than this browser.
pub async fn note_kept(
    conn: &mut Conn,
    holder: Option<HolderId>,
    now: Timestamp,
    course: &mut Course,
) -> Result<(), AppError> {
    let runs = course.instances.iter_mut();
    let entries = runs.flat_map(|run| &mut run.sessions);
    Ok(calendar::note_kept(conn, holder, now, entries).await?)
}

/// The run whose slot this is.
#[must_use]
pub fn run_of(course: &Course, slot: SeatsId) -> Option<&Instance> {
    let is_its = |run: &&Instance| run.sessions.iter().any(|it| it.seats.id == slot);
    let slots = course.instances.iter();
    slots
        .filter(|run| run.kind == InstanceKind::Slots)
        .find(is_its)
}

/// The free slots of a run, but for this one.
pub fn others(shown: Shown, run: &Instance, but: SeatsId) -> Result<Vec<Slot>, AppError> {
    let mut free = Vec::new();
    for entry in run.sessions.iter().filter(|it| it.seats.id != but) {
        let line = shown.line(entry)?;
        let slot = line.slot.filter(|it| matches!(it.seats, Seats::Left(_)));
        free.extend(slot.map(|pool| Slot {
            seats: pool.slug,
            when: line.when,
        }));
    }
    Ok(free)
}

/// Until when a slot is kept for this browser, as its hub's clock shows it.
pub async fn kept_until(
    conn: &mut Conn,
    holder: Option<HolderId>,
    now: Timestamp,
    slot: SeatsId,
    zone: &str,
) -> Result<Option<WallTime>, AppError> {
    let Some(holder) = holder else {
        return Ok(None);
    };
    let kept = kept_for(conn, holder, now).await?;
    let until = kept.filter(|(kept, _)| *kept == slot);
    until.map(|(_, until)| clock(until, zone)).transpose()
}

/// A moment as the clock of a place shows it.
pub fn clock(at: Timestamp, zone: &str) -> Result<WallTime, AppError> {
    Ok(at_hub(at, zone)?.time().into())
}
