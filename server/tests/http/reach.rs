//! How she may be reached, said in the enrol form without scripts.

use store::testing::stores;

use crate::consents::{read, sign_up};
use crate::house::{House, cookies, location};

const FORM: &str = "/fr/enrol/lab";

/// Sends the form with these answers, and gives where it led and the cookies it set.
async fn send(house: &House, answers: &[(&str, &str)]) -> (String, String) {
    let sent = sign_up(house, answers).await;
    (location(&sent).unwrap().to_owned(), cookies(&sent))
}

#[tokio::test]
async fn the_form_asks_it_closed_and_her_page_says_what_she_answered() {
    for t in stores().await {
        let house = House::on(t).await;
        let form = read(&house, FORM, "").await;
        let before = form.split("name=\"channel\"").next().unwrap();
        let details = before.rsplit("<details").next().unwrap();
        assert!(
            !details.split('>').next().unwrap().contains("open"),
            "{form}"
        );
        let (to, hers) = send(&house, &[("channel", "sms"), ("hours", "")]).await;
        assert_eq!(to, "/fr/my/done", "{}", house.store.database);
        let mine = read(&house, "/fr/my", &hers).await;
        let chosen = mine.split("<option value=\"sms\"").nth(1).unwrap();
        assert!(
            chosen.split('>').next().unwrap().contains("selected"),
            "{mine}"
        );
    }
}

#[tokio::test]
async fn what_is_no_way_comes_back_beside_its_field_with_all_that_was_typed() {
    for t in stores().await {
        let house = House::on(t).await;
        let (to, hers) = send(&house, &[("channel", "pigeon"), ("hours", "evening")]).await;
        assert_eq!(to, "/fr/enrol/lab#form");
        let again = read(&house, FORM, &hers).await;
        assert!(again.contains("href=\"#channel\""), "{again}");
        assert!(again.contains("value=\"20123457\""), "{again}");
        let hours = again.split("<option value=\"evening\"").nth(1).unwrap();
        assert!(
            hours.split('>').next().unwrap().contains("selected"),
            "{again}"
        );
    }
}
