//! Courses, hubs and rooms in lists, as the pages of hubs, organisations, projects and the
//! cluster share them.

use leptos::prelude::*;

use super::{
    facts::PhoneLink,
    icon::{HubName, HubShape, Icon, Pictogram, hue},
};
use crate::{
    i18n::{t, use_lang},
    public::model::{CourseCard, HubCard, Room},
    routes,
};

/// Courses as cards.
#[component]
pub fn Courses(
    /// The courses.
    courses: Vec<CourseCard>,
    /// The heading above them.
    heading: &'static str,
    /// Whether the page is the hub's own, so that it goes without saying.
    #[prop(optional)]
    at_hub: bool,
) -> impl IntoView {
    let lang = use_lang();
    let women_only = t(lang).session().women_only;
    let card = move |course: CourseCard| {
        let class = format!("card {}", hue(&course.hub));
        let badge = course.women_only.then(|| {
            view! { <ul class="badges"><li><Pictogram icon=Icon::Woman/>{women_only}</li></ul> }
        });
        view! {
            <li class=class>
                <h3><a href=routes::course(lang, &course.slug)>{course.title}</a></h3>
                <p>{course.summary}</p>
                {(!at_hub).then(|| view! { <p class="place"><HubName hub=course.hub/></p> })}
                {badge}
            </li>
        }
    };
    if courses.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="courses">
            <h2 id="courses">{heading}</h2>
            <ul class="cards">{courses.into_iter().map(card).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Hubs as cards in their colours.
#[component]
pub fn Hubs(
    /// The hubs.
    hubs: Vec<HubCard>,
    /// The heading above them.
    heading: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let card = move |hub: HubCard| {
        let class = format!("card hub-card {}", hue(&hub.mark));
        view! {
            <li class=class>
                <h3>
                    <HubShape shape=hub.mark.shape/>
                    <a href=routes::hub(lang, &hub.slug)>{hub.mark.name}</a>
                </h3>
                <p>{hub.summary}</p>
                <p><Pictogram icon=Icon::Pin/>" "{hub.address}</p>
                <p><Pictogram icon=Icon::Call/>" "<PhoneLink phone=hub.phone/></p>
            </li>
        }
    };
    if hubs.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="hubs">
            <h2 id="hubs">{heading}</h2>
            <ul class="cards hubs">{hubs.into_iter().map(card).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// How one gets into a room: with or without steps, in the words of those who keep it.
#[component]
pub fn RoomAccess(
    /// The room.
    room: Room,
) -> impl IntoView {
    let texts = t(use_lang());
    let (icon, word) = match room.step_free {
        true => (Icon::Wheel, texts.session().step_free),
        false => (Icon::Stairs, texts.hub().steps),
    };
    view! {
        <p class="room">
            <Pictogram icon/>
            <span><strong>{room.name}</strong>" – "{word}<br/>{room.access}</span>
        </p>
    }
    .into_any()
}

/// Points, one below the other.
#[component]
pub fn Points(
    /// The points.
    points: Vec<String>,
) -> impl IntoView {
    let points = points.into_iter().map(|point| view! { <li>{point}</li> });
    view! { <ul>{points.collect_view()}</ul> }.into_any()
}
