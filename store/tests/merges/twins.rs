//! One woman who was entered twice, with all that can hang on her.

use domain::{
    consent::Purpose,
    email::EmailAddress,
    enrolment::EnrolForm,
    id::{AccountId, DeviceId, EnrolmentId, MarkId, MergeId, SeatsId, SessionId, SignUpId},
    lang::Lang,
    mark::{Mark, MarkStatus, Source},
    role::Role,
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store,
    account::{Create, Created, HubChoice},
    consent::{AnswerConsents, Said},
    desk::{Merge, MergeOutcome, Unmerge, UnmergeOutcome, WriteNote},
    keys::random,
    mark::{Author, Record},
    testing::{SmallCourse, TestStore, rows::rows},
};

use crate::common::{accepted, form, now, with};
use crate::desk::{Desk, Woman, enrolments};

/// The facilitator of the small course.
pub fn author(account: AccountId) -> Author {
    Author {
        account,
        all_hubs: false,
    }
}

/// Someone who works at another hub only.
pub async fn stranger(store: &Store) -> Author {
    let other = SmallCourse {
        slug: "other",
        ..SmallCourse::with_seats(5, now())
    };
    store.write(other).await.unwrap();
    let create = Create {
        email: EmailAddress::parse("stranger@lab.example").unwrap(),
        display_name: None,
        password_hash: "hash".into(),
        role: Role::Facilitator,
        hubs: HubChoice::Named(vec!["other".into()]),
        at: now(),
    };
    match store.write(create).await.unwrap() {
        Created::Account(account) => author(account),
        other => panic!("not created: {other:?}"),
    }
}

/// Signs up under a name and a phone.
pub async fn enrol_as(store: &Store, seats: SeatsId, names: [&str; 2], phone: &str) -> Woman {
    let before = enrolments(store).await;
    let form = EnrolForm {
        given_name: names[0].into(),
        family_name: names[1].into(),
        phone: phone.into(),
        ..form(1)
    };
    let request = with(seats, form.parse().unwrap());
    let sign_up = accepted(store.sign_up(request).await.unwrap()).sign_up;
    let new = &enrolments(store).await - &before;
    Woman {
        sign_up,
        enrolment: *new.first().unwrap(),
    }
}

pub async fn merge(store: &Store, desk: &Desk, kept: Woman, gone: Woman) -> MergeId {
    let merge = Merge {
        kept: kept.enrolment,
        gone: gone.enrolment,
        by: author(desk.facilitator),
        at: now() + 1.minute(),
    };
    match store.write(merge).await.unwrap() {
        MergeOutcome::Merged(id) => id,
        other => panic!("not merged: {other:?}"),
    }
}

pub async fn unmerge(store: &Store, desk: &Desk, merge: MergeId) -> UnmergeOutcome {
    let unmerge = Unmerge {
        merge,
        by: author(desk.facilitator),
        at: now() + 2.minutes(),
    };
    store.write(unmerge).await.unwrap()
}

pub async fn answer(
    store: &Store,
    sign_up: SignUpId,
    purpose: Purpose,
    granted: bool,
    at: Timestamp,
) {
    let said = Said {
        purpose,
        granted,
        text_version: "test-1",
    };
    let answer = AnswerConsents {
        sign_up,
        said: vec![said],
        lang: Lang::Fr,
        at,
    };
    store.write(answer).await.unwrap();
}

pub async fn note(store: &Store, desk: &Desk, enrolment: EnrolmentId, text: &str) {
    let note = WriteNote {
        enrolment,
        text: text.into(),
        by: desk.facilitator,
        at: now(),
    };
    store.write(note).await.unwrap();
}

/// A tap on the roll of the first session.
pub async fn mark(store: &Store, desk: &Desk, enrolment: EnrolmentId, status: MarkStatus) {
    let mark = Mark {
        id: MarkId::new(now(), random()),
        session: SessionId(desk.course.session),
        enrolment,
        status,
        device: DeviceId::new(now(), random()),
        device_seq: 1,
        marked_at: now().as_microsecond(),
        clock_offset: 0,
        base_version: 0,
        source: Source::Tap,
        author: desk.facilitator.0,
    };
    let record = Record {
        by: author(desk.facilitator),
        marks: vec![mark],
        at: now(),
    };
    store.write(record).await.unwrap();
}

/// Every row that a joining may touch. The histories are left out: they are only ever added to.
pub async fn everything(t: &TestStore) -> Vec<(&'static str, Vec<String>)> {
    let mut all = Vec::new();
    for table in [
        "people",
        "enrolments",
        "sign_ups",
        "consents",
        "consent_tasks",
        "enrolment_notes",
        "messages",
        "marks",
        "answers",
        "seats",
        "phone_views",
    ] {
        all.push((table, rows(t, table).await));
    }
    all
}
