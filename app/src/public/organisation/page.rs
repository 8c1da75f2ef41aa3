//! An organisation's view.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::ShowOrganisation;
use crate::{
    components::{
        head::PublicHead,
        missing::{Kind, Missing},
        page_top::PageTop,
        places::{Courses, Hubs, Points},
    },
    i18n::{t, use_lang},
    public::model,
    routes,
    still::still,
};

/// An organisation.
#[component]
pub fn OrganisationPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let slug = move || params.read().get("slug").unwrap_or_default();
    still(
        move || ShowOrganisation { lang, slug: slug() },
        |organisation| match organisation {
            Some(organisation) => view! { <Organisation organisation/> }.into_any(),
            None => view! { <Missing kind=Kind::Organisation/> }.into_any(),
        },
    )
}

#[component]
fn Organisation(organisation: model::OrganisationPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let model::OrganisationPage {
        name,
        role,
        does,
        courses,
        hubs,
    } = organisation;
    let does = (!does.is_empty()).then(|| {
        view! {
            <h2>{texts.organisation().does}</h2>
            <Points points=does/>
        }
    });
    view! {
        <PublicHead title=name.clone() description=role.clone()/>
        <article>
            <PageTop href=routes::cluster(lang) name=texts.cluster().link/>
            <h1>{name}</h1>
            <section>
                <h2>{texts.organisation().role}</h2>
                <p>{role}</p>
                {does}
            </section>
            <Courses courses heading=texts.organisation().offers/>
            <Hubs hubs heading=texts.organisation().keeps/>
        </article>
    }
}
