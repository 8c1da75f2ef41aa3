//! Her private link and what a phone remembers, over HTTP as plain forms: the code for another
//! phone's camera, the second question, and a memory that ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::ssr::Clock;
use http::header::{ACCEPT, LOCATION, ORIGIN, SET_COOKIE};
use jiff::ToSpan as _;
use reqwest::{Client, Response};
use server::router;
use store::testing::{SmallCourse, TestStore, sqlite};

use crate::host::{Host, PAGE, PATIENCE};
use crate::pages::{now, state};
use crate::race::hidden_key;

const HERS: &str = "fish";
/// What her page says, in French.
const CONFIRMED: &str = "Inscription confirmée";
const NOTHING: &str = "Rien à montrer sur ce téléphone";
const LOCKED: &str = "Trop d’essais";
const WRONG: &str = "Ce n’est pas cette image";

/// A server with one course that begins in a week, and a clock that can be moved.
struct Place {
    host: Host,
    days_later: Arc<AtomicI64>,
    _store: TestStore,
}

impl Place {
    async fn open() -> Self {
        let t = sqlite().await;
        let course = SmallCourse::with_seats(5, now());
        t.store.write(course).await.unwrap();
        let days_later = Arc::new(AtomicI64::new(0));
        let (store, days) = (t.store.clone(), Arc::clone(&days_later));
        let host = Host::with_edge(|edge| {
            let clock = Clock::new(move || now() + (24 * days.load(Ordering::Relaxed)).hours());
            router::router(state(edge, store, clock), edge).unwrap()
        })
        .await;
        Self {
            host,
            days_later,
            _store: t,
        }
    }

    fn browser(&self) -> Browser<'_> {
        Browser::new(&self.host)
    }
}

/// A browser without scripts that keeps its cookies.
pub struct Browser<'a> {
    host: &'a Host,
    client: Client,
}

impl<'a> Browser<'a> {
    /// One with nothing in it.
    pub fn new(host: &'a Host) -> Self {
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .cookie_store(true)
            .timeout(PATIENCE);
        Self {
            host,
            client: client.build().unwrap(),
        }
    }

    pub async fn page(&self, path: &str) -> String {
        let asked = self.client.get(self.host.url(path)).header(ACCEPT, PAGE);
        asked.send().await.unwrap().text().await.unwrap()
    }

    /// Sends a form, which leads somewhere.
    pub async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let form = self.client.post(self.host.url(path)).header(ACCEPT, PAGE);
        let form = form.header(ORIGIN, self.host.origin()).form(fields);
        let answer = form.send().await.unwrap();
        assert_eq!(answer.status(), 303, "{path}");
        answer
    }

    /// Sends a form; says where it leads.
    pub async fn leads_to(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(path, fields).await;
        answer.headers()[LOCATION].to_str().unwrap().to_owned()
    }

    async fn sign_up(&self, phone: &str, picture: &str) -> Response {
        let key = hidden_key(&self.page("/fr/enrol/small").await);
        let fields = [
            ("lang", "fr"),
            ("seats", "small"),
            ("given_name", "Salma"),
            ("family_name", "Ben Ali"),
            ("phone", phone),
            ("picture", picture),
            ("consent", "yes"),
            ("key", &key),
        ];
        self.send("/api/enrolments/create", &fields).await
    }

    /// The link on the confirmation.
    async fn link(&self) -> String {
        link_on(&self.page("/fr/my/done").await).to_owned()
    }

    async fn open(&self, link: &str) -> String {
        self.leads_to("/api/links/open", &[("lang", "fr"), ("token", link)])
            .await
    }

    async fn answer(&self, picture: &str) -> String {
        let fields = [("lang", "fr"), ("picture", picture)];
        self.leads_to("/api/links/answer", &fields).await
    }

    async fn keep(&self, keep: &str) -> Response {
        self.send("/api/visits/keep", &[("lang", "fr"), ("keep", keep)])
            .await
    }
}

fn link_on(page: &str) -> &str {
    let (_, rest) = page.split_once("class=\"private-link\">").unwrap();
    rest.split('<').next().unwrap()
}

