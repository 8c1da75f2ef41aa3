//! Her answers about photographs and data, from the confirmation to the roll and back, as plain
//! forms.

use http::StatusCode;
use reqwest::Response;

use crate::house::{FACILITATOR, House, cookies, location};
use crate::race::hidden_key;

/// Salma's form for the lab with these fields more, sent by a browser without cookies.
pub async fn sign_up(house: &House, more: &[(&str, &str)]) -> Response {
    let form = read(house, "/fr/enrol/lab", "").await;
    let key = hidden_key(&form);
    let mut fields = vec![
        ("lang", "fr"),
        ("seats", "lab"),
        ("given_name", "Salma"),
        ("family_name", "Ben Ali"),
        ("phone", "20123457"),
        ("consent", "yes"),
        ("key", &key),
    ];
    fields.extend_from_slice(more);
    let form = house.form("/api/enrolments/create", "", &fields);
    form.send().await.unwrap()
}

/// Signs Salma up and gives the cookies of her browser.
pub async fn signed_up(house: &House) -> String {
    cookies(&sign_up(house, &[]).await)
}

pub async fn read(house: &House, path: &str, cookies: &str) -> String {
    house.page(path, cookies).await.text().await.unwrap()
}

/// The id of a hidden field on a page.
pub fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&field).unwrap();
    rest.split('"').next().unwrap()
}

async fn answer(house: &House, cookies: &str, fields: &[(&str, &str)]) -> String {
    let page = read(house, "/fr/my/done", cookies).await;
    let mut all = vec![("lang", "fr"), ("sign_up", hidden(&page, "sign_up"))];
    all.extend(fields);
    let form = house.form("/api/enrolments/consents", cookies, &all);
    let answer = form.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    location(&answer).unwrap().to_owned()
}

#[tokio::test]
async fn her_answers_are_asked_after_the_sign_up_shown_with_their_date_and_taken_back_with_a_tap() {
    let house = House::open().await;
    let hers = signed_up(&house).await;
    let done = read(&house, "/fr/my/done", &hers).await;
    assert!(done.contains("name=\"photo_group\""), "{done}");
    assert!(!done.contains(" checked"), "an answer is chosen beforehand");
    let to = answer(&house, &hers, &[("page", "done"), ("photo_group", "yes")]).await;
    assert_eq!(to, "/fr/my/done#answers-heading");
    let mine = read(&house, "/fr/my", &hers).await;
    assert!(
        mine.contains("Oui, depuis le lundi 30 novembre 2026"),
        "{mine}"
    );

    let facilitator = house.sign_in(FACILITATOR).await;
    let roll = read(&house, &house.roll(), &facilitator).await;
    assert!(roll.contains("seulement avec le groupe"), "{roll}");
    let tasks = read(&house, "/fr/staff/consents", &facilitator).await;
    assert!(!tasks.contains("Salma"), "{tasks}");

    let to = answer(&house, &hers, &[("page", "mine"), ("photo_group", "no")]).await;
    assert_eq!(to, "/fr/my?notice=answers");
    assert_eq!(
        answer(&house, &hers, &[("photo_group", "no")]).await,
        "/fr/my?notice=answers-same"
    );
    let tasks = read(&house, "/fr/staff/consents", &facilitator).await;
    assert!(tasks.contains("Salma B."), "{tasks}");
    let fields = [("lang", "fr"), ("task", hidden(&tasks, "task"))];
    let form = house.form("/api/staff/consents/done", &facilitator, &fields);
    let finished = form.send().await.unwrap();
    assert_eq!(
        location(&finished),
        Some("/fr/staff/consents?notice=task-done#notice")
    );
    let tasks = read(&house, "/fr/staff/consents", &facilitator).await;
    assert!(tasks.contains("Fait par"), "{tasks}");
    assert!(tasks.contains("Rien à faire"), "{tasks}");
}

#[tokio::test]
async fn a_browser_without_the_sign_up_answers_nothing_for_her() {
    let house = House::open().await;
    let hers = signed_up(&house).await;
    let page = read(&house, "/fr/my/done", &hers).await;
    let fields = [
        ("lang", "fr"),
        ("sign_up", hidden(&page, "sign_up")),
        ("photo_group", "yes"),
    ];
    let form = house.form("/api/enrolments/consents", "", &fields);
    let refused = form.send().await.unwrap();
    assert_eq!(location(&refused), Some("/fr/my?notice=unknown"));
    let mine = read(&house, "/fr/my", &hers).await;
    assert!(
        mine.contains("<input type=\"radio\" name=\"photo_group\""),
        "{mine}"
    );
}

#[tokio::test]
async fn withdrawing_her_data_says_what_happens_and_is_a_task() {
    let house = House::open().await;
    let hers = signed_up(&house).await;
    answer(&house, &hers, &[("page", "mine"), ("data", "no")]).await;
    let mine = read(&house, "/fr/my", &hers).await;
    assert!(mine.contains("doit effacer vos données"), "{mine}");
    let facilitator = house.sign_in(FACILITATOR).await;
    let tasks = read(&house, "/fr/staff/consents", &facilitator).await;
    assert!(tasks.contains("Mon nom et mon téléphone"), "{tasks}");
}
