//! Kept pages: the same for everyone, never of one person, and never older than what they show.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use app::ssr::Clock;
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use http::StatusCode;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH,
    CONTENT_SECURITY_POLICY, COOKIE, ETAG, HOST, IF_NONE_MATCH, REFERER, SET_COOKIE, VARY,
};
use jiff::{Timestamp, ToSpan as _};
use reqwest::Response;
use server::pages::Pages;
use server::router;
use sha2::{Digest as _, Sha256};
use store::Store;
use store::testing::{SmallCourse, TestStore, sqlite, stores};
use tokio::sync::Barrier;

use crate::host::{Host, PAGE, client};
use crate::pages::{now, state};

const CALENDAR: &str = "/en/calendar";

/// One server, its kept pages, and its clock in seconds.
struct Server {
    host: Host,
    pages: Pages,
    clock: Arc<AtomicI64>,
}

impl Server {
    async fn over(store: Store) -> Self {
        let clock = Arc::new(AtomicI64::new(now().as_second()));
        let told = clock.clone();
        let tell = move || Timestamp::from_second(told.load(Ordering::Relaxed)).unwrap();
        let mut pages = None;
        let host = Host::with_edge(|edge| {
            let state = state(edge, store, Clock::new(tell));
            pages = Some(state.pages.clone());
            router::router(state, edge).unwrap()
        });
        Self {
            host: host.await,
            pages: pages.unwrap(),
            clock,
        }
    }

    async fn get(&self, path: &str) -> Response {
        let request = self.host.get(path).header(ACCEPT, PAGE);
        request.header(COOKIE, "lang=en").send().await.unwrap()
    }

    async fn text(&self, path: &str) -> String {
        self.get(path).await.text().await.unwrap()
    }

    /// A woman signs up with a plain form.
    async fn sign_up(&self) {
        let form = [
            ("lang", "en"),
            ("seats", "small"),
            ("given_name", "Amina"),
            ("family_name", "Trabelsi"),
            ("phone", "20123456"),
            ("consent", "yes"),
            ("key", "0191b0a0-0000-7000-8000-000000000001"),
        ];
        let request = self.host.post("/api/enrolments/create").form(&form);
        let answer = request.header(ACCEPT, PAGE).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    }
}

/// Five seats in an hour.
async fn with_course(t: &TestStore) {
    let course = SmallCourse {
        starts_at: now() + 1.hour(),
        ..SmallCourse::with_seats(5, now())
    };
    t.store.write(course).await.unwrap();
}

async fn one() -> (Server, TestStore) {
    let t = sqlite().await;
    with_course(&t).await;
    (Server::over(t.store.clone()).await, t)
}

fn header(answer: &Response, name: http::HeaderName) -> Option<&str> {
    answer.headers().get(name).map(|it| it.to_str().unwrap())
}

#[tokio::test]
async fn nothing_of_the_request_stands_in_a_kept_page() {
    let (server, _t) = one().await;
    let poisoned = client()
        .get(
            server
                .host
                .url("/en/calendar?fbclid=POISON&week=POISON&x=%3Cscript%3EPOISON"),
        )
        .header(ACCEPT, PAGE)
        .header(HOST, "poison.example")
        .header("x-forwarded-host", "poison.example")
        .header("x-forwarded-proto", "poison")
        .header("forwarded", "host=poison.example")
        .header("x-original-url", "/poison")
        .header(REFERER, "https://poison.example/")
        .header(ACCEPT_LANGUAGE, "fr")
        .header(COOKIE, "visit=POISON; draft=POISON; staff=POISON; lang=fr")
        .header("user-agent", "POISON");
    let first = poisoned.send().await.unwrap();
    let cookie = header(&first, SET_COOKIE).unwrap().to_owned();
    assert!(cookie.starts_with("lang=en;"), "{cookie}");
    assert_eq!(header(&first, CACHE_CONTROL), Some("private, no-cache"));
    let policy = header(&first, CONTENT_SECURITY_POLICY).unwrap().to_owned();
    let first = first.text().await.unwrap();
    assert!(!first.to_lowercase().contains("poison"));

    let second = server.get(CALENDAR).await;
    assert_eq!(header(&second, SET_COOKIE), None);
    assert_eq!(header(&second, CACHE_CONTROL), Some("public, no-cache"));
    assert_eq!(header(&second, CONTENT_SECURITY_POLICY), Some(&*policy));
    assert_eq!(second.text().await.unwrap(), first);
    assert_eq!(server.pages.renders(), 1);
}

