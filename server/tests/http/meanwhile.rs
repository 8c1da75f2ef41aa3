//! What may happen between opening the form and sending it: others take the seats, or the database
//! cannot be had. Over HTTP, as a plain form, on both databases.

use http::header::{ACCEPT, COOKIE};
use store::check;
use store::testing::{Lock, SmallCourse, TestStore, stores};

use crate::host::{Host, PAGE, client};
use crate::house::{cookies, location};
use crate::pages::{now, router};
use crate::race::hidden_key;

const FORM: &str = "/fr/enrol/small";

/// A course with one seat.
async fn host(t: &TestStore) -> Host {
    let course = SmallCourse::with_seats(1, now());
    t.store.write(course).await.unwrap();
    Host::with_edge(|edge| router(edge, t.store.clone())).await
}

async fn page(host: &Host, cookies: &str) -> String {
    let page = client().get(host.url(FORM)).header(COOKIE, cookies);
    let page = page.header(ACCEPT, PAGE).send().await.unwrap();
    page.text().await.unwrap()
}

async fn send(host: &Host, key: &str, given_name: &str, waitlist: &str) -> reqwest::Response {
    let phone = format!("20 11{} 222", given_name.len());
    let fields = [
        ("lang", "fr"),
        ("seats", "small"),
        ("given_name", given_name),
        ("family_name", "Gharbi"),
        ("phone", &phone),
        ("consent", "yes"),
        ("waitlist", waitlist),
        ("key", key),
    ];
    let form = client().post(host.url("/api/enrolments/create"));
    let form = form.header(ACCEPT, PAGE).form(&fields);
    form.send().await.unwrap()
}

/// The form that came back, with all that was typed under the same key.
async fn sent_back(host: &Host, key: &str, answer: &reqwest::Response) -> String {
    assert_eq!(location(answer), Some("/fr/enrol/small#form"));
    let again = page(host, &cookies(answer)).await;
    assert!(again.contains("value=\"Sana\"") && again.contains("value=\"20 114 222\""));
    assert_eq!(hidden_key(&again), key);
    again
}

async fn taken_and_waiting(t: &TestStore) -> (i64, i64) {
    let conn = &mut t.store.read().await.unwrap();
    let report = check::run(conn, now()).await.unwrap();
    assert_eq!(report.broken, [], "{}", t.database);
    (report.seats[0].taken, report.seats[0].waiting)
}

#[tokio::test]
async fn scenario_4_others_took_the_seats_and_she_is_offered_the_list_with_all_she_typed() {
    for t in stores().await {
        let host = host(&t).await;
        let key = hidden_key(&page(&host, "").await);
        let others = hidden_key(&page(&host, "").await);
        let first = send(&host, &others, "Ines-Amel", "").await;
        assert_eq!(location(&first), Some("/fr/my/done"), "{}", t.database);

        let late = send(&host, &key, "Sana", "").await;
        let again = sent_back(&host, &key, &late).await;
        assert!(again.contains("est complet, et personne n"), "{again}");
        assert_eq!(taken_and_waiting(&t).await, (1, 0), "{}", t.database);

        let waits = send(&host, &key, "Sana", "yes").await;
        assert_eq!(location(&waits), Some("/fr/my/done"), "{}", t.database);
        assert_eq!(taken_and_waiting(&t).await, (1, 1), "{}", t.database);
    }
}

#[tokio::test]
async fn scenario_7_the_database_is_kept_by_others_and_the_same_form_works_again() {
    for t in stores().await {
        let host = host(&t).await;
        let key = hidden_key(&page(&host, "").await);
        let lock = Lock::take(&t).await;
        let kept_out = send(&host, &key, "Sana", "").await;
        let again = sent_back(&host, &key, &kept_out).await;
        assert!(again.contains("Beaucoup de personnes s"), "{again}");
        lock.release().await;
        assert_eq!(taken_and_waiting(&t).await, (0, 0), "{}", t.database);

        let sent = send(&host, &key, "Sana", "").await;
        assert_eq!(location(&sent), Some("/fr/my/done"), "{}", t.database);
        assert_eq!(taken_and_waiting(&t).await, (1, 0), "{}", t.database);
    }
}
