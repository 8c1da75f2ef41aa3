//! The acknowledgement of those who pay: logos, statement and disclaimer, as they ask for it.

use leptos::prelude::*;

use crate::{
    i18n::{t, use_lang},
    public::model::{Logo, Thanks},
    routes,
};

/// The acknowledgement of all who pay for something.
#[component]
pub fn Acknowledgement(
    /// Who pays.
    thanks: Vec<Thanks>,
) -> impl IntoView {
    let lang = use_lang();
    let heading = t(lang).course().thanks;
    (!thanks.is_empty()).then(|| {
        let each = |thanks: Thanks| {
            let href = routes::project(lang, &thanks.slug);
            view! {
                <h3><a href=href>{thanks.name.clone()}</a></h3>
                <Block thanks/>
            }
        };
        view! {
            <section class="thanks" aria-labelledby="thanks">
                <h2 id="thanks">{heading}</h2>
                {thanks.into_iter().map(each).collect_view()}
            </section>
        }
    })
}

/// The acknowledgement of one who pays, without a heading.
#[component]
pub fn Block(
    /// Who pays.
    thanks: Thanks,
) -> impl IntoView {
    let logos = thanks.logos.into_iter().map(logo).collect_view();
    view! {
        <div class="logos">{logos}</div>
        <p>{thanks.statement}</p>
        <p>{thanks.disclaimer}</p>
    }
    .into_any()
}

/// A logo that nobody has given us stands in words.
fn logo(logo: Logo) -> AnyView {
    match logo.picture {
        Some(picture) => {
            let src = format!("/logos/{picture}");
            view! { <img src=src alt=logo.alt height="56" loading="lazy"/> }.into_any()
        }
        None => view! { <span class="logo-name">{logo.alt}</span> }.into_any(),
    }
}
