//! Rows of instances and sessions, with the moments that were chosen for them.
//! Their seats stand in `pools`.

use domain::programme::{Noun, Programme};
use uuid::Uuid;

use super::{dates::Dates, ids::Ids, merge::Record};
use crate::{Conn, StoreError};

#[derive(PartialEq, sqlx::FromRow)]
pub(super) struct InstanceRow {
    id: Uuid,
    slug: String,
    course_id: Uuid,
    kind: String,
    is_sample: bool,
    closes_plan: String,
    closes_at: Option<i64>,
}

pub(super) fn instances(
    programme: &Programme,
    ids: &mut Ids,
    dates: &Dates,
) -> Result<Vec<InstanceRow>, StoreError> {
    let rows = programme.instances().map(|(course, instance)| {
        let closing = dates.closing(&instance.slug)?;
        Ok(InstanceRow {
            id: ids.of(Noun::Instance, &instance.slug),
            slug: instance.slug.clone(),
            course_id: ids.of(Noun::Course, &course.slug),
            kind: instance.kind.as_str().to_owned(),
            is_sample: instance.is_sample,
            closes_plan: closing.closes_plan.clone(),
            closes_at: closing.closes_at,
        })
    });
    rows.collect()
}

impl Record for InstanceRow {
    const NOUN: Noun = Noun::Instance;

    fn slug(&self) -> &str {
        &self.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        fetch_all!(
            tx,
            Self,
            "SELECT id, slug, course_id, kind, is_sample, closes_plan, closes_at \
             FROM course_instances"
        )
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO course_instances (id, slug, course_id, kind, is_sample, closes_plan, \
                closes_at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (id) DO UPDATE \
             SET course_id = $3, is_sample = $5, closes_plan = $6, closes_at = $7",
            self.id,
            &self.slug,
            self.course_id,
            &self.kind,
            self.is_sample,
            &self.closes_plan,
            self.closes_at
        )
        .map(drop)
    }
}

#[derive(PartialEq, sqlx::FromRow)]
pub(super) struct SessionRow {
    id: Uuid,
    slug: String,
    instance_id: Uuid,
    room_id: Uuid,
    plan: String,
    starts_at: i64,
    ends_at: i64,
}

pub(super) fn sessions(
    programme: &Programme,
    ids: &mut Ids,
    dates: &Dates,
) -> Result<Vec<SessionRow>, StoreError> {
    let rows = programme.sessions().map(|(_, instance, session)| {
        let meeting = dates.meeting(&session.slug)?;
        Ok(SessionRow {
            id: ids.of(Noun::Session, &session.slug),
            slug: session.slug.clone(),
            instance_id: ids.of(Noun::Instance, &instance.slug),
            room_id: ids.of(Noun::Room, &session.room),
            plan: meeting.plan.clone(),
            starts_at: meeting.starts_at,
            ends_at: meeting.ends_at,
        })
    });
    rows.collect()
}

impl Record for SessionRow {
    const NOUN: Noun = Noun::Session;

    fn slug(&self) -> &str {
        &self.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        fetch_all!(
            tx,
            Self,
            "SELECT id, slug, instance_id, room_id, plan, starts_at, ends_at FROM sessions"
        )
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO sessions (id, slug, instance_id, room_id, plan, starts_at, ends_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (id) DO UPDATE \
             SET room_id = $4, plan = $5, starts_at = $6, ends_at = $7",
            self.id,
            &self.slug,
            self.instance_id,
            self.room_id,
            &self.plan,
            self.starts_at,
            self.ends_at
        )
        .map(drop)
    }
}
