//! A session's page, put together from the session, its room, its course and the holidays.

use store::{
    Conn,
    calendar::{self, Course, Entry},
};

use super::{
    calendar::{Shown, holiday_on},
    slots, spoken,
};
use crate::{error::AppError, public::model::SessionPage};

/// The page of the session with this name, if there is one.
pub async fn session_page(
    conn: &mut Conn,
    shown: Shown,
    slug: &str,
) -> Result<Option<SessionPage>, AppError> {
    let Some(mut entry) = calendar::session(conn, slug).await? else {
        return Ok(None);
    };
    let Some(mut course) = calendar::course(conn, &entry.course_slug).await? else {
        return Ok(None);
    };
    slots::note_kept(conn, None, shown.now, &mut course).await?;
    calendar::note_kept(conn, None, shown.now, [&mut entry]).await?;
    let card = shown.card(&entry)?;
    let about = shown.about(&course);
    let room = calendar::room_of_session(conn, slug).await?;
    let room = room.map(|room| shown.room(&room));
    let date = card.when.date;
    let holidays = calendar::holidays_between(conn, date, date).await?;
    let (own, others) = split(&course, &entry);
    Ok(Some(SessionPage {
        said: spoken::session(shown.lang, &card, &about, room.as_ref()),
        holiday: holiday_on(shown, date, &holidays),
        childcare: own.map(|own| own.childcare.clone()).unwrap_or_default(),
        lines: shown.lines(own.map_or(&[], |own| &own.sessions))?,
        another: shown.instances(others)?,
        is_sample: entry.is_sample,
        card,
        about,
        room,
    }))
}

/// The session's own run, and the others of its course.
fn split<'c>(
    course: &'c Course,
    entry: &Entry,
) -> (
    Option<&'c calendar::Instance>,
    impl Iterator<Item = &'c calendar::Instance>,
) {
    let own = entry.instance;
    let mut runs = course.instances.iter();
    let others = course.instances.iter().filter(move |run| run.id != own);
    (runs.find(|run| run.id == own), others)
}
