//! What the cluster's page asks of the programme.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::lang::Lang;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, public::model::ClusterPage};

/// The cluster in its own words, with its hubs, those who take part, and those who pay.
#[server(endpoint = "cluster", input = GetUrl)]
pub async fn show_cluster(lang: Lang) -> Result<ClusterPage, AppError> {
    use crate::{access, public::model::Named, ssr::calendar::Shown};
    use store::calendar;

    let guard = access::public()?;
    let shown = Shown {
        lang,
        now: guard.now(),
    };
    let mut conn = guard.read().await?;
    let words = calendar::cluster(&mut conn).await?;
    let hubs = calendar::hubs(&mut conn).await?;
    let organisations = calendar::organisations(&mut conn).await?;
    let projects = calendar::funding_projects(&mut conn).await?;
    let project = |it: &calendar::Acknowledgement| Named {
        slug: it.slug.clone(),
        name: shown.text(&it.name),
    };
    Ok(ClusterPage {
        words: words.map(|words| shown.cluster(&words)),
        hubs: hubs.iter().map(|hub| shown.hub(hub)).collect(),
        actors: organisations.iter().map(|it| shown.actor(it)).collect(),
        projects: projects.iter().map(project).collect(),
    })
}
