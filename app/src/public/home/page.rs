//! The front page's view.

use leptos::prelude::*;

use super::ShowHome;
use crate::{
    components::{
        head::PublicHead,
        icon::{Icon, Pictogram},
        loaded::Empty,
        places::Hubs,
        session::Card,
    },
    i18n::{t, use_lang},
    public::model::{Home, SessionCard},
    routes,
    still::still,
};

/// The front page.
#[component]
pub fn HomePage() -> impl IntoView {
    let lang = use_lang();
    still(move || ShowHome { lang }, |home| view! { <Front home/> })
}

#[component]
fn Front(home: Home) -> impl IntoView {
    let lang = use_lang();
    let Home { hubs, next } = home;
    let home = t(lang).home();
    view! {
        <PublicHead title=home.title.to_owned() description=home.description.to_owned()/>
        <section class="hero">
            <h1>{home.heading}</h1>
            <p class="lead">{home.lead}</p>
            <p class="actions">
                <a class="button" href=routes::calendar(lang)>
                    <Pictogram icon=Icon::Calendar/>
                    {home.see_calendar}
                </a>
            </p>
        </section>
        <Next next/>
        <HowItWorks/>
        <Hubs hubs heading=home.hubs_heading/>
    }
}

#[component]
fn Next(next: Vec<SessionCard>) -> impl IntoView {
    let lang = use_lang();
    let home = t(lang).home();
    let list = if next.is_empty() {
        view! {
            <Empty icon=Icon::Calendar text=home.next_none>
                <p class="actions">
                    <a class="button quiet" href=routes::calendar(lang)>{home.see_calendar}</a>
                </p>
            </Empty>
        }
        .into_any()
    } else {
        let cards = next
            .into_iter()
            .map(|session| view! { <Card session dated=true/> });
        view! {
            <ul class="cards">{cards.collect_view()}</ul>
            <p class="more">
                <a class="back" href=routes::calendar(lang)>
                    {home.see_calendar}
                    <Pictogram icon=Icon::On/>
                </a>
            </p>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="next">
            <h2 id="next">{home.next_heading}</h2>
            {list}
        </section>
    }
}

#[component]
fn HowItWorks() -> impl IntoView {
    let home = t(use_lang()).home();
    let steps = [
        (Icon::Calendar, home.choose, home.choose_text),
        (Icon::Pen, home.sign_up, home.sign_up_text),
        (Icon::Link, home.keep, home.keep_text),
    ];
    let step = |(icon, name, text)| {
        view! { <li><Pictogram icon/><strong>{name}</strong><span>{text}</span></li> }
    };
    view! {
        <section aria-labelledby="how">
            <h2 id="how">{home.how_heading}</h2>
            <ol class="steps">{steps.map(step).collect_view()}</ol>
        </section>
    }
}
