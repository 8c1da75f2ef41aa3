//! The cluster's view.

use leptos::prelude::*;

use super::ShowCluster;
use crate::{
    components::{
        head::PublicHead,
        icon::{Icon, Pictogram},
        page_top::PageTop,
        places::{Hubs, Points},
    },
    i18n::{t, use_lang},
    public::model::{self, Actor, ClusterWords, Named},
    routes,
    still::still,
};

/// The cluster.
#[component]
pub fn ClusterPage() -> impl IntoView {
    let lang = use_lang();
    still(
        move || ShowCluster { lang },
        |cluster| view! { <Cluster cluster/> },
    )
}

#[component]
fn Cluster(cluster: model::ClusterPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).cluster();
    let (title, description) = match &cluster.words {
        Some(words) => (words.name.clone(), words.summary.clone()),
        None => (texts.title.to_owned(), texts.description.to_owned()),
    };
    view! {
        <PublicHead title=title.clone() description=description.clone()/>
        <article>
            <PageTop href=routes::home(lang) name=t(lang).common().to_home/>
            <h1>{title}</h1>
            <p class="lead">{description}</p>
            <Hubs hubs=cluster.hubs heading=texts.hubs/>
            <Actors actors=cluster.actors/>
            {cluster.words.map(|words| view! { <Words words/> })}
            <Projects projects=cluster.projects/>
        </article>
    }
}

#[component]
fn Actors(actors: Vec<Actor>) -> impl IntoView {
    let lang = use_lang();
    let heading = t(lang).cluster().actors;
    let card = move |actor: Actor| {
        let href = routes::organisation(lang, &actor.named.slug);
        view! {
            <li class="card">
                <h3><a href=href>{actor.named.name}</a></h3>
                <p>{actor.role}</p>
            </li>
        }
    };
    (!actors.is_empty()).then(|| {
        view! {
            <section aria-labelledby="actors">
                <h2 id="actors">{heading}</h2>
                <ul class="cards">{actors.into_iter().map(card).collect_view()}</ul>
            </section>
        }
    })
}

/// How it works, how it began, what it plans, and who may join.
#[component]
fn Words(words: ClusterWords) -> impl IntoView {
    let texts = t(use_lang()).cluster();
    view! {
        <section>
            <h2>{texts.how}</h2>
            <Points points=words.about/>
            <h2>{texts.history}</h2>
            <Points points=words.history/>
            <h2>{texts.plans}</h2>
            <Points points=words.plans/>
            <h2>{texts.joining}</h2>
            <p>{words.joining}</p>
            <p><Pictogram icon=Icon::Call/>" "{texts.call}</p>
        </section>
    }
}

#[component]
fn Projects(projects: Vec<Named>) -> impl IntoView {
    let lang = use_lang();
    let heading = t(lang).cluster().projects;
    let line = move |project: Named| {
        view! { <li><a href=routes::project(lang, &project.slug)>{project.name}</a></li> }
    };
    (!projects.is_empty()).then(|| {
        view! {
            <section aria-labelledby="projects">
                <h2 id="projects">{heading}</h2>
                <ul class="lines">{projects.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}
