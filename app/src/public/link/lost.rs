//! "I have lost my link": a number, and always the same thanks, whether it is known or not.

use domain::enrolment::Fault;
use leptos::{form::ActionForm, prelude::*};

use super::AskLostLink;
use crate::{
    components::{
        field::{FaultSummary, Faults, TextInput},
        head::PrivateHead,
    },
    forms::standing,
    i18n::{t, use_lang},
    public::enrol::fields,
};

/// The form below the one for a link.
#[component]
pub fn LostForm(
    /// What was wrong with the number that was sent before.
    before: Option<Fault>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).lost;
    let action = ServerAction::<AskLostLink>::new();
    let value = action.value();
    let faults: Faults = Signal::derive(move || {
        let fault = standing(value.get(), before);
        let shown = |fault| fields::shown(&t(lang).faults, fault);
        fault.map(shown).into_iter().collect()
    });
    let [_, _, phone] = fields::text_fields(&t(lang).enrol);
    view! {
        <section aria-labelledby="lost">
            <h2 id="lost">{texts.heading}</h2>
            <p>{texts.text}</p>
            <FaultSummary faults/>
            <div class="form">
                <ActionForm action=action>
                    <input type="hidden" name="lang" value=lang.code()/>
                    <TextInput field=phone value=String::new() faults/>
                    <p><button type="submit" class="quiet wide">{texts.submit}</button></p>
                </ActionForm>
            </div>
        </section>
    }
}

/// The thanks: one page for every number.
#[component]
pub fn LostPage() -> impl IntoView {
    let texts = &t(use_lang()).lost;
    view! {
        <PrivateHead title=texts.title/>
        <section class="notice good">
            <h1>{texts.done_heading}</h1>
            <p>{texts.done_text}</p>
        </section>
    }
}
