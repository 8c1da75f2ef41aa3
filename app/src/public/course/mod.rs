//! A course: what it is, and its dates.

mod page;
mod server;

pub use page::CoursePage;
pub use server::{ShowCourse, show_course};
