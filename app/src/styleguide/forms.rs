//! The guide's fields: empty, filled, optional, ticked, and with what is wrong.
//! Left to the pages: forms that send something.

use leptos::prelude::*;

use super::Part;
use crate::{
    components::field::{Choice, FaultSummary, Faults, Shown, TextField, TextInput, Tick},
    i18n::{t, use_lang},
};

/// Every kind of field.
#[component]
pub fn Forms() -> impl IntoView {
    let texts = t(use_lang());
    let enrol = texts.enrol();
    let wrong: Faults = Signal::stored(vec![
        Shown {
            field: "wrong-phone".into(),
            text: texts.faults().phone_short.into(),
        },
        Shown {
            field: "wrong-consent".into(),
            text: texts.faults().consent_missing.into(),
        },
    ]);
    let right: Faults = Signal::stored(Vec::new());
    view! {
        <Part name="Form">
            <div class="form">
                <TextInput field=text("given", enrol.given_name, "text") value="أسماء".into() faults=right/>
                <TextInput field=text("phone", enrol.phone, "tel") value="+216 00 000 000".into() faults=right/>
                <Choice
                    name="age"
                    label=enrol.age_band
                    why=enrol.age_band_why
                    options=vec![(String::new(), "–".into()), ("18-24".into(), "18–24".into())]
                    value=String::new()
                    faults=right
                />
                <div class="field"><Tick name="ticked" label=enrol.waitlist ticked=true faults=right/></div>
                <Radios/>
            </div>
        </Part>
        <Part name="Form with faults">
            <div class="form">
                <FaultSummary faults=wrong/>
                <TextInput field=text("wrong-phone", enrol.phone, "tel") value="12".into() faults=wrong/>
                <fieldset class="field">
                    <legend>{enrol.consent_heading}</legend>
                    <Tick name="wrong-consent" label=enrol.consent ticked=false faults=wrong/>
                </fieldset>
            </div>
        </Part>
    }
    .into_any()
}

const fn text(name: &'static str, label: &'static str, kind: &'static str) -> TextField {
    TextField {
        name,
        label,
        hint: Some(label),
        kind,
        autocomplete: "off",
        chars_max: "40",
        told: None,
    }
}

/// One of a few.
#[component]
fn Radios() -> impl IntoView {
    let session = t(use_lang()).session();
    let one = |(id, text): (&'static str, &'static str)| {
        view! {
            <label class="tick" for=id>
                <input id=id type="radio" name="language" value=id checked=id == "radio-ar"/>
                <span>{text}</span>
            </label>
        }
    };
    let all = [
        ("radio-ar", session.arabic),
        ("radio-fr", session.french),
        ("radio-en", session.english),
    ];
    view! {
        <fieldset class="field">
            <legend>{session.language}</legend>
            {all.map(one).collect_view()}
        </fieldset>
    }
}
