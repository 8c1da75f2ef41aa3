//! The participants' app: its routes on one screen. Each area is a page with its server
//! functions beside it.

pub mod calendar;
pub mod call;
pub mod cluster;
pub mod consent;
pub mod course;
pub mod enrol;
pub mod home;
pub mod hub;
pub mod link;
pub mod mine;
pub mod model;
pub mod organisation;
pub mod project;
pub mod session;

use domain::lang::Lang;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    ParamSegment, SsrMode, StaticSegment,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    hooks::{use_location, use_params_map},
    path,
};

use crate::{
    components::{
        chrome::{Header, MAIN, SkipLink, focus_on_change_of_page},
        footer::Footer,
        not_found::NotFound,
    },
    platform, routes, still,
};

use calendar::CalendarPage;
use call::{CallDonePage, CallPage};
use cluster::ClusterPage;
use course::CoursePage;
use enrol::EnrolPage;
use home::HomePage;
use hub::HubPage;
use link::{LinkPage, LostPage, QuestionPage};
use mine::{AnswersPage, DonePage, MinePage};
use organisation::OrganisationPage;
use project::ProjectPage;
use session::SessionPage;

/// The participants' app.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(calendar::Document::new());
    platform::attend_to_listening();
    platform::attend_to_copying();
    view! {
        <Router>
            <Frame/>
        </Router>
    }
}

#[component]
fn Frame() -> impl IntoView {
    provide_context(routes::lang_of(&use_location().pathname.get_untracked()));
    focus_on_change_of_page();
    still::attend_to_forms();
    view! {
        <SkipLink/>
        <Header/>
        <main id=MAIN tabindex="-1">
            <Routes fallback=NotFound>
                <ParentRoute path=ParamSegment("lang") view=OnlyOurLanguages>
                    <Route path=StaticSegment("") view=HomePage ssr=SsrMode::Async/>
                    <Route path=StaticSegment("calendar") view=CalendarPage ssr=SsrMode::Async/>
                    <Route path=path!("courses/:slug") view=CoursePage ssr=SsrMode::Async/>
                    <Route path=path!("sessions/:slug") view=SessionPage ssr=SsrMode::Async/>
                    <Route path=path!("hubs/:slug") view=HubPage ssr=SsrMode::Async/>
                    <Route path=path!("organisations/:slug") view=OrganisationPage ssr=SsrMode::Async/>
                    <Route path=path!("projects/:slug") view=ProjectPage ssr=SsrMode::Async/>
                    <Route path=StaticSegment("cluster") view=ClusterPage ssr=SsrMode::Async/>
                    <Route path=path!("enrol/:seats") view=EnrolPage ssr=SsrMode::Async/>
                    <Route path=StaticSegment("my") view=MinePage ssr=SsrMode::Async/>
                    <Route path=path!("my/done") view=DonePage ssr=SsrMode::Async/>
                    <Route path=path!("my/answers/:sign_up") view=AnswersPage ssr=SsrMode::Async/>
                    <Route path=StaticSegment("call") view=CallPage ssr=SsrMode::Async/>
                    <Route path=path!("call/done") view=CallDonePage ssr=SsrMode::Async/>
                    <Route path=StaticSegment("m") view=LinkPage ssr=SsrMode::Async/>
                    <Route path=path!("m/sent") view=LostPage ssr=SsrMode::Async/>
                    <Route path=path!("m/picture") view=QuestionPage ssr=SsrMode::Async/>
                </ParentRoute>
            </Routes>
        </main>
        <Footer/>
    }
}

/// Pages below a language that we have; any other first segment is no page.
#[component]
pub fn OnlyOurLanguages() -> impl IntoView {
    let segment = use_params_map()
        .read_untracked()
        .get("lang")
        .unwrap_or_default();
    match Lang::from_code(&segment) {
        Some(_) => view! { <Outlet/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    }
}
