//! Opening a private link on another phone. A small script hands the fragment in; without it
//! the link is pasted or its code typed. Where she chose a picture, it is asked for then.

mod page;
pub mod picture;
mod question;
mod server;

pub use page::LinkPage;
pub use question::QuestionPage;
pub use server::{
    AnswerQuestion, LinkFault, OpenLink, ShowLink, ShowQuestion, answer_question, open_link,
    show_link, show_question,
};
