//! Questions for a [`SmallCourse`](super::SmallCourse), without importing a file.

use domain::{
    lang::Localised,
    question::{Choice, Kind, Question, When, YES},
};

use crate::{Conn, StoreError, Write, enrolment::new_id};

/// Lets the course with this slug ask these questions.
#[derive(Debug, Clone)]
pub struct Asking {
    /// The course's slug.
    pub course: &'static str,
    /// What it asks.
    pub questions: Vec<Question<Localised>>,
}

impl Write for Asking {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        for (nth, question) in (0_i64..).zip(&self.questions) {
            let definition = serde_json::to_string(question)
                .map_err(|_| StoreError::Unknown("questions.definition"))?;
            execute!(
                tx,
                "INSERT INTO questions (id, course_id, slug, version, position, definition) \
                 SELECT $1, id, $3, 1, $4, $5 FROM courses WHERE slug = $2",
                new_id(jiff::Timestamp::UNIX_EPOCH),
                self.course,
                &question.slug,
                nth,
                definition
            )?;
        }
        Ok(())
    }
}

/// A text that is the same in all languages but for the language's name.
#[must_use]
pub fn text(text: &str) -> Localised {
    let [ar, fr, en] = ["ar", "fr", "en"].map(|lang| format!("{text} ({lang})"));
    Localised { ar, fr, en }
}

/// Whether she sells; if she does, where, which she must say; and how many pieces she brings.
#[must_use]
pub fn three() -> Vec<Question<Localised>> {
    let option = |slug: &str| Choice {
        slug: slug.to_owned(),
        text: text(slug),
    };
    let place = Question {
        when: Some(When {
            question: "sells".to_owned(),
            answer: YES.to_owned(),
        }),
        is_required: true,
        ..question(
            "place",
            Kind::Choice {
                options: vec![option("market"), option("online")],
            },
        )
    };
    vec![
        question("sells", Kind::YesNo),
        place,
        question("pieces", Kind::Number { min: 1, max: 5 }),
    ]
}

/// An optional question, named like its slug.
#[must_use]
pub fn question(slug: &str, kind: Kind<Localised>) -> Question<Localised> {
    Question {
        slug: slug.to_owned(),
        kind,
        label: text(slug),
        help: None,
        why: text("why"),
        is_required: false,
        when: None,
    }
}
