//! The roll's page: the session, the light, the counts, and a row for each.

use domain::moment::{long_date, time_range};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    ShowRoll,
    light::{RollCounts, SavingLight},
    row::Row,
    tap::Taps,
};
use crate::{
    ask::ask,
    i18n::{fill, t, use_lang},
    routes,
    staff::{
        frame::{SignedInAs, StaffHead, guarded},
        model::{self, DaySession},
    },
};

/// The roll of the session in the address.
#[component]
pub fn RollPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let session = move || params.read().get("id").unwrap_or_default();
    let roll = ask(move || ShowRoll {
        lang,
        session: session(),
    });
    let here = move || {
        let id = params.read_untracked().get("id").unwrap_or_default();
        id.parse()
            .map_or_else(|_| routes::today(lang), |id| routes::roll(lang, id))
    };
    guarded(roll, here, |page| view! { <Roll page/> })
}

#[component]
fn Roll(page: model::RollPage) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).staff().roll;
    let (session, date) = (page.session.id, page.session.when.date);
    let taps: Vec<Taps> = page
        .rows
        .iter()
        .map(|row| Taps::new(lang, session, row))
        .collect();
    let rows = page.rows.into_iter().zip(taps.clone());
    let rows = rows
        .map(|(row, taps)| view! { <Row row session date taps/> })
        .collect_view();
    let nobody = taps
        .is_empty()
        .then(|| view! { <p class="notice">{texts.nobody}</p> });
    let taps = StoredValue::new(taps);
    view! {
        <StaffHead title=format!("{} – {}", texts.title, page.session.title)/>
        <SignedInAs me=page.me/>
        <About session=page.session/>
        <div class="roll-top">
            <SavingLight rows=taps here=routes::roll(lang, session)/>
            <RollCounts rows=taps/>
        </div>
        {nobody}
        <ul class="roll" data-live="">{rows}</ul>
    }
}

/// Which session this is, and the way back to its day.
#[component]
fn About(session: DaySession) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).staff().roll;
    let times = time_range(session.when.from, session.when.to);
    view! {
        <p class="way">
            <a href=routes::staff_day(lang, session.when.date)>{texts.to_day}</a>
            " · "
            <a href=routes::instance(lang, session.instance)>{t(lang).desk().runs.open}</a>
        </p>
        <h1>{fill(texts.heading, &[("title", &session.title)])}</h1>
        <p>
            {long_date(lang, session.when.date)}
            " "
            <bdi class="time">{times}</bdi>
            " · "
            {session.hub}
            " · "
            {session.room}
        </p>
    }
}