#[tokio::test]
async fn the_code_on_the_confirmation_is_read_as_the_private_link() {
    let place = Place::open().await;
    let browser = place.browser();
    browser.sign_up("20123456", "").await;
    for path in ["/fr/my/done", "/fr/my"] {
        let page = browser.page(path).await;
        assert_eq!(scanned(&page), link_on(&page), "{path}");
    }
}

/// What a camera reads off the page's own SVG.
fn scanned(page: &str) -> String {
    const PIXELS: usize = 8;
    let mut pictures = page.split("<svg");
    let svg = pictures.find(|svg| svg.contains("qr-code")).unwrap();
    let attribute = |name: &str| {
        let (_, rest) = svg.split_once(&format!(" {name}=\"")).unwrap();
        rest.split('"').next().unwrap()
    };
    let frame: Vec<i64> = attribute("viewBox")
        .split(' ')
        .map(|number| number.parse().unwrap())
        .collect();
    let side = usize::try_from(frame[2]).unwrap();
    let mut dark = vec![false; side * side];
    for run in attribute("d").split('M').skip(1) {
        let (start, rest) = run.split_once('h').unwrap();
        let (x, y) = start.split_once(' ').unwrap();
        let length: usize = rest.split('v').next().unwrap().parse().unwrap();
        let place = |number: &str, origin: i64| {
            usize::try_from(number.parse::<i64>().unwrap() - origin).unwrap()
        };
        let first = place(y, frame[1]) * side + place(x, frame[0]);
        dark[first..first + length].fill(true);
    }
    let shade = |x: usize, y: usize| {
        if dark[(y / PIXELS) * side + x / PIXELS] {
            0
        } else {
            255
        }
    };
    let pixels = side * PIXELS;
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, shade);
    let codes = seen.detect_grids();
    assert_eq!(codes.len(), 1);
    codes[0].decode().unwrap().1
}

#[tokio::test]
async fn a_link_with_a_picture_asks_for_it_elsewhere_and_shows_nothing_before() {
    let place = Place::open().await;
    let hers = place.browser();
    hers.sign_up("20123456", HERS).await;
    let link = hers.link().await;
    // In the browser that signed up there is nothing to ask.
    assert_eq!(hers.open(&link).await, "/fr/my");

    let other = place.browser();
    assert_eq!(other.open(&link).await, "/fr/m/picture");
    assert!(other.page("/fr/my").await.contains(NOTHING));
    let question = other.page("/fr/m/picture").await;
    assert_eq!(question.matches("type=\"radio\"").count(), 12);
    for shown in [CONFIRMED, "class=\"card\""] {
        assert!(!question.contains(shown), "{shown}");
        assert!(hers.page("/fr/my").await.contains(shown), "{shown}");
    }

    assert_eq!(other.answer("door").await, "/fr/m/picture");
    assert!(other.page("/fr/m/picture").await.contains(WRONG));
    assert!(other.page("/fr/my").await.contains(NOTHING));
    assert_eq!(other.answer(HERS).await, "/fr/my");
    assert!(other.page("/fr/my").await.contains(CONFIRMED));
}

#[tokio::test]
async fn a_link_without_a_picture_opens_at_once_and_an_answer_without_a_link_opens_nothing() {
    let place = Place::open().await;
    let hers = place.browser();
    hers.sign_up("20123456", "").await;
    let other = place.browser();
    assert_eq!(other.open(&hers.link().await).await, "/fr/my");
    assert!(other.page("/fr/my").await.contains(CONFIRMED));

    let stranger = place.browser();
    assert_eq!(stranger.answer(HERS).await, "/fr/m/picture");
    assert!(stranger.page("/fr/my").await.contains(NOTHING));
}

