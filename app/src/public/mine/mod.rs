//! My enrolments: what this browser has opened, the confirmation after a sign-up, cancelling,
//! and leaving.

mod done;
mod page;
mod server;

pub use done::DonePage;
pub use page::MinePage;
pub use server::{
    CancelEnrolment, LeaveVisit, ShowDone, ShowMine, cancel_enrolment, leave_visit, show_done,
    show_mine,
};
