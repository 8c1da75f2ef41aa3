//! The answers to a course's questions: flat texts in, everything wrong with them or the answers
//! that count out. The browser and the server read them by this one function.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Question};
use crate::{enrolment::FaultCode, phone::latin_digit, words::hidden_debug};

/// What was typed or chosen, by question. It may name questions that nobody asked.
pub type Typed = BTreeMap<String, String>;

/// The answers that count, by question: only of questions that were asked of her, each as it is
/// kept. An optional question that she left out is not among them.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers(BTreeMap<String, String>);

hidden_debug!(Answers);

/// One thing wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AnswerFault {
    /// The question.
    pub question: String,
    /// What.
    pub code: FaultCode,
}

impl Answers {
    /// The answer to a question.
    #[must_use]
    pub fn get(&self, question: &str) -> Option<&String> {
        self.0.get(question)
    }

    /// Question and answer, by the question's name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(slug, it)| (slug.as_str(), it.as_str()))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The answers that count, or what is wrong, in the order of the questions. An answer to a
/// question that does not appear, or that nobody asked, is passed over.
pub fn parse<T>(questions: &[Question<T>], typed: &Typed) -> Result<Answers, Vec<AnswerFault>> {
    let mut answers = Answers::default();
    let mut faults = Vec::new();
    for question in questions {
        if !question.appears(&answers) {
            continue;
        }
        let text = typed.get(&question.slug).map_or("", |it| it.trim());
        match question.read(text) {
            Ok(None) => {}
            Ok(Some(answer)) => {
                answers.0.insert(question.slug.clone(), answer);
            }
            Err(code) => faults.push(AnswerFault {
                question: question.slug.clone(),
                code,
            }),
        }
    }
    if faults.is_empty() {
        Ok(answers)
    } else {
        Err(faults)
    }
}

impl<T> Question<T> {
    /// The answer as it is kept; nothing where nothing was answered and nothing has to be.
    fn read(&self, text: &str) -> Result<Option<String>, FaultCode> {
        if text.is_empty() {
            return match self.is_required {
                true => Err(FaultCode::Empty),
                false => Ok(None),
            };
        }
        match &self.kind {
            Kind::Text { chars_max } => words(text, *chars_max),
            Kind::Number { min, max } => number(text, *min, *max),
            Kind::Choice { .. } | Kind::YesNo => match self.kind.words().contains(&text) {
                true => Ok(text.to_owned()),
                false => Err(FaultCode::Unknown),
            },
        }
        .map(Some)
    }
}

fn words(text: &str, chars_max: u32) -> Result<String, FaultCode> {
    if text.chars().any(char::is_control) {
        return Err(FaultCode::Control);
    }
    if text.chars().nth(chars_max as usize).is_some() {
        return Err(FaultCode::TooLong);
    }
    Ok(text.to_owned())
}

/// Arabic-Indic and Persian digits count as digits, as in phone numbers.
fn number(text: &str, min: u32, max: u32) -> Result<String, FaultCode> {
    let digits: Option<String> = text.chars().map(latin_digit).collect();
    let digits = digits.ok_or(FaultCode::Letters)?;
    let number: u32 = digits.parse().map_err(|_| FaultCode::OutOfRange)?;
    if (min..=max).contains(&number) {
        Ok(number.to_string())
    } else {
        Err(FaultCode::OutOfRange)
    }
}

#[cfg(test)]
mod tests;
