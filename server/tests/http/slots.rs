//! Slots over HTTP, as plain forms without scripts: chosen on the course's page, kept while the
//! form is filled in, taken another instead, and exchanged from the private page.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::ssr::Clock;
use domain::id::SeatsId;
use jiff::ToSpan as _;
use server::router;
use store::check;
use store::testing::{SmallCourse, TestStore, desk::ExtraPool, sqlite};

use crate::host::Host;
use crate::links::Browser;
use crate::pages::{now, state};
use crate::race::hidden_key;

const KEPT: &str = "gardé pour vous jusqu";
const TAKEN: &str = "Une autre personne remplit le formulaire";
const CHOOSE: &str = "/api/slots/choose";

/// Four slots of one seat each, `small`, `b`, `c` and `d`, and a clock that can be moved.
struct Studio {
    host: Host,
    minutes_later: Arc<AtomicI64>,
    t: TestStore,
}

impl Studio {
    async fn open() -> Self {
        let t = sqlite().await;
        let course = SmallCourse::with_seats(1, now());
        let starts_at = course.starts_at;
        let beside = t.store.write(course).await.unwrap();
        for (slug, hours) in [("b", 2), ("c", 4), ("d", 6)] {
            let slot = ExtraPool {
                beside,
                slug,
                capacity: 1,
                starts_at: starts_at + hours.hours(),
                own_run: false,
            };
            let _: SeatsId = t.store.write(slot).await.unwrap();
        }
        let minutes_later = Arc::new(AtomicI64::new(0));
        let (store, minutes) = (t.store.clone(), Arc::clone(&minutes_later));
        let host = Host::with_edge(|edge| {
            let clock = Clock::new(move || now() + minutes.load(Ordering::Relaxed).minutes());
            router::router(state(edge, store, clock), edge).unwrap()
        })
        .await;
        Self {
            host,
            minutes_later,
            t,
        }
    }

    fn browser(&self) -> Browser<'_> {
        Browser::new(&self.host)
    }

    /// Taken seats by slug; every promise is kept.
    async fn taken(&self) -> Vec<(String, i64)> {
        let mut conn = self.t.store.read().await.unwrap();
        let report = check::run(&mut conn, now()).await.unwrap();
        assert_eq!(report.broken, []);
        let pools = report.seats.into_iter().filter(|pool| pool.taken > 0);
        pools.map(|pool| (pool.slug, pool.taken)).collect()
    }
}

async fn choose(she: &Browser<'_>, slot: &str) -> String {
    she.leads_to(CHOOSE, &[("lang", "fr"), ("seats", slot)])
        .await
}

/// Sends the form of a slot, for that slot or for another one that it offers.
async fn send(she: &Browser<'_>, form: &str, slot: &str, phone: &str) -> String {
    let key = hidden_key(&she.page(form).await);
    let fields = [
        ("lang", "fr"),
        ("seats", slot),
        ("given_name", "Salma"),
        ("family_name", "Ben Ali"),
        ("phone", phone),
        ("consent", "yes"),
        ("waitlist", "yes"),
        ("key", &key),
    ];
    she.leads_to("/api/enrolments/create", &fields).await
}

