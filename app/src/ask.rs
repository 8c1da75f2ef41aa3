//! Asking the server: a page names its question, which is the arguments of a server function, and
//! gets the answer as text. What the text means is read once, where it is shown.
//! Left to others: showing it (`components::loaded`).
//!
//! `Resource::new` would do the same with a typed answer, and the compiler would then write its
//! whole machinery anew for every page: 20 kB each in a participant's bundle.

#[cfg(not(feature = "ssr"))]
mod browser;
mod kept;
#[cfg(feature = "ssr")]
mod server;

use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use leptos::{
    prelude::*,
    server::codee::{Decoder, Encoder},
    server_fn::ServerFn,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::error::AppError;
#[cfg(not(feature = "ssr"))]
use browser as side;
pub use kept::{Kept, ask_keeping, once};
#[cfg(feature = "ssr")]
use server as side;

/// The arguments of a server function that answers with data.
pub trait Question:
    ServerFn<Error = AppError, Output: Serialize + DeserializeOwned> + Serialize + 'static
{
}

impl<Q> Question for Q where
    Q: ServerFn<Error = AppError, Output: Serialize + DeserializeOwned> + Serialize + 'static
{
}

/// What came: the answer as JSON, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer(Result<Arc<str>, AppError>);

/// An answer that is on its way.
pub type Pending = Pin<Box<dyn Future<Output = Answer> + Send>>;

impl Answer {
    /// The answer as JSON, or why there is none.
    #[must_use]
    pub fn new(answer: Result<String, AppError>) -> Self {
        Self(answer.map(Arc::from))
    }

    /// What the text says.
    ///
    /// # Errors
    ///
    /// Why there is no answer; [`AppError::Outdated`] if it is not one that this page knows.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        let text = self.0.as_deref().map_err(|error| *error)?;
        serde_json::from_str(text).map_err(|_| AppError::Outdated)
    }
}

/// A question that was asked, and its answer when it has come.
pub struct Asked<T> {
    answer: Resource<Answer, AsItIs>,
    says: PhantomData<fn() -> T>,
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Asked<T> {}

impl<T> Asked<T> {
    /// The answer as it came, for those who show it.
    #[must_use]
    pub fn answer(self) -> Resource<Answer, AsItIs> {
        self.answer
    }

    /// Asks the same again.
    pub fn again(self) {
        self.answer.refetch();
    }
}

/// Asks the server, and asks again whenever the question is another one. The first answer comes
/// with the page.
pub fn ask<Q: Question>(question: impl Fn() -> Q + Send + Sync + 'static) -> Asked<Q::Output> {
    asked(question, |answering| answering)
}

/// Asks, with whatever stands between the question and the server.
fn asked<Q: Question>(
    question: impl Fn() -> Q + Send + Sync + 'static,
    between: impl FnOnce(Answering) -> Answering,
) -> Asked<Q::Output> {
    let question = Arc::new(question);
    let arguments = {
        let question = Arc::clone(&question);
        move || arguments_of(&question())
    };
    let answering = side::answering(move || untrack(|| question()));
    Asked {
        answer: resource(Box::new(arguments), between(answering)),
        says: PhantomData,
    }
}

/// A question's arguments as an address carries them.
fn arguments_of<Q: Question>(question: &Q) -> String {
    // Plain words and numbers, which are never refused.
    serde_qs::to_string(question).unwrap_or_default()
}

/// Finds the answer to a question; its arguments tell it from others.
pub type Answering = Box<dyn Fn(String) -> Pending + Send + Sync>;

/// Compiled once, whatever is asked.
fn resource(
    arguments: Box<dyn Fn() -> String + Send + Sync>,
    answering: Answering,
) -> Resource<Answer, AsItIs> {
    Resource::new_with_options(arguments, answering, false)
}

/// How an answer travels with the page: its text as it is, or a mark with the error's code.
pub struct AsItIs;

/// No JSON begins with it.
const ERROR_MARK: char = '!';

impl Encoder<Answer> for AsItIs {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(answer: &Answer) -> Result<String, Self::Error> {
        Ok(match &answer.0 {
            Ok(text) => text.as_ref().to_owned(),
            Err(error) => format!("{ERROR_MARK}{}", serde_json::to_string(error)?),
        })
    }
}

impl Decoder<Answer> for AsItIs {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<Answer, Self::Error> {
        Ok(Answer(match text.strip_prefix(ERROR_MARK) {
            None => Ok(text.into()),
            Some(error) => Err(serde_json::from_str(error)?),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_travels_as_it_is_and_an_error_as_its_code() {
        for answer in [
            Answer::new(Ok("[1,2]".to_owned())),
            Answer::new(Err(AppError::NotFound)),
        ] {
            let text = AsItIs::encode(&answer).expect("plain text");
            assert_eq!(AsItIs::decode(&text).expect("what was written"), answer);
        }
    }

    #[test]
    fn an_answer_of_another_version_is_outdated() {
        let answer = Answer::new(Ok("{\"new\":1}".to_owned()));
        assert_eq!(answer.read::<u8>(), Err(AppError::Outdated));
        assert_eq!(Answer::new(Ok("7".to_owned())).read::<u8>(), Ok(7));
    }
}
