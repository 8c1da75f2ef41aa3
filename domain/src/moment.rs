//! Dates, times and weeks as they hang on the wall, in plain integers.
//! Instants and zones stay on the server: nothing of them reaches the browser.

mod date;
mod month;
mod spoken;
mod text;
mod time;
mod week;

pub use date::WallDate;
pub use month::Month;
pub use spoken::spoken_time;
pub use text::{
    date_range, day_month, long_date, month_name, month_year, short_date, weekday_letter,
    weekday_name, weekday_short,
};
pub use time::{WallTime, time_range};
pub use week::IsoWeek;
