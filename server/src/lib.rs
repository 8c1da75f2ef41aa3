//! The host of the app and the `mawid` binary: settings, the accept loop, the layers around
//! every route, and the commands. Pages stand in `app`, records in `store`.

pub mod accept;
pub mod assets;
pub mod clock;
pub mod commands;
pub mod compression;
pub mod config;
pub mod diary;
pub mod entry;
pub mod errors;
pub mod health;
pub mod jobs;
pub mod language;
pub mod layers;
pub mod limits;
pub mod logs;
pub mod pages;
pub mod pictures;
pub mod programme;
pub mod proxy;
pub mod reader;
pub mod refusal;
pub mod router;
pub mod security;
pub mod tls;
