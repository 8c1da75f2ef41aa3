//! The browser asks the server for an answer.
//! Left to others: what is asked, and what the answer means.

use leptos::server_fn::{
    Protocol,
    client::{Client, browser::BrowserClient},
    redirect::call_redirect_hook,
    request::{ClientReq, browser::BrowserRequest},
    response::ClientRes,
};

use super::{Answer, Answering, Question};
use crate::error::AppError;

/// The browser asks the server.
pub fn answering<Q: Question>(_question: impl Fn() -> Q) -> Answering {
    let only_reads = only_reads::<Q>();
    Box::new(move |arguments| {
        let answer = fetch(Q::PATH, only_reads, arguments);
        Box::pin(async move { Answer::new(answer.await) })
    })
}

/// Whether a server function only reads, and is therefore asked by `GET`.
fn only_reads<Q: Question>() -> bool {
    let method = <Q::Protocol as Protocol<
        Q,
        Q::Output,
        Q::Client,
        Q::Server,
        Q::Error,
        Q::InputStreamError,
        Q::OutputStreamError,
    >>::METHOD;
    method.as_str() == "GET"
}

/// What `ServerFn::run_on_client` does, but once for all: the compiler would write that anew
/// for every server function.
async fn fetch(path: &str, only_reads: bool, arguments: String) -> Result<String, AppError> {
    const FORM: &str = "application/x-www-form-urlencoded";
    const JSON: &str = "application/json";
    let request = if only_reads {
        <BrowserRequest as ClientReq<AppError>>::try_new_get(path, FORM, JSON, &arguments)?
    } else {
        <BrowserRequest as ClientReq<AppError>>::try_new_post(path, FORM, JSON, arguments)?
    };
    let response = <BrowserClient as Client<AppError>>::send(request).await?;
    let status = ClientRes::<AppError>::status(&response);
    let redirect = ClientRes::<AppError>::has_redirect(&response)
        .then(|| ClientRes::<AppError>::location(&response));
    let text = ClientRes::<AppError>::try_into_string(response).await?;
    if status >= 400 {
        return Err(serde_json::from_str(&text).unwrap_or(AppError::Failed));
    }
    if let Some(target) = redirect {
        call_redirect_hook(&target);
    }
    Ok(text)
}
