//! The list of looks at numbers.

use leptos::prelude::*;

use super::ShowPhones;
use crate::{
    ask::ask,
    i18n::{fill, t, use_lang},
    routes,
    staff::{
        desk_model::{Look, PhonesPage as Page},
        frame::{SignedInAs, StaffHead, guarded},
        parts::moment_text,
    },
};

/// Who looked at whose number.
#[component]
pub fn PhonesPage() -> impl IntoView {
    let lang = use_lang();
    let page = ask(|| ShowPhones {});
    guarded(
        page,
        move || routes::phones(lang),
        |page| {
            view! { <Looks page/> }
        },
    )
}

#[component]
fn Looks(page: Page) -> impl IntoView {
    let texts = &t(use_lang()).desk().phone;
    let body = if page.looks.is_empty() {
        view! { <p class="notice">{texts.none}</p> }.into_any()
    } else {
        let line = |look| view! { <LookLine look/> };
        let lines = page.looks.into_iter().map(line).collect_view();
        view! { <ul class="history">{lines}</ul> }.into_any()
    };
    view! {
        <StaffHead title=texts.title/>
        <SignedInAs me=page.me/>
        <h1>{texts.title}</h1>
        <p>{texts.intro}</p>
        {body}
    }
}

#[component]
fn LookLine(look: Look) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().phone;
    let whose = look.whose.unwrap_or_else(|| texts.caller.to_owned());
    // Names of either direction keep together inside the sentence.
    let isolated = |name: &str| format!("\u{2068}{name}\u{2069}");
    let text = fill(
        texts.line,
        &[("who", &isolated(&look.by)), ("whose", &isolated(&whose))],
    );
    let text = match look.enrolment {
        Some(id) => view! { <a href=routes::record(lang, id)>{text}</a> }.into_any(),
        None => view! { {text} }.into_any(),
    };
    view! { <li>{moment_text(lang, look.at)}" · "{text}</li> }
}
