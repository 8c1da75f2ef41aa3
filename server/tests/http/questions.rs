//! A course's own questions over HTTP, as a browser without scripts and as our WebAssembly send
//! their answers; and who of the staff reads them.

use http::header::{ACCEPT, ORIGIN};
use store::testing::questions::{Asking, three};

use crate::house::{FACILITATOR, House, PARTNER, STRANGER, cookies, location};
use crate::race::hidden_key;

/// The house, whose lab asks three questions.
async fn asking() -> House {
    let house = House::open().await;
    let asking = Asking {
        course: "lab",
        questions: three(),
    };
    house.store.store.write(asking).await.unwrap();
    house
}

/// A form with these answers; `key` is that of its page.
fn fields<'a>(key: &'a str, answers: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("lang", "fr"),
        ("seats", "lab"),
        ("given_name", "Ines"),
        ("family_name", "Gharbi"),
        ("phone", "20 765 432"),
        ("consent", "yes"),
        ("key", key),
    ];
    fields.extend_from_slice(answers);
    fields
}

async fn text(house: &House, path: &str, cookies: &str) -> String {
    house.page(path, cookies).await.text().await.unwrap()
}

const CREATE: &str = "/api/enrolments/create";
const FORM: &str = "/fr/enrol/lab";

#[tokio::test]
async fn without_scripts_every_question_stands_there_and_what_does_not_apply_is_passed_over() {
    let house = asking().await;
    let page = text(&house, FORM, "").await;
    for asked in ["answers[sells]", "answers[place]", "answers[pieces]"] {
        assert!(page.contains(&format!("name=\"{asked}\"")), "{asked}");
    }
    assert!(page.contains("Seulement si la réponse"));
    let key = hidden_key(&page);
    // She does not sell, and says where all the same: a browser sends what stands there.
    let answers = [
        ("answers[sells]", "no"),
        ("answers[place]", "market"),
        ("answers[pieces]", " ٣ "),
        ("answers[made-up]", "x"),
    ];
    let sent = house.form(CREATE, "", &fields(&key, &answers)).send().await;
    assert_eq!(location(&sent.unwrap()), Some("/fr/my/done"));

    let staff = house.sign_in(FACILITATOR).await;
    let list = text(
        &house,
        &format!("/fr/staff/instances/{}", house.run),
        &staff,
    )
    .await;
    assert!(list.contains("sells (fr)") && list.contains("pieces (fr)"));
    assert!(!list.contains("place (fr)") && !list.contains("made-up"));
    for other in [STRANGER, PARTNER] {
        let cookies = house.sign_in(other).await;
        let list = house
            .page(&format!("/fr/staff/instances/{}", house.run), &cookies)
            .await;
        assert_eq!(list.status(), 403, "{other}");
        assert!(!list.text().await.unwrap().contains("pieces (fr)"));
    }
}

#[tokio::test]
async fn a_wrong_answer_comes_back_beside_its_question_with_all_that_was_typed() {
    let house = asking().await;
    let key = hidden_key(&text(&house, FORM, "").await);
    let answers = [("answers[sells]", "yes"), ("answers[pieces]", "nine")];
    let answer = house.form(CREATE, "", &fields(&key, &answers)).send().await;
    let answer = answer.unwrap();
    assert_eq!(location(&answer), Some("/fr/enrol/lab#form"));
    let again = text(&house, FORM, &cookies(&answer)).await;
    assert!(
        again.contains("href=\"#answer-place\""),
        "where she sells is missing"
    );
    assert!(again.contains("pieces (fr)\u{a0}»\u{a0}: un nombre de 1 à 5"));
    assert!(again.contains("value=\"nine\"") && again.contains("value=\"20 765 432\""));
    assert_eq!(hidden_key(&again), key);
}

#[tokio::test]
async fn our_webassembly_is_told_by_code_what_is_wrong() {
    let house = asking().await;
    let key = hidden_key(&text(&house, FORM, "").await);
    let answers = [("answers[sells]", "perhaps")];
    let request = house.host.post(CREATE).header(ORIGIN, house.host.origin());
    let request = request.header(ACCEPT, "application/json");
    let told = request.form(&fields(&key, &answers)).send().await.unwrap();
    let told = told.text().await.unwrap();
    assert!(
        told.contains(r#"{"question":"sells","code":"unknown"}"#),
        "{told}"
    );
}

#[tokio::test]
async fn answers_that_are_no_answers_are_refused_and_break_nothing() {
    let house = asking().await;
    let key = hidden_key(&text(&house, FORM, "").await);
    for odd in ["answers", "answers[a][b]", "answers[]", "answers["] {
        let request = house.host.post(CREATE).header(ORIGIN, house.host.origin());
        let sent = request.form(&fields(&key, &[(odd, "x")])).send().await;
        let status = sent.unwrap().status();
        assert!(!status.is_server_error(), "{odd}: {status}");
    }
}
