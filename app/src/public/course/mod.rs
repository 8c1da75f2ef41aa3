//! A course: what it is, and its dates.

mod page;
mod run;
mod server;

pub use page::CoursePage;
pub use run::{Childcare, Run};
pub use server::{ShowCourse, show_course};
