//! Scenario 10: a bot with one and with two hundred addresses against one run. Requests by the
//! thousand; `MAWID_TEST_BOT_REQUESTS` says how many. What stays open is a bot that is as slow as
//! a person: it is for staff's list to find.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::ssr::Watch;
use http::header::{ACCEPT, COOKIE, LOCATION, ORIGIN};
use reqwest::{Client, RequestBuilder, Response};
use store::testing::stores;
use uuid::Uuid;

use crate::doubts::{Door, Opened, fields, opened, signs_up};
use crate::host::{Host, PAGE, client};
use crate::house::cookies;

const SEATS: i64 = 20;
/// At most 5% of the seats.
const LOST_MAX: i64 = SEATS / 20;
/// Of each of the four runs; two thousand together.
const REQUESTS: u64 = 500;
const ROUND_REQUESTS: u64 = 10;
/// Few, so that other tests of the same process get their turn.
const WORKERS: u64 = 2;

/// A machine that sends forms from so many addresses.
struct Bot {
    client: Client,
    origin: String,
    addresses: u64,
    sent: AtomicU64,
    /// The one form that it opened and read as a person would, and that browser's cookies.
    old: (Opened, String),
}

impl Bot {
    async fn new(host: &Host, addresses: u64) -> Self {
        let mut bot = Self {
            client: client(),
            origin: host.origin(),
            addresses,
            sent: AtomicU64::new(0),
            old: (forged(""), String::new()),
        };
        bot.old = bot.opens("").await;
        bot
    }

    fn with_an_address(&self, request: RequestBuilder) -> RequestBuilder {
        let n = self.sent.fetch_add(1, Ordering::Relaxed) % self.addresses;
        let request = request.header(
            "x-forwarded-for",
            format!("198.51.{}.{}", 100 + n / 250, n % 250),
        );
        request.header(ACCEPT, PAGE)
    }

    async fn opens(&self, its: &str) -> (Opened, String) {
        let page = self.client.get(format!("{}/fr/enrol/small", self.origin));
        let page = self.with_an_address(page).header(COOKIE, its);
        let page = page.send().await.unwrap();
        let set = joined(its, &cookies(&page));
        (opened(&page.text().await.unwrap()), set)
    }

    /// Sends a form for an invented phone. Nobody is ever refused.
    async fn sends(&self, form: &Opened, its: &str) -> Response {
        let phone = format!("5{:07}", self.sent.load(Ordering::Relaxed));
        let post = self
            .client
            .post(format!("{}/api/enrolments/create", self.origin));
        let post = self.with_an_address(post).header(ORIGIN, &self.origin);
        let post = post.header(COOKIE, its).form(&fields(form, &phone));
        let answer = post.send().await.unwrap();
        assert_eq!(answer.status(), 303);
        answer
    }

    /// Ten requests of every kind.
    async fn round(&self) {
        self.sends(&forged(""), "").await;
        self.sends(&forged("bm90IGEgc3RhbXA"), "").await;
        let trapped = Opened {
            website: "https://spam.example",
            ..forged("")
        };
        self.sends(&trapped, "").await;
        let (hasty, its) = self.opens("").await;
        self.sends(&hasty, &its).await;
        // One old stamp for ever new keys, from the browser that it belongs to.
        let (old, its) = &self.old;
        for _ in 0..2 {
            let again = forged(&old.stamp);
            self.sends(&again, its).await;
        }
        // The same key with other bodies, then the form that comes back for it.
        let back = self.sends(old, its).await;
        let its = joined(its, &cookies(&back));
        let (renewed, its) = self.opens(&its).await;
        let answer = self.sends(&renewed, &its).await;
        assert_eq!(answer.headers()[LOCATION], "/fr/my/done");
    }
}

/// A form with a key that no page has given out.
fn forged(stamp: &str) -> Opened {
    Opened {
        key: Uuid::from_bytes(store::keys::random()).to_string(),
        stamp: stamp.to_owned(),
        website: "",
    }
}

/// Cookies that a browser holds, with those that an answer has set in their place.
fn joined(before: &str, set: &str) -> String {
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    let news: Vec<&str> = set.split("; ").filter(|pair| !pair.is_empty()).collect();
    let kept = before.split("; ").filter(|old| {
        let is_new = news.iter().any(|new| name(new) == name(old));
        !old.is_empty() && !is_new
    });
    let all: Vec<&str> = kept.chain(news.iter().copied()).collect();
    all.join("; ")
}

fn requests() -> u64 {
    let wanted = std::env::var("MAWID_TEST_BOT_REQUESTS");
    wanted.map_or(REQUESTS, |text| text.parse().unwrap())
}

/// Lets the bot loose on a run; seats that it took, and what a woman is told who comes then.
async fn attacked(door: &Door, addresses: u64, requests: u64) -> (i64, String) {
    let bot = Arc::new(Bot::new(&door.host, addresses).await);
    door.wait_ms(4_000);
    let rounds = requests.div_ceil(ROUND_REQUESTS);
    let workers = (0..WORKERS).map(|worker| {
        let bot = Arc::clone(&bot);
        let rounds = rounds / WORKERS + u64::from(worker < rounds % WORKERS);
        tokio::spawn(async move {
            for _ in 0..rounds {
                bot.round().await;
            }
        })
    });
    let workers: Vec<_> = workers.collect();
    for worker in workers {
        worker.await.unwrap();
    }
    assert!(bot.sent.load(Ordering::Relaxed) >= requests);
    let (taken, waiting) = door.counted().await;
    let she = door.browser();
    let told = signs_up(door, &she, "20123456").await;
    (taken + waiting, told)
}

#[tokio::test(flavor = "multi_thread")]
async fn scenario_10_a_bot_takes_a_twentieth_of_the_seats_at_most_and_a_woman_gets_hers() {
    for addresses in [1, 200] {
        for t in stores().await {
            let door = Door::open(t, SEATS, Watch::On).await;
            let (lost, told) = attacked(&door, addresses, requests()).await;
            assert!(
                lost <= LOST_MAX,
                "{lost} seats lost to {addresses} addresses"
            );
            assert!(told.contains("Inscription confirmée"), "{told}");
        }
    }
}

/// The control.
#[tokio::test(flavor = "multi_thread")]
async fn scenario_10_without_the_guard_the_same_bot_takes_every_seat() {
    for t in stores().await {
        let door = Door::open(t, SEATS, Watch::Off).await;
        let (taken, told) = attacked(&door, 200, 100).await;
        assert!(taken >= SEATS, "{taken}");
        assert!(!told.contains("Inscription confirmée"), "{told}");
    }
}
