//! "I have lost my link": a number, and always the same thanks, whether it is known or not.

use domain::enrolment::Fault;
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::AskLostLink;
use crate::{
    components::{
        field::{FaultSummary, Faults, TextInput},
        head::PrivateHead,
    },
    i18n::{t, use_lang},
    public::enrol::fields,
    still::still_text,
};

/// The form below the one for a link.
#[component]
pub fn LostForm(
    /// What was wrong with the number that was sent before.
    before: Option<Fault>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).lost();
    let shown = |fault| fields::shown(t(lang).faults(), fault);
    let faults = Faults::stored(before.map(shown).into_iter().collect());
    let [_, _, phone] = fields::text_fields(t(lang));
    view! {
        <section aria-labelledby="lost">
            <h2 id="lost">{texts.heading}</h2>
            <p>{texts.text}</p>
            <FaultSummary faults/>
            <div class="form">
                <form method="post" action=AskLostLink::url()>
                    <input type="hidden" name="lang" value=lang.code()/>
                    <TextInput field=phone value=String::new() faults/>
                    <p><button type="submit" class="quiet wide">{texts.submit}</button></p>
                </form>
            </div>
        </section>
    }
}

/// The thanks: one page for every number.
#[component]
pub fn LostPage() -> impl IntoView {
    still_text(|| view! { <Thanks/> })
}

#[component]
fn Thanks() -> impl IntoView {
    let texts = t(use_lang()).lost();
    view! {
        <PrivateHead title=texts.title/>
        <section class="notice good">
            <h1>{texts.done_heading}</h1>
            <p>{texts.done_text}</p>
        </section>
    }
}
