//! The confirmation: where she stands, and how she comes back.

use domain::{enrolment::EnrolmentStatus, lang::Lang};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    ShowDone,
    keep_link::KeepLink,
    memory::OnThisPhone,
    page::{NothingHere, What, status_text},
    reach::ReachForm,
};
use crate::{
    components::{childcare, facts::Bring, head::PrivateHead, page_top::PageTop},
    i18n::{fill, t, use_lang},
    public::{consent::Consents, enrol::SignUpAnother, model},
    routes,
    still::still,
};

/// The confirmation of the last sign-up.
#[component]
pub fn DonePage() -> impl IntoView {
    let lang = use_lang();
    let head = move || view! { <PrivateHead title=t(lang).done().title/> };
    still(
        move || ShowDone { lang },
        move |last| match last {
            Some(page) => view! { {head()} <Done page/> }.into_any(),
            None => view! { {head()} <NothingHere/> }.into_any(),
        },
    )
}

#[component]
fn Done(page: model::DonePage) -> impl IntoView {
    let model::DonePage { mine, memory } = page;
    let lang = use_lang();
    let texts = t(lang).done();
    let (sign_up, reach) = (mine.sign_up, mine.reach);
    let answers = mine.consents.clone();
    let bring = mine.appointment.bring.clone();
    let childcare = childcare::told(lang, mine.status, mine.childcare.as_ref());
    let mut said = vec![told(lang, &mine)];
    said.extend(childcare.clone());
    said.extend(mine.appointment.said.clone());
    view! {
        <PageTop href=routes::calendar(lang) name=t(lang).common().calendar said/>
        {match mine.status {
            EnrolmentStatus::Confirmed => view! { <Confirmed/> }.into_any(),
            EnrolmentStatus::Waitlisted => view! { <Waiting place=mine.place/> }.into_any(),
            EnrolmentStatus::Pending => view! { <ToBeCalled/> }.into_any(),
            later => view! { <Otherwise status=later/> }.into_any(),
        }}
        <section aria-labelledby="when">
            <h2 id="when">{texts.when}</h2>
            <h3>{mine.appointment.title.clone()}</h3>
            {childcare.map(|told| view! { <p><strong>{told}</strong></p> })}
            <What appointment=mine.appointment.clone()/>
            <dl class="facts"><Bring things=bring name=texts.bring/></dl>
        </section>
        <KeepLink mine/>
        <ReachForm sign_up said=reach/>
        <OnThisPhone memory/>
        <section aria-labelledby=routes::ANSWERS>
            <h2 id=routes::ANSWERS>{t(lang).consents().heading}</h2>
            <Consents sign_up answers page="done"/>
        </section>
        <form method="post" action=SignUpAnother::url()>
            <input type="hidden" name="lang" value=lang.code()/>
            <input type="hidden" name="sign_up" value=sign_up.to_string()/>
            <button type="submit" class="quiet">{t(lang).enrol().another}</button>
            <p class="hint">{t(lang).enrol().another_hint}</p>
        </form>
        <p><a href=routes::mine(lang)>{texts.see_mine}</a></p>
    }
}

/// Where she stands, in one sentence.
fn told(lang: Lang, mine: &model::Mine) -> String {
    let done = t(lang).done();
    match mine.status {
        EnrolmentStatus::Confirmed => done.confirmed.to_owned(),
        EnrolmentStatus::Waitlisted => done.waiting.to_owned(),
        EnrolmentStatus::Pending => done.pending.to_owned(),
        later => status_text(t(lang).mine(), later).to_owned(),
    }
}

#[component]
fn Confirmed() -> impl IntoView {
    let texts = t(use_lang()).done();
    view! {
        <section class="notice good">
            <h1>{texts.confirmed}</h1>
            <p>{texts.confirmed_text}</p>
        </section>
    }
}

#[component]
fn Waiting(place: Option<u64>) -> impl IntoView {
    let texts = t(use_lang()).done();
    let place = place.map(|place| fill(texts.rank, &[("n", &place.to_string())]));
    view! {
        <section class="notice">
            <h1>{texts.waiting}</h1>
            <p><strong>{place}</strong></p>
            <p>{texts.waiting_text}</p>
        </section>
    }
}

/// The hub calls before it gives her a seat.
#[component]
fn ToBeCalled() -> impl IntoView {
    let texts = t(use_lang()).done();
    view! {
        <section class="notice">
            <h1>{texts.pending}</h1>
            <p>{texts.pending_text}</p>
        </section>
    }
}

/// What became of it since: the page may be opened again after she has cancelled.
#[component]
fn Otherwise(status: EnrolmentStatus) -> impl IntoView {
    view! {
        <section class="notice">
            <h1>{status_text(t(use_lang()).mine(), status)}</h1>
        </section>
    }
}
