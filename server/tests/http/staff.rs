//! A facilitator's morning without scripts: signing in, the day, the roll, signing out.

use app::access::new_mark_id;
use domain::email::EmailAddress;
use http::StatusCode;
use store::account::{Reset, Revoke, TRIES_FREE};

use crate::house::{FACILITATOR, House, PASSWORD, cookies, location};
use crate::pages::now;

fn email() -> EmailAddress {
    EmailAddress::parse(FACILITATOR).unwrap()
}

/// The value of a hidden field in a page.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = format!("name=\"{name}\" value=\"");
    let rest = page
        .split_once(&field)
        .unwrap_or_else(|| panic!("no {name} in {page}"))
        .1;
    rest.split('"').next().unwrap()
}

/// Sends the roll's form as the page holds it, with this button.
async fn tap(house: &House, page: &str, cookies: &str, status: &str) -> reqwest::Response {
    let names = ["lang", "session", "enrolment", "id", "base_version"];
    let mut fields: Vec<(&str, &str)> = names.map(|name| (name, hidden(page, name))).to_vec();
    fields.push(("status", status));
    house
        .form("/api/marks/create", cookies, &fields)
        .send()
        .await
        .unwrap()
}

#[tokio::test]
async fn a_wrong_password_brings_the_form_back_with_the_address_and_without_the_password() {
    let house = House::open().await;
    for address in [FACILITATOR, "nobody@lab.example"] {
        let fields = [
            ("lang", "fr"),
            ("email", address),
            ("password", "not my password"),
            ("back", "/fr/staff?date=2026-11-30"),
        ];
        let answer = house
            .form("/api/staff/sign-in", "", &fields)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let back = "/fr/staff/sign-in?back=/fr/staff?date=2026-11-30";
        assert_eq!(location(&answer), Some(back));
        let page = house
            .page(back, &cookies(&answer))
            .await
            .text()
            .await
            .unwrap();
        assert!(page.contains(address), "{page}");
        assert!(page.contains("ne vont pas ensemble"), "{page}");
        assert!(!page.contains("not my password"), "{page}");
        assert_eq!(hidden(&page, "back"), "/fr/staff?date=2026-11-30");
    }
}

#[tokio::test]
async fn too_many_wrong_passwords_are_answered_with_a_pause_that_tells_nothing() {
    let house = House::open().await;
    for address in [FACILITATOR, "nobody@lab.example"] {
        let fields = [
            ("lang", "fr"),
            ("email", address),
            ("password", "not my password"),
        ];
        for _ in 0..TRIES_FREE {
            house
                .form("/api/staff/sign-in", "", &fields)
                .send()
                .await
                .unwrap();
        }
        let answer = house
            .form("/api/staff/sign-in", "", &fields)
            .send()
            .await
            .unwrap();
        let page = house
            .page("/fr/staff/sign-in", &cookies(&answer))
            .await
            .text()
            .await
            .unwrap();
        assert!(page.contains("Patientez 1 minute,"), "{page}");
    }
}

#[tokio::test]
async fn signing_in_leads_back_to_where_she_came_from_but_to_no_other_place() {
    let house = House::open().await;
    let roll = house.roll();
    for (back, to) in [
        (&*roll, &*roll),
        ("https://evil.example/fr/staff", "/fr/staff"),
        ("//fr/staff", "/fr/staff"),
        ("/fr/my", "/fr/staff"),
    ] {
        let fields = [
            ("lang", "fr"),
            ("email", FACILITATOR),
            ("password", PASSWORD),
            ("back", back),
        ];
        let answer = house
            .form("/api/staff/sign-in", "", &fields)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        assert_eq!(location(&answer), Some(to));
        let set: Vec<&str> = answer
            .headers()
            .get_all("set-cookie")
            .iter()
            .map(|line| line.to_str().unwrap())
            .collect();
        assert!(
            set.iter()
                .all(|line| line.contains("HttpOnly; SameSite=Lax")),
            "{set:?}"
        );
    }
}

