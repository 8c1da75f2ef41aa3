//! The calendar's view: what stands around the days. Everything that a person may want to
//! share or return to stands in the address.

use domain::calendar::{CalendarQuery, View};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{
    ShowCalendar,
    agenda::Agenda,
    empty::Empty,
    filters::{Chips, FilterForm},
    live::{Live, use_live},
    model::CalendarDays,
    month::MonthGrid,
    toolbar::{NextFreePlace, PeriodNav, Regimes, Views},
    week::WeekGrid,
};
use crate::{
    ask::ask_keeping,
    components::{head::PublicHead, loaded::loaded},
    i18n::{t, use_lang},
    platform::page::remember_scroll,
};

/// The calendar.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let search = use_location().search;
    let query = Memo::new(move |_| CalendarQuery::parse(&search.read()));
    let live = Live::new(lang, query);
    provide_context(live);
    let question = move || ShowCalendar {
        lang,
        query: query.read().to_query_string(),
    };
    let days = ask_keeping(live.kept(), question);
    live.watch(days);
    view! {
        <PublicHead title=texts.title.to_owned() description=texts.description.to_owned()/>
        <div on:click=move |_| remember_scroll()>
            <div class="calendar-top">
                <h1>{texts.title}</h1>
                <Views query/>
            </div>
            <FilterForm query/>
            {loaded(days, |days| view! { <Days days/> })}
        </div>
        <p class="heard" role="status">{move || live.said()}</p>
    }
}

#[component]
fn Days(days: CalendarDays) -> impl IntoView {
    if let Some(live) = use_live() {
        live.stands(&days);
    }
    let CalendarDays {
        query,
        hub,
        today,
        total,
        days,
        regimes,
        next_free,
        nothing,
    } = days;
    let shown = match query.view {
        View::Agenda => view! { <Agenda days today/> }.into_any(),
        View::Week => view! { <WeekGrid days today query=query.clone()/> }.into_any(),
        View::Month => view! { <MonthGrid days today query=query.clone()/> }.into_any(),
    };
    // Who has narrowed the days wants those, and on a phone the first of them in sight.
    let is_narrowed = query.filter.active().next().is_some();
    let (before, after) = match is_narrowed {
        true => (None, Some(next_free)),
        false => (Some(next_free), None),
    };
    let next_free = |next_free| view! { <NextFreePlace next_free/> };
    view! {
        <Chips filter=query.filter.clone() query=query.clone() hub=hub.clone()/>
        {before.map(next_free)}
        <PeriodNav query=query.clone() today total/>
        <Regimes regimes/>
        {shown}
        {after.map(next_free)}
        {nothing.map(|nothing| view! { <Empty nothing query hub/> })}
    }
}
