//! A hub's view.

use domain::{
    lang::Lang,
    moment::{WallDate, date_range, day_month, long_date, time_range, weekday_name},
    programme::{Door, Stretch},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::ShowHub;
use crate::{
    components::{
        facts::{Fact, PhoneLink},
        head::PublicHead,
        icon::{HubName, Icon, Pictogram},
        missing::{Kind, Missing},
        page_top::PageTop,
        places::{Courses, RoomAccess},
        session::Card,
    },
    i18n::{fill, t, use_lang},
    public::model::{self, Holiday, Regime, Room, SessionCard},
    routes,
    still::still,
};

/// A hub.
#[component]
pub fn HubPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let slug = move || params.read().get("slug").unwrap_or_default();
    still(
        move || ShowHub { lang, slug: slug() },
        |hub| match hub {
            Some(hub) => view! { <Hub hub/> }.into_any(),
            None => view! { <Missing kind=Kind::Hub/> }.into_any(),
        },
    )
}

#[component]
fn Hub(hub: model::HubPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let card = hub.card.clone();
    let description = format!("{} {}", card.summary, card.address);
    view! {
        <PublicHead title=card.mark.name.clone() description/>
        <article>
            <PageTop href=routes::cluster(lang) name=texts.cluster().link/>
            <h1 class="hub-title"><HubName hub=card.mark/></h1>
            <p class="lead">{card.summary}</p>
            <DoorNow door=hub.door today=hub.today/>
            <dl class="facts">
                <Fact icon=Icon::Pin name=texts.session().place>{card.address}</Fact>
                <Fact icon=Icon::Route name=texts.session().route>{hub.route}</Fact>
                <Fact icon=Icon::Call name=texts.common().questions><PhoneLink phone=card.phone/></Fact>
                <Fact icon=Icon::Organisation name=texts.hub().kept_by>
                    <a href=routes::organisation(lang, &hub.kept_by.slug)>{hub.kept_by.name}</a>
                </Fact>
            </dl>
            <Next next=hub.next slug=card.slug/>
            <Courses courses=hub.courses heading=texts.hub().courses at_hub=true/>
            <Rooms rooms=hub.rooms/>
            <OpeningHours regimes=hub.regimes is_sample=hub.hours_are_sample/>
            <Holidays holidays=hub.holidays/>
        </article>
    }
}

/// Whether the door is open as the page was made, and when it changes.
#[component]
fn DoorNow(door: Door, today: WallDate) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).hub();
    let (class, text) = match door {
        Door::OpenUntil(time) => (
            "door open",
            fill(texts.open_until, &[("time", &time.to_string())]),
        ),
        Door::ShutUntil(date, time) if date == today => (
            "door",
            fill(texts.opens_today, &[("time", &time.to_string())]),
        ),
        Door::ShutUntil(date, time) => (
            "door",
            fill(
                texts.opens_on,
                &[("day", &day_name(lang, date)), ("time", &time.to_string())],
            ),
        ),
        Door::Shut => ("door", texts.shut.to_owned()),
    };
    view! { <p class=class><Pictogram icon=Icon::Clock/>{text}</p> }
}

/// `Monday 30 November`: the year goes without saying so near.
fn day_name(lang: Lang, date: WallDate) -> String {
    format!(
        "{} {}",
        weekday_name(lang, date.weekday()),
        day_month(lang, date)
    )
}

#[component]
fn Next(next: Vec<SessionCard>, slug: String) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).hub();
    let list = if next.is_empty() {
        view! { <p>{texts.next_none}</p> }.into_any()
    } else {
        let cards = next
            .into_iter()
            .map(|session| view! { <Card session dated=true/> });
        view! { <ul class="cards">{cards.collect_view()}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="next">
            <h2 id="next">{texts.next}</h2>
            {list}
            <p class="actions">
                <a class="button" href=routes::calendar_of_hub(lang, &slug)>
                    <Pictogram icon=Icon::Calendar/>
                    {texts.all_dates}
                </a>
            </p>
        </section>
    }
}

#[component]
fn Rooms(rooms: Vec<Room>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).hub();
    let room = |room: Room| {
        let holds = texts.room_holds.of(lang, room.capacity);
        view! {
            <li>
                <RoomAccess room/>
                <p class="quiet-text"><Pictogram icon=Icon::People/>" "{holds}</p>
            </li>
        }
    };
    (!rooms.is_empty()).then(|| {
        view! {
            <section aria-labelledby="rooms">
                <h2 id="rooms">{texts.rooms}</h2>
                <ul class="rooms">{rooms.into_iter().map(room).collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn OpeningHours(regimes: Vec<Regime>, is_sample: bool) -> impl IntoView {
    let texts = t(use_lang()).hub();
    let sample = is_sample.then(|| view! { <p class="notice sample">{texts.sample_hours}</p> });
    let tables = regimes
        .into_iter()
        .map(|regime| view! { <RegimeTable regime/> });
    view! {
        <section aria-labelledby="hours">
            <h2 id="hours">{texts.hours}</h2>
            {sample}
            <div class="regimes">{tables.collect_view()}</div>
        </section>
    }
}

#[component]
fn RegimeTable(regime: Regime) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).hub();
    let days = regime
        .days
        .map(|(from, to)| view! { <span class="dates">{date_range(lang, from, to)}</span> });
    let unsure = regime
        .is_unsure
        .then(|| view! { <span class="tag">{texts.unsure}</span> });
    let now = regime
        .is_in_force
        .then(|| view! { <span class="tag now">{texts.in_force}</span> });
    let row = |stretch: Stretch| {
        let spans = stretch.spans.iter();
        let spans = spans.map(|(from, to)| view! { <bdi>{time_range(*from, *to)}</bdi> });
        view! {
            <tr>
                <th scope="row">{days_of(lang, &stretch)}</th>
                <td>{spans.collect_view()}</td>
            </tr>
        }
    };
    view! {
        <table>
            <caption>{regime.name}" "{now}{days}{unsure}</caption>
            <tbody>{regime.week.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn days_of(lang: Lang, stretch: &Stretch) -> String {
    let name = |day| weekday_name(lang, day);
    if stretch.first == stretch.last {
        return name(stretch.first).to_owned();
    }
    let ends = [("from", name(stretch.first)), ("to", name(stretch.last))];
    fill(t(lang).hub().days, &ends)
}

#[component]
fn Holidays(holidays: Vec<(WallDate, Holiday)>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).hub();
    let line = |(date, holiday): (WallDate, Holiday)| {
        let unsure = holiday
            .is_unsure
            .then(|| view! { " "<span class="tag">{texts.unsure}</span> });
        view! { <li>{long_date(lang, date)}" – "{holiday.name}{unsure}</li> }
    };
    (!holidays.is_empty()).then(|| {
        view! {
            <section aria-labelledby="holidays">
                <h2 id="holidays">{texts.holidays}</h2>
                <ul>{holidays.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}
