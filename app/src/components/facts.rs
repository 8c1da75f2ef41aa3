//! The facts of a course or a session, each with its pictogram.
//! Who pays for it stands in `thanks`.

use domain::programme::TeachingLanguage;
use leptos::prelude::*;

use super::icon::{HubName, Icon, Pictogram};
use super::places::RoomAccess;
use crate::{
    i18n::{Messages, t, use_lang},
    public::model::{About, HubMark, Phone, Room},
    routes,
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
    /// The rooms in which it takes place.
    rooms: Vec<Room>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let session = texts.session();
    let languages = about
        .languages
        .iter()
        .map(|language| spoken(texts, *language));
    let languages = languages.collect::<Vec<_>>().join(" · ");
    let hub = about.hub;
    view! {
        <Fact icon=Icon::Pin name=session.place>
            <a class="hub-link" href=routes::hub(lang, &hub.slug)><HubName hub=hub.mark/></a>
            <br/>
            {hub.address}
        </Fact>
        <Bring things=about.bring name=session.bring/>
        <Fact icon=Icon::Route name=session.route>{about.route}</Fact>
        <Access rooms/>
        <Fact icon=Icon::Speech name=session.language>{languages}</Fact>
        <Fact icon=Icon::Organisation name=session.offered_by>
            <a href=routes::organisation(lang, &about.offered_by.slug)>{about.offered_by.name}</a>
        </Fact>
        <Fact icon=Icon::Call name=texts.common().questions><PhoneLink phone=hub.phone/></Fact>
    }
}

/// The way into each room.
#[component]
fn Access(rooms: Vec<Room>) -> impl IntoView {
    let name = t(use_lang()).session().access;
    (!rooms.is_empty()).then(|| {
        let rooms = rooms.into_iter().map(|room| view! { <RoomAccess room/> });
        view! { <Fact icon=Icon::Home name>{rooms.collect_view()}</Fact> }
    })
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
    let sample = t(use_lang()).common().sample_phone;
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
    let sample = t(use_lang()).common().sample_phone;
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

/// Says that what stands here is a sample.
#[component]
pub fn SampleNote() -> impl IntoView {
    view! { <p class="notice sample">{t(use_lang()).common().sample}</p> }
}

fn spoken(texts: Messages, language: TeachingLanguage) -> &'static str {
    match language {
        TeachingLanguage::Arabic => texts.session().arabic,
        TeachingLanguage::French => texts.session().french,
        TeachingLanguage::English => texts.session().english,
    }
}
