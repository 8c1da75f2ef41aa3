//! The server over HTTP: one test binary, because linking is what takes long.
//! Each file tests one promise.

mod binary;
mod certificate;
mod connections;
mod failures;
mod headers;
mod host;
mod limits;
mod origin;
mod pages;
mod proxy;
mod routes;
