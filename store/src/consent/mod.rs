//! The ledger of consents: answers are only ever added, and the latest for a purpose counts.
//! What the texts say, and in which version, is for `app` to know.

mod answer;
mod photos;
mod task;
mod told;

pub use answer::{AnswerConsents, RecordConsent, Recorded, Said};
pub(crate) use answer::{Line, append};
pub(crate) use photos::of_session as photos_of_session;
pub use task::{DoneTask, FinishTask, Task, hub_of_task, tasks};
pub(crate) use task::{Withdrawal, open as open_tasks};
pub(crate) use told::by_person;
pub use told::{Told, told_by_link, told_by_person};

use domain::consent::Purpose;

use crate::StoreError;

fn purpose(stored: &str) -> Result<Purpose, StoreError> {
    Purpose::parse(stored).ok_or(StoreError::Unknown("consents.purpose"))
}
