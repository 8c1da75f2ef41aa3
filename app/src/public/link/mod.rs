//! Opening a private link on another phone. A small script hands the fragment in; without it
//! the link is pasted or its code typed.

mod page;
mod server;

pub use page::LinkPage;
pub use server::{LinkFault, OpenLink, ShowLink, open_link, show_link};
