//! A rush for few seats, over HTTP, as plain forms, on both databases; and its control.

use std::sync::Arc;

use http::header::{ACCEPT, LOCATION};
use store::check::{self, Report};
use store::testing::{SmallCourse, TestStore, stores};
use tokio::sync::Barrier;

use crate::host::{Host, PAGE, client};
use crate::pages::{now, router};

/// Opens the form, waits for all others to have opened theirs, and sends it. Says where the
/// browser is sent.
async fn sign_up(form_url: String, action: String, n: usize, together: Arc<Barrier>) -> String {
    let page = client()
        .get(form_url)
        .header(ACCEPT, PAGE)
        .send()
        .await
        .unwrap();
    let key = hidden_key(&page.text().await.unwrap());
    together.wait().await;
    let phone = format!("2{n:07}");
    let form = [
        ("lang", "ar"),
        ("seats", "small"),
        ("given_name", "سلمى"),
        ("family_name", "بن علي"),
        ("phone", &phone),
        ("consent", "yes"),
        ("waitlist", "yes"),
        ("key", &key),
    ];
    let answer = client()
        .post(action)
        .header(ACCEPT, PAGE)
        .form(&form)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 303);
    answer.headers()[LOCATION].to_str().unwrap().to_owned()
}

pub fn hidden_key(page: &str) -> String {
    let input = page
        .split("<input")
        .find(|input| input.contains("name=\"key\""))
        .unwrap_or_else(|| panic!("no key in {page}"));
    let (_, rest) = input.split_once("value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

async fn rush(t: &TestStore, women: usize) -> Report {
    t.store
        .write(SmallCourse::with_seats(5, now()))
        .await
        .unwrap();
    let host = Host::with_edge(|edge| router(edge, t.store.clone())).await;
    let together = Arc::new(Barrier::new(women));
    let clients: Vec<_> = (0..women)
        .map(|n| {
            let (form, action) = (
                host.url("/ar/enrol/small"),
                host.url("/api/enrolments/create"),
            );
            tokio::spawn(sign_up(form, action, n, Arc::clone(&together)))
        })
        .collect();
    for client in clients {
        assert_eq!(client.await.unwrap(), "/ar/my/done");
    }
    check::run(&mut t.store.read().await.unwrap(), now())
        .await
        .unwrap()
}

/// Scenarios 2, 3 and 11.
#[tokio::test(flavor = "multi_thread")]
async fn fifty_forms_for_five_seats_give_five_seats_and_forty_five_in_the_queue() {
    for t in stores().await {
        let report = rush(&t, 50).await;
        assert_eq!(report.broken, [], "{}", t.database);
        let pool = &report.seats[0];
        assert_eq!((pool.confirmed, pool.waitlisted), (5, 45), "{}", t.database);
    }
}

/// Scenario 1, the control of 2 and 3.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_guard_the_same_forms_oversell() {
    for t in stores().await {
        t.store.switch_seat_guard_off(50);
        let report = rush(&t, 50).await;
        assert_eq!(report.seats[0].confirmed, 50, "{}", t.database);
        assert!(
            report
                .broken
                .iter()
                .any(|broken| broken.promise == "over_capacity")
        );
    }
}
