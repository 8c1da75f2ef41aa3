//! A course: what it is, and its dates.

mod page;
mod run;
mod server;
mod slots;

pub use page::CoursePage;
pub use run::{Childcare, Run};
pub use server::{ShowCourse, show_course};
pub use slots::{ChooseButton, Slots};
