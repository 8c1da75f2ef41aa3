//! How much a request may bring, and how long it may take. Connections are
//! bounded by `accept`; what the refusals say is left to `refusal`.

use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::time::timeout;

use crate::layers::Edge;
use crate::refusal::Refusal;

/// Bounds on one request.
#[derive(Clone, Copy, Debug)]
pub struct RequestLimits {
    /// Bytes of a body: forms are far below.
    pub body_bytes: usize,
    /// Time for a body to arrive; a form on 50 kbit/s needs a second or two.
    pub body: Duration,
    /// Time until an answer begins.
    pub answer: Duration,
}

impl Default for RequestLimits {
    fn default() -> Self {
        Self {
            body_bytes: 64 * 1024,
            body: Duration::from_secs(20),
            answer: Duration::from_secs(20),
        }
    }
}

/// Layer: takes the whole body, within its limits, before any work begins. A slow sender then
/// holds a connection and a few kilobytes, nothing else.
pub async fn take_body(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let limits = edge.limits;
    let (parts, body) = request.into_parts();
    if body.is_end_stream() {
        return next.run(Request::from_parts(parts, body)).await;
    }
    if body.size_hint().lower() > limits.body_bytes as u64 {
        return Refusal::TooLarge.into_response();
    }
    match timeout(limits.body, Limited::new(body, limits.body_bytes).collect()).await {
        Ok(Ok(whole)) => {
            let body = Body::from(whole.to_bytes());
            next.run(Request::from_parts(parts, body)).await
        }
        Ok(Err(error)) if error.is::<LengthLimitError>() => Refusal::TooLarge.into_response(),
        // The client went away or broke its own framing: nobody reads this.
        Ok(Err(_)) => Refusal::NotUnderstood.into_response(),
        Err(_) => Refusal::TooSlow.into_response(),
    }
}

/// Layer: an answer that does not begin in time is given up. Writes go on to their end in their
/// own task, and a form sent again with the same key gets the same answer.
pub async fn end_in_time(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    match timeout(edge.limits.answer, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            tracing::warn!("an answer was not ready in time");
            Refusal::Busy.into_response()
        }
    }
}
