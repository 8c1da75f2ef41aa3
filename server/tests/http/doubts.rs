//! Sign-up forms that look as if no person had sent them, over HTTP with the guard on: nobody is
//! refused, nobody gets a seat by them, and nothing tells whether a phone is known.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::ssr::{Clock, Watch};
use http::header::SET_COOKIE;
use jiff::ToSpan as _;
use server::layers::Edge;
use server::proxy::TrustedProxies;
use server::router;
use store::check;
use store::testing::{SmallCourse, TestStore, stores};

use crate::consents::hidden;
use crate::host::Host;
use crate::links::Browser;
use crate::pages::{now, state};

const FORM: &str = "/fr/enrol/small";
const CREATE: &str = "/api/enrolments/create";
const DONE: &str = "/fr/my/done";
const PERSON_MS: i64 = 4_000;

/// What the confirmation says.
const SEAT: &str = "Inscription confirmée";
const CALLED: &str = "nous vous appelons pour confirmer";

/// A server with one course, behind a proxy that it trusts, and a clock that can be moved.
pub struct Door {
    pub host: Host,
    later_ms: Arc<AtomicI64>,
    t: TestStore,
}

impl Door {
    pub async fn open(t: TestStore, seats: i64, watch: Watch) -> Self {
        let course = SmallCourse::with_seats(seats, now());
        t.store.write(course).await.unwrap();
        let later_ms = Arc::new(AtomicI64::new(0));
        let (store, later) = (t.store.clone(), Arc::clone(&later_ms));
        let host = Host::with_edge(|edge| {
            let clock = Clock::new(move || now() + later.load(Ordering::Relaxed).milliseconds());
            let mut state = state(edge, store, clock);
            state.site.watch = watch;
            let proxies = TrustedProxies::new(&["127.0.0.0/8".parse().unwrap()]);
            let edge = Edge {
                proxies,
                ..edge.clone()
            };
            router::router(state, &edge).unwrap()
        })
        .await;
        Self { host, later_ms, t }
    }

    /// With the guard on and five seats, on each database.
    async fn each() -> Vec<Self> {
        let mut doors = Vec::new();
        for t in stores().await {
            doors.push(Self::open(t, 5, Watch::On).await);
        }
        doors
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser::new(&self.host)
    }

    pub fn wait_ms(&self, ms: i64) {
        self.later_ms.fetch_add(ms, Ordering::Relaxed);
    }

    /// Seats taken and people waiting; every promise holds.
    pub async fn counted(&self) -> (i64, i64) {
        let mut conn = self.t.store.read().await.unwrap();
        let report = check::run(&mut conn, now()).await.unwrap();
        assert_eq!(report.broken, [], "{}", self.t.database);
        let pool = &report.seats[0];
        (pool.confirmed, pool.waitlisted)
    }
}

/// A form as it was opened, and what is to be sent of it.
#[derive(Clone)]
pub struct Opened {
    pub key: String,
    pub stamp: String,
    pub website: &'static str,
}

/// The form's hidden fields.
pub fn opened(page: &str) -> Opened {
    Opened {
        key: hidden(page, "key").to_owned(),
        stamp: hidden(page, "stamp").to_owned(),
        website: "",
    }
}

async fn open(she: &Browser<'_>) -> Opened {
    opened(&she.page(FORM).await)
}

/// The fields of one woman.
pub fn fields<'a>(form: &'a Opened, phone: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("lang", "fr"),
        ("seats", "small"),
        ("given_name", "Salma"),
        ("family_name", "Ben Ali"),
        ("phone", phone),
        ("consent", "yes"),
        ("waitlist", "yes"),
        ("key", &form.key),
        ("stamp", &form.stamp),
        ("website", form.website),
    ]
}

/// Sends the form; the confirmation she is led to.
async fn send(she: &Browser<'_>, form: &Opened, phone: &str) -> String {
    assert_eq!(she.leads_to(CREATE, &fields(form, phone)).await, DONE);
    she.page(DONE).await
}

/// Opens the form, reads it as a person does, and sends it.
pub async fn signs_up(door: &Door, she: &Browser<'_>, phone: &str) -> String {
    let form = open(she).await;
    door.wait_ms(PERSON_MS);
    send(she, &form, phone).await
}

#[track_caller]
fn is_told(page: &str, told: &str) {
    assert!(page.contains(told), "{page}");
    let other = if told == SEAT { CALLED } else { SEAT };
    assert!(!page.contains(other), "{page}");
}

