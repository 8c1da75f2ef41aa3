//! Days without sessions.

use domain::{
    lang::Localised,
    moment::WallDate,
    programme::{CalendarDay, Holiday},
};

use super::word;
use crate::{Conn, StoreError, programme::Texts};

/// No page shows more days at once.
const DAYS_MAX: i32 = 400;

/// One day of a holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayDay {
    /// The day.
    pub date: WallDate,
    /// The holiday's name.
    pub name: Localised,
    /// Whether the day is an estimate that waits for the moon.
    pub to_be_confirmed: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    day: String,
    days: i64,
    #[sqlx(try_from = "String")]
    name: Texts,
    to_be_confirmed: bool,
}

/// The holidays from `first` to `last`, both included, day by day.
pub async fn holidays_between(
    conn: &mut Conn,
    first: WallDate,
    last: WallDate,
) -> Result<Vec<HolidayDay>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT slug, day, days, name, to_be_confirmed FROM holidays ORDER BY slug"
    )?;
    let holidays = rows
        .into_iter()
        .map(Row::holiday)
        .collect::<Result<Vec<_>, _>>()?;
    let dates = (0..=last.days_since(first).min(DAYS_MAX)).map(|nth| first.plus_days(nth));
    let days = dates.flat_map(|date| {
        holidays
            .iter()
            .filter(move |it| it.covers(date))
            .map(move |it| HolidayDay {
                date,
                name: it.name.clone(),
                to_be_confirmed: it.to_be_confirmed,
            })
    });
    Ok(days.collect())
}

impl Row {
    fn holiday(self) -> Result<Holiday, StoreError> {
        Ok(Holiday {
            day: word(&self.day, CalendarDay::parse, "holidays.day")?,
            days: u8::try_from(self.days).map_err(|_| StoreError::Unknown("holidays.days"))?,
            slug: self.slug,
            name: self.name.0,
            to_be_confirmed: self.to_be_confirmed,
        })
    }
}
