//! Where a private link is opened.

use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{LinkFault, LinkFaults, OpenLink, ShowLink, lost::LostForm};
use crate::{
    components::{
        field::{FaultSummary, Faults, Shown, TextField, TextInput},
        head::PrivateHead,
    },
    i18n::{mine::Link, t, use_lang},
    still::still,
};

/// The field's name; the script that hands the fragment in looks for it.
const TOKEN: &str = "token";

/// Where a private link is opened.
#[component]
pub fn LinkPage() -> impl IntoView {
    still(|| ShowLink {}, |before| view! { <Forms before/> })
}

#[component]
fn Forms(before: LinkFaults) -> impl IntoView {
    let texts = t(use_lang()).link();
    view! {
        <PrivateHead title=texts.title/>
        <h1>{texts.heading}</h1>
        <p>{texts.text}</p>
        <LinkForm before=before.link/>
        <LostForm before=before.phone/>
    }
}

#[component]
fn LinkForm(before: Option<LinkFault>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).link();
    let shown = before.map(|fault| shown(texts, fault));
    let faults = Faults::stored(shown.into_iter().collect());
    let field = TextField {
        name: TOKEN,
        label: texts.label,
        hint: Some(texts.hint),
        kind: "text",
        autocomplete: "off",
        chars_max: "200",
        told: None,
    };
    view! {
        <FaultSummary faults/>
        <div class="form">
            <form method="post" action=OpenLink::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <TextInput field value=String::new() faults/>
                <p><button type="submit" class="wide">{texts.submit}</button></p>
            </form>
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
