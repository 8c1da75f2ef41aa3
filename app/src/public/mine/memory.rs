//! "Keep on this phone?": asked once after a sign-up, no unless she says yes, under a name that
//! says nothing; and one tap that forgets.

use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{ForgetVisit, KeepVisit};
use crate::{
    i18n::{t, use_lang},
    public::model::Memory,
};

/// What this phone remembers of the enrolment on the confirmation, or the question.
#[component]
pub fn OnThisPhone(
    /// What it remembers.
    memory: Memory,
) -> impl IntoView {
    let texts = t(use_lang()).memory();
    match memory {
        Memory::Unasked => view! { <Question/> }.into_any(),
        Memory::Kept => view! { <Forget/> }.into_any(),
        Memory::Nothing => view! {
            <section class="notice">
                <h2>{texts.borrowed_heading}</h2>
                <p>{texts.borrowed_text}</p>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn Question() -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).memory();
    view! {
        <section class="notice" aria-labelledby="keep">
            <h2 id="keep">{texts.question}</h2>
            <p>{texts.question_text}</p>
            <form method="post" action=KeepVisit::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <p class="actions">
                    <button type="submit" name="keep" value="no">{texts.no}</button>
                    <button type="submit" name="keep" value="yes" class="quiet">{texts.yes}</button>
                </p>
            </form>
        </section>
    }
}

/// Says that this phone remembers, with one tap that ends it.
#[component]
pub fn Forget() -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).memory();
    view! {
        <section class="notice">
            <p><strong>{texts.kept}</strong></p>
            <p>{texts.kept_text}</p>
            <form method="post" action=ForgetVisit::url() data-forget="">
                <input type="hidden" name="lang" value=lang.code()/>
                <p><button type="submit" class="quiet">{texts.forget}</button></p>
            </form>
        </section>
    }
}
