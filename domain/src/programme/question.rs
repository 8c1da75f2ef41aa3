//! What must hold among the questions of a course before they can be asked.
//! How an answer is read is said in `crate::question`.

use std::collections::HashSet;

use crate::{lang::Localised, question::Kind};

use super::{Course, Noun, RuleFault};

/// A form on a telephone: whoever asks more is asked by phone.
const QUESTIONS_MAX: usize = 6;
/// As many as the style sheet knows how to open a question for.
const OPTIONS_MAX: usize = 8;
/// All that can be typed into the questions of a course: with the names it still fits into the
/// sealed cookie in which a form travels back.
const CHARS_MAX: u32 = 400;

type Question = crate::question::Question<Localised>;

/// Every contradiction among the questions of a course.
pub(super) fn faults(course: &Course) -> Vec<RuleFault> {
    let mut faults = Vec::new();
    let mut add = |question: &Question, key, text: String| {
        faults.push(RuleFault {
            noun: Noun::Question,
            slug: name(&course.slug, &question.slug),
            key,
            text,
        });
    };
    let mut known = HashSet::new();
    let mut chars: u32 = 0;
    for (nth, question) in course.questions.iter().enumerate() {
        let earlier = &course.questions[..nth];
        if !known.insert(&question.slug) {
            add(question, "slug", "this course has it already".to_owned());
        }
        if nth == QUESTIONS_MAX {
            let text = format!("a course asks {QUESTIONS_MAX} questions at most");
            add(question, "slug", text);
        }
        if let Some(text) = kind_fault(&question.kind) {
            add(question, "kind", text);
        }
        if let Some(text) = when_fault(question, earlier) {
            add(question, "when", text);
        }
        if let Kind::Text { chars_max } = question.kind {
            chars = chars.saturating_add(chars_max);
            if chars > CHARS_MAX {
                let text = format!("the texts of a course take {CHARS_MAX} letters together");
                add(question, "length", text);
            }
        }
    }
    faults
}

/// What a question is called where its file is spoken of.
#[must_use]
pub fn name(course: &str, question: &str) -> String {
    format!("{course}/{question}")
}

fn kind_fault(kind: &Kind<Localised>) -> Option<String> {
    match kind {
        Kind::Choice { options } if !(2..=OPTIONS_MAX).contains(&options.len()) => {
            Some(format!("a choice has 2 to {OPTIONS_MAX} options"))
        }
        Kind::Choice { options } => {
            let slugs: HashSet<_> = options.iter().map(|it| &it.slug).collect();
            (slugs.len() < options.len()).then(|| "two options have one slug".to_owned())
        }
        Kind::Number { min, max } if min > max => Some(format!("min {min} is above max {max}")),
        Kind::Text { chars_max: 0 } => Some("a text needs a length".to_owned()),
        _ => None,
    }
}

fn when_fault(question: &Question, earlier: &[Question]) -> Option<String> {
    let when = question.when.as_ref()?;
    let Some(asked) = earlier.iter().find(|it| it.slug == when.question) else {
        return Some(format!(
            "\"{}\" is no earlier question of this course",
            when.question
        ));
    };
    let words = asked.kind.words();
    (!words.contains(&when.answer.as_str())).then(|| match words.is_empty() {
        true => format!("\"{}\" is no choice and no yes or no", when.question),
        false => format!("\"{}\" is no answer of \"{}\"", when.answer, when.question),
    })
}