#[tokio::test]
async fn scenario_6_a_slot_is_chosen_on_the_courses_page_and_kept_until_the_form_is_sent() {
    let studio = Studio::open().await;
    let (she, other) = (studio.browser(), studio.browser());
    let course = she.page("/fr/courses/small").await;
    assert_eq!(course.matches("name=\"seats\" value=").count(), 4);
    assert_eq!(choose(&she, "small").await, "/fr/enrol/small");
    let form = she.page("/fr/enrol/small").await;
    assert!(form.contains(KEPT), "{form}");
    assert!(!form.contains("type=\"radio\" name=\"seats\""));

    // Another hears that it is taken, everywhere, and is shown what is free.
    let course = other.page("/fr/courses/small").await;
    assert_eq!(course.matches("name=\"seats\" value=").count(), 3);
    assert!(course.contains("le choisit en ce moment"));
    assert_eq!(choose(&other, "small").await, "/fr/enrol/small");
    let form = other.page("/fr/enrol/small").await;
    assert!(!form.contains(KEPT));
    assert_eq!(form.matches("type=\"radio\" name=\"seats\"").count(), 4);

    // What she typed comes back; she takes another time with it.
    let back = send(&other, "/fr/enrol/small", "small", "20123457").await;
    assert_eq!(back, "/fr/enrol/small#form");
    let form = other.page("/fr/enrol/small").await;
    assert!(form.contains(TAKEN));
    assert!(form.contains("20123457"));
    assert_eq!(studio.taken().await, []);
    let done = send(&other, "/fr/enrol/small", "b", "20123457").await;
    assert_eq!(done, "/fr/my/done");
    let done = send(&she, "/fr/enrol/small", "small", "20123456").await;
    assert_eq!(done, "/fr/my/done");
    let taken = [("b".to_owned(), 1), ("small".to_owned(), 1)];
    assert_eq!(studio.taken().await, taken);
}

#[tokio::test]
async fn scenario_6_after_ten_minutes_a_slot_is_anyones_again() {
    let studio = Studio::open().await;
    let (she, other) = (studio.browser(), studio.browser());
    choose(&she, "small").await;
    studio.minutes_later.store(11, Ordering::Relaxed);
    assert!(!she.page("/fr/enrol/small").await.contains(KEPT));
    let course = other.page("/fr/courses/small").await;
    assert_eq!(course.matches("name=\"seats\" value=").count(), 4);
    let done = send(&other, "/fr/enrol/small", "small", "20123457").await;
    assert_eq!(done, "/fr/my/done");
}

#[tokio::test]
async fn one_browser_holds_one_slot_and_forgets_it_with_everything_else() {
    let studio = Studio::open().await;
    let she = studio.browser();
    choose(&she, "small").await;
    choose(&she, "b").await;
    assert!(!she.page("/fr/enrol/small").await.contains(KEPT));
    assert!(she.page("/fr/enrol/b").await.contains(KEPT));
    she.leads_to("/api/visits/forget", &[("lang", "fr")]).await;
    assert!(!she.page("/fr/enrol/b").await.contains(KEPT));
}

#[tokio::test]
async fn she_takes_another_slot_from_her_private_page_and_keeps_hers_when_it_is_gone() {
    let studio = Studio::open().await;
    let (she, other) = (studio.browser(), studio.browser());
    send(&she, "/fr/enrol/small", "small", "20123456").await;
    let mine = she.page("/fr/my").await;
    assert_eq!(mine.matches("type=\"radio\" name=\"seats\"").count(), 3);
    let (_, rest) = mine.split_once("name=\"sign_up\" value=\"").unwrap();
    let hers = rest.split('"').next().unwrap();
    let wish = |slot| [("lang", "fr"), ("sign_up", hers), ("seats", slot)];
    let swap = "/api/enrolments/swap";

    let led = she.leads_to(swap, &wish("c")).await;
    assert_eq!(led, "/fr/my?notice=swapped");
    assert_eq!(studio.taken().await, [("c".to_owned(), 1)]);
    // A browser that does not hold her link moves nothing.
    let led = other.leads_to(swap, &wish("d")).await;
    assert_eq!(led, "/fr/my?notice=unknown");
    send(&other, "/fr/enrol/d", "d", "20123457").await;
    let led = she.leads_to(swap, &wish("d")).await;
    assert_eq!(led, "/fr/my?notice=swap-full");
    let taken = [("c".to_owned(), 1), ("d".to_owned(), 1)];
    assert_eq!(studio.taken().await, taken);
    let mine = she.page("/fr/my?notice=swap-full").await;
    assert!(mine.contains("Vous gardez le v"), "{mine}");
}
