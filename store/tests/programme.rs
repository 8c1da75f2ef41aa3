//! Importing a programme, and what the calendar then shows.

mod common;

use common::{accepted, now, request};
use domain::{
    enrolment::EnrolmentStatus,
    lang::Localised,
    moment::{WallDate, WallTime},
    programme::{
        CalendarDay, ChildAgeBand, Childcare, Colour, Course, Deadline, FundingProject, Holiday,
        Hours, Hub, Instance, InstanceKind, Logo, Noun, Opening, Organisation, PlannedDay,
        Programme, Room, Session, Shape, TeachingLanguage, Theme, Weekday,
    },
};
use jiff::Timestamp;
use store::{
    Conn, Store, calendar, check, enrolment,
    programme::{Change, Import, Refused, Report},
    testing::stores,
};

fn text(word: &str) -> Localised {
    Localised { ar: format!("{word} ar"), fr: format!("{word} fr"), en: word.to_owned() }
}

fn time(hour: u8) -> WallTime {
    WallTime { hour, minute: 0 }
}

fn date(text: &str) -> WallDate {
    WallDate::parse(text).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn session(slug: &str, day: PlannedDay, start: u8) -> Session {
    Session { slug: slug.into(), room: "room".into(), day, start: time(start), end: time(start + 1) }
}

fn week(week: u16, weekday: Weekday) -> PlannedDay {
    PlannedDay::Week { week, weekday }
}

fn instance(slug: &str, kind: InstanceKind, seats: u32, sessions: Vec<Session>) -> Instance {
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

fn hub() -> Hub {
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
            Hours { name: text("usual"), openings: vec![opening(8), opening(14)], ..Hours::default() },
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

fn opening(hour: u8) -> Opening {
    Opening { weekday: Weekday::Monday, from: time(hour), to: time(hour + 4) }
}

fn course(instances: Vec<Instance>) -> Course {
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
        funding_projects: vec!["medtown".into()],
        instances,
    }
}

/// A hub, a course of two Tuesdays, and a photoshoot of two slots.
fn programme() -> Programme {
    let whole = instance("run", InstanceKind::Whole, 2, vec![
        session("run-1", week(1, Weekday::Tuesday), 9),
        session("run-2", week(2, Weekday::Tuesday), 9),
    ]);
    let slots = instance("shoot", InstanceKind::Slots, 1, vec![
        session("shoot-1", week(1, Weekday::Friday), 9),
        session("shoot-2", week(1, Weekday::Friday), 10),
    ]);
    let childcare = vec![Childcare { band: ChildAgeBand::From3To5, places: 3 }];
    Programme {
        organisations: vec![Organisation {
            slug: "tcse".into(),
            name: text("TCSE"),
            role: text("coaches"),
        }],
        hubs: vec![hub()],
        holidays: vec![holiday("eid", "2027-03-09")],
        funding_projects: vec![FundingProject {
            slug: "medtown".into(),
            name: text("MedTOWN"),
            statement: text("paid by"),
            disclaimer: text("responsibility"),
            logos: vec![Logo { file: "eu.svg".into(), alt: text("EU") }],
        }],
        courses: vec![course(vec![Instance { childcare, ..whole }, slots])],
    }
}

fn holiday(slug: &str, day: &str) -> Holiday {
    Holiday {
        slug: slug.into(),
        day: CalendarDay::parse(day).unwrap(),
        days: 1,
        name: text("Holiday"),
        to_be_confirmed: true,
    }
}

fn import(programme: &Programme) -> Import {
    Import { programme: programme.clone(), dry_run: false, redate: false, now: now() }
}

async fn imported(store: &Store, import: Import) -> Report {
    store.write(import).await.unwrap().unwrap()
}

/// The days on which the sessions of a slug's beginning take place.
async fn days(conn: &mut Conn, begins: &str) -> Vec<String> {
    let from = at("2026-01-01T00:00:00Z");
    let entries = calendar::sessions_between(conn, from, at("2028-01-01T00:00:00Z")).await.unwrap();
    let of = entries.iter().filter(|it| it.slug.starts_with(begins));
    of.map(|it| format!("{} {}", it.slug, &it.starts_at.to_string()[..10])).collect()
}

#[tokio::test]
async fn importing_the_same_file_twice_changes_nothing() {
    for t in stores().await {
        let first = imported(&t.store, import(&programme())).await;
        assert_eq!(first.count(Noun::Session, Change::Created), 4, "{}", t.database);
        let second = imported(&t.store, import(&programme())).await;
        assert!(second.is_unchanged(), "{}: {second:?}", t.database);
        assert_eq!(second.count(Noun::Hub, Change::Unchanged), 1);
    }
}

#[tokio::test]
async fn sample_dates_count_from_the_monday_after_the_first_import_and_then_stay() {
    for t in stores().await {
        // A Monday: week 1 begins with the next one.
        imported(&t.store, import(&programme())).await;
        let first = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(first, ["run-1 2026-12-01", "run-2 2026-12-08"]);

        let later = Import { now: at("2027-02-01T12:00:00Z"), ..import(&programme()) };
        let report = imported(&t.store, later.clone()).await;
        assert!(report.is_unchanged());
        assert_eq!(days(&mut t.store.read().await.unwrap(), "run").await, first);

        let redated = imported(&t.store, Import { redate: true, ..later }).await;
        assert_eq!(redated.count(Noun::Session, Change::Updated), 4);
        let moved = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(moved, ["run-1 2027-02-09", "run-2 2027-02-16"]);
    }
}

#[tokio::test]
async fn a_session_whose_words_change_in_the_file_gets_a_new_date_and_the_others_keep_theirs() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut changed = programme();
        changed.courses[0].instances[0].sessions[1].day = week(3, Weekday::Monday);
        let later = Import { now: at("2027-02-01T12:00:00Z"), ..import(&changed) };
        let report = imported(&t.store, later).await;
        assert_eq!(report.count(Noun::Session, Change::Updated), 1);
        let days = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(days, ["run-1 2026-12-01", "run-2 2026-12-14"]);
    }
}

