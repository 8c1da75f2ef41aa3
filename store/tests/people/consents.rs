//! The ledger of consents: the latest answer counts, a link shows what was said through it, and a
//! yes that is taken back is a task for every hub that she has been at.

use domain::{
    consent::{Photos, Purpose},
    desk::ConsentChannel,
    id::{AccountId, EnrolmentId, SessionId, SignUpId},
    lang::Lang,
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store,
    consent::{
        AnswerConsents, DoneTask, FinishTask, RecordConsent, Recorded, Said, Task, Told, tasks,
        told_by_link, told_by_person,
    },
    mark::{Author, sheet},
    testing::stores,
};

use crate::common::{accepted, now, request};
use crate::desk::{Desk, Woman, enrol, record};

fn said(purpose: Purpose, granted: bool) -> Said {
    Said {
        purpose,
        granted,
        text_version: "test-1",
    }
}

fn later(minutes: i64) -> Timestamp {
    now() + minutes.minutes()
}

async fn answer(store: &Store, sign_up: SignUpId, said: Said, at: Timestamp) -> Recorded {
    let answer = AnswerConsents {
        sign_up,
        said: vec![said],
        lang: Lang::Fr,
        at,
    };
    store.write(answer).await.unwrap()
}

async fn by_link(store: &Store, sign_up: SignUpId) -> Vec<(Purpose, bool)> {
    let mut conn = store.read().await.unwrap();
    let told = told_by_link(&mut conn, sign_up).await.unwrap();
    told.into_iter()
        .map(|it| (it.purpose, it.granted))
        .collect()
}

async fn counts(store: &Store, enrolment: EnrolmentId) -> Vec<Told> {
    let person = record(store, enrolment).await.person;
    let mut conn = store.read().await.unwrap();
    told_by_person(&mut conn, person).await.unwrap()
}

async fn open_tasks(store: &Store, by: AccountId) -> Vec<Task> {
    let author = Author {
        account: by,
        all_hubs: false,
    };
    let mut conn = store.read().await.unwrap();
    tasks(&mut conn, author, false).await.unwrap()
}

async fn photos(store: &Store, desk: &Desk, enrolment: EnrolmentId) -> Photos {
    let mut conn = store.read().await.unwrap();
    let id = SessionId(desk.course.session);
    let sheet = sheet(&mut conn, id).await.unwrap().unwrap();
    let row = sheet.rows.iter().find(|row| row.enrolment == enrolment);
    row.unwrap().photos
}

const GROUP: Photos = Photos {
    alone: false,
    group: true,
};

#[tokio::test]
async fn the_latest_answer_counts_and_the_same_again_adds_nothing() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        assert_eq!(
            by_link(&t.store, woman.sign_up).await,
            [(Purpose::Data, true)]
        );
        assert_eq!(
            photos(&t.store, &desk, woman.enrolment).await,
            Photos::default()
        );
        let yes = said(Purpose::PhotoGroup, true);
        let no = said(Purpose::PhotoGroup, false);
        for (minute, said, added) in [(1, yes, 1), (2, yes, 0), (3, no, 1), (4, yes, 1)] {
            let recorded = answer(&t.store, woman.sign_up, said, later(minute)).await;
            assert_eq!(recorded, Recorded::Added(added), "{} {minute}", t.database);
        }
        let told = counts(&t.store, woman.enrolment).await;
        let group = told
            .iter()
            .find(|it| it.purpose == Purpose::PhotoGroup)
            .unwrap();
        assert_eq!(
            (group.granted, group.at),
            (true, later(4)),
            "{}",
            t.database
        );
        assert_eq!(group.channel, ConsentChannel::Web);
        let nobody = SignUpId(uuid::Uuid::nil());
        assert_eq!(
            answer(&t.store, nobody, yes, now()).await,
            Recorded::Unknown
        );
    }
}

#[tokio::test]
async fn a_yes_that_is_taken_back_is_one_task_until_someone_has_done_it() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        let purpose = Purpose::SocialMedia;
        // A no that takes nothing back asks for nothing.
        answer(&t.store, woman.sign_up, said(purpose, false), later(1)).await;
        assert_eq!(open_tasks(&t.store, desk.facilitator).await, []);
        for (minute, granted) in [(2, true), (3, false), (4, true), (5, false)] {
            answer(
                &t.store,
                woman.sign_up,
                said(purpose, granted),
                later(minute),
            )
            .await;
        }
        let open = open_tasks(&t.store, desk.facilitator).await;
        let [task] = &open[..] else {
            panic!("{}: {} tasks", t.database, open.len());
        };
        assert_eq!((task.purpose, task.at), (purpose, later(3)));
        assert_eq!(task.enrolment, woman.enrolment);
        let finish = FinishTask {
            task: task.id,
            by: desk.facilitator,
            at: later(6),
        };
        assert_eq!(t.store.write(finish).await.unwrap(), DoneTask::Done);
        assert_eq!(t.store.write(finish).await.unwrap(), DoneTask::Gone);
        assert_eq!(open_tasks(&t.store, desk.facilitator).await, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawals_at_once_are_one_task() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 20, 5).await;
        let purpose = Purpose::PhotoSelf;
        for n in 0..15 {
            let woman = enrol(&t.store, desk.first, n).await;
            answer(&t.store, woman.sign_up, said(purpose, true), later(1)).await;
            let tasks = (0..6).map(|_| {
                let store = t.store.clone();
                let no = said(purpose, false);
                tokio::spawn(async move { answer(&store, woman.sign_up, no, later(2)).await })
            });
            let mut added = 0;
            for task in tasks.collect::<Vec<_>>() {
                added += usize::from(task.await.unwrap() == Recorded::Added(1));
            }
            assert_eq!(added, 1, "{}", t.database);
        }
        let open = open_tasks(&t.store, desk.facilitator).await;
        assert_eq!(open.len(), 15, "{}", t.database);
    }
}

