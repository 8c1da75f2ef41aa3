//! A programme of as many sessions as asked for: about twenty a week, as two hubs with three
//! rooms each keep up, so that more sessions mean more weeks and not fuller ones.

use std::collections::HashSet;

use domain::{
    lang::Localised,
    moment::{WallDate, WallTime},
    programme::{
        ChildAgeBand, Childcare, Colour, Course, FundingProject, Hours, Hub, Instance,
        InstanceKind, Opening, Organisation, PlannedDay, Programme, Room, Session, Shape,
        TeachingLanguage, Theme, Weekday,
    },
};
use jiff::Timestamp;
use store::{Store, programme::Import};

use crate::{Populate, dice::Dice};

/// Where both hubs are.
pub const ZONE: &str = "Africa/Tunis";

const SESSIONS_A_WEEK: usize = 20;
const ROOMS: usize = 3;
const HUBS: [(&str, &str, Colour, Shape); 2] = [
    ("lab", "المخبر الرقمي", Colour::Blue, Shape::Arch),
    ("studio", "استوديو الصورة", Colour::Terracotta, Shape::Star),
];
/// Title in Arabic, French and English, and what it is about.
const COURSES: [(&str, &str, &str, Theme); 8] = [
    (
        "الحاسوب خطوة بخطوة",
        "L’ordinateur pas à pas",
        "The computer step by step",
        Theme::Digital,
    ),
    (
        "البيع على الإنترنت",
        "Vendre en ligne",
        "Selling online",
        Theme::Marketing,
    ),
    (
        "صور المنتجات بالهاتف",
        "Photographier ses produits",
        "Pictures of your products",
        Theme::Image,
    ),
    (
        "الخياطة والتصميم",
        "Couture et design",
        "Sewing and design",
        Theme::Design,
    ),
    (
        "صفحة فيسبوك لمشروعي",
        "Une page pour mon projet",
        "A page for my project",
        Theme::Marketing,
    ),
    (
        "مونتاج الفيديو",
        "Montage vidéo",
        "Cutting films",
        Theme::Image,
    ),
    ("جداول الحساب", "Le tableur", "Spreadsheets", Theme::Digital),
    (
        "إعادة تدوير النسيج",
        "Recycler le textile",
        "Recycling cloth",
        Theme::Design,
    ),
];
const STARTS: [u8; 4] = [9, 11, 14, 16];

/// Imports it, through the store's own import.
pub async fn import(
    store: &Store,
    wanted: &Populate,
    today: WallDate,
    dice: &mut Dice,
) -> anyhow::Result<()> {
    let programme = programme(wanted, today, dice);
    let sessions = programme.sessions().count();
    eprintln!("importing {sessions} sessions …");
    let import = Import {
        programme,
        dry_run: false,
        redate: false,
        now: Timestamp::now(),
    };
    store
        .write(import)
        .await?
        .map(drop)
        .map_err(|refused| anyhow::anyhow!("refused: {:?}", refused.reasons))
}

fn programme(wanted: &Populate, today: WallDate, dice: &mut Dice) -> Programme {
    let mut courses: Vec<Course> = HUBS
        .iter()
        .flat_map(|(hub, ..)| (0..COURSES.len()).map(move |nth| course(hub, nth)))
        .collect();
    let weeks = wanted.sessions.div_ceil(SESSIONS_A_WEEK).max(1);
    let ahead = weeks.div_ceil(wanted.one_ahead_in.max(1));
    let mut plan = Plan {
        first: today.monday().plus_days(-7 * days(weeks - ahead)),
        weeks,
        taken: HashSet::new(),
        left: wanted.sessions,
    };
    let mut nth = 0;
    while plan.left > 0 {
        let of = dice.below(courses.len());
        let course = &mut courses[of];
        let mut instance = plan.instance(nth, course, dice);
        instance.seats = wanted.seats.unwrap_or(instance.seats);
        course.instances.push(instance);
        nth += 1;
    }
    Programme {
        organisations: vec![organisation()],
        hubs: HUBS.map(hub).into(),
        funding_projects: vec![project()],
        courses,
        ..Programme::default()
    }
}

/// Which rooms are taken when, and how many sessions are still to be placed.
struct Plan {
    first: WallDate,
    weeks: usize,
    taken: HashSet<(usize, usize, usize, String)>,
    left: usize,
}

impl Plan {
    fn instance(&mut self, nth: usize, course: &Course, dice: &mut Dice) -> Instance {
        let slug = format!("run-{nth}");
        let is_slots = dice.once_in(8);
        let sessions = (1 + dice.below(3)).min(self.left);
        self.left -= sessions;
        let (seats, childcare) = match is_slots {
            true => (1 + dice.below(3), Vec::new()),
            false => (12 + dice.below(37), childcare(dice)),
        };
        Instance {
            kind: match is_slots {
                true => InstanceKind::Slots,
                false => InstanceKind::Whole,
            },
            seats: u32::try_from(seats).unwrap_or(12),
            childcare,
            closes: None,
            is_sample: true,
            sessions: self.sessions(&slug, sessions, &course.hub, dice),
            slug,
        }
    }

