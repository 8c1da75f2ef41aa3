//! The runs of one's hubs, and how full they are.

mod page;
mod server;

pub use page::{CoursesPage, figures_text};
pub use server::{ShowCourses, show_courses};
