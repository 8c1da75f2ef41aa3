//! The guide's sessions, hubs and facts, of data that nobody planned.
//! Left to the pages: which of them stand together.

use domain::{
    moment::{WallDate, WallTime},
    programme::{Colour, Shape},
};
use leptos::prelude::*;

use super::Part;
use crate::{
    components::{
        facts::{Bring, Fact, PhoneBlock, PhoneLink, SampleNote},
        icon::{HubName, HubShape, Icon, hue},
        listen::Listen,
        places::RoomAccess,
        session::{Card, Lines, LongWhen, SeatsLeft, SignUpLink},
        thanks::Acknowledgement,
    },
    i18n::{t, use_lang},
    public::model::{
        Access, HubMark, Logo, Phone, Pool, Room, Seats, SessionCard, SessionLine, Thanks, When,
    },
};

/// Everything that shows the programme.
#[component]
pub fn Programme() -> impl IntoView {
    view! {
        <Cards/>
        <Hubs/>
        <Run/>
        <Facts/>
        <Table/>
    }
    .into_any()
}

/// Ways in which a card can be: how full, whose, and whether it is over.
fn cards() -> [SessionCard; 4] {
    let ways = [
        (Seats::Left(3), Colour::Blue, Shape::Arch),
        (Seats::Full(2), Colour::Terracotta, Shape::Star),
        (Seats::Closed, Colour::Sand, Shape::Lozenge),
        (Seats::Left(1), Colour::Green, Shape::Circle),
    ];
    let hours = [9, 14, 18, 9];
    let mut cards = ways.map(|(seats, colour, shape)| card(seats, hub(colour, shape)));
    for (card, hour) in cards.iter_mut().zip(hours) {
        card.when.from.hour = hour;
        card.when.to.hour = hour + 2;
    }
    cards[3].is_over = true;
    cards
}

fn card(seats: Seats, hub: HubMark) -> SessionCard {
    SessionCard {
        slug: "none".into(),
        title: t(use_lang()).home().choose.into(),
        room: hub.name.clone(),
        hub,
        when: when(),
        pool: pool(seats),
        access: Access {
            women_only: true,
            step_free: true,
            childcare_places: 4,
        },
        is_over: false,
        run: None,
    }
}

fn when() -> When {
    let at = |hour| WallTime { hour, minute: 0 };
    When {
        date: WallDate {
            year: 2026,
            month: 12,
            day: 1,
        },
        from: at(9),
        to: at(11),
    }
}

fn pool(seats: Seats) -> Pool {
    Pool {
        slug: "none".into(),
        seats,
    }
}

fn hub(colour: Colour, shape: Shape) -> HubMark {
    HubMark {
        name: t(use_lang()).home().hubs_heading.into(),
        colour,
        shape,
    }
}

fn phone() -> Phone {
    Phone {
        shown: "+216 00 000 001".into(),
        dialled: "+21600000001".into(),
        is_sample: true,
    }
}

#[component]
fn Cards() -> impl IntoView {
    let card = |session| view! { <Card session dated=true/> };
    view! {
        <Part name="Sessions as cards">
            <ul class="cards">{cards().map(card).collect_view()}</ul>
        </Part>
    }
}

#[component]
fn Hubs() -> impl IntoView {
    let one = |card: SessionCard| {
        let class = format!("card hub-card {}", hue(&card.hub));
        view! {
            <li class=class>
                <h3><HubShape shape=card.hub.shape/>{card.hub.name}</h3>
                <p><PhoneLink phone=phone()/></p>
            </li>
        }
    };
    let block = |card: SessionCard| view! { <li><PhoneBlock hub=card.hub phone=phone()/></li> };
    view! {
        <Part name="Hubs and their phones">
            <ul class="cards">{cards().map(one).collect_view()}</ul>
            <ul class="lines">{cards().map(block).collect_view()}</ul>
        </Part>
    }
}

#[component]
fn Run() -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).course();
    let lines = [None, Some(pool(Seats::Left(1))), Some(pool(Seats::Full(0)))];
    let line = |slot| SessionLine {
        slug: "none".into(),
        when: when(),
        room: String::new(),
        slot,
        is_over: false,
    };
    view! {
        <Part name="A run">
            <div class="card run">
                <h3>{texts.whole.of(lang, 3)}</h3>
                <Lines lines=lines.map(line).into()/>
                <SeatsLeft seats=Seats::Left(12)/>
                <SignUpLink pool=pool(Seats::Left(12)) what=texts.dates.into()/>
            </div>
        </Part>
    }
}

#[component]
fn Facts() -> impl IntoView {
    let texts = t(use_lang());
    let home = texts.home();
    let logo = Logo {
        picture: None,
        alt: home.title.into(),
    };
    let room = move |step_free| Room {
        name: texts.session().place.into(),
        access: home.keep_text.into(),
        capacity: 12,
        step_free,
    };
    let thanks = Thanks {
        slug: String::new(),
        logos: vec![logo],
        name: home.title.into(),
        statement: home.description.into(),
        disclaimer: texts.common().sample.into(),
    };
    view! {
        <Part name="Facts, thanks, sample">
            <dl class="facts">
                <Fact icon=Icon::Clock name=texts.session().when><LongWhen when=when()/></Fact>
                <Fact icon=Icon::Pin name=texts.session().place>
                    <HubName hub=hub(Colour::Blue, Shape::Arch)/>
                </Fact>
                <Fact icon=Icon::Home name=texts.session().access>
                    <RoomAccess room=room(true)/>
                    <RoomAccess room=room(false)/>
                </Fact>
                <Fact icon=Icon::Route name=texts.session().route>{home.choose_text}</Fact>
                <Bring things=vec![home.keep.into(), home.sign_up.into()] name=texts.session().bring/>
            </dl>
            <Listen said=vec![home.lead.into()]/>
            <Acknowledgement thanks=vec![thanks]/>
            <SampleNote/>
        </Part>
    }
}

#[component]
fn Table() -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).session();
    let row = move |count: u64| {
        let places = texts.places_left.of(lang, count);
        view! { <tr><th scope="row">{texts.arabic}</th><td><bdi>{count}</bdi></td><td>{places}</td></tr> }
    };
    view! {
        <Part name="Table">
            <section class="scrolls" aria-labelledby="table-name" tabindex="0">
                <table>
                    <caption id="table-name">{texts.language}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{texts.language}</th>
                            <th scope="col">{texts.place}</th>
                            <th scope="col">{texts.when}</th>
                        </tr>
                    </thead>
                    <tbody>{[1, 3, 12].map(row).collect_view()}</tbody>
                </table>
            </section>
        </Part>
    }
}
