//! Mawid's rules and words, shared by server and browser.
//! Absent on purpose: IO, a clock, randomness, a database, Leptos and `cfg`. They come in as arguments.

mod roll;
mod words;

pub mod absence;
pub mod alike;
pub mod calendar;
pub mod children;
pub mod consent;
pub mod desk;
pub mod email;
pub mod enrolment;
pub mod id;
pub mod joining;
pub mod lang;
pub mod mark;
pub mod message;
pub mod moment;
pub mod name;
pub mod phone;
pub mod plural;
pub mod programme;
pub mod question;
pub mod role;
