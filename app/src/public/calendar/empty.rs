//! Where there is no session: says so, and what she can do.
//! Which of the filters is to blame is found out by the server.

use domain::{
    calendar::CalendarQuery,
    moment::{WallDate, long_date},
};
use leptos::prelude::*;

use super::{filters::name_of, live::use_live, model::Nothing, toolbar::PERIOD};
use crate::{
    components::{
        facts::PhoneLink,
        icon::{HubName, Icon, Pictogram},
    },
    i18n::{fill, t, use_lang},
    routes,
};

/// No session in the days shown.
#[component]
pub fn Empty(
    /// What to do.
    nothing: Nothing,
    /// What is shown.
    query: CalendarQuery,
    /// The name of the hub that it is narrowed to.
    hub: Option<String>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).calendar();
    let is_filtered = query.filter.active().next().is_some();
    let wider = nothing.without.map(|(facet, number)| {
        let name = name_of(lang, facet, &query.filter, hub.as_deref());
        let sessions = texts.sessions.of(lang, number);
        let text = fill(texts.without, &[("name", &name), ("sessions", &sessions)]);
        let to = query.filtered(query.filter.without(facet));
        view! { <a class="button quiet" href=routes::calendar_at(lang, &to) data-noscroll="">{text}</a> }
    });
    let none_later = nothing.next.is_none().then_some(texts.none_later);
    let next = nothing
        .next
        .map(|date| view! { <Later date query=query.clone()/> });
    let phone = |(mark, phone)| view! { <li><HubName hub=mark/>" "<PhoneLink phone/></li> };
    let live = use_live();
    let focus_on_days = move || {
        if let Some(live) = live {
            live.focus_then(PERIOD);
        }
    };
    view! {
        <section class="empty">
            <Pictogram icon=Icon::Calendar/>
            <h2>{if is_filtered { texts.none_filtered } else { texts.none }}</h2>
            {none_later.map(|text| view! { <p>{text}</p> })}
            <p class="actions" on:click=move |_| focus_on_days()>{next}{wider}</p>
            <p>{texts.call}</p>
            <ul class="phones">{nothing.phones.into_iter().map(phone).collect_view()}</ul>
        </section>
    }
}

/// The way to the next day that has a session.
#[component]
fn Later(date: WallDate, query: CalendarQuery) -> impl IntoView {
    let lang = use_lang();
    let text = fill(
        t(lang).calendar().next_with,
        &[("date", &long_date(lang, date))],
    );
    let href = routes::calendar_at(lang, &query.at(Some(date)));
    view! { <a class="button" href=href data-noscroll="">{text}</a> }
}
