//! A small programme, and how tests import it.

use domain::{
    lang::Localised,
    moment::{WallDate, WallTime},
    programme::{
        CalendarDay, ChildAgeBand, Childcare, Cluster, Colour, Course, FundingProject, Holiday,
        Hours, Hub, Instance, InstanceKind, Logo, Opening, Organisation, Picture, PlannedDay,
        Programme, Room, Session, Shape, TeachingLanguage, Theme, Weekday,
    },
};
use jiff::Timestamp;
use store::{
    Store,
    programme::{Import, Report},
};

use crate::common::now;

pub fn text(word: &str) -> Localised {
    Localised {
        ar: format!("{word} ar"),
        fr: format!("{word} fr"),
        en: word.to_owned(),
    }
}

pub fn time(hour: u8) -> WallTime {
    WallTime { hour, minute: 0 }
}

pub fn date(text: &str) -> WallDate {
    WallDate::parse(text).unwrap()
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn session(slug: &str, day: PlannedDay, start: u8) -> Session {
    Session {
        slug: slug.into(),
        room: "room".into(),
        day,
        start: time(start),
        end: time(start + 1),
    }
}

pub fn week(week: u16, weekday: Weekday) -> PlannedDay {
    PlannedDay::Week { week, weekday }
}

pub fn instance(slug: &str, kind: InstanceKind, seats: u32, sessions: Vec<Session>) -> Instance {
    Instance {
        slug: slug.into(),
        kind,
        seats,
        childcare: Vec::new(),
        closes: None,
        is_sample: true,
        sessions,
    }
}

pub fn hub() -> Hub {
    Hub {
        slug: "lab".into(),
        organisation: "tcse".into(),
        name: text("Lab"),
        summary: text("a lab"),
        address: text("Medina"),
        landmark: text("rue du Pacha"),
        phone: "+216 00 000 001".into(),
        phone_is_sample: true,
        hours_are_sample: true,
        zone: "Africa/Tunis".into(),
        colour: Colour::Blue,
        shape: Shape::Arch,
        hours: vec![
            Hours {
                name: text("usual"),
                openings: vec![opening(8), opening(14)],
                ..Hours::default()
            },
            Hours {
                name: text("summer"),
                days: CalendarDay::parse("07-01").zip(CalendarDay::parse("08-31")),
                to_be_confirmed: false,
                openings: vec![opening(8)],
            },
        ],
        rooms: vec![Room {
            slug: "room".into(),
            name: text("Room"),
            access: text("no steps"),
            capacity: 12,
            step_free: true,
            is_sample: true,
        }],
    }
}

pub fn opening(hour: u8) -> Opening {
    Opening {
        weekday: Weekday::Monday,
        from: time(hour),
        to: time(hour + 4),
    }
}

pub fn course(instances: Vec<Instance>) -> Course {
    Course {
        slug: "course".into(),
        hub: "lab".into(),
        organisation: "tcse".into(),
        theme: Theme::Digital,
        languages: vec![TeachingLanguage::Arabic, TeachingLanguage::French],
        women_only: true,
        title: text("Course"),
        summary: text("summary"),
        audience: text("women"),
        learns: text("things"),
        bring: text("phone"),
        landmark: None,
        questions: Vec::new(),
        funding_projects: vec!["medtown".into()],
        instances,
    }
}

/// A hub, a course of two Tuesdays, and a photoshoot of two slots.
pub fn programme() -> Programme {
    let whole = instance(
        "run",
        InstanceKind::Whole,
        2,
        vec![
            session("run-1", week(1, Weekday::Tuesday), 9),
            session("run-2", week(2, Weekday::Tuesday), 9),
        ],
    );
    let slots = instance(
        "shoot",
        InstanceKind::Slots,
        1,
        vec![
            session("shoot-1", week(1, Weekday::Friday), 9),
            session("shoot-2", week(1, Weekday::Friday), 10),
        ],
    );
    let childcare = vec![Childcare {
        band: ChildAgeBand::From3To5,
        places: 3,
    }];
    Programme {
        cluster: Some(Cluster {
            name: text("Cluster"),
            plans: text("charter"),
            ..Cluster::default()
        }),
        organisations: vec![Organisation {
            slug: "tcse".into(),
            name: text("TCSE"),
            role: text("coaches"),
            about: Some(text("needs")),
        }],
        hubs: vec![hub()],
        holidays: vec![holiday("eid", "2027-03-09")],
        funding_projects: vec![FundingProject {
            slug: "medtown".into(),
            name: text("MedTOWN"),
            summary: Some(text("six countries")),
            statement: text("paid by"),
            disclaimer: text("responsibility"),
            logos: vec![
                Logo {
                    picture: Some(Picture {
                        file: "eu.svg".into(),
                        content: b"<svg/>".to_vec(),
                    }),
                    alt: text("EU"),
                },
                Logo {
                    picture: None,
                    alt: text("In words"),
                },
            ],
        }],
        courses: vec![course(vec![Instance { childcare, ..whole }, slots])],
    }
}

pub fn holiday(slug: &str, day: &str) -> Holiday {
    Holiday {
        slug: slug.into(),
        day: CalendarDay::parse(day).unwrap(),
        days: 1,
        name: text("Holiday"),
        to_be_confirmed: true,
    }
}

pub fn import(programme: &Programme) -> Import {
    Import {
        programme: programme.clone(),
        dry_run: false,
        redate: false,
        now: now(),
    }
}

pub async fn imported(store: &Store, import: Import) -> Report {
    store.write(import).await.unwrap().unwrap()
}

/// Someone who may change seats.
pub async fn administrator(store: &store::Store) -> domain::id::AccountId {
    let create = store::account::Create {
        email: domain::email::EmailAddress::parse("admin@town.example").unwrap(),
        display_name: None,
        password_hash: "hash".into(),
        role: domain::role::Role::Administrator,
        hubs: store::account::HubChoice::All,
        at: crate::common::now(),
    };
    match store.write(create).await.unwrap() {
        store::account::Created::Account(account) => account,
        other => panic!("not created: {other:?}"),
    }
}
