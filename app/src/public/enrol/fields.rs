//! The words of the enrol form: its fields, its choices, and what can be wrong.

use domain::enrolment::{AgeBand, Fault, FaultCode, Field};

use crate::{
    components::field::{Shown, TextField},
    i18n::{Text, enrol::Enrol, enrol::Faults},
    public::model::Project,
};

/// The text fields, in the order in which people give their name.
pub fn text_fields(texts: &'static Enrol) -> [TextField; 3] {
    let field = |field: Field, label, hint, kind, autocomplete, chars_max| TextField {
        name: field.as_str(),
        label,
        hint,
        kind,
        autocomplete,
        chars_max,
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
        field: fault.field.as_str(),
        text: text(texts, fault),
    }
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
        (Field::AgeBand, _) => texts.age_band_wrong,
        (Field::Project, _) => texts.project_wrong,
        (Field::Consent, _) => texts.consent_missing,
        (Field::Picture, _) => texts.picture_wrong,
        (Field::Waitlist | Field::Form, _) => texts.form_wrong,
    }
}
