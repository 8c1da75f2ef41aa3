//! Answers that a document keeps, by the arguments of their questions, so that going back to a
//! page and going on to one that was fetched ahead are instant.
//! Left to others: which answers are worth it, and when they are too old.

use std::future::ready;

use leptos::prelude::*;

use super::{Answer, Asked, Pending, Question, arguments_of, asked, side};

/// As many answers as going there and back may need.
const KEPT_MAX: usize = 9;

/// The answers. Lives as long as the document.
#[derive(Clone, Copy)]
pub struct Kept {
    answers: StoredValue<Vec<(String, Answer)>>,
    /// Whether the last answer that was given is a kept one.
    gave_old: StoredValue<bool>,
}

impl Kept {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            answers: StoredValue::new(Vec::new()),
            gave_old: StoredValue::new(false),
        }
    }

    /// Whether the last answer that was given is one that was kept.
    #[must_use]
    pub fn gave_old(self) -> bool {
        self.gave_old.get_value()
    }

    /// Forgets all of them.
    pub fn clear(self) {
        self.answers.update_value(Vec::clear);
    }

    /// Fetches an answer to keep, unless it is here already.
    pub async fn fetch<Q: Question + Clone + Send + Sync>(self, question: Q) {
        let arguments = arguments_of(&question);
        if self.find(&arguments).is_none() {
            let answer = once(question).await;
            self.keep(arguments, &answer);
        }
    }

    fn find(self, arguments: &str) -> Option<Answer> {
        self.answers.with_value(|answers| {
            let found = answers.iter().find(|(of, _)| of == arguments);
            found.map(|(_, answer)| answer.clone())
        })
    }

    fn keep(self, arguments: String, answer: &Answer) {
        if answer.0.is_err() {
            return;
        }
        self.answers.update_value(|answers| {
            answers.retain(|(of, _)| *of != arguments);
            if answers.len() >= KEPT_MAX {
                answers.remove(0);
            }
            answers.push((arguments, answer.clone()));
        });
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self::new()
    }
}

/// Asks the server unless the answer is kept, and keeps it.
pub fn ask_keeping<Q: Question>(
    kept: Kept,
    question: impl Fn() -> Q + Send + Sync + 'static,
) -> Asked<Q::Output> {
    asked(question, move |answering| {
        Box::new(move |arguments: String| -> Pending {
            let found = kept.find(&arguments);
            kept.gave_old.set_value(found.is_some());
            match found {
                Some(answer) => Box::pin(ready(answer)),
                None => {
                    let answer = answering(arguments.clone());
                    Box::pin(async move {
                        let answer = answer.await;
                        kept.keep(arguments, &answer);
                        answer
                    })
                }
            }
        })
    })
}

/// Asks the server a single time.
pub async fn once<Q: Question + Clone + Send + Sync>(question: Q) -> Answer {
    let arguments = arguments_of(&question);
    side::answering(move || question.clone())(arguments).await
}
