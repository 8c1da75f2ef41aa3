//! The way to the file for her phone's diary, with what will stand there.

use domain::id::SignUpId;
use leptos::prelude::*;

use crate::{
    i18n::{fill, t, use_lang},
    routes,
};

/// A link to the file. It says beforehand what the diary will show, because others may read it.
#[component]
pub fn ToDiary(
    /// Which enrolment.
    sign_up: SignUpId,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).mine();
    let hint = fill(texts.diary_hint, &[("word", texts.diary_word)]);
    view! {
        <p>
            <a href=routes::diary(lang, &sign_up.to_string()) rel="external" download="">
                {texts.diary}
            </a>
        </p>
        <p class="hint">{hint}</p>
    }
}
