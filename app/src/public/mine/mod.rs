//! My enrolments: what this browser has opened, the confirmation after a sign-up, cancelling,
//! what this phone remembers, and leaving.

mod answers;
mod cancel;
mod diary;
mod done;
mod keep_link;
mod memory;
mod page;
mod reach;
mod server;
mod swap;
mod without;

pub use answers::{AnswersPage, FORM as ANSWERS_FORM};
pub use cancel::reason_text;
pub use done::DonePage;
pub use page::MinePage;
pub use reach::channel_text;
pub use server::{
    CancelEnrolment, ChangeAnswers, ComeWithout, ForgetVisit, KeepVisit, LeaveVisit, SetReach,
    ShowAnswers, ShowDone, ShowMine, SwapSlot, cancel_enrolment, change_answers, come_without,
    forget_visit, keep_visit, leave_visit, set_reach, show_answers, show_done, show_mine,
    swap_slot,
};
