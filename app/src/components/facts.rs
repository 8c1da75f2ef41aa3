//! The facts of a course or a session, each with its pictogram, and who pays for it.

use domain::programme::TeachingLanguage;
use leptos::prelude::*;

use super::icon::{HubName, Icon, Pictogram};
use crate::{
    i18n::{Messages, t, use_lang},
    public::model::{About, HubMark, Phone, Thanks},
};

/// One fact.
#[component]
pub fn Fact(
    /// Its pictogram.
    icon: Icon,
    /// Its name.
    name: &'static str,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <div>
            <Pictogram icon/>
            <dt>{name}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// Place, way, what to bring, language and organiser.
#[component]
pub fn CommonFacts(
    /// What to say them of.
    about: About,
    /// The room, where it is known.
    #[prop(optional)]
    room: Option<String>,
) -> impl IntoView {
    let texts = t(use_lang());
    let session = &texts.session;
    let languages = about
        .languages
        .iter()
        .map(|language| spoken(texts, *language));
    let languages = languages.collect::<Vec<_>>().join(" · ");
    let hub = about.hub;
    view! {
        <Fact icon=Icon::Pin name=session.place>
            <HubName hub=hub.mark/>
            <br/>
            {hub.address}
            {room.map(|room| view! { <br/>{room} })}
        </Fact>
        <Fact icon=Icon::Route name=session.route>{about.route}</Fact>
        <Bring things=about.bring name=session.bring/>
        <Fact icon=Icon::Speech name=session.language>{languages}</Fact>
        <Fact icon=Icon::People name=session.offered_by>{about.offered_by}</Fact>
        <Fact icon=Icon::Call name=texts.common.questions><PhoneLink phone=hub.phone/></Fact>
    }
}

/// What to bring, if anything.
#[component]
pub fn Bring(
    /// The things.
    things: Vec<String>,
    /// The fact's name.
    name: &'static str,
) -> impl IntoView {
    (!things.is_empty()).then(|| {
        let things = things
            .into_iter()
            .map(|thing| view! { <li>{thing}</li> })
            .collect_view();
        view! { <Fact icon=Icon::Bag name><ul>{things}</ul></Fact> }
    })
}

/// A phone number to call; a sample is said to be one.
#[component]
pub fn PhoneLink(
    /// The number.
    phone: Phone,
) -> impl IntoView {
    let sample = t(use_lang()).common.sample_phone;
    let note = phone
        .is_sample
        .then(|| view! { <span class="quiet-text">" ("{sample}")"</span> });
    view! {
        <PhoneInText phone/>
        {note}
    }
}

/// A hub and the number to call, as large as a thumb wants it.
#[component]
pub fn PhoneBlock(
    /// The hub.
    hub: HubMark,
    /// Its phone.
    phone: Phone,
) -> impl IntoView {
    let sample = t(use_lang()).common.sample_phone;
    let note = phone
        .is_sample
        .then(|| view! { <span class="quiet-text">"("{sample}")"</span> });
    view! {
        <div class="phone-block">
            <HubName hub/>
            <a class="phone" href=format!("tel:{}", phone.dialled) rel="external">
                <Pictogram icon=Icon::Call/>
                <bdi dir="ltr">{phone.shown}</bdi>
            </a>
            {note}
        </div>
    }
}

/// A phone number to call, inside a sentence.
#[component]
pub fn PhoneInText(
    /// The number.
    phone: Phone,
) -> impl IntoView {
    view! {
        <a class="phone" href=format!("tel:{}", phone.dialled) rel="external">
            <bdi dir="ltr">{phone.shown}</bdi>
        </a>
    }
}

/// The acknowledgement of those who pay, as they ask for it.
#[component]
pub fn Acknowledgement(
    /// Who pays.
    thanks: Vec<Thanks>,
) -> impl IntoView {
    let heading = t(use_lang()).course.thanks;
    (!thanks.is_empty()).then(|| {
        let each = |thanks: Thanks| {
            view! {
                <h3>{thanks.name}</h3>
                <p>{thanks.statement}</p>
                <p>{thanks.disclaimer}</p>
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

/// Says that what stands here is a sample.
#[component]
pub fn SampleNote() -> impl IntoView {
    view! { <p class="notice sample">{t(use_lang()).common.sample}</p> }
}

fn spoken(texts: &Messages, language: TeachingLanguage) -> &'static str {
    match language {
        TeachingLanguage::Arabic => texts.session.arabic,
        TeachingLanguage::French => texts.session.french,
        TeachingLanguage::English => texts.session.english,
    }
}
