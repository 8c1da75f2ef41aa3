//! On her page: who may be the same woman, and what was joined to her.

use domain::id::EnrolmentId;
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    UndoJoining,
    model::{Joined, Same},
    page::{PairCard, isolated},
};
use crate::{
    i18n::{fill, t, use_lang},
    routes,
    staff::parts::moment_text,
};

/// Who may be the same woman, and what was joined to her; nothing where there is neither.
#[component]
pub fn SameWoman(
    /// The enrolment whose page it is.
    enrolment: EnrolmentId,
    /// What was found.
    same: Same,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).joining();
    let goes_on = same.goes_on.map(|id| {
        view! {
            <p class="notice">
                {texts.goes_on} " " <a href=routes::record(lang, id)>{texts.see}</a>
            </p>
        }
    });
    let found = (!same.pairs.is_empty()).then(|| {
        let cards = same.pairs.into_iter().map(|pair| {
            view! { <li class="card"><PairCard pair/></li> }
        });
        view! {
            <section class="no-print" aria-labelledby="same-woman">
                <h2 id="same-woman">{texts.title}</h2>
                <p>{texts.intro}</p>
                <ul class="calls">{cards.collect_view()}</ul>
            </section>
        }
    });
    let joined = (!same.joined.is_empty()).then(|| {
        let lines = same
            .joined
            .into_iter()
            .map(|it| view! { <Line enrolment joined=it/> });
        view! {
            <section aria-labelledby="joined">
                <h2 id="joined">{texts.joined}</h2>
                <ul class="history">{lines.collect_view()}</ul>
            </section>
        }
    });
    view! { {goes_on} {found} {joined} }
}

#[component]
fn Line(enrolment: EnrolmentId, joined: Joined) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).joining();
    let (name, by) = (isolated(&joined.name), isolated(&joined.by));
    let date = moment_text(lang, joined.at);
    let line = fill(
        texts.joined_line,
        &[("name", &name), ("by", &by), ("date", &date)],
    );
    let undo = joined.until.map(|until| {
        let until = fill(texts.can_undo, &[("date", &moment_text(lang, until))]);
        view! {
            <details class="no-print">
                <summary>{texts.undo}</summary>
                <form method="post" action=UndoJoining::url()>
                    <input type="hidden" name="lang" value=lang.code()/>
                    <input type="hidden" name="enrolment" value=enrolment.to_string()/>
                    <input type="hidden" name="merge" value=joined.merge.to_string()/>
                    <p>{texts.undo_text}</p>
                    <p class="quiet-text">{until}</p>
                    <button type="submit" class="alarm">{texts.undo_confirm}</button>
                </form>
            </details>
        }
    });
    view! { <li>{line} {undo}</li> }
}