#[tokio::test]
async fn a_sample_on_a_holiday_goes_to_the_next_week_and_those_after_it_make_room() {
    for t in stores().await {
        let mut programme = programme();
        programme.holidays.push(holiday("tuesday", "12-01"));
        let report = imported(&t.store, import(&programme)).await;
        let days = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(days, ["run-1 2026-12-08", "run-2 2026-12-15"]);
        assert_eq!(report.notes().len(), 2, "{:?}", report.notes());
    }
}

#[tokio::test]
async fn a_settled_session_stays_when_its_day_becomes_a_holiday_and_someone_is_told() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut programme = programme();
        programme.holidays.push(holiday("tuesday", "2026-12-08"));
        let report = imported(&t.store, import(&programme)).await;
        assert_eq!(report.notes(), ["session \"run-2\": 2026-12-08 is a holiday (Holiday)"]);
        let days = days(&mut t.store.read().await.unwrap(), "run").await;
        assert_eq!(days, ["run-1 2026-12-01", "run-2 2026-12-08"]);
    }
}

#[tokio::test]
async fn times_are_those_on_the_wall_in_tunis() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let session = calendar::session(&mut conn, "run-1").await.unwrap().unwrap();
        assert_eq!(session.starts_at, at("2026-12-01T08:00:00Z"));
        assert_eq!(session.ends_at, at("2026-12-01T09:00:00Z"));
        assert!(calendar::session(&mut conn, "run").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_dry_run_tells_the_same_and_writes_nothing() {
    for t in stores().await {
        let dry = Import { dry_run: true, ..import(&programme()) };
        let told = imported(&t.store, dry).await;
        let mut conn = t.store.read().await.unwrap();
        assert!(calendar::hubs(&mut conn).await.unwrap().is_empty());
        drop(conn);
        assert_eq!(imported(&t.store, import(&programme())).await, told);
    }
}

#[tokio::test]
async fn a_file_that_the_database_cannot_follow_is_refused_as_a_whole() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut changed = programme();
        changed.hubs[0].name = text("Another name");
        changed.courses[0].instances[1].kind = InstanceKind::Whole;
        let Refused { reasons } = t.store.write(import(&changed)).await.unwrap().unwrap_err();
        assert_eq!(reasons, ["instance \"shoot\" was \"slots\": make a new one instead"]);
        let mut conn = t.store.read().await.unwrap();
        assert_eq!(calendar::hubs(&mut conn).await.unwrap()[0].name, text("Lab"));
    }
}

#[tokio::test]
async fn a_write_that_fails_in_the_middle_leaves_nothing() {
    for t in stores().await {
        let mut broken = programme();
        // Only the database refuses this one.
        broken.courses[0].instances[0].seats = 0;
        assert!(t.store.write(import(&broken)).await.is_err());
        let mut conn = t.store.read().await.unwrap();
        assert!(calendar::organisations(&mut conn).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_the_file_no_longer_names_is_left_alone_and_told() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut less = programme();
        less.courses[0].instances.remove(1);
        less.hubs[0].hours.pop();
        let report = imported(&t.store, import(&less)).await;
        let left: Vec<_> = report.left_alone().iter().map(|(_, slug)| slug.as_str()).collect();
        assert_eq!(left, ["shoot", "shoot-1", "shoot-2"]);
        // Hours are part of their hub and go with the file.
        assert_eq!(report.count(Noun::Hub, Change::Updated), 1);
        let mut conn = t.store.read().await.unwrap();
        assert_eq!(calendar::hubs(&mut conn).await.unwrap()[0].hours.len(), 1);
        assert!(calendar::session(&mut conn, "shoot-1").await.unwrap().is_some());
    }
}

#[tokio::test]
async fn raised_seats_let_in_who_waits_and_lowered_seats_remove_nobody() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let seats = calendar::seats(&mut conn, "run").await.unwrap().unwrap().seats.id;
        drop(conn);
        let mut receipts = Vec::new();
        for n in 0..4 {
            receipts.push(accepted(t.store.write(request(seats, n)).await.unwrap()));
        }
        assert_eq!(receipts[2].status, EnrolmentStatus::Waitlisted);

        let mut more = programme();
        more.courses[0].instances[0].seats = 3;
        imported(&t.store, import(&more)).await;
        let mut conn = t.store.read().await.unwrap();
        let third = enrolment::view(&mut conn, receipts[2].sign_up).await.unwrap().unwrap();
        assert_eq!(third.status, EnrolmentStatus::Confirmed);
        drop(conn);

        more.courses[0].instances[0].seats = 1;
        let report = imported(&t.store, import(&more)).await;
        assert_eq!(report.notes(), ["\"run\": 1 seats now, and 3 are in: nobody is removed"]);
        let mut conn = t.store.read().await.unwrap();
        let state = calendar::seats(&mut conn, "run").await.unwrap().unwrap().seats;
        assert_eq!((state.capacity, state.taken, state.waiting, state.left()), (1, 3, 1, 0));
        let checked = check::run(&mut conn, now()).await.unwrap();
        assert_eq!(checked.broken, [], "{}", t.database);
    }
}