#[tokio::test]
async fn five_wrong_pictures_lock_the_question_in_every_browser_but_not_her_enrolment() {
    let place = Place::open().await;
    let hers = place.browser();
    hers.sign_up("20123456", HERS).await;
    let link = hers.link().await;
    let other = place.browser();
    other.open(&link).await;
    for wrong in ["olive", "door", "moon", "star", "tea"] {
        assert!(
            !other.page("/fr/m/picture").await.contains(LOCKED),
            "{wrong}"
        );
        other.answer(wrong).await;
    }
    let third = place.browser();
    third.open(&link).await;
    for browser in [&other, &third] {
        assert_eq!(browser.answer(HERS).await, "/fr/m/picture");
        assert!(browser.page("/fr/m/picture").await.contains(LOCKED));
        assert!(browser.page("/fr/my").await.contains(NOTHING));
    }
    assert!(hers.page("/fr/my").await.contains(CONFIRMED));
}

/// The lines that set a cookie, by its name.
fn set(answer: &Response, name: &str) -> Vec<String> {
    let lines = answer.headers().get_all(SET_COOKIE).iter();
    let lines = lines.map(|line| line.to_str().unwrap().to_owned());
    let start = format!("{name}=");
    lines.filter(|line| line.starts_with(&start)).collect()
}

#[tokio::test]
async fn nothing_lasts_on_a_phone_unless_she_says_yes() {
    let place = Place::open().await;
    let browser = place.browser();
    let signed_up = browser.sign_up("20123456", "").await;
    assert!(!set(&signed_up, "visit")[0].contains("Max-Age"));
    assert_eq!(set(&signed_up, "kept"), [""; 0]);
    assert_eq!(set(&browser.keep("no").await, "kept"), [""; 0]);

    let kept = set(&browser.keep("yes").await, "kept").remove(0);
    for part in ["Max-Age=10368000", "HttpOnly", "SameSite=Lax"] {
        assert!(kept.contains(part), "{kept}");
    }
    // Once asked, what she signs up for in the same visit is remembered too.
    let next = browser.sign_up("20123457", "").await;
    assert_eq!(set(&next, "kept").len(), 1);
    // Whoever said that others use this phone is not.
    let guarded = browser.sign_up("20123458", HERS).await;
    assert_eq!(set(&guarded, "kept"), [""; 0]);
}

#[tokio::test]
async fn a_phone_remembers_until_the_last_session_is_over() {
    let place = Place::open().await;
    let browser = place.browser();
    browser.sign_up("20123456", "").await;
    browser.keep("yes").await;
    let other = place.browser();
    other.sign_up("20123457", "").await;
    other.keep("no").await;
    for (days, hers, others) in [
        (0, CONFIRMED, CONFIRMED),
        (6, CONFIRMED, NOTHING),
        (8, NOTHING, NOTHING),
    ] {
        place.days_later.store(days, Ordering::Relaxed);
        assert!(browser.page("/fr/my").await.contains(hers), "{days}");
        assert!(other.page("/fr/my").await.contains(others), "{days}");
    }
}

#[tokio::test]
async fn forgetting_and_leaving_both_end_what_a_phone_remembers() {
    for path in ["/api/visits/forget", "/api/visits/leave"] {
        let place = Place::open().await;
        let browser = place.browser();
        browser.sign_up("20123456", "").await;
        browser.keep("yes").await;
        let left = browser.send(path, &[("lang", "fr")]).await;
        for name in ["visit", "kept"] {
            assert!(set(&left, name)[0].contains("Max-Age=0"), "{path} {name}");
        }
        assert!(browser.page("/fr/my").await.contains(NOTHING), "{path}");
    }
}

#[tokio::test]
async fn a_link_opened_on_a_phone_that_remembers_another_is_not_remembered() {
    let place = Place::open().await;
    let hers = place.browser();
    hers.sign_up("20123456", "").await;
    let link = hers.link().await;
    let phone = place.browser();
    phone.sign_up("20123457", "").await;
    phone.keep("yes").await;
    let answer = phone
        .send("/api/links/open", &[("lang", "fr"), ("token", &link)])
        .await;
    assert_eq!(set(&answer, "kept"), [""; 0]);
    assert_eq!(set(&answer, "visit").len(), 1);
}
