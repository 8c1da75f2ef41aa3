//! Mawid's records: one SQL text per question, on SQLite and on PostgreSQL.
//! Rules live in `domain`; pages and servers reach the records only through this crate.

#[cfg(all(feature = "testing", not(debug_assertions)))]
compile_error!("the feature `testing` switches guards off: a release build must not have it");

#[macro_use]
mod db;

pub mod account;
pub mod calendar;
pub mod check;
pub mod childcare;
pub mod consent;
pub mod content;
pub mod desk;
pub mod enrolment;
pub mod error;
pub mod health;
pub mod keys;
pub mod mark;
pub mod message;
pub mod person;
pub mod privacy;
pub mod programme;
pub mod question;
pub mod retention;
pub mod seats;
#[cfg(feature = "testing")]
pub mod testing;
mod writer;

pub use db::{Conn, Store, Write};
pub use error::{OpenError, StoreError};
pub use keys::{KeySource, Keys};
