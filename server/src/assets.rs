//! The static files that pages load: embedded in a release, read from `target/site` otherwise.
//! Left to `xtask`: making, naming and compressing them.

use std::borrow::Cow;

use app::ssr::Assets;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::compression::{Coding, accepts};

/// Tells cargo that the files to embed have changed: xtask sets it to their hash.
const _SITE: Option<&str> = option_env!("MAWID_SITE");

/// A name with a hash in it never means anything else.
pub const FOREVER: &str = "public, max-age=31536000, immutable";
const ONE_DAY: &str = "public, max-age=86400";

/// The names that pages use, as the build wrote them.
///
/// # Errors
/// When the files were never built, or not by this version.
pub fn manifest() -> Result<Assets, String> {
    let content = read("manifest.json")
        .ok_or("the files for the browser are missing: run `cargo xtask build` first")?;
    serde_json::from_slice(&content).map_err(|fault| format!("manifest.json: {fault}"))
}

/// The addresses of all static files.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{*path}", get(asset))
        .route("/favicon.ico", get(|| async { plain("favicon.svg") }))
        .route("/robots.txt", get(|| async { plain("robots.txt") }))
}

async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let path = format!("assets/{path}");
    // Nothing beside the folder, and no compressed file under its own name.
    if path.contains("..") || content_type(&path).is_none() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let compressed = Coding::ALL
        .into_iter()
        .filter(|coding| accepts(&headers, coding.name()))
        .find_map(|coding| Some((coding.name(), read(&format!("{path}{}", ending(coding)))?)));
    let mut response = match (compressed, read(&path)) {
        (Some((coding, content)), _) => {
            let mut response = file(&path, content, FOREVER);
            response
                .headers_mut()
                .insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
            response
        }
        (None, Some(content)) => file(&path, content, FOREVER),
        (None, None) => return StatusCode::NOT_FOUND.into_response(),
    };
    response
        .headers_mut()
        .insert(VARY, HeaderValue::from_static("accept-encoding"));
    response
}

/// How the name of a compressed file ends.
fn ending(coding: Coding) -> &'static str {
    match coding {
        Coding::Brotli => ".br",
        Coding::Gzip => ".gz",
    }
}

fn plain(path: &str) -> Response {
    read(path).map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        |content| file(path, content, ONE_DAY),
    )
}

fn file(path: &str, content: Cow<'static, [u8]>, keep: &'static str) -> Response {
    let content = match content {
        Cow::Borrowed(embedded) => Bytes::from_static(embedded),
        Cow::Owned(read) => Bytes::from(read),
    };
    let kind = content_type(path).unwrap_or("application/octet-stream");
    let mut response = Response::new(Body::from(content));
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    let keep = HeaderValue::from_static(keep);
    response.headers_mut().insert(CACHE_CONTROL, keep);
    response
}

/// All kinds of file that we have. WebAssembly compiles while it arrives only under its own type.
pub fn content_type(path: &str) -> Option<&'static str> {
    let (_, ending) = path.rsplit_once('.')?;
    Some(match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

// The bundles of the release are made with it, and hydrate only what was rendered with it.
#[cfg(all(not(debug_assertions), not(erase_components)))]
compile_error!("a release needs its bundles: build it with `cargo xtask build --release`");

#[cfg(not(debug_assertions))]
fn read(path: &str) -> Option<Cow<'static, [u8]>> {
    #[derive(rust_embed::RustEmbed)]
    #[folder = "../target/site/release"]
    #[allow_missing = true]
    struct Site;

    <Site as rust_embed::RustEmbed>::get(path).map(|file| file.data)
}

/// Read anew each time, so that a build of the browser's part needs none of the server.
#[cfg(debug_assertions)]
fn read(path: &str) -> Option<Cow<'static, [u8]>> {
    let site = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site/debug");
    std::fs::read(std::path::Path::new(site).join(path))
        .ok()
        .map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn no_file_beside_the_folder_is_served() {
        for path in [
            "../manifest.json",
            "../../../Cargo.toml",
            "%2e%2e/manifest.json",
            "",
        ] {
            let response = asset(Path(path.to_owned()), HeaderMap::new()).await;
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}
