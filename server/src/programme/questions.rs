//! Reads the questions of a course. What must hold among them is said by `domain::programme`.

use domain::{
    lang::{Lang, Localised},
    programme::{Noun, question_name},
    question::{Choice, Kind, KindWord, Question, When},
};

use super::{
    fields::Fields,
    places::word,
    reader::{Reader, is_slug},
};

const CHARS_MAX: u32 = 200;
const NUMBER_MAX: u32 = 1_000_000;

/// One question of the course with this slug.
pub(super) fn question(
    reader: &mut Reader,
    mut fields: Fields<'_>,
    course: &str,
) -> Question<Localised> {
    let slug = slug(reader, &mut fields);
    let name = question_name(course, &slug);
    fields.name = format!("{} \"{name}\"", Noun::Question.as_str());
    let question = Question {
        kind: kind(reader, &mut fields),
        label: fields.localised(reader, "label"),
        help: fields.optional_localised(reader, "help"),
        why: fields.localised(reader, "why"),
        is_required: fields.optional_flag(reader, "required").unwrap_or(false),
        when: when(reader, &mut fields),
        slug,
    };
    fields.finish_item(reader, Noun::Question, &name);
    question
}

/// A name within the course: that it is in use only once is the rules' to say.
fn slug(reader: &mut Reader, fields: &mut Fields<'_>) -> String {
    let hint = "small letters and digits, with single hyphens between";
    let parse = |text: &str| is_slug(text).then(|| text.to_owned());
    fields.parsed(reader, "slug", hint, String::new(), parse)
}

fn kind(reader: &mut Reader, fields: &mut Fields<'_>) -> Kind<Localised> {
    match word(reader, fields, "kind", KindWord::ALL, KindWord::as_str) {
        KindWord::Text => Kind::Text {
            chars_max: fields.number(reader, "length", CHARS_MAX),
        },
        KindWord::Choice => Kind::Choice {
            options: fields.list(reader, "options", option),
        },
        KindWord::Number => Kind::Number {
            min: fields.number(reader, "min", NUMBER_MAX),
            max: fields.number(reader, "max", NUMBER_MAX),
        },
        KindWord::YesNo => Kind::YesNo,
    }
}

fn option(reader: &mut Reader, mut fields: Fields<'_>) -> Choice<Localised> {
    let slug = slug(reader, &mut fields);
    let [ar, fr, en] = [Lang::Ar, Lang::Fr, Lang::En].map(|lang| fields.text(reader, lang.code()));
    fields.finish(reader);
    Choice {
        slug,
        text: Localised { ar, fr, en },
    }
}

fn when(reader: &mut Reader, fields: &mut Fields<'_>) -> Option<When> {
    let mut when = fields.table(reader, "when")?;
    let answer = When {
        question: when.text(reader, "question"),
        answer: when.text(reader, "answer"),
    };
    when.finish(reader);
    Some(answer)
}
