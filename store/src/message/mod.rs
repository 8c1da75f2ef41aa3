//! The outbox: what is to be said to someone, written in the transaction of its cause and sent by
//! staff with a tap. No text and no number is kept; the text is made by `app` at the tap.

mod answer;
mod link;
mod list;
mod post;
mod reach;
mod tap;
#[cfg(feature = "testing")]
pub mod unguarded;

pub use answer::Answer;
pub use link::{AskForLink, FindLinks, are_links_asked_for};
pub use list::{LISTED_MAX, OpenMessage, count, hub_of, open};
pub(crate) use post::{drop_open, post};
pub use reach::{Reach, SetReach, reach};
pub use tap::{Tap, TapOutcome, ToSend};
