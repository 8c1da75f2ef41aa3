//! A week of the calendar, put together from sessions and holidays.

use domain::moment::{IsoWeek, WallDate};
use store::{
    Conn,
    calendar::{self, Entry, HolidayDay},
};

use super::calendar::{Shown, day_at, start_of};
use crate::{
    error::AppError,
    public::model::{Day, Holiday, SessionCard, Week},
};

/// Where no hub says its zone, there is nothing to show either.
const ZONE_WITHOUT_HUBS: &str = "UTC";

/// The week of this name, or the present one where the name is none.
pub async fn week_page(conn: &mut Conn, shown: Shown, name: &str) -> Result<Week, AppError> {
    let hubs = calendar::hubs(conn).await?;
    let zone = hubs
        .first()
        .map_or(ZONE_WITHOUT_HUBS, |hub| hub.zone.as_str());
    let today = day_at(shown.now, zone)?;
    let week = IsoWeek::parse(name).unwrap_or_else(|| IsoWeek::of(today));
    let (monday, sunday) = (week.monday(), week.sunday());
    let (from, to) = (
        start_of(monday, zone)?,
        start_of(sunday.plus_days(1), zone)?,
    );
    let sessions = calendar::sessions_between(conn, from, to).await?;
    let holidays = calendar::holidays_between(conn, monday, sunday).await?;
    let next_with = match sessions.is_empty() {
        true => week_of_next(conn, shown, to.max(shown.now)).await?,
        false => None,
    };
    Ok(Week {
        week,
        today,
        days: days(shown, monday, &sessions, &holidays)?,
        next_with,
    })
}

async fn week_of_next(
    conn: &mut Conn,
    shown: Shown,
    from: jiff::Timestamp,
) -> Result<Option<IsoWeek>, AppError> {
    let next = calendar::next_sessions(conn, from, 1).await?;
    let card = next.first().map(|entry| shown.card(entry)).transpose()?;
    Ok(card.map(|card| IsoWeek::of(card.when.date)))
}

/// The days that have something on them.
fn days(
    shown: Shown,
    monday: WallDate,
    sessions: &[Entry],
    holidays: &[HolidayDay],
) -> Result<Vec<Day>, AppError> {
    let cards = sessions
        .iter()
        .map(|entry| shown.card(entry))
        .collect::<Result<Vec<_>, _>>()?;
    let day = |nth| {
        let date = monday.plus_days(nth);
        let on_it = |card: &&SessionCard| card.when.date == date;
        let sessions: Vec<_> = cards.iter().filter(on_it).cloned().collect();
        Day {
            date,
            holiday: holiday_on(shown, date, holidays),
            sessions,
        }
    };
    Ok((0..7)
        .map(day)
        .filter(|day| day.holiday.is_some() || !day.sessions.is_empty())
        .collect())
}

/// The holiday on a day, if it is one.
#[must_use]
pub fn holiday_on(shown: Shown, date: WallDate, holidays: &[HolidayDay]) -> Option<Holiday> {
    let holiday = holidays.iter().find(|holiday| holiday.date == date)?;
    Some(Holiday {
        name: shown.text(&holiday.name),
        is_unsure: holiday.to_be_confirmed,
    })
}
