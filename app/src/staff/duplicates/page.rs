//! The list of rows that may be one woman.

use domain::{alike::Likeness, lang::Lang};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    Apart, ShowDuplicates,
    model::{Duplicates, Pair},
};
use crate::{
    ask::ask,
    components::{icon::Icon, loaded::Empty},
    i18n::{Text, fill, t, use_lang},
    routes,
    staff::{
        frame::{SignedInAs, StaffHead, guarded},
        parts::Notice,
    },
};

/// The pairs of one's hubs.
#[component]
pub fn DuplicatesPage() -> impl IntoView {
    let lang = use_lang();
    let page = ask(|| ShowDuplicates {});
    guarded(
        page,
        move || routes::duplicates(lang),
        |page| view! { <Pairs page/> },
    )
}

#[component]
fn Pairs(page: Duplicates) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).joining();
    let body = if page.pairs.is_empty() {
        view! {
            <Empty icon=Icon::Check text=texts.none>
                <p class="actions">
                    <a class="button" href=routes::courses(lang)>{t(lang).desk().runs.title}</a>
                </p>
            </Empty>
        }
        .into_any()
    } else {
        let cards = page.pairs.into_iter().map(|pair| {
            view! { <li class="card"><PairCard pair/></li> }
        });
        view! { <p>{texts.intro}</p><ul class="calls">{cards.collect_view()}</ul> }.into_any()
    };
    view! {
        <StaffHead title=texts.title/>
        <SignedInAs me=page.me/>
        <h1>{texts.title}</h1>
        <Notice/>
        {body}
    }
}

/// A name of either direction keeps together inside a sentence.
pub fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

pub fn likeness_text(lang: Lang, likeness: Likeness) -> Text {
    match likeness {
        Likeness::Phone => t(lang).joining().by_phone,
        Likeness::Name => t(lang).joining().by_name,
    }
}

/// Two rows, and what staff can say of them.
#[component]
pub fn PairCard(
    /// The rows.
    pair: Pair,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).joining();
    let names = [
        ("one", &*isolated(&pair.one_name)),
        ("other", &*isolated(&pair.other_name)),
    ];
    let apart_of = fill(texts.apart_of, &names);
    let compare_of = format!("{}: {} · {}", texts.compare, names[0].1, names[1].1);
    view! {
        <p>
            <strong><bdi>{pair.one_name.clone()}</bdi></strong>
            <br/>
            <strong><bdi>{pair.other_name.clone()}</bdi></strong>
            <br/>
            {likeness_text(lang, pair.likeness)}
        </p>
        <form class="actions" method="post" action=Apart::url()>
            <input type="hidden" name="lang" value=lang.code()/>
            <input type="hidden" name="enrolment" value=pair.one.to_string()/>
            <input type="hidden" name="other" value=pair.other.to_string()/>
            <a
                class="button"
                href=routes::compare(lang, pair.one, pair.other)
                aria-label=compare_of
            >
                {texts.compare}
            </a>
            <button type="submit" class="quiet" aria-label=apart_of>{texts.apart}</button>
        </form>
    }
}