#[tokio::test]
async fn an_honest_form_is_confirmed() {
    for door in Door::each().await {
        let she = door.browser();
        is_told(&signs_up(&door, &she, "20123456").await, SEAT);
        assert_eq!(door.counted().await, (1, 0));
    }
}

#[tokio::test]
async fn a_filled_trap_is_told_kindly_and_takes_no_seat() {
    for door in Door::each().await {
        let she = door.browser();
        let mut form = open(&she).await;
        form.website = "https://spam.example";
        door.wait_ms(PERSON_MS);
        is_told(&send(&she, &form, "20123456").await, CALLED);
        is_told(&she.page("/fr/my").await, "À confirmer par l");
        assert_eq!(door.counted().await, (0, 0));
    }
}

#[tokio::test]
async fn three_seconds_make_a_person_and_less_do_not() {
    for door in Door::each().await {
        let (fast, slow) = (door.browser(), door.browser());
        let form = open(&fast).await;
        door.wait_ms(2_999);
        is_told(&send(&fast, &form, "20123456").await, CALLED);
        let form = open(&slow).await;
        door.wait_ms(3_000);
        is_told(&send(&slow, &form, "20123457").await, SEAT);
    }
}

#[tokio::test]
async fn a_form_is_good_for_a_day() {
    for door in Door::each().await {
        let (today, tomorrow) = (door.browser(), door.browser());
        let (one, two) = (open(&today).await, open(&tomorrow).await);
        door.wait_ms(24 * 60 * 60 * 1000);
        is_told(&send(&today, &one, "20123456").await, SEAT);
        door.wait_ms(1);
        is_told(&send(&tomorrow, &two, "20123457").await, CALLED);
    }
}

#[tokio::test]
async fn a_stamp_of_another_form_or_browser_or_a_forged_one_is_none() {
    for door in Door::each().await {
        let (she, other) = (door.browser(), door.browser());
        let (form, of_hers, of_other) = (open(&she).await, open(&she).await, open(&other).await);
        door.wait_ms(PERSON_MS);
        let stamps = [
            of_hers.stamp.clone(),
            of_other.stamp.clone(),
            "A".repeat(114),
            String::new(),
        ];
        for (n, stamp) in stamps.into_iter().enumerate() {
            let key = uuid::Uuid::from_u128(n as u128 + 1).to_string();
            let mixed = Opened {
                key,
                stamp,
                website: "",
            };
            is_told(&send(&she, &mixed, &format!("2012345{n}")).await, CALLED);
        }
        // In another's browser it is no use either, with the key that belongs to it.
        is_told(&send(&she, &of_other, "20123458").await, CALLED);
        is_told(&send(&other, &form, "20123459").await, CALLED);
        assert_eq!(door.counted().await, (0, 0));
    }
}

#[tokio::test]
async fn a_restored_tab_without_its_cookie_is_told_that_it_will_be_called() {
    for door in Door::each().await {
        let form = open(&door.browser()).await;
        door.wait_ms(PERSON_MS);
        let restored = door.browser();
        is_told(&send(&restored, &form, "20123456").await, CALLED);
        // What she does next in that browser is as good as anybody's.
        is_told(&signs_up(&door, &restored, "20123456").await, SEAT);
        assert_eq!(door.counted().await, (1, 0));
    }
}

#[tokio::test]
async fn a_form_sent_twice_has_one_answer() {
    for door in Door::each().await {
        let she = door.browser();
        let form = open(&she).await;
        door.wait_ms(PERSON_MS);
        is_told(&send(&she, &form, "20123456").await, SEAT);
        // The tab that was reloaded has lost its cookies: the answer stays what it was.
        is_told(&send(&door.browser(), &form, "20123456").await, SEAT);
        let hasty = open(&she).await;
        is_told(&send(&she, &hasty, "20123457").await, CALLED);
        door.wait_ms(PERSON_MS);
        is_told(&send(&she, &hasty, "20123457").await, CALLED);
        assert_eq!(door.counted().await, (1, 0));
    }
}

