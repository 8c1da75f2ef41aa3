//! The line above a page's title: the way back, and the button that reads the page aloud.

use leptos::prelude::*;

use super::{
    icon::{Icon, Pictogram},
    listen::Listen,
};

/// The way back, and what the page says aloud, if it says something.
#[component]
pub fn PageTop(
    /// Where back is.
    href: String,
    /// What is there.
    name: &'static str,
    /// What is said aloud.
    #[prop(optional)]
    said: Vec<String>,
) -> impl IntoView {
    view! {
        <div class="page-top">
            <a class="back" href=href><Pictogram icon=Icon::Back/>{name}</a>
            <Listen said/>
        </div>
    }
    .into_any()
}
