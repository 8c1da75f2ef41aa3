//! Mawid's pages and server functions: one tree of components, rendered whole by the server
//! and then hydrated by the browser. Rules stand in `domain`, records in `store`.

#![recursion_limit = "512"]

#[cfg(feature = "ssr")]
pub mod access;
pub mod ask;
pub mod components;
pub mod error;
pub mod forms;
pub mod i18n;
pub mod platform;
pub mod public;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod staff;
pub mod still;
#[cfg(all(feature = "ssr", debug_assertions))]
pub mod styleguide;
