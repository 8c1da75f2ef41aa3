//! The words of the enrol form: its fields, its choices, and what can be wrong.

use domain::{
    children::ChildFault,
    desk::CallHours,
    enrolment::{AgeBand, Fault, FaultCode, Field, Wrong},
    message::Channel,
    question::{AnswerFault, Kind, Question},
};

use crate::{
    components::{
        childcare,
        field::{Shown, TextField, Told},
        question::field_id,
    },
    i18n::{Messages, Text, enrol::Enrol, enrol::Faults, fill, questions},
    public::{call::hours_text, mine::channel_text, model::Project},
};

/// The text fields, in the order in which people give their name.
pub fn text_fields(texts: Messages) -> [TextField; 3] {
    let (texts, faults) = (texts.enrol(), texts.faults());
    let told = |field| Told {
        short: (field == Field::Phone).then_some(faults.phone_short),
        long: text(faults, fault(field, FaultCode::TooLong)),
        wrong: text(faults, fault(field, FaultCode::Unknown)),
    };
    let field = |field: Field, label, hint, kind, autocomplete, chars_max| TextField {
        name: field.as_str(),
        label,
        hint,
        kind,
        autocomplete,
        chars_max,
        told: Some(told(field)),
    };
    [
        field(
            Field::GivenName,
            texts.given_name,
            None,
            "text",
            "given-name",
            "100",
        ),
        field(
            Field::FamilyName,
            texts.family_name,
            None,
            "text",
            "family-name",
            "100",
        ),
        field(
            Field::Phone,
            texts.phone,
            Some(texts.phone_hint),
            "tel",
            "tel",
            "30",
        ),
    ]
}

const fn fault(field: Field, code: FaultCode) -> Fault {
    Fault { field, code }
}

/// No answer, shown as a dash.
fn no_answer(text: &str) -> (String, String) {
    (String::new(), text.to_owned())
}

/// The age bands to choose from.
pub fn age_bands(texts: &Enrol) -> Vec<(String, String)> {
    let text = |band| match band {
        AgeBand::Under25 => texts.under_25,
        AgeBand::From25To54 => texts.from_25_to_54,
        AgeBand::Over54 => texts.over_54,
        AgeBand::PreferNotToSay => texts.prefer_not,
    };
    let bands = AgeBand::ALL
        .iter()
        .map(|band| (band.as_str().to_owned(), text(*band).to_owned()));
    [no_answer("–")].into_iter().chain(bands).collect()
}

/// The ways by which she may be reached.
pub fn channels(texts: Messages) -> Vec<(String, String)> {
    let text = |it: &Channel| {
        let text = channel_text(texts.reach(), *it);
        (it.as_str().to_owned(), text.to_owned())
    };
    let ways = Channel::ALL.iter().map(text);
    [no_answer("–")].into_iter().chain(ways).collect()
}

/// When she may be reached.
pub fn hours(texts: Messages) -> Vec<(String, String)> {
    let text = |it: &CallHours| {
        let text = hours_text(&texts.call().call, *it);
        (it.as_str().to_owned(), text.to_owned())
    };
    let hours = CallHours::ALL.iter().map(text);
    [no_answer("–")].into_iter().chain(hours).collect()
}

/// The projects to choose from.
pub fn projects(texts: &Enrol, projects: Vec<Project>) -> Vec<(String, String)> {
    let projects = projects
        .into_iter()
        .map(|project| (project.slug, project.name));
    [no_answer(texts.project_none)]
        .into_iter()
        .chain(projects)
        .collect()
}

/// A fault in words, with the name of its field.
pub fn shown(texts: &'static Faults, fault: Fault) -> Shown {
    Shown {
        field: fault.field.as_str().into(),
        text: text(texts, fault).into(),
    }
}

/// Everything that is wrong with a form that asks these questions, in words.
pub fn all_shown(texts: Messages, questions: &[Question<String>], wrong: &Wrong) -> Vec<Shown> {
    let fields = wrong.fields.iter().map(|it| field_shown(texts, *it));
    let answers = answers_shown(texts, questions, &wrong.answers);
    let children = wrong.children.iter().map(|it| children_shown(texts, *it));
    fields.chain(answers).chain(children).collect()
}

/// What is wrong with the answers to these questions, in words.
pub fn answers_shown(
    texts: Messages,
    questions: &[Question<String>],
    wrong: &[AnswerFault],
) -> Vec<Shown> {
    let shown = |it| answer_shown(texts.questions(), questions, it);
    wrong.iter().filter_map(shown).collect()
}

fn field_shown(texts: Messages, fault: Fault) -> Shown {
    match (fault.field, fault.code) {
        (Field::ChildcareOptional, FaultCode::NoPlace) => Shown {
            field: fault.field.as_str().into(),
            text: texts.childcare().no_place.into(),
        },
        _ => shown(texts.faults(), fault),
    }
}

fn children_shown(texts: Messages, fault: ChildFault) -> Shown {
    let text = match fault.code {
        FaultCode::Unknown => texts.childcare().not_offered,
        _ => texts.childcare().count_wrong,
    };
    Shown {
        field: childcare::field_id(fault.band).into(),
        text: fill(
            text,
            &[("age", childcare::age_text(texts.lang(), fault.band))],
        )
        .into(),
    }
}

fn answer_shown(
    texts: &'static questions::Questions,
    questions: &[Question<String>],
    fault: &AnswerFault,
) -> Option<Shown> {
    let question = questions.iter().find(|it| it.slug == fault.question)?;
    let text = match (fault.code, &question.kind) {
        (FaultCode::Empty, _) => texts.missing,
        (FaultCode::TooLong, _) => texts.long,
        (_, Kind::Number { .. }) => texts.number,
        (_, Kind::Text { .. }) => texts.signs,
        (_, Kind::Choice { .. } | Kind::YesNo) => texts.choice,
    };
    let (min, max) = match question.kind {
        Kind::Number { min, max } => (min, max),
        Kind::Text { chars_max } => (0, chars_max),
        Kind::Choice { .. } | Kind::YesNo => (0, 0),
    };
    let values = [
        ("question", question.label.as_str()),
        ("min", &min.to_string()),
        ("max", &max.to_string()),
    ];
    Some(Shown {
        field: field_id(&fault.question).into(),
        text: fill(text, &values).into(),
    })
}

fn text(texts: &'static Faults, fault: Fault) -> Text {
    match (fault.field, fault.code) {
        (Field::GivenName, FaultCode::Empty) => texts.given_name_missing,
        (Field::GivenName, FaultCode::TooLong) => texts.given_name_long,
        (Field::GivenName, _) => texts.given_name_wrong,
        (Field::FamilyName, FaultCode::Empty) => texts.family_name_missing,
        (Field::FamilyName, FaultCode::TooLong) => texts.family_name_long,
        (Field::FamilyName, _) => texts.family_name_wrong,
        (Field::Phone, FaultCode::Empty) => texts.phone_missing,
        (Field::Phone, FaultCode::TooShort) => texts.phone_short,
        (Field::Phone, FaultCode::TooLong) => texts.phone_long,
        (Field::Phone, _) => texts.phone_wrong,
        (Field::Channel | Field::Hours, _) => texts.reach_wrong,
        (Field::AgeBand, _) => texts.age_band_wrong,
        (Field::Project, _) => texts.project_wrong,
        (Field::Consent, _) => texts.consent_missing,
        (Field::Picture, _) => texts.picture_wrong,
        (Field::Waitlist | Field::Form | Field::ForWhom | Field::ChildcareOptional, _) => {
            texts.form_wrong
        }
    }
}