#[tokio::test]
async fn a_form_that_comes_back_keeps_its_time_and_a_new_key_begins_anew() {
    for door in Door::each().await {
        let she = door.browser();
        let form = open(&she).await;
        door.wait_ms(PERSON_MS);
        let back = she.leads_to(CREATE, &fields(&form, "201")).await;
        assert_eq!(back, "/fr/enrol/small#form");
        let again = open(&she).await;
        assert_eq!((&again.key, &again.stamp), (&form.key, &form.stamp));
        is_told(&send(&she, &again, "20123456").await, SEAT);

        // The same key with another body: another form, whose time begins now.
        let back = she.leads_to(CREATE, &fields(&form, "20123457")).await;
        assert_eq!(back, "/fr/enrol/small#form");
        let renewed = open(&she).await;
        assert_ne!(renewed.key, form.key);
        assert_ne!(renewed.stamp, form.stamp);
        is_told(&send(&she, &renewed, "20123457").await, CALLED);
        assert_eq!(door.counted().await, (1, 0));
    }
}

#[tokio::test]
async fn a_lost_cookie_is_mended_by_a_form_that_comes_back() {
    for door in Door::each().await {
        let form = open(&door.browser()).await;
        let restored = door.browser();
        restored.leads_to(CREATE, &fields(&form, "201")).await;
        let mended = open(&restored).await;
        assert_eq!(mended.key, form.key);
        door.wait_ms(PERSON_MS);
        is_told(&send(&restored, &mended, "20123456").await, SEAT);
    }
}

#[tokio::test]
async fn the_sixth_sign_up_of_one_visit_is_confirmed_by_phone() {
    for door in Door::each().await {
        let she = door.browser();
        for n in 0..6 {
            let told = if n < 5 { SEAT } else { CALLED };
            let page = signs_up(&door, &she, &format!("2012345{n}")).await;
            is_told(&page, told);
        }
        assert_eq!(door.counted().await, (5, 0));
    }
}

#[tokio::test]
async fn someone_else_is_signed_up_with_a_stamp_of_her_own() {
    for door in Door::each().await {
        let she = door.browser();
        let done = signs_up(&door, &she, "20123456").await;
        let another = [("lang", "fr"), ("sign_up", hidden(&done, "sign_up"))];
        let to = she.leads_to("/api/enrolments/another", &another).await;
        assert_eq!(to, FORM);
        is_told(&signs_up(&door, &she, "20123457").await, SEAT);
        assert_eq!(door.counted().await, (2, 0));
    }
}

/// A page without what is another on each: ids, secrets, the drawing of her link.
fn masked(page: &str) -> String {
    let mut shown = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<script") {
        shown.push_str(before);
        rest = after.split_once("</script>").unwrap().1;
    }
    shown.push_str(rest);
    let shown = shown.split("<path d=\"").enumerate();
    let shown: String = shown
        .map(|(n, part)| match n {
            0 => part,
            _ => part.split_once('"').unwrap().1,
        })
        .collect();
    let is_secret = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let words = shown.split(|c| !is_secret(c));
    let long: Vec<&str> = words.filter(|word| word.len() >= 20).collect();
    long.into_iter()
        .fold(shown.clone(), |page, secret| page.replace(secret, "*"))
}

/// The cookies of an answer: their names, and how long their values are.
fn cookies(answer: &reqwest::Response) -> Vec<(String, usize)> {
    let lines = answer.headers().get_all(SET_COOKIE).iter();
    let cookie = |line: &str| {
        let (name, rest) = line.split_once('=').unwrap();
        (name.to_owned(), rest.len())
    };
    lines.map(|line| cookie(line.to_str().unwrap())).collect()
}

/// What someone learns who signs up with this phone, waiting so long before sending: the answer
/// and the confirmation.
async fn learns(door: &Door, phone: &str, ms: i64) -> (String, Vec<(String, usize)>, String) {
    let she = door.browser();
    let form = open(&she).await;
    door.wait_ms(ms);
    let answer = she.send(CREATE, &fields(&form, phone)).await;
    let set = cookies(&answer);
    let to = answer.headers()["location"].to_str().unwrap().to_owned();
    (to, set, masked(&she.page(DONE).await))
}

#[tokio::test]
async fn nothing_tells_whether_a_phone_is_known_to_an_honest_or_a_doubtful_form() {
    for door in Door::each().await {
        // Two who are enrolled, one by a form in doubt, and one whom nobody knows.
        signs_up(&door, &door.browser(), "20123456").await;
        learns(&door, "20123457", 0).await;
        for (ms, told) in [(0, CALLED), (PERSON_MS, SEAT)] {
            let known = learns(&door, "20123456", ms).await;
            let in_doubt = learns(&door, "20123457", ms).await;
            let unknown = learns(&door, &format!("2999{:04}", 1000 + ms), ms).await;
            is_told(&known.2, told);
            assert_eq!(known, unknown);
            assert_eq!(in_doubt, unknown);
        }
    }
}
