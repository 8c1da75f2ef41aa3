//! What whoever steals the database file finds in it without the key: no name and no number, in
//! the file, its write-ahead log, or a copy. The control seals nothing and is found out.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[expect(dead_code, reason = "this test needs half of what the others share")]
mod common;

use std::collections::{BTreeSet, HashMap};

use common::{details, now, with};
use domain::{enrolment::CallForm, lang::Lang, name, phone::PhoneNumber};
use store::{
    desk::AskForCall,
    message::AskForLink,
    testing::{
        SmallCourse, TestStore,
        sealed::{files, sqlite_unsealed},
        sqlite,
    },
};

const WOMEN: usize = 200;
/// Secrets are looked up by so many bytes.
const START: usize = 4;

/// What must not be found: names as typed and as compared, numbers as typed, as dialled, as read.
fn secrets() -> Vec<String> {
    let of = |n: usize| {
        let woman = details(n);
        let national = format!("2{n:07}");
        [
            woman.family_name.as_str().to_owned(),
            name::fold(woman.family_name.as_str()),
            woman.phone.as_e164().to_owned(),
            format!("{} {} {}", &national[..2], &national[2..5], &national[5..]),
            national,
        ]
    };
    let mut secrets: Vec<String> = (0..WOMEN).flat_map(of).collect();
    secrets.extend([
        "سلمى".to_owned(),
        name::fold("سلمى"),
        "Zohra Caller".to_owned(),
    ]);
    secrets
}

/// Women who sign up, one who asks to be called, one who has lost her link.
async fn live(t: &TestStore) {
    let course = t
        .store
        .write(SmallCourse::with_seats(100, now()))
        .await
        .unwrap();
    for n in 0..WOMEN {
        t.store.write(with(course.seats, details(n))).await.unwrap();
    }
    let call = CallForm {
        given_name: "Zohra Caller".into(),
        phone: "20000001".into(),
        ..CallForm::default()
    };
    let call = AskForCall {
        details: call.parse().unwrap(),
        seats: None,
        lang: Lang::Fr,
        at: now(),
    };
    t.store.write(call).await.unwrap();
    let lost = AskForLink {
        phone: PhoneNumber::parse("20000002").unwrap(),
        lang: Lang::Ar,
        at: now(),
    };
    t.store.write(lost).await.unwrap();
}

/// In which files which of the secrets stand.
async fn found(t: &TestStore) -> BTreeSet<(String, String)> {
    let files = files(t).await;
    let names: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
    for kind in ["mawid.sqlite", "mawid.sqlite-wal", "copy.sqlite"] {
        assert!(
            names.iter().any(|path| path.ends_with(kind)),
            "no {kind} in {names:?}"
        );
    }
    let secrets = secrets();
    let mut by_start: HashMap<&[u8], Vec<&str>> = HashMap::new();
    for secret in &secrets {
        by_start
            .entry(&secret.as_bytes()[..START])
            .or_default()
            .push(secret);
    }
    let mut found = BTreeSet::new();
    for (path, content) in &files {
        let file = path.file_name().unwrap().to_string_lossy();
        for at in 0..content.len().saturating_sub(START) {
            let begun = by_start.get(&content[at..at + START]).into_iter().flatten();
            let whole = begun.filter(|secret| content[at..].starts_with(secret.as_bytes()));
            found.extend(whole.map(|secret| (file.to_string(), (*secret).to_owned())));
        }
    }
    found
}

#[tokio::test]
async fn a_stolen_file_has_no_name_and_no_number() {
    let t = sqlite().await;
    live(&t).await;
    assert_eq!(found(&t).await, BTreeSet::new());
}

#[tokio::test]
async fn control_without_sealing_the_same_search_finds_them() {
    let t = sqlite_unsealed().await;
    live(&t).await;
    let found = found(&t).await;
    let numbers_in = |kind: &str| {
        let here = found.iter().filter(|(file, _)| file == kind);
        here.filter(|(_, secret)| secret.starts_with("+216"))
            .count()
    };
    assert_eq!(numbers_in("copy.sqlite"), WOMEN);
    // The log begins anew when it is long, and only then are pages in the file itself.
    assert!(numbers_in("mawid.sqlite-wal") > 0);
    assert!(numbers_in("mawid.sqlite") > 0);
    for name in ["سلمى", "Zohra Caller"] {
        assert!(
            found.contains(&("copy.sqlite".to_owned(), name.to_owned())),
            "{name}"
        );
    }
}
