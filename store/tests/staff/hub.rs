//! Hubs with a session each, women enrolled in it, and staff with devices.

use domain::{
    email::EmailAddress,
    id::{AccountId, DeviceId, EnrolmentId, MarkId, SessionId},
    mark::{Mark, MarkStatus, Source},
    role::Role,
};
use jiff::{SignedDuration, Timestamp};
use store::{
    Store,
    account::{Create, Created, HubChoice},
    enrolment::Cancel,
    keys::random,
    mark::{Answer, Author, Record, Row, Sheet, sheet},
    testing::{SmallCourse, SmallCourseIds},
};
use uuid::Uuid;

use crate::common::{accepted, now, request};

pub fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// An account whose password's hash is the word `hash`: hashing is not the store's work.
pub fn account(address: &str, role: Role, hubs: HubChoice) -> Create {
    Create {
        email: email(address),
        display_name: None,
        password_hash: "hash".into(),
        role,
        hubs,
        at: now(),
    }
}

pub fn hubs(slugs: &[&str]) -> HubChoice {
    HubChoice::Named(slugs.iter().map(|slug| (*slug).to_owned()).collect())
}

pub async fn created(store: &Store, create: Create) -> AccountId {
    match store.write(create).await.unwrap() {
        Created::Account(account) => account,
        other => panic!("not created: {other:?}"),
    }
}

/// A hub with one session.
pub struct Hub {
    pub slug: &'static str,
    pub ids: SmallCourseIds,
    pub session: SessionId,
}

impl Hub {
    pub async fn open(store: &Store, slug: &'static str) -> Hub {
        Self::open_with(store, slug, 20).await
    }

    /// A hub whose session has so many seats.
    pub async fn open_with(store: &Store, slug: &'static str, seats: i64) -> Hub {
        let course = SmallCourse {
            slug,
            ..SmallCourse::with_seats(seats, now())
        };
        let ids = store.write(course).await.unwrap();
        Hub {
            slug,
            ids,
            session: SessionId(ids.session),
        }
    }

    pub async fn facilitator(&self, store: &Store, address: &str) -> Author {
        let create = account(address, Role::Facilitator, hubs(&[self.slug]));
        Author {
            account: created(store, create).await,
            all_hubs: false,
        }
    }

    /// Enrols the n-th woman; gives a way to cancel, and her enrolment.
    pub async fn enrol(&self, store: &Store, n: usize) -> (Cancel, EnrolmentId) {
        let before = self.ids_on_roll(store).await;
        let receipt = accepted(store.sign_up(request(self.ids.seats, n)).await.unwrap());
        let after = self.ids_on_roll(store).await;
        let enrolment = after.into_iter().find(|id| !before.contains(id)).unwrap();
        (
            Cancel {
                sign_up: receipt.sign_up,
                reason: None,
                at: now(),
            },
            enrolment,
        )
    }

    async fn ids_on_roll(&self, store: &Store) -> Vec<EnrolmentId> {
        self.sheet(store)
            .await
            .rows
            .iter()
            .map(|row| row.enrolment)
            .collect()
    }

    pub async fn sheet(&self, store: &Store) -> Sheet {
        let mut conn = store.read().await.unwrap();
        sheet(&mut conn, self.session).await.unwrap().unwrap()
    }

    pub async fn row(&self, store: &Store, enrolment: EnrolmentId) -> Row {
        let rows = self.sheet(store).await.rows;
        rows.into_iter()
            .find(|row| row.enrolment == enrolment)
            .unwrap()
    }
}

/// A device that counts its marks.
pub struct Device {
    id: DeviceId,
    seq: u32,
}

impl Device {
    pub fn new() -> Device {
        Device {
            id: DeviceId(Uuid::from_bytes(random())),
            seq: 0,
        }
    }

    /// A tap in this session, made at this moment.
    pub fn tap(
        &mut self,
        hub: &Hub,
        enrolment: EnrolmentId,
        status: MarkStatus,
        at: Timestamp,
    ) -> Mark {
        self.seq += 1;
        Mark {
            id: MarkId::new(at, random()),
            session: hub.session,
            enrolment,
            status,
            device: self.id,
            device_seq: self.seq,
            marked_at: at.as_microsecond(),
            clock_offset: 0,
            base_version: 0,
            source: Source::Tap,
            author: Uuid::nil(),
        }
    }
}

pub async fn send(store: &Store, by: Author, marks: &[Mark]) -> Vec<Answer> {
    store
        .write(Record {
            by,
            marks: marks.to_vec(),
            at: now(),
        })
        .await
        .unwrap()
}

pub fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}
