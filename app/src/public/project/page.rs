//! A funding project's view.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::ShowProject;
use crate::{
    components::{
        head::PublicHead,
        missing::{Kind, Missing},
        page_top::PageTop,
        places::Courses,
        thanks::Block,
    },
    i18n::{t, use_lang},
    public::model,
    routes,
    still::still,
};

/// A funding project.
#[component]
pub fn ProjectPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let slug = move || params.read().get("slug").unwrap_or_default();
    still(
        move || ShowProject { lang, slug: slug() },
        |project| match project {
            Some(project) => view! { <Project project/> }.into_any(),
            None => view! { <Missing kind=Kind::Project/> }.into_any(),
        },
    )
}

#[component]
fn Project(project: model::ProjectPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let model::ProjectPage {
        thanks,
        summary,
        courses,
    } = project;
    let name = thanks.name.clone();
    // A project whose programme has no words for it describes itself by what it asks us to say.
    let description = match summary.is_empty() {
        true => thanks.statement.clone(),
        false => summary.clone(),
    };
    view! {
        <PublicHead title=name.clone() description/>
        <article>
            <PageTop href=routes::cluster(lang) name=texts.cluster().link/>
            <h1>{name}</h1>
            {(!summary.is_empty()).then(|| view! { <p class="lead">{summary}</p> })}
            <section class="thanks"><Block thanks/></section>
            <Courses courses heading=texts.project().pays/>
        </article>
    }
}
