//! Honest statuses for failed server functions. `server_fn` answers 500 to every
//! error and sends plain forms back with the error in the address; neither leaves here.

use app::error::AppError;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::SET_COOKIE;
use leptos::prelude::FromServerFnError;
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;

use crate::reader::wants_page;
use crate::refusal::Refusal;

/// An error is a code of a few letters.
const ERROR_BYTES_MAX: usize = 4096;

/// Layer: the status of a failed server function says what is wrong; who sent a plain form gets
/// a page instead of a redirect with the error in its address.
pub async fn honest_status(request: Request, next: Next) -> Response {
    let page = wants_page(request.headers());
    let response = next.run(request).await;
    match response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        true if page => for_reader(response).await,
        true => for_script(response).await,
        false => response,
    }
}

/// Keeps the body, which the script reads, and sets the status. Only the status: a redirect
/// that the app asked for travels in a header of its own.
async fn for_script(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, ERROR_BYTES_MAX).await else {
        return Refusal::Broken.into_response();
    };
    parts.status = Refusal::from(AppError::de(bytes.clone())).status();
    Response::from_parts(parts, Body::from(bytes))
}

/// A redirect that the app chose stays; the one that `server_fn` makes up, to where she came
/// from with the error in the query, becomes the page of the refusal. Cookies that the app set go with it.
async fn for_reader(response: Response) -> Response {
    // The app redirects with 303, `server_fn` with 302.
    if response.status() == StatusCode::SEE_OTHER {
        return response;
    }
    let (parts, body) = response.into_parts();
    let refusal = match to_bytes(body, ERROR_BYTES_MAX).await {
        Ok(bytes) => Refusal::from(AppError::de(bytes)),
        Err(_) => Refusal::Broken,
    };
    let mut answer = refusal.into_response();
    for cookie in parts.headers.get_all(SET_COOKIE) {
        answer.headers_mut().append(SET_COOKIE, cookie.clone());
    }
    answer
}
