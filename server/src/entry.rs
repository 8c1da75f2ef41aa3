//! The addresses that belong to no page: the first one, the private link, and
//! everything that does not exist. Files are left to `assets`.

use app::shell::shell;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::header::{CACHE_CONTROL, LOCATION, VARY};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use leptos_axum::render_app_async_stream_with_context;

use crate::reader::{lang_of_headers, wants_page};
use crate::refusal::Refusal;
use crate::router::AppState;

/// `/`: the first page in her language.
pub async fn first_page(headers: HeaderMap) -> Response {
    in_her_language(&headers, "")
}

/// `/m#TOKEN`: the page that opens a private link. The browser keeps the fragment, which we
/// never see.
pub async fn private_link(headers: HeaderMap) -> Response {
    in_her_language(&headers, "/m")
}

fn in_her_language(headers: &HeaderMap, rest: &str) -> Response {
    let to = format!("/{}{rest}", lang_of_headers(headers).code());
    let varies = [
        (VARY, "Cookie, Accept-Language"),
        (CACHE_CONTROL, "no-store"),
    ];
    redirect(StatusCode::FOUND, &to).map_or_else(
        || Redirect::to("/ar").into_response(),
        |answer| (varies, answer).into_response(),
    )
}

fn redirect(status: StatusCode, to: &str) -> Option<Response> {
    let to = HeaderValue::from_str(to).ok()?;
    Some((status, [(LOCATION, to)]).into_response())
}

/// Everything else: without its last slash it may exist; otherwise the app says that it does
/// not, in its own frame.
pub async fn elsewhere(State(state): State<AppState>, request: Request) -> Response {
    let uri = request.uri();
    if let Some(answer) =
        without_slash(uri).and_then(|to| redirect(StatusCode::PERMANENT_REDIRECT, &to))
    {
        return answer;
    }
    match uri.path().starts_with("/api/") {
        // A form of a page that this version no longer has.
        true if request.method() == Method::POST => Refusal::Outdated.into_response(),
        false if wants_page(request.headers()) => not_found(&state, request).await,
        _ => Refusal::NotFound.into_response(),
    }
}

/// The address without slashes at its end. Only for what begins like a page of ours: `//host/`
/// would lead to another host.
fn without_slash(uri: &Uri) -> Option<String> {
    let path = uri.path().strip_suffix('/')?.trim_end_matches('/');
    let begins_with_letter = path.as_bytes().get(1)?.is_ascii_alphanumeric();
    let query = uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    begins_with_letter.then(|| format!("{path}{query}"))
}

async fn not_found(state: &AppState, request: Request) -> Response {
    let page = render_app_async_stream_with_context(state.provide(), shell);
    let mut answer = page(request).await;
    if answer.status() == StatusCode::OK {
        *answer.status_mut() = StatusCode::NOT_FOUND;
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_at_the_end_is_taken_off_and_never_leads_elsewhere() {
        let without = |text: &str| without_slash(&text.parse().unwrap());
        assert_eq!(without("/fr/").as_deref(), Some("/fr"));
        assert_eq!(
            without("/fr/calendar//?week=1").as_deref(),
            Some("/fr/calendar?week=1")
        );
        for path in [
            "/",
            "/fr",
            "//",
            "//evil.example/",
            "/%2Fevil/",
            "/.//evil/",
        ] {
            assert_eq!(without(path), None, "{path}");
        }
    }
}
