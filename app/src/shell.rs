//! The document around the app: language, head, files, security policy.
//! Rendered by the server only; the browser takes over inside `<body>`, which therefore begins
//! with the app itself.

use domain::lang::Lang;
use http::{HeaderName, HeaderValue, header};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;

use crate::{
    public, routes,
    ssr::{Site, request_path, site},
    staff,
};

/// The drawings of all pictograms. They stand in the page that the server makes, behind the app
/// that the browser takes over, so that the bundle carries none of them.
pub(crate) const SPRITE: &str = include_str!("components/sprite.svg");

/// Where "leave this page" goes: an ordinary site, the same for everyone.
pub const NEUTRAL_SITE: &str = "https://www.wikipedia.org/";

/// The whole document for the present request. Which of the two apps stands in it is told by
/// the path: they are two documents with two bundles, and a participant never loads staff code.
#[must_use]
pub fn shell() -> impl IntoView {
    let path = request_path();
    let lang = routes::lang_of(&path);
    let is_staff = routes::is_staff(&path);
    let site = site().ok();
    set_headers(&path);
    view! {
        <!DOCTYPE html>
        <html lang=lang.code() dir=lang.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fffdf9"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14181f"/>
                <meta name="format-detection" content="telephone=no"/>
                {site.as_ref().map(|site| files(site, &path, is_staff))}
                {site.as_ref().filter(|_| !routes::is_private(&path)).map(|site| alternates(site, &path))}
                <MetaTags/>
            </head>
            <body>
                {if is_staff {
                    view! { <staff::App/> }.into_any()
                } else {
                    view! { <public::App/> }.into_any()
                }}
                <div hidden=true inner_html=SPRITE></div>
            </body>
        </html>
    }
}

/// The files that the page loads. The bundle itself is fetched by the boot script when the
/// page is at rest, so it is named here and not preloaded.
fn files(site: &Site, path: &str, is_staff: bool) -> impl IntoView + use<> {
    let assets = &site.assets;
    let bundle = if is_staff {
        &assets.staff
    } else {
        &assets.public
    };
    let address = |name: &String| format!("/assets/{name}");
    view! {
        <link rel="stylesheet" href=address(&assets.style)/>
        {assets.favicon.as_ref().map(|icon| view! { <link rel="icon" href=address(icon)/> })}
        <script
            type="module"
            src=address(&assets.boot)
            data-glue=address(&bundle.js)
            data-wasm=address(&bundle.wasm)
        ></script>
        {routes::is_link(path)
            .then(|| view! { <script src=address(&assets.link) defer=true></script> })}
    }
}

/// The same public page in the other languages, for search engines, and what previews of a
/// shared link want beside the page's own title: whole addresses and a picture.
fn alternates(site: &Site, path: &str) -> impl IntoView + use<> {
    let address = |lang| format!("{}{}", site.public_url, routes::in_lang(lang, path, ""));
    let lang = routes::lang_of(path);
    let picture = site.assets.preview.as_ref();
    let picture = picture.map(|name| preview(&format!("{}/assets/{name}", site.public_url)));
    let links = Lang::ALL
        .map(|lang| view! { <link rel="alternate" hreflang=lang.code() href=address(lang)/> });
    view! {
        {links.collect_view()}
        <link rel="canonical" href=address(lang)/>
        {property("og:url", &address(lang))}
        {property("og:locale", locale(lang))}
        {picture}
    }
}

/// The picture of a preview, the same for every page: what differs is told by the title. A
/// messenger that knows its size shows it large at once.
fn preview(address: &str) -> impl IntoView + use<> {
    view! {
        {property("og:image", address)}
        {property("og:image:type", "image/png")}
        {property("og:image:width", "1200")}
        {property("og:image:height", "630")}
    }
}

fn property(name: &'static str, content: &str) -> impl IntoView + use<> {
    leptos::html::meta()
        .attr("property", name)
        .content(content.to_owned())
}

/// A language as previews name it, of the regions that they know.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ar_AR",
        Lang::Fr => "fr_FR",
        Lang::En => "en_GB",
    }
}

/// The policy allows our own files and the inline scripts that Leptos itself streams, which
/// carry this answer's nonce; and nothing about a person is kept by the browser.
pub(crate) fn set_headers(path: &str) {
    let Some(response) = use_context::<ResponseOptions>() else {
        return;
    };
    let nonce = use_nonce()
        .map(|nonce| format!(" 'nonce-{nonce}'"))
        .unwrap_or_default();
    let policy = format!(
        "default-src 'self'; script-src 'self'{nonce} 'wasm-unsafe-eval'; object-src 'none'; \
         base-uri 'none'; frame-ancestors 'none'; form-action 'self' {NEUTRAL_SITE}"
    );
    let keep = if routes::is_private(path) {
        "no-store"
    } else {
        "private, no-cache"
    };
    insert(&response, header::CONTENT_SECURITY_POLICY, &policy);
    insert(&response, header::CACHE_CONTROL, keep);
}

fn insert(response: &ResponseOptions, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.insert_header(name, value);
    }
}
