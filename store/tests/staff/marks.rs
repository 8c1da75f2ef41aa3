//! Marks as devices send them, and the rolls that come of them.

use domain::{
    id::{EnrolmentId, MarkId, SessionId},
    mark::{Mark, MarkStatus, Source},
};
use store::{
    keys::random,
    mark::{Answer, Flag, Refusal, Tap, sessions_between, zones},
    testing::stores,
};
use uuid::Uuid;

use crate::{
    common::now,
    hub::{Device, Hub, minutes, send},
};
use MarkStatus::{Absent, Excused, Late, Present, Unmarked};

#[tokio::test]
async fn scenario_28_the_same_mark_sent_again_is_a_success_and_one_mark() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, woman) = hub.enrol(&t.store, 1).await;
        let mark = Device::new().tap(&hub, woman, Present, now());
        assert_eq!(
            send(&t.store, by, &[mark, mark]).await,
            [Answer::Accepted(None), Answer::Same]
        );
        assert_eq!(
            send(&t.store, by, &[mark]).await,
            [Answer::Same],
            "{}",
            t.database
        );
        let cell = hub.row(&t.store, woman).await.cell.unwrap();
        assert_eq!((cell.status, cell.version), (Present, 1));
    }
}

#[tokio::test]
async fn the_same_id_with_another_body_is_refused_and_changes_nothing() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, woman) = hub.enrol(&t.store, 1).await;
        let mark = Device::new().tap(&hub, woman, Present, now());
        let other = Mark {
            status: Absent,
            ..mark
        };
        send(&t.store, by, &[mark]).await;
        assert_eq!(
            send(&t.store, by, &[other]).await,
            [Answer::Conflict],
            "{}",
            t.database
        );
        assert_eq!(hub.row(&t.store, woman).await.cell.unwrap().status, Present);
        let colleague = hub.facilitator(&t.store, "b@hub.example").await;
        assert_eq!(send(&t.store, colleague, &[mark]).await, [Answer::Conflict]);
    }
}

#[tokio::test]
async fn scenario_29_a_mark_keeps_the_time_at_which_it_was_made() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, woman) = hub.enrol(&t.store, 1).await;
        let yesterday = now() - minutes(24 * 60);
        let mark = Mark {
            clock_offset: 90,
            ..Device::new().tap(&hub, woman, Present, yesterday)
        };
        send(&t.store, by, &[mark]).await;
        let cell = hub.row(&t.store, woman).await.cell.unwrap();
        let stored = cell.marks().next().unwrap();
        assert_eq!(
            stored.marked_at,
            yesterday.as_microsecond(),
            "{}",
            t.database
        );
        assert_eq!(stored.corrected_at(), yesterday.as_microsecond() + 90);
    }
}

#[tokio::test]
async fn scenario_30_a_mark_for_an_enrolment_cancelled_meanwhile_is_accepted_and_shown() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (cancel, woman) = hub.enrol(&t.store, 1).await;
        t.store.write(cancel).await.unwrap();
        assert!(hub.sheet(&t.store).await.rows.is_empty());
        let mark = Device::new().tap(&hub, woman, Present, now());
        let answers = send(&t.store, by, &[mark]).await;
        assert_eq!(
            answers,
            [Answer::Accepted(Some(Flag::Cancelled))],
            "{}",
            t.database
        );
        let row = hub.row(&t.store, woman).await;
        assert_eq!(row.flag, Some(Flag::Cancelled));
        assert_eq!(row.name.as_deref(), Some("سلمى ب."));
        assert_eq!(row.cell.unwrap().status, Present);
    }
}

