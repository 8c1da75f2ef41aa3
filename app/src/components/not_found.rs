//! The page for an address that has none, with ways on.

use leptos::prelude::*;

use super::head::PrivateHead;
use crate::{
    i18n::{t, use_lang},
    platform, routes,
};

/// Says that there is no such page.
#[component]
pub fn NotFound() -> impl IntoView {
    platform::not_found();
    let lang = use_lang();
    let common = t(lang).common();
    view! {
        <PrivateHead title=common.not_found_title/>
        <section class="problem">
            <h1>{common.not_found_heading}</h1>
            <p>{common.not_found_text}</p>
            <p class="actions">
                <a class="button" href=routes::calendar(lang)>{common.to_calendar}</a>
                <a class="button quiet" href=routes::home(lang)>{common.to_home}</a>
            </p>
        </section>
    }
}
