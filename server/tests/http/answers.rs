//! Changing her answers on her private page, as a browser without scripts does it.

use http::StatusCode;
use http::header::CACHE_CONTROL;
use store::testing::questions::{Asking, three};
use store::testing::stores;

use crate::consents::{hidden, read, signed_up};
use crate::house::{FACILITATOR, House, cookies, location};
use crate::one_phone::joined;

const CHANGE: &str = "/api/enrolments/answers";

/// Houses on both databases, whose lab asks three questions, and a woman's browser in each: her
/// cookies, her sign-up, and the page of her answers.
async fn asking() -> Vec<(House, String, String, String)> {
    let mut all = Vec::new();
    for t in stores().await {
        let house = House::on(t).await;
        let asking = Asking {
            course: "lab",
            questions: three(),
        };
        house.store.store.write(asking).await.unwrap();
        let hers = signed_up(&house).await;
        let mine = read(&house, "/fr/my", &hers).await;
        let sign_up = hidden(&mine, "sign_up").to_owned();
        let page = format!("/fr/my/answers/{sign_up}");
        assert!(mine.contains(&format!("href=\"{page}\"")), "{mine}");
        all.push((house, hers, sign_up, page));
    }
    all
}

/// Sends these answers and gives where that led and the cookies that the browser then has.
async fn send(
    house: &House,
    hers: &str,
    sign_up: &str,
    answers: &[(&str, &str)],
) -> (String, String) {
    let mut fields = vec![("lang", "fr"), ("sign_up", sign_up)];
    fields.extend_from_slice(answers);
    let sent = house.form(CHANGE, hers, &fields).send().await.unwrap();
    assert_eq!(sent.status(), StatusCode::SEE_OTHER);
    let to = location(&sent).unwrap().to_owned();
    (to, joined(hers, &cookies(&sent)))
}

/// Her record as staff read it.
async fn record(house: &House) -> String {
    let staff = house.sign_in(FACILITATOR).await;
    let run = format!("/fr/staff/instances/{}", house.run);
    let roster = read(house, &run, &staff).await;
    let (before, _) = roster.split_once("Salma B.").unwrap();
    let record = before.rsplit("href=\"").next().unwrap();
    read(house, record.split('"').next().unwrap(), &staff).await
}

#[tokio::test]
async fn she_changes_her_answers_and_staff_see_them_and_that_they_were_changed() {
    for (house, hers, sign_up, page) in asking().await {
        let form = house.page(&page, &hers).await;
        assert_eq!(form.headers()[CACHE_CONTROL], "no-store");
        assert!(
            form.text()
                .await
                .unwrap()
                .contains("name=\"answers[pieces]\"")
        );
        let answers = [("answers[sells]", "no"), ("answers[pieces]", "4")];
        let (to, hers) = send(&house, &hers, &sign_up, &answers).await;
        assert_eq!(to, "/fr/my?notice=answered", "{}", house.store.database);
        let form = read(&house, &page, &hers).await;
        assert!(
            form.contains("name=\"answers[pieces]\" type=\"text\" value=\"4\""),
            "{form}"
        );
        let record = record(&house).await;
        assert!(record.contains("<bdi>4</bdi>"), "{record}");
        assert!(record.contains("A changé ses réponses"), "{record}");
    }
}

#[tokio::test]
async fn a_wrong_answer_comes_back_beside_its_question_and_nothing_is_kept() {
    for (house, hers, sign_up, page) in asking().await {
        let answers = [("answers[sells]", "yes"), ("answers[pieces]", "nine")];
        let (to, browser) = send(&house, &hers, &sign_up, &answers).await;
        assert_eq!(to, format!("{page}#answers"));
        let again = read(&house, &page, &browser).await;
        assert!(again.contains("href=\"#answer-place\""), "{again}");
        assert!(again.contains("value=\"nine\""), "{again}");
        let clean = read(&house, &page, &hers).await;
        assert!(!clean.contains("nine"), "{clean}");
        assert!(!record(&house).await.contains("A changé ses réponses"));
    }
}

#[tokio::test]
async fn a_browser_without_the_link_sees_nothing_and_changes_nothing() {
    for (house, hers, sign_up, page) in asking().await {
        let (_, hers) = send(&house, &hers, &sign_up, &[("answers[pieces]", "4")]).await;
        let other = read(&house, &page, "").await;
        assert!(!other.contains("answers["), "{other}");
        let (to, _) = send(&house, "", &sign_up, &[("answers[pieces]", "5")]).await;
        assert_eq!(to, "/fr/my?notice=unknown");
        // Nor does it hear what would be wrong with an answer.
        let (to, _) = send(&house, "", &sign_up, &[("answers[pieces]", "nine")]).await;
        assert_eq!(to, "/fr/my?notice=unknown");
        assert!(read(&house, &page, &hers).await.contains("value=\"4\""));
    }
}

#[tokio::test]
async fn after_she_has_cancelled_there_is_nothing_to_change() {
    for (house, hers, sign_up, page) in asking().await {
        let fields = [("lang", "fr"), ("sign_up", sign_up.as_str())];
        let cancel = house.form("/api/enrolments/cancel", &hers, &fields);
        cancel.send().await.unwrap();
        assert!(!read(&house, "/fr/my", &hers).await.contains(&page));
        assert!(!read(&house, &page, &hers).await.contains("answers["));
        let (to, _) = send(&house, &hers, &sign_up, &[("answers[pieces]", "5")]).await;
        assert_eq!(to, "/fr/my?notice=unknown");
    }
}
