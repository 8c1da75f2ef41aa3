//! The server functions of the outbox. Each form leads back to the page, which says what it did.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{id::MessageId, lang::Lang};
use leptos::prelude::*;

use super::model::Messages;
use crate::error::AppError;

/// The open messages of her hubs. Not a `GET`: a number that was asked for is cleared by reading
/// it.
#[server(endpoint = "staff/messages")]
pub async fn show_messages(lang: Lang) -> Result<Messages, AppError> {
    use crate::{
        access::{self, rights},
        ssr::messages,
    };

    messages::page(&access::staff(rights::ROLL).await?, lang).await
}

/// Shows the number of one and its text, once. That it was shown is written down. `seen` is how
/// often the page knew it to have been shown.
#[server(endpoint = "staff/messages/tap")]
pub async fn tap_message(
    lang: Lang,
    message: MessageId,
    #[server(default)] seen: i64,
) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{desk, messages},
    };

    let staff = desk::acting(lang, &routes::messages(lang)).await?;
    messages::tap(&staff.of_message(message).await?, lang, seen).await
}

/// Writes down what became of one.
#[server(endpoint = "staff/messages/answer")]
pub async fn answer_message(
    lang: Lang,
    message: MessageId,
    #[server(default)] answer: String,
) -> Result<(), AppError> {
    use crate::{
        routes,
        ssr::{desk, forms::see_other},
    };
    use domain::message::MessageAnswer;

    let staff = desk::acting(lang, &routes::messages(lang)).await?;
    let access = staff.of_message(message).await?;
    let answer = MessageAnswer::parse(&answer).ok_or(AppError::Malformed)?;
    let notice = match (access.answer(answer).await?, answer) {
        (false, _) => "message-gone",
        (true, MessageAnswer::NoAnswer) => "message-noted",
        (true, MessageAnswer::NotNeeded) => "message-dropped",
        (true, _) => "message-done",
    };
    see_other(&routes::messages_with(lang, notice));
    Ok(())
}