#[tokio::test]
async fn scenario_31_a_mark_for_nobody_we_know_is_kept_and_the_others_go_on() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, woman) = hub.enrol(&t.store, 1).await;
        let nobody = EnrolmentId(Uuid::from_bytes(random()));
        let mut device = Device::new();
        let marks = [
            Mark {
                source: Source::Scan,
                ..device.tap(&hub, nobody, Present, now())
            },
            device.tap(&hub, woman, Present, now()),
        ];
        let answers = send(&t.store, by, &marks).await;
        assert_eq!(
            answers,
            [
                Answer::Accepted(Some(Flag::Unknown)),
                Answer::Accepted(None)
            ]
        );
        let sheet = hub.sheet(&t.store).await;
        let flags: Vec<_> = sheet
            .rows
            .iter()
            .map(|row| (row.flag, row.name.is_some()))
            .collect();
        assert_eq!(
            flags,
            [(None, true), (Some(Flag::Unknown), false)],
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn an_enrolment_of_another_training_is_unknown_here_and_shows_no_name() {
    for t in stores().await {
        let (hub, other) = (
            Hub::open(&t.store, "lab").await,
            Hub::open(&t.store, "other").await,
        );
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, elsewhere) = other.enrol(&t.store, 1).await;
        let mark = Device::new().tap(&hub, elsewhere, Present, now());
        let answers = send(&t.store, by, &[mark]).await;
        assert_eq!(
            answers,
            [Answer::Accepted(Some(Flag::Unknown))],
            "{}",
            t.database
        );
        assert_eq!(hub.row(&t.store, elsewhere).await.name, None);
    }
}

#[tokio::test]
async fn scenario_32_a_mark_in_another_hubs_session_is_refused_with_the_reason() {
    for t in stores().await {
        let (hub, other) = (
            Hub::open(&t.store, "lab").await,
            Hub::open(&t.store, "other").await,
        );
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, woman) = hub.enrol(&t.store, 1).await;
        let (_, elsewhere) = other.enrol(&t.store, 2).await;
        let mut device = Device::new();
        let lost = Hub {
            session: SessionId(Uuid::from_bytes(random())),
            ..Hub::open(&t.store, "c").await
        };
        let marks = [
            device.tap(&other, elsewhere, Present, now()),
            device.tap(&lost, woman, Present, now()),
            Mark {
                source: Source::System,
                ..device.tap(&hub, woman, Present, now())
            },
            device.tap(&hub, woman, Present, now()),
        ];
        let answers = send(&t.store, by, &marks).await;
        assert_eq!(
            answers,
            [
                Answer::Refused(Refusal::OtherHub),
                Answer::Refused(Refusal::UnknownSession),
                Answer::Refused(Refusal::WrongSource),
                Answer::Accepted(None),
            ],
            "{}",
            t.database
        );
        assert!(other.row(&t.store, elsewhere).await.cell.is_none());
    }
}

#[tokio::test]
async fn scenario_33_three_marks_that_arrive_3_1_2_end_in_the_state_of_the_third() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, woman) = hub.enrol(&t.store, 1).await;
        let mut device = Device::new();
        let [one, two, three] =
            [Present, Unmarked, Late].map(|status| device.tap(&hub, woman, status, now()));
        for mark in [three, one, two] {
            send(&t.store, by, &[mark]).await;
        }
        let cell = hub.row(&t.store, woman).await.cell.unwrap();
        assert_eq!((cell.status, cell.version), (Late, 3), "{}", t.database);
    }
}

