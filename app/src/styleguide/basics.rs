//! The guide's first parts: colours, type, pictograms, buttons, ways, notices.
//! Left to `forms` and `programme`: fields, and what shows sessions.

use leptos::prelude::*;

use super::Part;
use crate::{
    components::{
        icon::{Icon, Logo, Pictogram},
        loaded::{Empty, Waiting},
    },
    i18n::{t, use_lang},
};

/// Pairs of text and ground, by the names of their tokens.
const PAIRS: [(&str, &str); 13] = [
    ("ink", "wall"),
    ("ink-2", "wall"),
    ("ink", "wall-2"),
    ("door", "wall"),
    ("door-ink", "door"),
    ("door", "door-2"),
    ("terracotta", "terracotta-2"),
    ("sand", "sand-2"),
    ("green", "green-2"),
    ("alarm", "alarm-2"),
    ("hero-ink", "hero"),
    ("accent-ink", "accent"),
    ("focus", "focus-ground"),
];

/// Everything that is not about a form or a session.
#[component]
pub fn Basics() -> impl IntoView {
    view! {
        <Colours/>
        <Type/>
        <Pictograms/>
        <Buttons/>
        <Ways/>
        <Notices/>
    }
    .into_any()
}

#[component]
fn Colours() -> impl IntoView {
    let pair = |(text, ground): (&'static str, &'static str)| {
        view! {
            <svg width="190" height="56" aria-hidden="true">
                <rect width="190" height="56" fill=format!("var(--{ground})")></rect>
                <text x="95" y="34" text-anchor="middle" fill=format!("var(--{text})")>
                    {format!("{text} / {ground}")}
                </text>
            </svg>
        }
    };
    view! { <Part name="Colours"><div class="actions">{PAIRS.map(pair).collect_view()}</div></Part> }
}

#[component]
fn Type() -> impl IntoView {
    let home = t(use_lang()).home();
    view! {
        <Part name="Type">
            <p class="lead">{home.lead}</p>
            <h3>{home.choose}</h3>
            <p>{home.choose_text}" "<a href="#main">{home.see_calendar}</a></p>
            <p class="quiet-text">{home.keep_text}</p>
        </Part>
    }
}

#[component]
fn Pictograms() -> impl IntoView {
    let badge = |icon: Icon| {
        let name = icon.href().trim_start_matches("#i-");
        view! { <li lang="en"><Pictogram icon/>{name}</li> }
    };
    view! {
        <Part name="Logo and pictograms">
            <p><Logo/></p>
            <ul class="badges">{Icon::ALL.map(badge).collect_view()}</ul>
        </Part>
    }
}

#[component]
fn Buttons() -> impl IntoView {
    let texts = t(use_lang());
    let (sign_up, back) = (texts.session().sign_up, texts.common().to_calendar);
    view! {
        <Part name="Buttons">
            <p class="actions">
                <a class="button" href="#main">{sign_up}</a>
                <a class="button" href="#main"><Pictogram icon=Icon::Calendar/>{back}</a>
                <a class="button quiet" href="#main">{back}</a>
                <button type="button" class="button">{sign_up}</button>
                <button type="button" class="button quiet">{back}</button>
                <button type="button" class="button alarm">{texts.absence().confirm}</button>
                <button type="button" class="button" disabled=true>{sign_up}</button>
                <button type="button" class="button" aria-busy="true">{sign_up}</button>
            </p>
            <p><button type="button" class="button wide">{sign_up}</button></p>
        </Part>
    }
}

#[component]
fn Ways() -> impl IntoView {
    let texts = t(use_lang());
    let (calendar, session) = (texts.calendar(), texts.session());
    view! {
        <Part name="Ways: back, segments, pager, chips, details">
            <p><a class="back" href="#main"><Pictogram icon=Icon::Back/>{texts.common().to_calendar}</a></p>
            <nav class="segments" aria-label="Segments">
                <a href="#main" aria-current="page">{calendar.week}</a>
                <a href="#main">{calendar.week_after}</a>
            </nav>
            <nav class="pager" aria-label="Pager">
                <a href="#main" rel="prev"><Pictogram icon=Icon::Back/>{calendar.week_before}</a>
                <a href="#main">{calendar.today}</a>
                <a href="#main" rel="next">{calendar.week_after}<Pictogram icon=Icon::On/></a>
            </nav>
            <ul class="chips">
                <li><a href="#main">{session.women_only}<Pictogram icon=Icon::Close/></a></li>
                <li><a href="#main">{session.step_free}<Pictogram icon=Icon::Close/></a></li>
            </ul>
            <details><summary>{session.other_sessions}</summary><p>{texts.home().keep_text}</p></details>
            <details open=true>
                <summary>{session.other_sessions}</summary>
                <p>{texts.home().keep_text}</p>
            </details>
        </Part>
    }
}

#[component]
fn Notices() -> impl IntoView {
    let texts = t(use_lang());
    let common = texts.common();
    view! {
        <Part name="Notices, nothing, not yet">
            <p class="notice">{texts.done().waiting_text}</p>
            <p class="notice good">{texts.done().confirmed_text}</p>
            <p class="notice warn">{common.offline}</p>
            <p class="notice sample">{common.sample}</p>
            <div class="problem"><p>{common.failed}</p></div>
            <Empty icon=Icon::Calendar text=texts.calendar().none>
                <p class="actions"><a class="button" href="#main">{common.to_calendar}</a></p>
            </Empty>
            <Waiting/>
        </Part>
    }
}
