//! A course's own questions, in one language or in all, and what makes one appear.
//! Answers stand in `answers`; which course asks what is said by the programme file.

mod answers;

use serde::{Deserialize, Serialize};

pub use answers::{AnswerFault, Answers, Typed, parse};

use crate::{
    lang::{Lang, Localised},
    words::words,
};

words! {
    /// What kind of answer a question takes.
    pub enum KindWord {
        /// A few words.
        Text = "text",
        /// One of several.
        Choice = "choice",
        /// A whole number.
        Number = "number",
        /// Yes or no.
        YesNo = "yes_no",
    }
}

/// The answer yes.
pub const YES: &str = "yes";
/// The answer no.
pub const NO: &str = "no";

/// One question. `T` is its texts: in all languages where it is kept, in one where it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question<T> {
    /// Its name within its course. Questions of several courses that have one name are one
    /// question: who has answered it once is not asked to type it again.
    pub slug: String,
    /// What kind of answer it takes.
    pub kind: Kind<T>,
    /// The question.
    pub label: T,
    /// How to answer it, where that is not plain.
    pub help: Option<T>,
    /// Why it is asked.
    pub why: T,
    /// Whether nobody signs up without answering it.
    pub is_required: bool,
    /// The answer that makes it appear; it always appears without one.
    pub when: Option<When>,
}

/// What a question takes for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind<T> {
    /// A few words.
    Text {
        /// How many characters at most.
        chars_max: u32,
    },
    /// One of several.
    Choice {
        /// The options, in their order.
        options: Vec<Choice<T>>,
    },
    /// A whole number.
    Number {
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
    },
    /// Yes or no.
    YesNo,
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice<T> {
    /// Its word in forms and records.
    pub slug: String,
    /// What she reads.
    pub text: T,
}

/// The answer to an earlier question that makes this one appear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The earlier question.
    pub question: String,
    /// Its answer.
    pub answer: String,
}

impl<T> Kind<T> {
    /// The words that are answers, where there are only these.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Choice { options } => options.iter().map(|it| it.slug.as_str()).collect(),
            Self::YesNo => vec![YES, NO],
            Self::Text { .. } | Self::Number { .. } => Vec::new(),
        }
    }
}

impl<T> Question<T> {
    /// Whether it is asked of someone who has answered the earlier ones so.
    #[must_use]
    pub fn appears(&self, answers: &Answers) -> bool {
        let when = self.when.as_ref();
        when.is_none_or(|when| answers.get(&when.question) == Some(&when.answer))
    }

    /// What she reads for an answer that is a word; nothing for one that she typed.
    #[must_use]
    pub fn text_of(&self, answer: &str) -> Option<&T> {
        match &self.kind {
            Kind::Choice { options } => options
                .iter()
                .find(|it| it.slug == answer)
                .map(|it| &it.text),
            _ => None,
        }
    }
}

impl Question<Localised> {
    /// The question in one language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Question<String> {
        let text = |text: &Localised| text.get(lang).to_owned();
        let kind = match &self.kind {
            Kind::Text { chars_max } => Kind::Text {
                chars_max: *chars_max,
            },
            Kind::Number { min, max } => Kind::Number {
                min: *min,
                max: *max,
            },
            Kind::YesNo => Kind::YesNo,
            Kind::Choice { options } => Kind::Choice {
                options: options
                    .iter()
                    .map(|it| Choice {
                        slug: it.slug.clone(),
                        text: text(&it.text),
                    })
                    .collect(),
            },
        };
        Question {
            slug: self.slug.clone(),
            kind,
            label: text(&self.label),
            help: self.help.as_ref().map(text),
            why: text(&self.why),
            is_required: self.is_required,
            when: self.when.clone(),
        }
    }
}
