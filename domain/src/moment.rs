//! Dates, times and weeks as they hang on the wall, in plain integers.
//! Instants and zones stay on the server: nothing of them reaches the browser.

mod date;
mod text;
mod time;
mod week;

pub use date::WallDate;
pub use text::{date_range, day_month, long_date, month_name, short_date, weekday_name};
pub use time::{WallTime, time_range};
pub use week::IsoWeek;
