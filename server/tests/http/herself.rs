//! A second form of one visit begins with what she wrote in the first, and for nobody else. All
//! of it without scripts.

use http::header::CACHE_CONTROL;
use store::testing::questions::{Asking, question, three};
use store::testing::stores;

use crate::consents::{hidden, read, sign_up, signed_up};
use crate::house::{House, cookies, location};
use crate::one_phone::joined;
use crate::race::hidden_key;

const SECOND: &str = "/fr/enrol/studio";

/// A woman's browser after a sign-up at the lab, on both databases.
async fn visits() -> Vec<(House, String)> {
    let mut all = Vec::new();
    for t in stores().await {
        let house = House::on(t).await;
        let hers = signed_up(&house).await;
        all.push((house, hers));
    }
    all
}

fn begins_with_hers(form: &str) -> bool {
    let known = ["value=\"Salma\"", "value=\"Ben Ali\"", "value=\"20123457\""];
    let found = known.iter().filter(|it| form.contains(**it)).count();
    assert!(found == 0 || found == 3, "half of it: {form}");
    found == 3
}

/// Sends a form and gives the cookies that the browser then has.
async fn send(house: &House, path: &str, browser: &str, fields: &[(&str, &str)]) -> String {
    let sent = house.form(path, browser, fields).send().await.unwrap();
    joined(browser, &cookies(&sent))
}

/// The same browser after an answer that clears cookies: `cookies` tells only those that are set.
async fn send_and_drop(
    house: &House,
    path: &str,
    browser: &str,
    fields: &[(&str, &str)],
) -> String {
    let sent = house.form(path, browser, fields).send().await.unwrap();
    let lines = sent.headers().get_all(http::header::SET_COOKIE).iter();
    let lines: Vec<&str> = lines.map(|line| line.to_str().unwrap()).collect();
    let dropped = |pair: &&str| {
        let name = pair.split('=').next().unwrap();
        let cleared = format!("{name}=;");
        !lines.iter().any(|line| line.starts_with(&cleared))
    };
    let kept: Vec<&str> = browser.split("; ").filter(dropped).collect();
    joined(&kept.join("; "), &cookies(&sent))
}

#[tokio::test]
async fn the_second_form_of_a_visit_begins_with_what_she_wrote_and_without_consent() {
    for (house, hers) in visits().await {
        let answer = house.page(SECOND, &hers).await;
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-store");
        let form = answer.text().await.unwrap();
        assert!(begins_with_hers(&form), "{}: {form}", house.store.database);
        assert!(form.contains("<bdi>Salma</bdi>"), "{form}");
        let consent = form.split("id=\"consent\"").nth(1).unwrap();
        assert!(
            !consent.split('>').next().unwrap().contains("checked"),
            "{form}"
        );
        // What is sent so is a sign-up like any other.
        let key = hidden_key(&form);
        let fields = [
            ("lang", "fr"),
            ("seats", "studio"),
            ("given_name", "Salma"),
            ("family_name", "Ben Ali"),
            ("phone", "20123457"),
            ("consent", "yes"),
            ("key", &key),
        ];
        let sent = house.form("/api/enrolments/create", &hers, &fields);
        assert_eq!(location(&sent.send().await.unwrap()), Some("/fr/my/done"));
    }
}

#[tokio::test]
async fn another_browser_finds_an_empty_form() {
    for (house, hers) in visits().await {
        assert!(!begins_with_hers(&read(&house, SECOND, "").await));
        // What is sealed opens nothing without the visit that it belongs to.
        let own = hers.split("; ").find(|it| it.starts_with("own=")).unwrap();
        assert!(!begins_with_hers(&read(&house, SECOND, own).await));
    }
}

