//! The programme file that we ship can be read, and a wrong one is told line by line.

use domain::{
    moment::WallTime,
    programme::{Instance, InstanceKind, PlannedDay, Programme, Weekday},
};

use super::parse;

const SHIPPED: &str = include_str!("../../../programme/sse-cluster.toml");

const SMALL: &str = r#"
[[organisation]]
slug = "tcse"
name = { ar = "ا", fr = "a", en = "a" }
role = { ar = "ا", fr = "a", en = "a" }

[[hub]]
slug = "lab"
organisation = "tcse"
name = { ar = "ا", fr = "a", en = "a" }
summary = { ar = "ا", fr = "a", en = "a" }
address = { ar = "ا", fr = "a", en = "a" }
landmark = { ar = "ا", fr = "a", en = "a" }
phone = "+216 00 000 001"
phone_is_sample = true
hours_are_sample = true
zone = "Africa/Tunis"
colour = "blue"
shape = "arch"

[[hub.hours]]
name = { ar = "ا", fr = "a", en = "a" }
monday = ["08:30-12:30"]

[[hub.room]]
slug = "room"
name = { ar = "ا", fr = "a", en = "a" }
access = { ar = "ا", fr = "a", en = "a" }
capacity = 12
step_free = true

[[course]]
slug = "course"
hub = "lab"
organisation = "tcse"
theme = "digital"
languages = ["ar"]
women_only = false
title = { ar = "ا", fr = "a", en = "a" }
summary = { ar = "ا", fr = "a", en = "a" }
audience = { ar = "ا", fr = "a", en = "a" }
learns = { ar = "ا", fr = "a", en = "a" }
bring = { ar = "ا", fr = "a", en = "a" }

[[course.instance]]
slug = "run"
kind = "whole"
seats = 12
sample = true
session = [
    { slug = "one", room = "room", week = 1, weekday = "tuesday", start = "09:00", end = "11:00" },
    { slug = "two", room = "room", date = 2027-01-12, start = 09:00:00, end = "11:00" },
]
"#;

/// What is wrong with the small programme once `from` is replaced by `to`.
fn faults(from: &str, to: &str) -> Vec<String> {
    assert!(SMALL.contains(from), "{from}");
    let broken = SMALL.replacen(from, to, 1);
    let faults = parse("p.toml", &broken).expect_err("the file is wrong");
    faults.to_string().lines().map(str::to_owned).collect()
}

fn small() -> Programme {
    parse("p.toml", SMALL).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn the_shipped_programme_has_what_the_cluster_offers() {
    let programme = parse("programme/sse-cluster.toml", SHIPPED);
    let programme = programme.unwrap_or_else(|faults| panic!("\n{faults}"));
    assert_eq!(
        (programme.organisations.len(), programme.hubs.len()),
        (5, 2)
    );
    assert_eq!(
        (programme.funding_projects.len(), programme.courses.len()),
        (2, 6)
    );
    let plans = programme
        .cluster
        .as_ref()
        .map(|it| it.plans.en.lines().count());
    assert_eq!(plans, Some(2));
    let has = |wanted: fn(&Instance) -> bool| programme.instances().any(|(_, it)| wanted(it));
    assert!(has(|it| it.kind == InstanceKind::Whole && it.seats == 12));
    assert!(has(
        |it| it.kind == InstanceKind::Slots && it.sessions.len() == 8
    ));
    assert!(has(|it| !it.childcare.is_empty()));
}

const QUESTION: &str = r#"
[[course.question]]
slug = "photo-of"
kind = "choice"
label = { ar = "ا", fr = "a", en = "a" }
why = { ar = "ا", fr = "a", en = "a" }
required = true
options = [
    { slug = "portrait", ar = "ا", fr = "a", en = "a" },
    { slug = "products", ar = "ا", fr = "a", en = "a" },
]

[[course.question]]
slug = "pieces"
kind = "number"
min = 1
max = 5
label = { ar = "ا", fr = "a", en = "a" }
why = { ar = "ا", fr = "a", en = "a" }
when = { question = "photo-of", answer = "products" }

[[course.instance]]"#;

/// What is wrong with the small programme that asks two questions, once `from` is `to`.
fn question_faults(from: &str, to: &str) -> Vec<String> {
    assert!(QUESTION.contains(from), "{from}");
    let asking = SMALL.replace("[[course.instance]]", &QUESTION.replacen(from, to, 1));
    match parse("p.toml", &asking) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.to_string().lines().map(str::to_owned).collect(),
    }
}