    /// Sessions on one weekday, week after week, where the room is free.
    fn sessions(&mut self, of: &str, many: usize, hub: &str, dice: &mut Dice) -> Vec<Session> {
        let mut week = dice.below(self.weeks);
        let mut sessions = Vec::with_capacity(many);
        while sessions.len() < many {
            let (day, start) = (dice.below(6), dice.below(STARTS.len()));
            let room = format!("{hub}-room-{}", dice.below(ROOMS));
            if !self.taken.insert((week, day, start, room.clone())) {
                week = dice.below(self.weeks);
                continue;
            }
            let from = STARTS[start];
            sessions.push(Session {
                slug: format!("{of}-{}", sessions.len() + 1),
                room,
                day: PlannedDay::Date(self.first.plus_days(7 * days(week) + days(day))),
                start: hour(from),
                end: hour(from + 2),
            });
            week = (week + 1) % self.weeks;
        }
        sessions
    }
}

fn days(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 14)
}

fn hour(hour: u8) -> WallTime {
    WallTime { hour, minute: 0 }
}

fn childcare(dice: &mut Dice) -> Vec<Childcare> {
    let band = ChildAgeBand::From3To5;
    match dice.once_in(3) {
        true => vec![Childcare { band, places: 4 }],
        false => Vec::new(),
    }
}

fn texts(ar: &str, fr: &str, en: &str) -> Localised {
    Localised {
        ar: ar.to_owned(),
        fr: fr.to_owned(),
        en: en.to_owned(),
    }
}

fn course(hub: &str, nth: usize) -> Course {
    let (ar, fr, en, theme) = COURSES[nth];
    Course {
        slug: format!("{hub}-{nth}"),
        hub: hub.to_owned(),
        organisation: "cluster".to_owned(),
        theme,
        languages: vec![TeachingLanguage::Arabic, TeachingLanguage::French],
        women_only: nth.is_multiple_of(2),
        title: texts(ar, fr, en),
        summary: texts(
            "تكوين قصير وعملي، نتعلّم بالتجربة.",
            "Une formation courte et pratique.",
            "A short and practical training.",
        ),
        audience: texts("كلّ النساء", "Toutes les femmes", "All women"),
        learns: texts(
            "الأساسيات\nتمارين",
            "Les bases\nDes exercices",
            "The basics\nExercises",
        ),
        bring: texts("الهاتف", "Votre téléphone", "Your phone"),
        landmark: None,
        questions: Vec::new(),
        funding_projects: vec!["project".to_owned()],
        instances: Vec::new(),
    }
}

fn hub((slug, name, colour, shape): (&str, &str, Colour, Shape)) -> Hub {
    let opening = |weekday| Opening {
        weekday,
        from: hour(8),
        to: hour(18),
    };
    Hub {
        slug: slug.to_owned(),
        organisation: "cluster".to_owned(),
        name: texts(name, slug, slug),
        summary: texts("فضاء للتكوين", "Un lieu de formation", "A place to learn"),
        address: texts(
            "المدينة العتيقة، تونس",
            "Médina de Tunis",
            "Medina of Tunis",
        ),
        landmark: texts(
            "قرب نهج الباشا",
            "Près de la rue du Pacha",
            "Near the rue du Pacha",
        ),
        phone: "+216 00 000 001".to_owned(),
        phone_is_sample: true,
        hours_are_sample: true,
        zone: ZONE.to_owned(),
        colour,
        shape,
        hours: vec![Hours {
            name: texts("العادي", "Habituel", "Usual"),
            openings: Weekday::ALL.iter().take(6).copied().map(opening).collect(),
            ..Hours::default()
        }],
        rooms: (0..ROOMS).map(|nth| room(slug, nth)).collect(),
    }
}

fn room(hub: &str, nth: usize) -> Room {
    Room {
        slug: format!("{hub}-room-{nth}"),
        name: texts(
            &format!("القاعة {}", nth + 1),
            &format!("Salle {}", nth + 1),
            &format!("Room {}", nth + 1),
        ),
        access: texts("دون درج", "Sans marche", "No steps"),
        capacity: 60,
        step_free: nth == 0,
        is_sample: true,
    }
}

fn organisation() -> Organisation {
    Organisation {
        slug: "cluster".to_owned(),
        name: texts("التجمّع", "Le cluster", "The cluster"),
        role: texts("التكوين", "Formation", "Training"),
        ..Organisation::default()
    }
}

fn project() -> FundingProject {
    FundingProject {
        slug: "project".to_owned(),
        name: texts("المشروع", "Le projet", "The project"),
        statement: texts(
            "بتمويل من المشروع",
            "Financé par le projet",
            "Paid by the project",
        ),
        disclaimer: texts("المحتوى مسؤوليتنا", "Nous en répondons", "Ours alone"),
        ..FundingProject::default()
    }
}