#[tokio::test]
async fn leaving_and_not_me_empty_the_form() {
    for (house, hers) in visits().await {
        let left = send_and_drop(&house, "/api/visits/leave", &hers, &[]).await;
        assert!(!begins_with_hers(&read(&house, SECOND, &left).await));
        let fields = [("lang", "fr"), ("seats", "studio")];
        let other = house.form("/api/enrolments/empty", &hers, &fields);
        assert_eq!(location(&other.send().await.unwrap()), Some(SECOND));
        let other = send_and_drop(&house, "/api/enrolments/empty", &hers, &fields).await;
        assert!(!begins_with_hers(&read(&house, SECOND, &other).await));
    }
}

#[tokio::test]
async fn a_link_that_is_opened_fills_nothing_in_and_takes_away_what_was_there() {
    for (house, hers) in visits().await {
        let done = read(&house, "/fr/my/done", &hers).await;
        let token = done.split("/m#").nth(1).unwrap();
        let token = &token[..22];
        let fields = [("lang", "fr"), ("token", token)];
        let elsewhere = send(&house, "/api/links/open", "", &fields).await;
        assert!(
            read(&house, "/fr/my", &elsewhere)
                .await
                .contains("<article")
        );
        assert!(!begins_with_hers(&read(&house, SECOND, &elsewhere).await));
        let here = send_and_drop(&house, "/api/links/open", &hers, &fields).await;
        assert!(!begins_with_hers(&read(&house, SECOND, &here).await));
    }
}

#[tokio::test]
async fn what_someone_else_is_signed_up_with_is_not_taken_for_hers() {
    for (house, hers) in visits().await {
        let done = read(&house, "/fr/my/done", &hers).await;
        let fields = [("lang", "fr"), ("sign_up", hidden(&done, "sign_up"))];
        let both = send(&house, "/api/enrolments/another", &hers, &fields).await;
        let form = read(&house, "/fr/enrol/lab", &both).await;
        assert!(
            form.contains("value=\"20123457\"") && !form.contains("Salma"),
            "{form}"
        );
        let key = hidden_key(&form);
        let fields = [
            ("lang", "fr"),
            ("seats", "lab"),
            ("given_name", "Hela"),
            ("family_name", "Ben Ali"),
            ("phone", "20123457"),
            ("for_whom", "other"),
            ("consent", "yes"),
            ("key", &key),
        ];
        let both = send(&house, "/api/enrolments/create", &both, &fields).await;
        let form = read(&house, SECOND, &both).await;
        assert!(begins_with_hers(&form) && !form.contains("Hela"), "{form}");
    }
}

#[tokio::test]
async fn whoever_chose_a_picture_leaves_nothing_in_the_next_form() {
    for t in stores().await {
        let house = House::on(t).await;
        let hers = cookies(&sign_up(&house, &[("picture", "fish")]).await);
        assert!(!begins_with_hers(&read(&house, SECOND, &hers).await));
    }
}

#[tokio::test]
async fn an_answer_is_filled_in_where_the_very_same_is_asked_and_nowhere_else() {
    for t in stores().await {
        let house = House::on(t).await;
        let other = |course, questions| Asking { course, questions };
        let lab = other("lab", three());
        house.store.store.write(lab).await.unwrap();
        // One question in the same words, and another under the name of one of the lab's.
        let kind = domain::question::Kind::Text { chars_max: 60 };
        let mut studio = vec![three().remove(2), question("sells", kind)];
        studio[1].label = studio[0].label.clone();
        house
            .store
            .store
            .write(other("studio", studio))
            .await
            .unwrap();
        let answers = [("answers[sells]", "no"), ("answers[pieces]", "4")];
        let hers = cookies(&sign_up(&house, &answers).await);
        let form = read(&house, SECOND, &hers).await;
        assert!(begins_with_hers(&form), "{form}");
        let value = |name: &str| {
            let field = form.split(&format!("name=\"{name}\"")).nth(1).unwrap();
            field.split('>').next().unwrap().to_owned()
        };
        assert!(value("answers[pieces]").contains("value=\"4\""), "{form}");
        assert!(!value("answers[sells]").contains("no"), "{form}");
    }
}
