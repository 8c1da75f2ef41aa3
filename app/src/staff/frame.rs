//! The frame of the staff's pages: header, who is signed in, and what a page shows when its
//! data is not for the one who asks.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_meta::{Meta, Title};
use leptos_router::components::Redirect;
use serde::de::DeserializeOwned;

use super::{model::Me, sign_in::SignOut};
use crate::{
    ask::Asked,
    components::{chrome::Masthead, loaded::loaded_or},
    error::AppError,
    i18n::{Text, t, use_lang},
    platform, routes,
};

/// Brand and languages, the way to today and to the participants' side.
#[component]
pub fn StaffHeader() -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    view! {
        <header class="top">
            <Masthead href=routes::today(lang)/>
            <div class="bar">
                <nav class="menu" aria-label=texts.common().menu>
                    <a href=routes::today(lang)>{texts.staff().day.title}</a>
                    <a href=routes::courses(lang)>{texts.desk().runs.title}</a>
                    <a href=routes::calls(lang)>{texts.call().calls.title}</a>
                    <a href=routes::consents(lang)>{texts.consents().desk.tasks}</a>
                    <a href=routes::home(lang) rel="external">{texts.staff().public_site}</a>
                </nav>
            </div>
        </header>
    }
}

/// The head of a page that only staff read: its title may name a session.
#[component]
pub fn StaffHead(
    /// The title, without the brand.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    let brand = t(use_lang()).common().brand;
    view! {
        <Title text=platform::head_text(format!("{title} – {brand}"))/>
        <Meta name="robots" content="noindex, nofollow"/>
    }
}

/// Who is signed in, and the way out. A plain form: what was seen must go from the browser's
/// memory too, so signing out loads a page.
#[component]
pub fn SignedInAs(
    /// Who.
    me: Me,
) -> impl IntoView {
    let lang = use_lang();
    let staff = t(lang).staff();
    view! {
        <form class="signed-in" method="post" action=SignOut::url()>
            <input type="hidden" name="lang" value=lang.code()/>
            <p>{staff.signed_in_as}" "<bdi>{me.name}</bdi></p>
            <button type="submit" class="quiet">{staff.sign_out}</button>
        </form>
    }
}

/// Waits for the page's data and shows it; whoever is not signed in is led to the sign-in and
/// then back to `here`.
pub fn guarded<T, V>(
    asked: Asked<T>,
    here: impl Fn() -> String + Send + Sync + 'static,
    show: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    V: IntoView + 'static,
{
    loaded_or(
        asked,
        show,
        move |error| view! { <Kept error here=here()/> },
    )
}

/// What stands in the place of a page that could not be shown.
#[component]
fn Kept(error: AppError, here: String) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let staff = texts.staff();
    match error {
        AppError::SignInNeeded => {
            view! { <Redirect path=routes::sign_in_for(lang, &here)/> }.into_any()
        }
        AppError::Forbidden => {
            platform::forbidden();
            let (heading, text) = (staff.forbidden_heading, staff.forbidden_text);
            view! { <Instead title=staff.forbidden_title heading text/> }.into_any()
        }
        AppError::NotFound => view! { <NoSuchPage/> }.into_any(),
        error => {
            let (heading, text) = (texts.common().problem_heading, error.text(texts.common()));
            view! { <Instead title=heading heading text/> }.into_any()
        }
    }
}

/// An address below `staff` that has no page. Its way on is the staff's own.
#[component]
pub fn NoSuchPage() -> impl IntoView {
    platform::not_found();
    let common = t(use_lang()).common();
    let (heading, text) = (common.not_found_heading, common.not_found_text);
    view! { <Instead title=common.not_found_title heading text/> }
}

/// A page in the place of another, with a way on.
#[component]
fn Instead(title: Text, heading: Text, text: Text) -> impl IntoView {
    let lang = use_lang();
    view! {
        <StaffHead title/>
        <section class="problem">
            <h1>{heading}</h1>
            <p>{text}</p>
            <p class="actions">
                <a class="button" href=routes::today(lang)>{t(lang).staff().to_today}</a>
            </p>
        </section>
    }
}
