//! Answers that refuse: one enum, its status, and the layer that turns it into
//! a page in the reader's language. Why something is refused is decided elsewhere.

mod page;
mod words;

use app::error::AppError;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::FromServerFnError;

use crate::layers::Edge;
use crate::reader::Reader;

/// Why a request gets no ordinary answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A form that another site sent.
    ForeignOrigin,
    /// A form or address that does not decode.
    NotUnderstood,
    /// Nobody is signed in.
    SignInFirst,
    /// Signed in, but not for this.
    NotAllowed,
    /// No such thing.
    NotFound,
    /// An address that does not take this method.
    WrongMethod,
    /// A page of another version of this server.
    Outdated,
    /// More than a form can hold.
    TooLarge,
    /// The form did not arrive in time.
    TooSlow,
    /// The answer was not ready in time.
    Busy,
    /// Our own fault.
    Broken,
}

impl Refusal {
    /// Every refusal, for tests and tables.
    pub const ALL: [Self; 11] = [
        Self::ForeignOrigin,
        Self::NotUnderstood,
        Self::SignInFirst,
        Self::NotAllowed,
        Self::NotFound,
        Self::WrongMethod,
        Self::Outdated,
        Self::TooLarge,
        Self::TooSlow,
        Self::Busy,
        Self::Broken,
    ];

    /// Its HTTP status.
    pub fn status(self) -> StatusCode {
        match self {
            Self::ForeignOrigin | Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::NotUnderstood => StatusCode::BAD_REQUEST,
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Outdated => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name for scripts and logs.
    pub fn code(self) -> &'static str {
        match self {
            Self::ForeignOrigin => "foreign_origin",
            Self::NotUnderstood => "not_understood",
            Self::SignInFirst => "sign_in_first",
            Self::NotAllowed => "not_allowed",
            Self::NotFound => "not_found",
            Self::WrongMethod => "wrong_method",
            Self::Outdated => "outdated",
            Self::TooLarge => "too_large",
            Self::TooSlow => "too_slow",
            Self::Busy => "busy",
            Self::Broken => "broken",
        }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Unavailable => Self::Busy,
            AppError::Failed | AppError::Offline => Self::Broken,
            AppError::Malformed => Self::NotUnderstood,
            AppError::Outdated => Self::Outdated,
            AppError::Forbidden => Self::NotAllowed,
            AppError::SignInNeeded => Self::SignInFirst,
            AppError::NotFound => Self::NotFound,
        }
    }
}

/// What our own script in the browser makes of a refusal that no server function wrote.
impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::ForeignOrigin | Refusal::NotAllowed => Self::Forbidden,
            Refusal::NotUnderstood | Refusal::WrongMethod | Refusal::TooLarge => Self::Malformed,
            Refusal::SignInFirst => Self::SignInNeeded,
            Refusal::NotFound => Self::NotFound,
            Refusal::Outdated => Self::Outdated,
            Refusal::TooSlow | Refusal::Busy => Self::Unavailable,
            Refusal::Broken => Self::Failed,
        }
    }
}

/// The bare code; [`in_her_language`] makes it a page where one is wanted.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status(), self.code()).into_response();
        response.extensions_mut().insert(self);
        if self == Self::Busy {
            let soon = HeaderValue::from_static("5");
            response.headers_mut().insert(header::RETRY_AFTER, soon);
        }
        response
    }
}

/// Layer: a refusal becomes a page for those who read pages, and the app's error for its script.
pub async fn in_her_language(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let reader = Reader::of(request.uri(), request.headers(), edge.public_url.origin());
    let called = request.uri().path().starts_with("/api/");
    let response = next.run(request).await;
    match response.extensions().get::<Refusal>().copied() {
        Some(refusal) if reader.wants_page => {
            let page = page::page(refusal, &reader, edge.style.as_deref());
            with_body(response, "text/html; charset=utf-8", page)
        }
        Some(refusal) if called => {
            let error = AppError::from(refusal).ser();
            with_body(response, "application/json", error)
        }
        _ => response,
    }
}

fn with_body(mut response: Response, kind: &'static str, body: impl Into<Body>) -> Response {
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    *response.body_mut() = body.into();
    response
}
