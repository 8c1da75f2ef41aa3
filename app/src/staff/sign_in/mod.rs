//! Signing in and out.

mod page;
mod server;

pub use page::SignInPage;
pub use server::{ShowSignIn, SignIn, SignOut, show_sign_in, sign_in, sign_out};
