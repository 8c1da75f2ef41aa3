//! Opening a private link on another phone. A small script hands the fragment in; without it
//! the link is pasted or its code typed. Where she chose a picture, it is asked for then.

mod lost;
mod page;
pub mod picture;
mod question;
mod server;

pub use lost::LostPage;
pub use page::LinkPage;
pub use question::QuestionPage;
pub use server::{
    AnswerQuestion, AskLostLink, LinkFault, LinkFaults, OpenLink, ShowLink, ShowQuestion,
    answer_question, ask_lost_link, open_link, show_link, show_question,
};
