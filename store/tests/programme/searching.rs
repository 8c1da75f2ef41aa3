//! What the calendar finds when it is narrowed: each filter, a free place, and the pools of a
//! period, on both databases.

use domain::{
    calendar::CalendarQuery,
    programme::{Course, Hub, InstanceKind, Programme, Room, TeachingLanguage, Theme, Weekday},
};
use store::{
    Conn,
    calendar::{self, Span},
    testing::stores,
};

use crate::{
    common::{accepted, now, request},
    sample::{at, course, hub, import, imported, instance, programme, session, text, time, week},
};

/// Beside the sample course (women only, in the morning, step-free, with childcare), one for
/// everyone in another hub, upstairs, in the evening, in English.
fn two_hubs() -> Programme {
    let mut programme = programme();
    programme.hubs.push(Hub {
        slug: "studio".into(),
        rooms: vec![Room {
            slug: "loft".into(),
            name: text("Loft"),
            access: text("stairs"),
            capacity: 12,
            step_free: false,
            is_sample: true,
        }],
        ..hub()
    });
    let mut late = session("late-1", week(1, Weekday::Wednesday), 18);
    late.room = "loft".into();
    programme.courses.push(Course {
        slug: "evening".into(),
        hub: "studio".into(),
        theme: Theme::Image,
        languages: vec![TeachingLanguage::English],
        women_only: false,
        ..course(vec![instance("late", InstanceKind::Whole, 5, vec![late])])
    });
    programme
}

fn december() -> Span {
    Span {
        from: at("2026-11-30T23:00:00Z"),
        to: at("2026-12-31T23:00:00Z"),
    }
}

async fn found(conn: &mut Conn, query: &str) -> Vec<String> {
    let filter = CalendarQuery::parse(query).filter;
    let entries = calendar::search(conn, december(), &filter, now()).await;
    entries.unwrap().into_iter().map(|it| it.slug).collect()
}

#[tokio::test]
async fn each_filter_keeps_what_it_names_and_together_they_keep_what_fits_all() {
    for t in stores().await {
        imported(&t.store, import(&two_hubs())).await;
        let mut conn = t.store.read().await.unwrap();
        let all = ["run-1", "late-1", "shoot-1", "shoot-2", "run-2"];
        let mornings = ["run-1", "shoot-1", "shoot-2", "run-2"];
        for (query, kept) in [
            ("", &all[..]),
            ("hub=lab", &mornings),
            ("hub=studio", &["late-1"]),
            ("hub=nowhere", &[]),
            ("theme=image", &["late-1"]),
            ("theme=digital", &mornings),
            ("part=morning", &mornings),
            ("part=afternoon", &[]),
            ("part=evening", &["late-1"]),
            ("language=ar", &mornings),
            ("language=en", &["late-1"]),
            ("women_only=yes", &mornings),
            ("childcare=yes", &["run-1", "run-2"]),
            ("step_free=yes", &mornings),
            ("free=yes", &all),
            ("childcare=yes&part=morning&hub=lab", &["run-1", "run-2"]),
            ("women_only=yes&theme=image", &[]),
        ] {
            assert_eq!(found(&mut conn, query).await, kept, "{query}");
        }
    }
}

#[tokio::test]
async fn a_free_place_is_one_that_a_newcomer_gets_now() {
    for t in stores().await {
        imported(&t.store, import(&two_hubs())).await;
        let mut conn = t.store.read().await.unwrap();
        let slot = calendar::seats(&mut conn, "shoot-1").await.unwrap();
        let slot = slot.unwrap().seats.id;
        accepted(t.store.sign_up(request(slot, 1)).await.unwrap());
        let free = "free=yes&hub=lab";
        assert_eq!(
            found(&mut conn, free).await,
            ["run-1", "shoot-2", "run-2"],
            "a full one is not free"
        );
        // Once the first session has begun, nobody enrols in the run: neither is its second free.
        let filter = CalendarQuery::parse(free).filter;
        let begun = at("2026-12-01T08:00:00Z");
        let left = calendar::search(&mut conn, december(), &filter, begun).await;
        let left: Vec<_> = left.unwrap().into_iter().map(|it| it.slug).collect();
        assert_eq!(left, ["shoot-2"]);
        let next = calendar::next_match(&mut conn, begun, &filter, begun).await;
        assert_eq!(next.unwrap().unwrap().slug, "shoot-2");
        let late = at("2026-12-04T09:00:00Z");
        let none = calendar::next_match(&mut conn, late, &filter, late).await;
        assert_eq!(none.unwrap(), None);
    }
}

#[tokio::test]
async fn a_pool_with_a_queue_has_no_free_place_for_a_newcomer() {
    for t in stores().await {
        imported(&t.store, import(&two_hubs())).await;
        let mut conn = t.store.read().await.unwrap();
        let run = calendar::seats(&mut conn, "run").await.unwrap().unwrap();
        for n in 1..=3 {
            accepted(t.store.sign_up(request(run.seats.id, n)).await.unwrap());
        }
        // A third seat, and one waiting for it: whoever waits comes first.
        let state = calendar::seats(&mut conn, "run").await.unwrap().unwrap();
        assert_eq!((state.seats.taken, state.seats.waiting), (2, 1));
        let found = found(&mut conn, "free=yes&hub=lab").await;
        assert_eq!(found, ["shoot-1", "shoot-2"]);
    }
}

#[tokio::test]
async fn the_next_evening_is_found_behind_months_of_mornings() {
    for t in stores().await {
        let days = [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
        ];
        let slots = (1..=20_u16).flat_map(|nth| {
            days.iter()
                .map(move |day| session(&format!("s-{nth}-{}", day.number()), week(nth, *day), 9))
        });
        let mut slots: Vec<_> = slots.collect();
        slots.push(session("evening", week(21, Weekday::Monday), 19));
        let mut programme = programme();
        programme.courses = vec![course(vec![instance(
            "many",
            InstanceKind::Slots,
            1,
            slots,
        )])];
        imported(&t.store, import(&programme)).await;
        let mut conn = t.store.read().await.unwrap();
        let filter = CalendarQuery::parse("part=evening&free=yes").filter;
        let next = calendar::next_match(&mut conn, now(), &filter, now()).await;
        let next = next.unwrap().unwrap();
        assert_eq!(next.slug, "evening");
        assert_eq!(
            next.starts_at.in_tz("Africa/Tunis").unwrap().time(),
            jiff::civil::time(i8::try_from(time(19).hour).unwrap(), 0, 0, 0)
        );
    }
}

#[tokio::test]
async fn the_pools_of_a_period_are_listed_once_each() {
    for t in stores().await {
        imported(&t.store, import(&two_hubs())).await;
        let mut conn = t.store.read().await.unwrap();
        let pools = calendar::seats_between(&mut conn, december())
            .await
            .unwrap();
        let slugs: Vec<_> = pools.iter().map(|it| it.slug.as_str()).collect();
        assert_eq!(slugs, ["late", "run", "shoot-1", "shoot-2"]);
        let only = Span {
            from: at("2026-12-02T00:00:00Z"),
            to: at("2026-12-03T00:00:00Z"),
        };
        let pools = calendar::seats_between(&mut conn, only).await.unwrap();
        assert_eq!(pools.len(), 1);
        assert_eq!(pools[0].capacity, 5);
    }
}