#[tokio::test]
async fn a_facilitator_marks_undoes_and_signs_out_without_scripts() {
    let house = House::open().await;
    let me = house.sign_in(FACILITATOR).await;
    let day = house.page("/fr/staff", &me).await.text().await.unwrap();
    assert!(day.contains("Séances du lundi 30 novembre 2026"), "{day}");
    assert!(day.contains(&format!("href=\"{}\"", house.roll())), "{day}");
    let roll = house.page(&house.roll(), &me).await.text().await.unwrap();
    assert!(roll.contains("Amina T."), "{roll}");
    assert!(
        !roll.contains("Trabelsi"),
        "only a letter of the family name"
    );
    assert!(
        !roll.contains("20123456") && !roll.contains("20 123 456"),
        "no phone on a roll"
    );
    assert!(
        roll.contains("0 présence") && roll.contains("1 sans indication"),
        "{roll}"
    );

    let answer = tap(&house, &roll, &me, "present").await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let row = format!("{}#row-{}", house.roll(), house.woman);
    assert_eq!(location(&answer), Some(&*row));
    let marked = house.page(&house.roll(), &me).await.text().await.unwrap();
    assert!(
        marked.contains("1 présence") && marked.contains("0 sans indication"),
        "{marked}"
    );
    assert!(marked.contains("09:00 par vous"), "{marked}");

    // The same form once more is the same mark; another button of the old page is another.
    tap(&house, &roll, &me, "present").await;
    assert_eq!(house.marks().await, 1);
    tap(&house, &roll, &me, "late").await;
    assert_eq!(house.marks().await, 2);
    let late = house.page(&house.roll(), &me).await.text().await.unwrap();
    assert!(late.contains("1 retard"), "{late}");
    tap(&house, &late, &me, "unmarked").await;
    let undone = house.page(&house.roll(), &me).await.text().await.unwrap();
    assert!(undone.contains("1 sans indication"), "{undone}");

    let out = house
        .form("/api/staff/sign-out", &me, &[("lang", "fr")])
        .send()
        .await
        .unwrap();
    assert_eq!(location(&out), Some("/fr/staff/sign-in"));
    // The cookie of before opens nothing, even if the browser kept it.
    assert!(
        house
            .page(&house.roll(), &me)
            .await
            .status()
            .is_redirection()
    );
}

#[tokio::test]
async fn a_mark_after_the_session_ended_leads_to_the_sign_in_and_back_to_the_roll() {
    let house = House::open().await;
    let me = house.sign_in(FACILITATOR).await;
    let roll = house.page(&house.roll(), &me).await.text().await.unwrap();
    let reset = Reset {
        email: email(),
        password_hash: "other".into(),
        at: now(),
    };
    assert_eq!(house.store.store.write(reset).await.unwrap(), Some(1));
    let answer = tap(&house, &roll, &me, "present").await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let door = format!("/fr/staff/sign-in?back={}", house.roll());
    assert_eq!(location(&answer), Some(&*door));
    assert_eq!(house.marks().await, 0);
}

#[tokio::test]
async fn a_revoked_account_is_out_at_its_next_request() {
    let house = House::open().await;
    let me = house.sign_in(FACILITATOR).await;
    assert_eq!(
        house.page(&house.roll(), &me).await.status(),
        StatusCode::OK
    );
    house
        .store
        .store
        .write(Revoke {
            email: email(),
            at: now(),
        })
        .await
        .unwrap();
    assert!(
        house
            .page(&house.roll(), &me)
            .await
            .status()
            .is_redirection()
    );
    let mark = new_mark_id(now()).to_string();
    let session = house.session.to_string();
    let woman = house.woman.to_string();
    let fields = [
        ("lang", "fr"),
        ("id", &*mark),
        ("session", &*session),
        ("enrolment", &*woman),
        ("status", "present"),
        ("base_version", "0"),
    ];
    let call = house
        .post("/api/marks/create", &me, &fields)
        .send()
        .await
        .unwrap();
    assert_eq!(call.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(house.marks().await, 0);
}

#[tokio::test]
async fn signing_in_leads_back_to_an_address_with_two_parameters() {
    let house = House::open().await;
    let runs = "/fr/staff/courses?hub=lab&when=past";
    let turned_away = house.page(runs, "").await;
    let door = location(&turned_away).unwrap();
    let page = house.page(door, "").await.text().await.unwrap();
    assert_eq!(hidden(&page, "back").replace("&amp;", "&"), runs);
    // Nor does a wrong password lose any of it.
    let fields = [("lang", "fr"), ("email", FACILITATOR), ("back", runs)];
    let answer = house.form("/api/staff/sign-in", "", &fields).send().await;
    assert_eq!(location(&answer.unwrap()), Some(door));
}