#[tokio::test]
async fn scenario_38_opposite_marks_of_two_people_give_one_roll_in_either_order() {
    for t in stores().await {
        let mut seen = Vec::new();
        for (slug, first) in [("one", 0), ("two", 1)] {
            let hub = Hub::open(&t.store, slug).await;
            let people = [
                hub.facilitator(&t.store, &format!("a@{slug}.example"))
                    .await,
                hub.facilitator(&t.store, &format!("b@{slug}.example"))
                    .await,
            ];
            let (_, woman) = hub.enrol(&t.store, 1).await;
            let marks = [
                Device::new().tap(&hub, woman, Present, now()),
                Device::new().tap(&hub, woman, Absent, now() + minutes(1)),
            ];
            for turn in [first, 1 - first] {
                send(&t.store, people[turn], &[marks[turn]]).await;
            }
            let cell = hub.row(&t.store, woman).await.cell.unwrap();
            assert!(cell.disagreement.is_some());
            assert_eq!(cell.marks().count(), 2, "both stay in the log");
            seen.push(cell.status);
        }
        assert_eq!(seen, [Absent, Absent], "{}", t.database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn taps_of_one_device_are_numbered_one_after_the_other() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, woman) = hub.enrol(&t.store, 1).await;
        let mut offline = Device::new();
        let earlier = offline.tap(&hub, woman, Excused, now());
        send(
            &t.store,
            by,
            &[Mark {
                device_seq: 7,
                ..earlier
            }],
        )
        .await;
        let tap = |n: i64| Tap {
            id: MarkId::new(now() + minutes(n), random()),
            by,
            device: earlier.device,
            session: hub.session,
            enrolment: woman,
            status: Present,
            base_version: 1,
            at: now() + minutes(n),
        };
        let writes = (0..20).map(|n| {
            tokio::spawn({
                let (store, tap) = (t.store.clone(), tap(n));
                async move { store.write(tap).await.unwrap() }
            })
        });
        for write in writes.collect::<Vec<_>>() {
            assert_eq!(write.await.unwrap(), Answer::Accepted(None));
        }
        let cell = hub.row(&t.store, woman).await.cell.unwrap();
        let mut numbers: Vec<u32> = cell.marks().map(|mark| mark.device_seq).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (7..28).collect::<Vec<_>>(), "{}", t.database);
        assert_eq!(cell.status, Present);
    }
}

#[tokio::test]
async fn the_same_tap_sent_again_later_is_the_same_tap() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let by = hub.facilitator(&t.store, "a@hub.example").await;
        let (_, woman) = hub.enrol(&t.store, 1).await;
        let device = Device::new().tap(&hub, woman, Present, now()).device;
        let tap = Tap {
            id: MarkId::new(now(), random()),
            by,
            device,
            session: hub.session,
            enrolment: woman,
            status: Present,
            base_version: 0,
            at: now(),
        };
        assert_eq!(t.store.write(tap).await.unwrap(), Answer::Accepted(None));
        let later = Tap {
            at: now() + minutes(1),
            ..tap
        };
        assert_eq!(
            t.store.write(later).await.unwrap(),
            Answer::Same,
            "{}",
            t.database
        );
        let other = Tap {
            status: Absent,
            ..tap
        };
        assert_eq!(t.store.write(other).await.unwrap(), Answer::Conflict);
        assert_eq!(hub.row(&t.store, woman).await.cell.unwrap().version, 1);
    }
}

#[tokio::test]
async fn staff_see_the_sessions_of_their_own_hubs_of_that_day() {
    for t in stores().await {
        let (hub, other) = (
            Hub::open(&t.store, "lab").await,
            Hub::open(&t.store, "other").await,
        );
        let mine = hub.facilitator(&t.store, "a@hub.example").await;
        let everywhere = store::mark::Author {
            all_hubs: true,
            ..mine
        };
        hub.enrol(&t.store, 1).await;
        let mut conn = t.store.read().await.unwrap();
        let starts = now() + minutes(7 * 24 * 60);
        for (by, sessions) in [(mine, 1), (everywhere, 2)] {
            assert_eq!(zones(&mut conn, by).await.unwrap(), ["Africa/Tunis"]);
            let found =
                sessions_between(&mut conn, by, "Africa/Tunis", starts, starts + minutes(1))
                    .await
                    .unwrap();
            assert_eq!(found.len(), sessions, "{}", t.database);
            let lab = found
                .iter()
                .find(|session| session.id == hub.session)
                .unwrap();
            assert_eq!(lab.enrolled, 1);
            assert_eq!(found.iter().any(|it| it.id == other.session), sessions == 2);
        }
        let none = sessions_between(&mut conn, mine, "Africa/Tunis", now(), starts)
            .await
            .unwrap();
        assert!(none.is_empty());
    }
}
