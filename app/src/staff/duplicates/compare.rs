//! Two rows side by side, and the choice of the one that stays.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;

use super::{
    Apart, CompareRows, JoinRows,
    model::{Compared, Entry, Side},
    page::isolated,
};
use crate::{
    ask::ask,
    i18n::{fill, t, use_lang},
    routes,
    staff::{
        frame::{SignedInAs, StaffHead, guarded},
        parts::{StandingBadge, moment_text},
    },
};

/// The two rows in the address.
#[component]
pub fn ComparePage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let param = move |name: &str| params.read().get(name).unwrap_or_default();
    let page = ask(move || CompareRows {
        lang,
        enrolment: param("id"),
        other: param("other"),
    });
    let here = move || {
        let param = |name: &str| params.read_untracked().get(name).unwrap_or_default();
        match (param("id").parse(), param("other").parse()) {
            (Ok(one), Ok(other)) => routes::compare(lang, one, other),
            _ => routes::duplicates(lang),
        }
    };
    guarded(page, here, |page| view! { <Both page/> })
}

#[component]
fn Both(page: Compared) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).joining();
    let phone = match page.same_phone {
        true => texts.same_phone,
        false => texts.other_phone,
    };
    let [one, other] = page.sides;
    let ids = [one.enrolment, other.enrolment];
    view! {
        <StaffHead title=texts.heading/>
        <SignedInAs me=page.me/>
        <p class="way"><a href=routes::duplicates(lang)>{texts.title}</a></p>
        <h1>{texts.heading}</h1>
        <p class="lead">{texts.question}</p>
        <p>{phone}</p>
        <div class="both">
            <OneSide side=one gone=ids[1]/>
            <OneSide side=other gone=ids[0]/>
        </div>
        <ul>
            <li>{texts.what}</li>
            <li>{texts.one_run}</li>
            <li>{texts.undo_until}</li>
        </ul>
        <form method="post" action=Apart::url()>
            <input type="hidden" name="lang" value=lang.code()/>
            <input type="hidden" name="enrolment" value=ids[0].to_string()/>
            <input type="hidden" name="other" value=ids[1].to_string()/>
            <button type="submit" class="quiet">{texts.apart}</button>
        </form>
    }
}

#[component]
fn OneSide(side: Side, gone: domain::id::EnrolmentId) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).joining();
    let keep_of = fill(texts.keep_of, &[("name", &isolated(&side.name))]);
    let entries = side
        .entries
        .into_iter()
        .map(|entry| view! { <EntryLine entry/> });
    view! {
        <section class="card">
            <h2><a href=routes::record(lang, side.enrolment)><bdi>{side.name}</bdi></a></h2>
            <dl class="record-facts">
                <div><dt>{texts.since}</dt><dd>{moment_text(lang, side.since)}</dd></div>
                <div>
                    <dt>{texts.language}</dt>
                    <dd lang=side.lang.code()>{side.lang.endonym()}</dd>
                </div>
            </dl>
            <h3>{texts.enrolments}</h3>
            <ul class="history">{entries.collect_view()}</ul>
            <form method="post" action=JoinRows::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="enrolment" value=side.enrolment.to_string()/>
                <input type="hidden" name="gone" value=gone.to_string()/>
                <button type="submit" aria-label=keep_of>{texts.keep}</button>
            </form>
        </section>
    }
}

#[component]
fn EntryLine(entry: Entry) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).joining();
    view! {
        <li>
            <a href=routes::record(lang, entry.enrolment)>{entry.title}</a>
            " · "
            {moment_text(lang, entry.from)}
            <p><StandingBadge standing=entry.standing/></p>
            <p class="quiet-text">
                {texts.marks.of(lang, entry.marks)} " · " {texts.notes.of(lang, entry.notes)}
            </p>
        </li>
    }
}