#[test]
fn questions_are_read_and_what_is_wrong_with_one_is_told_with_its_line() {
    assert_eq!(question_faults("", ""), [""; 0]);
    let lines = SMALL.lines().take_while(|it| *it != "[[course.instance]]");
    let begins = lines.count() + 1;
    let told = |line, text: &str| vec![format!("p.toml:{}: question {text}", begins + line)];
    let name = "\"course/pieces\"";
    assert_eq!(
        question_faults("answer = \"products\"", "answer = \"moon\""),
        told(
            19,
            &format!("{name}: \"moon\" is no answer of \"photo-of\"")
        )
    );
    assert_eq!(
        question_faults("question = \"photo-of\"", "question = \"later\""),
        told(
            19,
            &format!("{name}: \"later\" is no earlier question of this course")
        )
    );
    assert_eq!(
        question_faults("max = 5", "max = 0"),
        told(14, &format!("{name}: min 1 is above max 0"))
    );
    let twice = question_faults("slug = \"pieces\"", "slug = \"photo-of\"");
    assert!(twice[0].ends_with("\"course/photo-of\": this course has it already"));
    let kinds = "it must be one of text, choice, number, yes_no";
    let colour = told(14, &format!("{name}: \"kind\" is \"colour\"; {kinds}"));
    assert!(question_faults("kind = \"number\"", "kind = \"colour\"").contains(&colour[0]));
    assert!(
        question_faults(
            "    { slug = \"products\", ar = \"ا\", fr = \"a\", en = \"a\" },\n",
            ""
        )
        .len()
            > 1
    );
}

#[test]
fn everything_in_the_shipped_programme_that_was_made_up_says_so() {
    let programme = parse("programme/sse-cluster.toml", SHIPPED).unwrap();
    assert!(
        programme
            .instances()
            .all(|(_, instance)| instance.is_sample)
    );
    assert!(programme.rooms().all(|(_, room)| room.is_sample));
    for hub in &programme.hubs {
        assert!(hub.phone_is_sample && hub.hours_are_sample);
        // No Tunisian number begins with 0.
        assert!(hub.phone.starts_with("+216 0"), "{}", hub.phone);
    }
}

#[test]
fn sessions_of_the_shipped_programme_last_two_hours_at_most_and_fit_the_hours_of_their_hub() {
    let programme = parse("programme/sse-cluster.toml", SHIPPED).unwrap();
    let minutes = |time: WallTime| i32::from(time.hour) * 60 + i32::from(time.minute);
    for (course, _, session) in programme.sessions() {
        assert!(
            minutes(session.end) - minutes(session.start) <= 120,
            "{}",
            session.slug
        );
        let PlannedDay::Week { weekday, .. } = session.day else {
            panic!("{}", session.slug)
        };
        let hub = programme.hub(&course.hub).unwrap();
        let open = hub.hours[0]
            .openings
            .iter()
            .any(|it| it.weekday == weekday && it.from <= session.start && session.end <= it.to);
        assert!(open, "{}", session.slug);
    }
}

#[test]
fn a_session_is_counted_in_weeks_or_has_a_date_and_toml_times_are_understood() {
    let programme = small();
    let sessions = &programme.courses[0].instances[0].sessions;
    assert_eq!(
        sessions[0].day,
        PlannedDay::Week {
            week: 1,
            weekday: Weekday::Tuesday
        }
    );
    assert_eq!(sessions[1].plan(), "2027-01-12 09:00-11:00");
}

#[test]
fn a_reference_to_nothing_is_told_with_its_line() {
    assert_eq!(
        faults("hub = \"lab\"", "hub = \"y\""),
        ["p.toml:34: course \"course\": hub \"y\" does not exist"]
    );
    assert_eq!(
        faults("room = \"room\", week", "room = \"attic\", week"),
        ["p.toml:51: session \"one\": room \"attic\" does not exist"]
    );
}

#[test]
fn a_text_without_one_language_is_told_with_its_line() {
    assert_eq!(
        faults("title = { ar = \"ا\", fr = \"a\",", "title = { ar = \"ا\","),
        ["p.toml:39: course \"course\", title: \"fr\" is missing"]
    );
    assert_eq!(
        faults("phone = \"+216 00 000 001\"\n", ""),
        ["p.toml:7: hub \"lab\": \"phone\" is missing"]
    );
}

#[test]
fn a_text_in_dotted_keys_that_lacks_a_language_is_told_where_it_begins() {
    let dotted = "title.ar = \"ا\"\ntitle.fr = \"a\"";
    assert_eq!(
        faults("title = { ar = \"ا\", fr = \"a\", en = \"a\" }", dotted),
        ["p.toml:39: course \"course\", title: \"en\" is missing"]
    );
}

#[test]
fn an_unknown_key_is_refused() {
    assert_eq!(
        faults(
            "women_only = false",
            "women_only = false\nwoman_only = true"
        ),
        ["p.toml:39: course \"course\": \"woman_only\" is not a key that belongs here"]
    );
}

#[test]
fn a_slug_is_given_once_and_is_fit_for_an_address() {
    assert_eq!(
        faults("slug = \"two\"", "slug = \"one\""),
        ["p.toml:52: session \"one\": this slug is already in use"]
    );
    assert_eq!(
        faults("slug = \"two\"", "slug = \"Two!\""),
        ["p.toml:52: session: a slug is small letters and digits, with single hyphens between"]
    );
}

