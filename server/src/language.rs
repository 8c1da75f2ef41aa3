//! Remembers the language of the last page, so that `/` leads back to it until the browser is
//! closed. A layer of the host: a page that is kept for everyone sets no cookie itself.

use app::ssr::cookies::{self, Keep};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use domain::lang::Lang;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, SET_COOKIE};
use http::{HeaderValue, Method, StatusCode};

use crate::layers::Edge;
use crate::reader::{lang_of_cookie, lang_of_path};

/// Layer: a page in another language than the last one leaves a cookie.
pub async fn remember(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let lang = new_language(&request);
    let mut response = next.run(request).await;
    if let Some(lang) = lang.filter(|_| is_page(&response)) {
        set(&mut response, edge.public_url.is_https(), lang);
    }
    response
}

fn new_language(request: &Request) -> Option<Lang> {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let lang = lang_of_path(request.uri().path()).filter(|_| is_read)?;
    (lang_of_cookie(request.headers()) != Some(lang)).then_some(lang)
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE);
    response.status() == StatusCode::NOT_MODIFIED
        || kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn set(response: &mut Response, secure: bool, lang: Lang) {
    let Some(line) = cookies::line(secure, cookies::LANG, lang.code(), Keep::Session) else {
        return;
    };
    let headers = response.headers_mut();
    headers.append(SET_COOKIE, line);
    let is_shared = headers
        .get(CACHE_CONTROL)
        .is_some_and(|value| value.as_bytes().starts_with(b"public"));
    if is_shared {
        // This answer is hers: no cache between us hands her cookie to others.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
}
