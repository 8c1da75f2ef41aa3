//! The staff's app: its routes on one screen.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    ParamSegment, SsrMode, StaticSegment,
    components::{ParentRoute, Route, Router, Routes},
    hooks::use_location,
};

use crate::{
    components::{head::PrivateHead, not_found::NotFound},
    i18n::{t, use_lang},
    public::OnlyOurLanguages,
    routes,
};

/// The staff's app.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Frame/>
        </Router>
    }
}

#[component]
fn Frame() -> impl IntoView {
    provide_context(routes::lang_of(&use_location().pathname.get_untracked()));
    view! {
        <main id="main" tabindex="-1">
            <Routes fallback=NotFound>
                <ParentRoute path=ParamSegment("lang") view=OnlyOurLanguages>
                    <Route
                        path=(StaticSegment("staff"), StaticSegment("sign-in"))
                        view=SignInPage
                        ssr=SsrMode::Async
                    />
                </ParentRoute>
            </Routes>
        </main>
    }
}

#[component]
fn SignInPage() -> impl IntoView {
    let staff = &t(use_lang()).staff;
    view! {
        <PrivateHead title=staff.title/>
        <h1>{staff.sign_in}</h1>
    }
}
