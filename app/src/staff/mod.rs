//! The staff's app: its routes on one screen. Each area is a page with its server functions
//! beside it.

pub mod assist;
pub mod calls;
pub mod consents;
pub mod courses;
pub mod day;
pub mod desk_model;
pub mod duplicates;
mod frame;
pub mod instance;
pub mod messages;
pub mod model;
pub mod parts;
pub mod phones;
pub mod record;
pub mod roll;
pub mod sign_in;

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
    components::chrome::{MAIN, SkipLink, focus_on_change_of_page},
    routes,
};

use assist::{AssistPage, SignedUpPage};
use calls::CallsPage;
use consents::ConsentsPage;
use courses::CoursesPage;
use day::DayPage;
use duplicates::{ComparePage, DuplicatesPage};
use frame::{NoSuchPage, StaffHeader};
use instance::InstancePage;
use messages::MessagesPage;
use phones::PhonesPage;
use record::RecordPage;
use roll::RollPage;
use sign_in::SignInPage;

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
    const STAFF: StaticSegment<&str> = StaticSegment("staff");
    provide_context(routes::lang_of(&use_location().pathname.get_untracked()));
    focus_on_change_of_page();
    view! {
        <SkipLink/>
        <StaffHeader/>
        <main id=MAIN tabindex="-1">
            <Routes fallback=NoSuchPage>
                <ParentRoute path=ParamSegment("lang") view=OnlyOurLanguages>
                    <Route path=STAFF view=DayPage ssr=SsrMode::Async/>
                    <Route
                        path=(STAFF, StaticSegment("sign-in"))
                        view=SignInPage
                        ssr=SsrMode::Async
                    />
                    <Route
                        path=(STAFF, StaticSegment("sessions"), ParamSegment("id"))
                        view=RollPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("staff/courses") view=CoursesPage ssr=SsrMode::Async/>
                    <Route path=path!("staff/instances/:id") view=InstancePage ssr=SsrMode::Async/>
                    <Route path=path!("staff/enrolments/:id") view=RecordPage ssr=SsrMode::Async/>
                    <Route
                        path=path!("staff/enrolments/:id/same/:other")
                        view=ComparePage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("staff/duplicates") view=DuplicatesPage ssr=SsrMode::Async/>
                    <Route path=path!("staff/enrol/:seats") view=AssistPage ssr=SsrMode::Async/>
                    <Route path=path!("staff/signed-up/:id") view=SignedUpPage ssr=SsrMode::Async/>
                    <Route path=path!("staff/calls") view=CallsPage ssr=SsrMode::Async/>
                    <Route path=path!("staff/consents") view=ConsentsPage ssr=SsrMode::Async/>
                    <Route path=path!("staff/messages") view=MessagesPage ssr=SsrMode::Async/>
                    <Route path=path!("staff/phones") view=PhonesPage ssr=SsrMode::Async/>
                </ParentRoute>
            </Routes>
        </main>
    }
}

/// Pages below a language that we have; any other first segment is no page.
#[component]
fn OnlyOurLanguages() -> impl IntoView {
    let segment = use_params_map()
        .read_untracked()
        .get("lang")
        .unwrap_or_default();
    match Lang::from_code(&segment) {
        Some(_) => view! { <Outlet/> }.into_any(),
        None => view! { <NoSuchPage/> }.into_any(),
    }
}
