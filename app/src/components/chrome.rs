//! The frame around every page of the participants: header with the languages and the way
//! out, and the place where the focus goes after a change of page.

use domain::lang::Lang;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::icon::{Icon, Logo, Pictogram};
use crate::{
    i18n::{t, use_lang},
    platform, routes,
};

/// The id of `<main>`: where the skip link leads and where the focus goes on a new page.
pub const MAIN: &str = "main";

/// A link over the header, for keyboards.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! {
        <a class="skip" href=format!("#{MAIN}") rel="external">
            {t(use_lang()).common().skip}
        </a>
    }
}

/// Brand and languages; below them the bar that stays, with the main menu and the way out.
#[component]
pub fn Header() -> impl IntoView {
    let lang = use_lang();
    let common = t(lang).common();
    let path = use_location().pathname;
    let current = move |href: String| (path.get() == href).then_some("page");
    let entry = move |href: String, icon: Icon, text: &'static str| {
        let of = href.clone();
        view! {
            <a href=href aria-current=move || current(of.clone())><Pictogram icon/>{text}</a>
        }
    };
    view! {
        <header class="top">
            <Masthead href=routes::home(lang)/>
            <div class="bar stays">
                <nav class="menu" aria-label=common.menu>
                    {entry(routes::calendar(lang), Icon::Calendar, common.calendar)}
                    {entry(routes::mine(lang), Icon::Check, common.mine)}
                </nav>
                <Leave/>
            </div>
        </header>
    }
}

/// Logo, name and languages.
#[component]
pub fn Masthead(
    /// Where the name leads.
    href: String,
) -> impl IntoView {
    view! {
        <div class="masthead">
            <a class="brand" href=href><Logo/>{t(use_lang()).common().brand}</a>
            <Languages/>
        </div>
    }
}

/// The language switch: plain links to the same page. Another language is another document,
/// because its direction and its texts are.
#[component]
pub fn Languages() -> impl IntoView {
    let here = use_lang();
    let location = use_location();
    let (path, query) = (location.pathname, location.search);
    let link = move |lang: Lang| {
        let href = move || routes::in_lang(lang, &path.get(), &query.get());
        let current = (lang == here).then_some("true");
        view! {
            <a
                href=href
                rel="external"
                lang=lang.code()
                hreflang=lang.code()
                aria-current=current
            >
                {lang.endonym()}
            </a>
        }
    };
    view! {
        <nav class="languages" aria-label=t(here).common().languages>
            {Lang::ALL.map(link).collect_view()}
        </nav>
    }
}

/// "Leave this page": forgets the visit and goes to an ordinary site. A plain form, so that
/// it works at once and leaves by a full page load.
#[component]
pub fn Leave() -> impl IntoView {
    let common = t(use_lang()).common();
    view! {
        <form class="leave" method="post" action=routes::LEAVE>
            <button type="submit" aria-label=common.leave>
                <Pictogram icon=Icon::Leave/>
                {common.leave_short}
            </button>
        </form>
    }
}

/// After a change of page in the browser, moves the focus to the new content and ends the voice
/// of the last one, as a page load would.
pub fn focus_on_change_of_page() {
    let path = use_location().pathname;
    let changed = || {
        platform::hush();
        platform::focus(MAIN);
    };
    Effect::watch(move || path.get(), move |_, _, _| changed(), false);
}
