//! The server, which renders the page, answers itself.
//! Left to others: what is asked, and what the answer means.

use super::{Answer, Answering, Question};
use crate::error::AppError;

/// Calls the server function.
pub fn answering<Q: Question>(
    question: impl Fn() -> Q + Clone + Send + Sync + 'static,
) -> Answering {
    Box::new(move |_arguments| {
        let answer = question().run_body();
        Box::pin(async move {
            let text = answer
                .await
                .and_then(|answer| serde_json::to_string(&answer).map_err(|_| AppError::Failed));
            Answer::new(text)
        })
    })
}
