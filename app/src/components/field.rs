//! Fields of forms, with what is wrong beside them and linked from above. Values are plain
//! attributes, never properties, so that what was typed before the page came alive stays.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::i18n::{Text, t, use_lang};

/// A fault as a form shows it: the field's name and the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The field's id, which of most is its name.
    pub field: Cow<'static, str>,
    /// What is wrong.
    pub text: Cow<'static, str>,
}

/// What is wrong with a form now.
pub type Faults = Signal<Vec<Shown>>;

fn fault_of(faults: Faults, field: &str) -> Option<Cow<'static, str>> {
    faults.with(|all| {
        all.iter()
            .find(|fault| fault.field == field)
            .map(|fault| fault.text.clone())
    })
}

/// The id of the summary, for the focus.
pub const SUMMARY: &str = "fault-summary";

/// The id of a notice above a form, for the focus.
pub const NOTICE: &str = "form-notice";

/// Everything that is wrong, at the top, each a link to its field.
#[component]
pub fn FaultSummary(
    /// What is wrong.
    faults: Faults,
) -> impl IntoView {
    let heading = t(use_lang()).enrol().summary;
    let link = |fault: Shown| {
        view! { <li><a href=format!("#{}", fault.field) rel="external">{fault.text}</a></li> }
    };
    move || {
        let all = faults.get();
        (!all.is_empty()).then(|| {
            view! {
                <div class="summary" id=SUMMARY tabindex="-1" role="alert">
                    <h2>{heading}</h2>
                    <ul>{all.into_iter().map(link).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// What is wrong with one field, if anything.
#[component]
pub fn FieldFault(
    /// The field's id.
    #[prop(into)]
    name: Cow<'static, str>,
    /// What is wrong with the form.
    faults: Faults,
) -> impl IntoView {
    move || {
        fault_of(faults, &name)
            .map(|text| view! { <p class="fault" id=format!("{name}-fault")>{text}</p> })
    }
}

/// The ids of the texts that describe a field.
#[must_use]
pub fn described_by(name: &str, hint: bool, faults: Faults) -> Option<String> {
    let hint = hint.then(|| format!("{name}-hint"));
    let fault = fault_of(faults, name).map(|_| format!("{name}-fault"));
    let ids = hint.into_iter().chain(fault).collect::<Vec<_>>();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// `true` where the field has a fault.
#[must_use]
pub fn invalid(name: &str, faults: Faults) -> Option<&'static str> {
    fault_of(faults, name).map(|_| "true")
}

/// What a text field is called and how a phone helps to fill it.
#[derive(Debug, Clone, Copy)]
pub struct TextField {
    /// Its name and id.
    pub name: &'static str,
    /// Its label.
    pub label: Text,
    /// A hint under the label, or nothing.
    pub hint: Option<Text>,
    /// The kind of input: `text`, `tel`, `email`, `password`.
    pub kind: &'static str,
    /// What the browser may fill in (HTML, `autocomplete`).
    pub autocomplete: &'static str,
    /// How many characters it takes.
    pub chars_max: &'static str,
    /// What is said of what was typed when she leaves the field, where a browser checks it
    /// (`still`).
    pub told: Option<Told>,
}

/// What is wrong with a name or a number, in words.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Too few digits.
    pub short: Option<Text>,
    /// Too much of it.
    pub long: Text,
    /// Signs that do not belong there.
    pub wrong: Text,
}

/// A text field with its label, hint and fault.
#[component]
pub fn TextInput(
    /// What it is.
    field: TextField,
    /// What stands in it.
    value: String,
    /// What is wrong with the form.
    faults: Faults,
) -> impl IntoView {
    let TextField {
        name,
        label,
        hint,
        kind,
        autocomplete,
        chars_max,
        told,
    } = field;
    let inputmode = (kind == "tel").then_some("tel");
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            <FieldFault name faults/>
            <input
                id=name
                name=name
                type=kind
                value=value
                autocomplete=autocomplete
                inputmode=inputmode
                maxlength=chars_max
                data-short=told.and_then(|told| told.short)
                data-long=told.map(|told| told.long)
                data-wrong=told.map(|told| told.wrong)
                aria-describedby=move || described_by(name, hint.is_some(), faults)
                aria-invalid=move || invalid(name, faults)
            />
        </div>
    }
}

/// An optional choice from a list, with why it is asked.
#[component]
pub fn Choice(
    /// Its name and id.
    name: &'static str,
    /// Its label.
    label: Text,
    /// Why it is asked.
    why: Text,
    /// Word and text of each option; the first is no answer.
    options: Vec<(String, String)>,
    /// The word that is chosen.
    value: String,
    /// What is wrong with the form.
    faults: Faults,
) -> impl IntoView {
    let optional = t(use_lang()).common().optional;
    view! {
        <div class="field">
            <label for=name>{label}" "<span class="optional">{optional}</span></label>
            <p class="hint" id=format!("{name}-hint")>{why}</p>
            <FieldFault name faults/>
            <List name has_hint=true options value faults/>
        </div>
    }
}

/// A choice from a list in a part of a form that says itself that it is optional.
#[component]
pub fn Select(
    /// Its name and id.
    name: &'static str,
    /// Its label.
    label: Text,
    /// A hint under the label.
    #[prop(optional)]
    hint: Option<Text>,
    /// Word and text of each option; the first is no answer.
    options: Vec<(String, String)>,
    /// The word that is chosen.
    value: String,
    /// What is wrong with the form.
    faults: Faults,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            <FieldFault name faults/>
            <List name has_hint=hint.is_some() options value faults/>
        </div>
    }
}

#[component]
fn List(
    name: &'static str,
    has_hint: bool,
    options: Vec<(String, String)>,
    value: String,
    faults: Faults,
) -> impl IntoView {
    let option = |(word, text): (String, String)| {
        let selected = word == value;
        view! { <option value=word selected=selected>{text}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <select
            id=name
            name=name
            aria-describedby=move || described_by(name, has_hint, faults)
            aria-invalid=move || invalid(name, faults)
        >
            {options}
        </select>
    }
}

/// A box to tick; ticked, it sends `yes`.
#[component]
pub fn Tick(
    /// Its name and id.
    name: &'static str,
    /// Its label.
    label: Text,
    /// Whether it is ticked.
    ticked: bool,
    /// What is wrong with the form.
    faults: Faults,
) -> impl IntoView {
    view! {
        <FieldFault name faults/>
        <label class="tick" for=name>
            <input
                id=name
                name=name
                type="checkbox"
                value="yes"
                checked=ticked
                aria-describedby=move || described_by(name, false, faults)
                aria-invalid=move || invalid(name, faults)
            />
            <span>{label}</span>
        </label>
    }
}