#[tokio::test]
async fn enrolment_ends_at_the_start_or_at_the_deadline_that_comes_first() {
    for t in stores().await {
        let mut programme = programme();
        let noon = Deadline { day: week(1, Weekday::Thursday), at: time(12) };
        programme.courses[0].instances[1].closes = Some(noon);
        imported(&t.store, import(&programme)).await;
        let mut conn = t.store.read().await.unwrap();
        let whole = calendar::seats(&mut conn, "run").await.unwrap().unwrap();
        assert_eq!(whole.seats.closes_at, at("2026-12-01T08:00:00Z"));
        let slot = calendar::seats(&mut conn, "shoot-2").await.unwrap().unwrap();
        assert_eq!(slot.seats.closes_at, at("2026-12-03T11:00:00Z"));
    }
}

#[tokio::test]
async fn an_enrol_page_shows_all_sessions_of_a_whole_run_and_one_of_a_slot() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let whole = calendar::seats(&mut conn, "run").await.unwrap().unwrap();
        assert_eq!((whole.kind, whole.sessions.len()), (InstanceKind::Whole, 2));
        assert_eq!(whole.hub.phone, "+216 00 000 001");
        assert_eq!(whole.funding_projects, [("medtown".to_owned(), text("MedTOWN"))]);
        let slot = calendar::seats(&mut conn, "shoot-2").await.unwrap().unwrap();
        let slugs: Vec<_> = slot.sessions.iter().map(|it| it.slug.as_str()).collect();
        assert_eq!((slot.kind, slugs), (InstanceKind::Slots, vec!["shoot-2"]));
        assert!(calendar::seats(&mut conn, "shoot").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn the_calendar_lists_the_sessions_that_begin_between_two_moments() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let (from, to) = (at("2026-12-01T08:00:00Z"), at("2026-12-08T08:00:00Z"));
        let entries = calendar::sessions_between(&mut conn, from, to).await.unwrap();
        let slugs: Vec<_> = entries.iter().map(|it| it.slug.as_str()).collect();
        assert_eq!(slugs, ["run-1", "shoot-1", "shoot-2"]);
        assert_eq!((entries[0].childcare, entries[0].step_free), (3, true));
        assert_eq!(entries[1].instance, entries[2].instance);
        assert_ne!(entries[1].seats.slug, entries[2].seats.slug);
        let next = calendar::next_sessions(&mut conn, to, 1).await.unwrap();
        assert_eq!(next[0].slug, "run-2");
    }
}

#[tokio::test]
async fn a_course_page_has_its_runs_its_hub_and_those_who_pay() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let course = calendar::course(&mut conn, "course").await.unwrap().unwrap();
        assert_eq!(course.landmark, text("rue du Pacha"));
        assert_eq!(course.organisation, text("TCSE"));
        assert_eq!(course.funding_projects[0].logos[0].file, "eu.svg");
        let [whole, slots] = &course.instances[..] else { panic!("{:?}", course.instances) };
        assert_eq!((whole.slug.as_str(), whole.sessions.len()), ("run", 2));
        assert_eq!(whole.childcare, [(ChildAgeBand::From3To5, 3)]);
        assert_eq!((slots.kind, slots.sessions.len()), (InstanceKind::Slots, 2));
        let summer = Hours::in_force(&course.hub.hours, date("2027-08-31")).unwrap();
        assert_eq!(summer.name, text("summer"));
        let usual = Hours::in_force(&course.hub.hours, date("2027-09-01")).unwrap();
        assert_eq!(usual.openings.len(), 2);
        assert!(calendar::course(&mut conn, "none").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn holidays_of_every_year_and_of_one_year_are_listed_day_by_day() {
    for t in stores().await {
        let mut programme = programme();
        programme.holidays[0].days = 2;
        programme.holidays.push(holiday("independence", "03-20"));
        imported(&t.store, import(&programme)).await;
        let mut conn = t.store.read().await.unwrap();
        let days = calendar::holidays_between(&mut conn, date("2027-03-10"), date("2028-03-20"));
        let days: Vec<_> = days.await.unwrap().iter().map(|it| it.date.to_string()).collect();
        assert_eq!(days, ["2027-03-10", "2027-03-20", "2028-03-20"]);
    }
}