#[test]
fn a_session_ends_after_it_starts_and_its_room_holds_the_seats() {
    assert_eq!(
        faults(
            "start = \"09:00\", end = \"11:00\"",
            "start = \"09:00\", end = \"09:00\""
        ),
        ["p.toml:51: session \"one\": ends at 09:00, not after its start at 09:00"]
    );
    assert_eq!(
        faults("seats = 12", "seats = 13"),
        [
            "p.toml:51: session \"one\": 13 seats, but room \"room\" holds 12",
            "p.toml:52: session \"two\": 13 seats, but room \"room\" holds 12",
        ]
    );
}

#[test]
fn two_sessions_cannot_have_one_room_at_one_time() {
    assert_eq!(
        faults(
            "date = 2027-01-12, start = 09:00:00",
            "week = 1, weekday = \"tuesday\", start = \"10:00\""
        ),
        ["p.toml:52: session \"two\": session \"one\" has room \"room\" then"]
    );
}

#[test]
fn only_a_sample_counts_its_days_in_weeks() {
    assert_eq!(
        faults("sample = true\nsession", "session"),
        [
            "p.toml:50: session \"one\": only a sample counts its days in weeks: give a date, or sample = true"
        ]
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_nothing_twice() {
    let broken = SMALL
        .replacen("zone = \"Africa/Tunis\"", "zone = \"Africa/Carthage\"", 1)
        .replacen("seats = 12", "seats = \"twelve\"", 1)
        .replacen("end = \"11:00\" },\n]", "end = \"25:00\" },\n]", 1)
        .replacen(
            "organisation = \"tcse\"\ntheme",
            "organisation = \"tsce\"\ntheme",
            1,
        );
    let faults = parse("p.toml", &broken).unwrap_err();
    let lines: Vec<_> = faults.list().iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [17, 35, 48, 52], "{faults}");
}

#[test]
fn broken_toml_is_told_with_its_line() {
    assert_eq!(faults("women_only = false", "women_only = maybe").len(), 1);
    assert!(faults("women_only = false", "women_only = maybe")[0].starts_with("p.toml:38: "));
}

#[test]
fn the_cluster_is_optional_and_told_whole() {
    assert_eq!(small().cluster, None);
    let text = "{ ar = \"ا\", fr = \"a\", en = \"a\" }";
    let keys = ["name", "summary", "about", "history", "plans"];
    let some: Vec<_> = keys.map(|key| format!("{key} = {text}\n")).into();
    let broken = format!("[cluster]\n{}motto = \"a\"\n{SMALL}", some.concat());
    let faults = parse("p.toml", &broken).unwrap_err();
    let told: Vec<_> = faults.to_string().lines().map(str::to_owned).collect();
    assert_eq!(
        told,
        [
            "p.toml:1: cluster: \"joining\" is missing",
            "p.toml:7: cluster: \"motto\" is not a key that belongs here",
        ]
    );
}

const PAYER: &str = r#"
[[funding_project]]
slug = "payer"
name = { ar = "ا", fr = "a", en = "a" }
statement = { ar = "ا", fr = "a", en = "a" }
disclaimer = { ar = "ا", fr = "a", en = "a" }
logo = [
    { alt = { ar = "ا", fr = "a", en = "In words" } },
    { alt = { ar = "ا", fr = "a", en = "a" }, file = "payer.svg" },
]
"#;

/// A folder with the small programme, someone who pays, and their logo if there is one.
fn folder(logo: Option<&[u8]>) -> (tempfile::TempDir, std::path::PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("p.toml");
    std::fs::write(&file, format!("{SMALL}{PAYER}")).unwrap();
    std::fs::create_dir(dir.path().join("logos")).unwrap();
    if let Some(content) = logo {
        std::fs::write(dir.path().join("logos/payer.svg"), content).unwrap();
    }
    (dir, file)
}

#[test]
fn a_logo_beside_the_programme_is_read_and_one_without_a_file_stands_in_words() {
    let (_dir, file) = folder(Some(b"<svg/>"));
    let programme = super::read(&file).unwrap().unwrap();
    let logos = &programme.funding_projects[0].logos;
    assert_eq!(logos[0].picture, None);
    assert_eq!(logos[0].alt.en, "In words");
    let picture = logos[1].picture.as_ref().unwrap();
    assert_eq!(
        (picture.file.as_str(), &picture.content[..]),
        ("payer.svg", &b"<svg/>"[..])
    );
}

#[test]
fn a_logo_that_cannot_be_shown_is_told_with_its_line() {
    for (logo, why) in [
        (None, "put the picture there"),
        (Some(&b"GIF89a"[..]), "is not what its ending says"),
        (Some(&[b' '; 100_001][..]), "is larger than 100000 bytes"),
    ] {
        let (_dir, file) = folder(logo);
        let faults = super::read(&file).unwrap().unwrap_err().to_string();
        assert_eq!(faults.lines().count(), 1, "{faults}");
        assert!(
            faults.contains("p.toml:62: logo: ") && faults.contains(why),
            "{faults}"
        );
    }
}