#[tokio::test]
async fn pages_of_one_person_are_rendered_for_her_and_kept_nowhere() {
    let (server, _t) = one().await;
    for path in [
        "/en/my",
        "/en/my/done",
        "/en/m",
        "/en/enrol/small",
        "/en/staff",
        "/en/staff/sign-in",
        "/en/staff/sessions/0191b0a0-0000-7000-8000-000000000001",
    ] {
        let answer = server.get(path).await;
        assert_eq!(header(&answer, CACHE_CONTROL), Some("no-store"), "{path}");
        assert_eq!(header(&answer, ETAG), None, "{path}");
        let policy = header(&answer, CONTENT_SECURITY_POLICY).unwrap();
        assert!(!policy.contains("'sha256-"), "{path}: {policy}");
    }
    assert_eq!(server.pages.renders(), 0);
    // The control: a page of everyone is counted.
    server.get(CALENDAR).await;
    assert_eq!(server.pages.renders(), 1);
}

/// Public pages of the app, by their templates: whoever adds one decides where it is kept.
#[tokio::test]
async fn every_public_page_of_the_app_is_shared() {
    let (server, _t) = one().await;
    let mut shared = 0;
    for page in router::PAGES.iter() {
        let of_small = page.path().replace(['{', '}'], "").replace(":", "");
        let path = of_small.replace("/lang", "/en").replace("slug", "small");
        if app::routes::is_private(&path) {
            continue;
        }
        let before = server.pages.renders();
        server.get(&path).await;
        assert_eq!(server.pages.renders(), before + 1, "{path}");
        shared += 1;
    }
    assert!(shared >= 4, "{shared}");
}

#[tokio::test]
async fn a_sign_up_at_another_server_shows_within_a_second() {
    for t in stores().await {
        with_course(&t).await;
        let here = Server::over(t.store.clone()).await;
        let there = Server::over(t.open_again().await).await;
        assert!(here.text(CALENDAR).await.contains("5 places left"));
        there.sign_up().await;
        let begun = Instant::now();
        while !here.text(CALENDAR).await.contains("4 places left") {
            assert!(begun.elapsed() < Duration::from_secs(1), "{}", t.database);
        }
    }
}

#[tokio::test]
async fn her_own_sign_up_shows_on_the_next_page_that_she_opens() {
    let (server, _t) = one().await;
    assert!(server.text(CALENDAR).await.contains("5 places left"));
    server.sign_up().await;
    assert!(server.text(CALENDAR).await.contains("4 places left"));
}

