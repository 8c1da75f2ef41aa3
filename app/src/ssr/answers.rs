//! Answers to the questions of a course, as the desk's list shows them: a column for each question
//! that somebody answered, in the order in which they are asked.

use domain::{
    id::EnrolmentId,
    lang::{Lang, Localised},
    question::Question,
};
use store::question::Answer;

use crate::components::question::text_of;

/// The columns of a list.
pub struct Columns(Vec<Column>);

struct Column {
    slug: String,
    label: String,
    answers: Vec<(EnrolmentId, String)>,
}

impl Columns {
    /// From the answers of a run, which come in the order of the questions. A question that was
    /// worded anew keeps one column, under its latest words.
    #[must_use]
    pub fn new(answers: &[(EnrolmentId, Question<Localised>, Answer)], lang: Lang) -> Self {
        let mut columns: Vec<Column> = Vec::new();
        for (enrolment, question, answer) in answers {
            let question = question.in_lang(lang);
            let given = (*enrolment, text_of(lang, &question, &answer.0));
            match columns.iter_mut().find(|it| it.slug == question.slug) {
                Some(column) => column.answers.push(given),
                None => columns.push(Column {
                    slug: question.slug,
                    label: question.label,
                    answers: vec![given],
                }),
            }
        }
        Self(columns)
    }

    /// Their headings.
    #[must_use]
    pub fn labels(&self) -> Vec<String> {
        self.0.iter().map(|it| it.label.clone()).collect()
    }

    /// What one row says in each.
    #[must_use]
    pub fn of(&self, enrolment: EnrolmentId) -> Vec<String> {
        let answer = |column: &Column| {
            let found = column.answers.iter().find(|(of, _)| *of == enrolment);
            found.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        self.0.iter().map(answer).collect()
    }
}
