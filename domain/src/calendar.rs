//! The public calendar as an address names it: which view, from which day, filtered by what,
//! and how the keyboard moves in it. Which sessions there are is the store's.

mod filter;
mod hours;
mod keys;
mod part;
mod query;

pub use filter::{Facet, Filter, YES};
pub use hours::HourGrid;
pub use keys::{Step, Stroke};
pub use part::DayPart;
pub use query::{CalendarQuery, Period, View};
