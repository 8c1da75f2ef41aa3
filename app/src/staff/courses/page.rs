//! The list of runs: a filter that is a plain form, and a card for each run.

use domain::moment::date_range;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::ShowCourses;
use crate::{
    ask::ask,
    i18n::{fill, t, use_lang},
    routes,
    staff::{
        desk_model::{Courses, Figures, Moment, Run},
        frame::{SignedInAs, StaffHead, guarded},
        parts::moment_text,
    },
};

/// The runs of one's hubs.
#[component]
pub fn CoursesPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_query_map();
    let wish = move || {
        let query = query.read();
        let of = |name: &str| query.get(name).unwrap_or_default();
        (of("hub"), of("when"))
    };
    let courses = ask(move || {
        let (hub, when) = wish();
        ShowCourses { lang, hub, when }
    });
    let here = move || {
        let (hub, when) = wish();
        routes::courses_of(lang, &hub, &when)
    };
    guarded(courses, here, |courses| view! { <List courses/> })
}

#[component]
fn List(courses: Courses) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().runs;
    let may_see_names = courses.me.may_see_rolls;
    let count = courses.runs.len() as u64;
    let none = courses.runs.is_empty();
    let oversee = courses.me.may_oversee.then(|| {
        view! { <p class="way"><a href=routes::phones(lang)>{t(lang).desk().phone.title}</a></p> }
    });
    let duplicates = may_see_names.then(|| {
        view! { <p class="way"><a href=routes::duplicates(lang)>{t(lang).joining().title}</a></p> }
    });
    let more = courses.more.then(|| texts.more.of(lang, count));
    let filter = view! { <Filter hubs=courses.hubs hub=courses.hub past=courses.past/> };
    let each = |run| view! { <RunCard run may_see_names/> };
    let runs = courses.runs.into_iter().map(each).collect_view();
    view! {
        <StaffHead title=texts.title/>
        <SignedInAs me=courses.me/>
        <h1>{texts.title}</h1>
        {filter}
        {none.then(|| view! { <p class="notice">{texts.none}</p> })}
        <ul class="cards">{runs}</ul>
        {more.map(|more| view! { <p class="hint">{more}</p> })}
        {duplicates}
        {oversee}
    }
}

/// Which hub, and whether to come or past.
#[component]
fn Filter(hubs: Vec<(String, String)>, hub: String, past: bool) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().runs;
    let of_hub = (hubs.len() > 1).then(|| {
        let option = |(slug, name): (String, String)| {
            let selected = slug == hub;
            view! { <option value=slug selected=selected>{name}</option> }
        };
        let options = hubs.into_iter().map(option).collect_view();
        view! {
            <div class="field">
                <label for="hub">{texts.hub}</label>
                <select id="hub" name="hub">
                    <option value="">{texts.all_hubs}</option>
                    {options}
                </select>
            </div>
        }
    });
    view! {
        <form class="filter" method="get" action=routes::courses(lang) aria-label=texts.filter>
            {of_hub}
            <div class="field">
                <label for="when">{texts.period}</label>
                <select id="when" name="when">
                    <option value="">{texts.coming}</option>
                    <option value="past" selected=past>{texts.past}</option>
                </select>
            </div>
            <button type="submit" class="quiet">{texts.show}</button>
        </form>
    }
}

#[component]
fn RunCard(run: Run, may_see_names: bool) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().runs;
    let label = format!("{}: {}", texts.open, run.title);
    let open = may_see_names.then(|| {
        view! {
            <p>
                <a class="button" href=routes::instance(lang, run.id) aria-label=label>
                    {texts.open}
                </a>
            </p>
        }
    });
    let pool = |(at, figures)| view! { <PoolLine at figures/> };
    let pools = run.pools.into_iter().map(pool).collect_view();
    view! {
        <li class="card">
            <h2>{run.title}</h2>
            <p>{run.hub}</p>
            <p>
                {date_range(lang, run.from, run.to)}
                " · "
                {texts.sessions.of(lang, run.sessions)}
            </p>
            <ul class="pool-lines">{pools}</ul>
            {open}
        </li>
    }
}

#[component]
fn PoolLine(at: Option<Moment>, figures: Figures) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().runs;
    let what = at.map_or_else(|| texts.whole.to_owned(), |at| moment_text(lang, at));
    let is_full = figures.taken >= figures.capacity;
    view! {
        <li class=if is_full { "full" } else { "left" }>
            <span>{what}</span>
            " "
            <strong>{figures_text(texts.taken, figures)}</strong>
            " · "
            {texts.waiting.of(lang, figures.waiting)}
        </li>
    }
}

/// "3 of 12 taken".
#[must_use]
pub fn figures_text(text: &str, figures: Figures) -> String {
    let (taken, capacity) = (figures.taken.to_string(), figures.capacity.to_string());
    fill(text, &[("taken", &taken), ("capacity", &capacity)])
}
