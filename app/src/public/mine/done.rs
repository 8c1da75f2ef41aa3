//! The confirmation: where she stands, and how she comes back.

use domain::{enrolment::EnrolmentStatus, lang::Lang};
use leptos::prelude::*;

use super::{
    ShowDone,
    page::{NothingHere, What, status_text},
};
use crate::{
    ask::ask,
    components::{facts::Bring, head::PrivateHead, loaded::loaded, page_top::PageTop},
    i18n::{fill, t, use_lang},
    platform,
    public::model::Mine,
    routes,
};

/// The confirmation of the last sign-up.
#[component]
pub fn DonePage() -> impl IntoView {
    let lang = use_lang();
    let last = ask(move || ShowDone { lang });
    view! {
        <PrivateHead title=t(lang).done.title/>
        {loaded(last, |last| match last {
            Some(mine) => view! { <Done mine/> }.into_any(),
            None => view! { <NothingHere/> }.into_any(),
        })}
    }
}

#[component]
fn Done(mine: Mine) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).done;
    let bring = mine.appointment.bring.clone();
    let mut said = vec![told(lang, &mine)];
    said.extend(mine.appointment.said.clone());
    view! {
        <PageTop href=routes::calendar(lang) name=t(lang).common.calendar said/>
        {match mine.status {
            EnrolmentStatus::Confirmed => view! { <Confirmed/> }.into_any(),
            EnrolmentStatus::Waitlisted => view! { <Waiting place=mine.place/> }.into_any(),
            later => view! { <Otherwise status=later/> }.into_any(),
        }}
        <section aria-labelledby="when">
            <h2 id="when">{texts.when}</h2>
            <h3>{mine.appointment.title.clone()}</h3>
            <What appointment=mine.appointment/>
            <dl class="facts"><Bring things=bring name=texts.bring/></dl>
        </section>
        <KeepLink link=mine.link/>
        <section class="notice">
            <h2>{texts.borrowed_heading}</h2>
            <p>{texts.borrowed_text}</p>
        </section>
        <p><a href=routes::mine(lang)>{texts.see_mine}</a></p>
    }
}

/// Where she stands, in one sentence.
fn told(lang: Lang, mine: &Mine) -> String {
    let done = &t(lang).done;
    match mine.status {
        EnrolmentStatus::Confirmed => done.confirmed.to_owned(),
        EnrolmentStatus::Waitlisted => done.waiting.to_owned(),
        later => status_text(&t(lang).mine, later).to_owned(),
    }
}

#[component]
fn Confirmed() -> impl IntoView {
    let texts = &t(use_lang()).done;
    view! {
        <section class="notice good">
            <h1>{texts.confirmed}</h1>
            <p>{texts.confirmed_text}</p>
        </section>
    }
}

#[component]
fn Waiting(place: Option<u64>) -> impl IntoView {
    let texts = &t(use_lang()).done;
    let place = place.map(|place| fill(texts.rank, &[("n", &place.to_string())]));
    view! {
        <section class="notice">
            <h1>{texts.waiting}</h1>
            <p><strong>{place}</strong></p>
            <p>{texts.waiting_text}</p>
        </section>
    }
}

/// What became of it since: the page may be opened again after she has cancelled.
#[component]
fn Otherwise(status: EnrolmentStatus) -> impl IntoView {
    view! {
        <section class="notice">
            <h1>{status_text(&t(use_lang()).mine, status)}</h1>
        </section>
    }
}

/// The private link, to copy or to send to oneself in words that name nothing.
#[component]
pub fn KeepLink(
    /// The link.
    link: String,
) -> impl IntoView {
    let texts = &t(use_lang()).done;
    let message = fill(texts.message, &[("link", &link)]);
    let (copied, set_copied) = signal(false);
    let text = link.clone();
    let copy = move |_| {
        platform::copy(&text);
        set_copied.set(true);
    };
    view! {
        <section>
            <h2>{texts.link_heading}</h2>
            <p>{texts.link_text}</p>
            <p><bdi dir="ltr" class="private-link">{link}</bdi></p>
            <p class="actions">
                <button type="button" class="button needs-script" on:click=copy>
                    {move || if copied.get() { texts.copied } else { texts.copy }}
                </button>
                <a class="button quiet" href=routes::whatsapp(&message) rel="external noreferrer">
                    {texts.whatsapp}
                </a>
                <a class="button quiet" href=routes::sms(&message) rel="external">{texts.sms}</a>
            </p>
        </section>
    }
}
