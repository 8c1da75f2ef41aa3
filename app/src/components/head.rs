//! What a page puts into the document's head: public pages describe themselves for previews,
//! private pages say nothing but a neutral title.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use crate::{
    i18n::{t, use_lang},
    platform::head_text,
};

/// The head of a page that everyone may read.
#[component]
pub fn PublicHead(
    /// The title, without the brand.
    title: String,
    /// One or two sentences for search engines and previews.
    description: String,
) -> impl IntoView {
    let brand = t(use_lang()).common().brand;
    view! {
        <Title text=head_text(format!("{title} – {brand}"))/>
        <Meta name="description" content=description.clone()/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:site_name" content=brand/>
        <Meta property="og:type" content="website"/>
    }
}

/// The head of a page about one person. The title names no hub, course or programme, because
/// it stays in histories and on lock screens.
#[component]
pub fn PrivateHead(
    /// A neutral title.
    title: &'static str,
) -> impl IntoView {
    let brand = t(use_lang()).common().brand;
    view! {
        <Title text=format!("{title} – {brand}")/>
        <Meta name="robots" content="noindex, nofollow"/>
    }
}
