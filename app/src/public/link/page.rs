//! Where a private link is opened.

use leptos::{form::ActionForm, prelude::*};

use super::{LinkFault, LinkFaults, OpenLink, ShowLink, lost::LostForm};
use crate::{
    ask::ask,
    components::{
        field::{FaultSummary, Faults, Shown, TextField, TextInput},
        head::PrivateHead,
        loaded::loaded,
    },
    forms::standing,
    i18n::{mine::Link, t, use_lang},
};

/// The field's name; the script that hands the fragment in looks for it.
const TOKEN: &str = "token";

/// Where a private link is opened.
#[component]
pub fn LinkPage() -> impl IntoView {
    let texts = &t(use_lang()).link;
    let before = ask(|| ShowLink {});
    view! {
        <PrivateHead title=texts.title/>
        <h1>{texts.heading}</h1>
        <p>{texts.text}</p>
        {loaded(before, |before: LinkFaults| view! {
            <LinkForm before=before.link/>
            <LostForm before=before.phone/>
        })}
    }
}

#[component]
fn LinkForm(before: Option<LinkFault>) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).link;
    let action = ServerAction::<OpenLink>::new();
    let value = action.value();
    let faults: Faults = Signal::derive(move || {
        let fault = standing(value.get(), before);
        fault.map(|fault| shown(texts, fault)).into_iter().collect()
    });
    let field = TextField {
        name: TOKEN,
        label: texts.label,
        hint: Some(texts.hint),
        kind: "text",
        autocomplete: "off",
        chars_max: "200",
    };
    view! {
        <FaultSummary faults/>
        <div class="form">
            <ActionForm action=action>
                <input type="hidden" name="lang" value=lang.code()/>
                <TextInput field value=String::new() faults/>
                <p><button type="submit" class="wide">{texts.submit}</button></p>
            </ActionForm>
        </div>
    }
}

fn shown(texts: &'static Link, fault: LinkFault) -> Shown {
    let text = match fault {
        LinkFault::Missing => texts.missing,
        LinkFault::Unknown => texts.unknown,
    };
    Shown {
        field: TOKEN.into(),
        text: text.into(),
    }
}
