//! The style guide: every component in every state, in the language and direction that its
//! address names (`/styleguide?lang=fr`). For those who build Mawid; release builds lack it.

mod basics;
mod forms;
mod programme;

use domain::lang::Lang;
use http::request::Parts;
use leptos::prelude::*;
use leptos_router::components::Router;

use crate::{
    components::{
        chrome::{Header, MAIN, SkipLink},
        footer::Footer,
    },
    shell::{SPRITE, set_headers},
    ssr::site,
};

#[cfg(not(debug_assertions))]
compile_error!("the style guide is for development: a release must not have it");

/// Where it stands.
pub const PATH: &str = "/styleguide";

/// The whole document, rendered by the server and never taken over by a bundle.
#[must_use]
pub fn document() -> impl IntoView {
    set_headers(PATH);
    let lang = asked_for();
    provide_context(lang);
    let style = site()
        .map(|site| format!("/assets/{}", site.assets.style))
        .unwrap_or_default();
    view! {
        <!DOCTYPE html>
        <html lang=lang.code() dir=lang.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="robots" content="noindex"/>
                <title>"Style guide – Mawid"</title>
                <link rel="stylesheet" href=style/>
            </head>
            <body>
                <Router>
                    <SkipLink/>
                    <Header/>
                    <main id=MAIN tabindex="-1">
                        <h1 lang="en">"Style guide"</h1>
                        <Languages here=lang/>
                        <basics::Basics/>
                        <forms::Forms/>
                        <programme::Programme/>
                    </main>
                    <Footer/>
                </Router>
                <div hidden=true inner_html=SPRITE></div>
            </body>
        </html>
    }
}

/// The language that the query names, Arabic where it names none.
fn asked_for() -> Lang {
    let query = use_context::<Parts>().and_then(|parts| parts.uri.query().map(str::to_owned));
    let named = query.and_then(|query| {
        let code = query.strip_prefix("lang=")?;
        Lang::from_code(code)
    });
    named.unwrap_or_default()
}

/// This page in the other languages.
#[component]
fn Languages(here: Lang) -> impl IntoView {
    let link = |lang: Lang| {
        view! {
            <a
                href=format!("{PATH}?lang={}", lang.code())
                hreflang=lang.code()
                lang=lang.code()
                aria-current=(lang == here).then_some("page")
            >
                {lang.endonym()}
            </a>
        }
    };
    view! {
        <nav class="segments" aria-label="Direction">{Lang::ALL.map(link).collect_view()}</nav>
    }
}

/// A part of the guide under its name, which is English as the code is.
#[component]
fn Part(
    /// Its name.
    name: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    view! {
        <section>
            <h2 lang="en" dir="ltr">{name}</h2>
            {children()}
        </section>
    }
    .into_any()
}
