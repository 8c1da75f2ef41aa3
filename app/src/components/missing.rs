//! The page for an address whose course, hub or the like is not there: says so by its kind,
//! and leads on to where the others are.

use leptos::prelude::*;

use super::head::PrivateHead;
use crate::{
    i18n::{t, use_lang},
    platform, routes,
};

/// What is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A course.
    Course,
    /// A session.
    Session,
    /// A hub.
    Hub,
    /// An organisation.
    Organisation,
    /// A funding project.
    Project,
}

/// Says that it is not there, and where to go on.
#[component]
pub fn Missing(
    /// What is not there.
    kind: Kind,
) -> impl IntoView {
    platform::not_found();
    let lang = use_lang();
    let texts = t(lang);
    let missing = texts.missing();
    let (heading, text) = match kind {
        Kind::Course => (missing.course, missing.course_text),
        Kind::Session => (missing.session, missing.course_text),
        Kind::Hub => (missing.hub, missing.place_text),
        Kind::Organisation => (missing.organisation, missing.place_text),
        Kind::Project => (missing.project, missing.place_text),
    };
    let calendar = (routes::calendar(lang), texts.common().to_calendar);
    let cluster = (routes::cluster(lang), texts.cluster().link);
    let (first, second) = match kind {
        Kind::Course | Kind::Session => (calendar, cluster),
        Kind::Hub | Kind::Organisation | Kind::Project => (cluster, calendar),
    };
    view! {
        <PrivateHead title=texts.common().not_found_title/>
        <section class="problem">
            <h1>{heading}</h1>
            <p>{text}</p>
            <p class="actions">
                <a class="button" href=first.0>{first.1}</a>
                <a class="button quiet" href=second.0>{second.1}</a>
            </p>
        </section>
    }
    .into_any()
}
