//! Sign-ups that are to be confirmed on the phone, or looked at, on the call list: why, and the
//! way to each. Confirming, cancelling and the number itself are on the enrolment's page.

use domain::enrolment::Doubt;
use leptos::prelude::*;

use crate::{
    i18n::{Text, call::Doubts as Texts, fill, t, use_lang},
    routes,
    staff::{
        desk_model::Doubtful,
        parts::{StandingBadge, moment_text},
    },
};

/// The section.
#[component]
pub fn Doubts(
    /// The enrolments, in the order in which to call.
    doubts: Vec<Doubtful>,
    /// Whether there are others.
    more: bool,
) -> impl IntoView {
    let texts = &t(use_lang()).call().doubts;
    let body = if doubts.is_empty() {
        view! { <p>{texts.none}</p> }.into_any()
    } else {
        let cards = doubts
            .into_iter()
            .map(|doubtful| view! { <Card doubtful/> });
        let cards = cards.collect_view();
        view! {
            <p class="hint">{texts.intro}</p>
            <ul class="calls">{cards}</ul>
            {more.then(|| view! { <p>{texts.more}</p> })}
        }
        .into_any()
    };
    view! {
        <section aria-labelledby=HEADING>
            <h2 id=HEADING>{texts.heading}</h2>
            {body}
        </section>
    }
}

const HEADING: &str = "doubts";

#[component]
fn Card(doubtful: Doubtful) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).call().doubts;
    let line = |text, at| fill(text, &[("when", &moment_text(lang, at))]);
    view! {
        <li class="card call">
            <h3><bdi>{doubtful.name}</bdi></h3>
            <p>{doubtful.title} " · " <StandingBadge standing=doubtful.standing/></p>
            <p>{reason_text(texts, doubtful.doubt)}</p>
            <p class="quiet-text">{line(texts.begins, doubtful.begins)}</p>
            <p class="quiet-text">{line(texts.sent, doubtful.sent)}</p>
            <p class="actions">
                <a class="button" href=routes::record(lang, doubtful.id)>{texts.open}</a>
            </p>
        </li>
    }
}

/// Why a sign-up is in doubt, in words.
#[must_use]
pub const fn reason_text(texts: &Texts, doubt: Doubt) -> Text {
    match doubt {
        Doubt::Trap => texts.trap,
        Doubt::Haste => texts.haste,
        Doubt::Stamp => texts.stamp,
        Doubt::Session => texts.session,
        Doubt::Phone => texts.phone,
    }
}