#[tokio::test]
async fn a_page_follows_the_clock() {
    let (server, _t) = one().await;
    let path = "/en/sessions/small";
    let open = server.text(path).await;
    assert!(open.contains("5 places left"));
    // Within the minute, nothing that a page shows can change.
    server.clock.fetch_add(59, Ordering::Relaxed);
    assert_eq!(server.text(path).await, open);
    assert_eq!(server.pages.renders(), 1);
    // Enrolment ends when the session begins.
    server.clock.fetch_add(3600 - 60, Ordering::Relaxed);
    assert!(server.text(path).await.contains("5 places left"));
    server.clock.fetch_add(1, Ordering::Relaxed);
    assert!(!server.text(path).await.contains("5 places left"));
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_who_ask_at_once_wait_for_one_rendering() {
    let (server, _t) = one().await;
    let rush = async |path: fn(u32) -> String| {
        let together = Arc::new(Barrier::new(50));
        let tasks: Vec<_> = (0..50)
            .map(|n| {
                let (url, together) = (server.host.url(&path(n)), together.clone());
                tokio::spawn(async move {
                    together.wait().await;
                    let answer = client().get(url).send().await.unwrap();
                    assert_eq!(answer.status(), StatusCode::OK);
                    answer.text().await.unwrap()
                })
            })
            .collect();
        let mut pages = Vec::new();
        for task in tasks {
            pages.push(task.await.unwrap());
        }
        pages
    };
    let same = rush(|n| format!("/en/calendar?ref={n}")).await;
    assert!(same.iter().all(|page| *page == same[0]));
    assert_eq!(server.pages.renders(), 1);
    // The control: as many pages, as many renderings.
    rush(|n| format!("/en/calendar?week=2027-W{:02}", n + 1)).await;
    assert_eq!(server.pages.renders(), 51);
}

#[tokio::test]
async fn a_browser_that_has_the_page_is_told_so_until_it_changes() {
    let (server, _t) = one().await;
    let ask = async |coding: &str, tag: &str| {
        let request = server.host.get(CALENDAR).header(ACCEPT, PAGE);
        let request = request.header(ACCEPT_ENCODING, coding);
        let request = request.header(IF_NONE_MATCH, tag);
        request.send().await.unwrap()
    };
    let whole = ask("br", "").await;
    let tag = header(&whole, ETAG).unwrap().to_owned();
    let policy = header(&whole, CONTENT_SECURITY_POLICY).unwrap().to_owned();
    assert!(tag.starts_with('"'), "a strong one: {tag}");
    assert_eq!(header(&whole, VARY), Some("accept-encoding"));
    assert_eq!(header(&whole, CONTENT_ENCODING), Some("br"));

    let same = ask("br", &format!("\"other\", W/{tag}")).await;
    assert_eq!(same.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(header(&same, ETAG), Some(&*tag));
    // The browser takes this policy for the page that it has: it must be that page's.
    assert_eq!(header(&same, CONTENT_SECURITY_POLICY), Some(&*policy));
    assert_eq!(same.bytes().await.unwrap().len(), 0);

    // Another form of the page has another tag.
    let gzip = ask("gzip", &tag).await;
    assert_eq!(gzip.status(), StatusCode::OK);
    assert_eq!(header(&gzip, CONTENT_ENCODING), Some("gzip"));
    let plain = ask("identity", &tag).await;
    assert_eq!(header(&plain, CONTENT_ENCODING), None);
    assert_eq!(plain.status(), StatusCode::OK);

    server.sign_up().await;
    let changed = ask("br", &tag).await;
    assert_eq!(changed.status(), StatusCode::OK);
    assert_ne!(header(&changed, ETAG), Some(&*tag));
}

#[tokio::test]
async fn asking_for_the_head_tells_what_the_page_would_bring() {
    let (server, _t) = one().await;
    let page = server.get(CALENDAR).await;
    let length = header(&page, CONTENT_LENGTH).unwrap().to_owned();
    assert_eq!(page.text().await.unwrap().len().to_string(), length);
    let head = client().head(server.host.url(CALENDAR));
    let head = head.send().await.unwrap();
    assert_eq!(head.status(), StatusCode::OK);
    assert_eq!(header(&head, CONTENT_LENGTH), Some(&*length));
    assert!(header(&head, ETAG).is_some());
    assert_eq!(head.bytes().await.unwrap().len(), 0);
    assert_eq!(server.pages.renders(), 1);
}

#[tokio::test]
async fn the_policy_of_a_kept_page_allows_its_own_scripts_and_no_others() {
    let (server, _t) = one().await;
    for path in [
        "/ar",
        "/fr/calendar",
        "/en/courses/small",
        "/en/sessions/small",
    ] {
        let answer = server.get(path).await;
        let policy = header(&answer, CONTENT_SECURITY_POLICY).unwrap().to_owned();
        let html = answer.text().await.unwrap();
        assert!(
            !policy.contains("nonce") && !html.contains("nonce"),
            "{path}"
        );
        let inline = html.split("<script>").skip(1);
        let scripts: Vec<&str> = inline
            .map(|rest| rest.split("</script>").next().unwrap())
            .collect();
        assert!(
            !scripts.is_empty(),
            "{path}: Leptos streams its data in scripts"
        );
        for script in &scripts {
            let hash = BASE64.encode(Sha256::digest(script));
            assert!(
                policy.contains(&format!("'sha256-{hash}'")),
                "{path}: {policy}"
            );
        }
        assert!(policy.matches("'sha256-").count() <= scripts.len());
    }
}

#[tokio::test]
async fn a_page_that_shows_a_failure_is_not_kept() {
    let (server, t) = one().await;
    assert_eq!(server.get("/en").await.status(), StatusCode::OK);
    // All connections for questions are taken: the database cannot be asked.
    let mut taken = Vec::new();
    while let Ok(Ok(conn)) = tokio::time::timeout(Duration::from_millis(100), t.store.read()).await
    {
        taken.push(conn);
    }
    let failed = server.get(CALENDAR).await;
    assert_eq!(failed.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(header(&failed, CACHE_CONTROL), Some("no-store"));
    drop(taken);
    let whole = server.get(CALENDAR).await;
    assert_eq!(whole.status(), StatusCode::OK);
    assert!(whole.text().await.unwrap().contains("5 places left"));
}

#[tokio::test]
async fn what_does_not_exist_takes_no_place() {
    let (server, _t) = one().await;
    for _ in 0..2 {
        let answer = server.get("/en/courses/nothing").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        assert_eq!(header(&answer, ETAG), None);
    }
    assert_eq!(server.pages.renders(), 2);
}