#[tokio::test]
async fn a_link_shows_what_was_said_through_it_and_not_that_she_is_known() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let first = enrol(&t.store, desk.first, 1).await;
        answer(
            &t.store,
            first.sign_up,
            said(Purpose::PhotoGroup, true),
            later(1),
        )
        .await;
        // The same name and phone in another run: her, or someone who knows both.
        let second = enrol(&t.store, desk.second, 1).await;
        assert_eq!(
            by_link(&t.store, second.sign_up).await,
            [(Purpose::Data, true)]
        );
        // Her answer there counts for her.
        answer(
            &t.store,
            second.sign_up,
            said(Purpose::PhotoGroup, false),
            later(2),
        )
        .await;
        let told = counts(&t.store, first.enrolment).await;
        assert_eq!(
            told.last().map(|it| it.granted),
            Some(false),
            "{}",
            t.database
        );
        assert_eq!(
            photos(&t.store, &desk, first.enrolment).await,
            Photos::default()
        );
    }
}

/// The same name and phone in the same run, from another browser.
async fn repeat(store: &Store, desk: &Desk) -> SignUpId {
    let outcome = store.sign_up(request(desk.first, 1)).await.unwrap();
    accepted(outcome).sign_up
}

#[tokio::test]
async fn a_repeat_answers_for_itself_but_its_no_stops_photographs_until_staff_know() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let woman = enrol(&t.store, desk.first, 1).await;
        answer(
            &t.store,
            woman.sign_up,
            said(Purpose::PhotoGroup, true),
            later(1),
        )
        .await;
        let repeat = repeat(&t.store, &desk).await;
        assert_eq!(by_link(&t.store, repeat).await, [(Purpose::Data, true)]);
        answer(&t.store, repeat, said(Purpose::PhotoSelf, true), later(2)).await;
        answer(&t.store, repeat, said(Purpose::PhotoGroup, false), later(3)).await;
        let hers = by_link(&t.store, woman.sign_up).await;
        assert_eq!(hers, [(Purpose::Data, true), (Purpose::PhotoGroup, true)]);
        let count = counts(&t.store, woman.enrolment).await;
        let count: Vec<_> = count.iter().map(|it| (it.purpose, it.granted)).collect();
        assert_eq!(count, hers, "{}", t.database);
        assert_eq!(
            photos(&t.store, &desk, woman.enrolment).await,
            Photos::default()
        );
        let open = open_tasks(&t.store, desk.facilitator).await;
        assert!(open[0].by_repeat, "{}", t.database);
        let finish = FinishTask {
            task: open[0].id,
            by: desk.facilitator,
            at: later(4),
        };
        t.store.write(finish).await.unwrap();
        assert_eq!(
            photos(&t.store, &desk, woman.enrolment).await,
            GROUP,
            "{}",
            t.database
        );
        // Her own no is news, although the repeat has said the same.
        let no = said(Purpose::PhotoGroup, false);
        let added = answer(&t.store, woman.sign_up, no, later(5)).await;
        assert_eq!(added, Recorded::Added(1), "{}", t.database);
    }
}

#[tokio::test]
async fn what_she_tells_staff_is_written_down_with_who_and_how_and_her_link_shows_it() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        let woman: Woman = enrol(&t.store, desk.first, 1).await;
        let paper = RecordConsent {
            enrolment: woman.enrolment,
            said: said(Purpose::PhotoGroup, true),
            channel: ConsentChannel::Paper,
            lang: Lang::Ar,
            by: desk.facilitator,
            at: later(1),
        };
        assert_eq!(t.store.write(paper).await.unwrap(), Recorded::Added(1));
        assert_eq!(t.store.write(paper).await.unwrap(), Recorded::Added(0));
        let told = counts(&t.store, woman.enrolment).await;
        let group = told.last().unwrap();
        assert_eq!(group.channel, ConsentChannel::Paper, "{}", t.database);
        assert_eq!(group.by.as_ref().unwrap().0, "facilitator@lab.example");
        let hers = by_link(&t.store, woman.sign_up).await;
        assert_eq!(hers, [(Purpose::Data, true), (Purpose::PhotoGroup, true)]);
        assert_eq!(photos(&t.store, &desk, woman.enrolment).await, GROUP);
    }
}
