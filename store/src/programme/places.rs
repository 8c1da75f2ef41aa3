//! Rows of the cluster, organisations, holidays and rooms.
//! Hubs, with their hours, have a file of their own.

use domain::programme::{Cluster, Noun, Programme};
use uuid::Uuid;

use super::{
    ids::Ids,
    merge::{Record, position},
    texts::{column, optional_column},
};
use crate::{Conn, StoreError};

#[derive(PartialEq, sqlx::FromRow)]
pub(super) struct ClusterRow {
    slug: String,
    name: String,
    summary: String,
    about: String,
    history: String,
    plans: String,
    joining: String,
}

pub(super) fn clusters(programme: &Programme) -> Vec<ClusterRow> {
    let rows = programme.cluster.iter().map(|it| ClusterRow {
        slug: Cluster::SLUG.to_owned(),
        name: column(&it.name),
        summary: column(&it.summary),
        about: column(&it.about),
        history: column(&it.history),
        plans: column(&it.plans),
        joining: column(&it.joining),
    });
    rows.collect()
}

impl Record for ClusterRow {
    const NOUN: Noun = Noun::Cluster;

    fn slug(&self) -> &str {
        &self.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        fetch_all!(
            tx,
            Self,
            "SELECT slug, name, summary, about, history, plans, joining FROM clusters"
        )
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO clusters (slug, name, summary, about, history, plans, joining) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (slug) DO UPDATE SET name = $2, summary = $3, about = $4, \
                history = $5, plans = $6, joining = $7",
            &self.slug,
            &self.name,
            &self.summary,
            &self.about,
            &self.history,
            &self.plans,
            &self.joining
        )
        .map(drop)
    }
}

#[derive(PartialEq, sqlx::FromRow)]
pub(super) struct OrganisationRow {
    id: Uuid,
    slug: String,
    position: i64,
    name: String,
    role: String,
    about: String,
}

pub(super) fn organisations(programme: &Programme, ids: &mut Ids) -> Vec<OrganisationRow> {
    let rows = programme.organisations.iter().enumerate();
    rows.map(|(nth, it)| OrganisationRow {
        id: ids.of(Noun::Organisation, &it.slug),
        slug: it.slug.clone(),
        position: position(nth),
        name: column(&it.name),
        role: column(&it.role),
        about: optional_column(it.about.as_ref()),
    })
    .collect()
}

impl Record for OrganisationRow {
    const NOUN: Noun = Noun::Organisation;

    fn slug(&self) -> &str {
        &self.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        fetch_all!(
            tx,
            Self,
            "SELECT id, slug, position, name, role, about FROM organisations"
        )
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO organisations (id, slug, position, name, role, about) \
             VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (id) DO UPDATE SET position = $3, name = $4, role = $5, about = $6",
            self.id,
            &self.slug,
            self.position,
            &self.name,
            &self.role,
            &self.about
        )
        .map(drop)
    }
}

#[derive(PartialEq, sqlx::FromRow)]
pub(super) struct HolidayRow {
    slug: String,
    day: String,
    days: i64,
    name: String,
    to_be_confirmed: bool,
}

pub(super) fn holidays(programme: &Programme) -> Vec<HolidayRow> {
    let rows = programme.holidays.iter().map(|it| HolidayRow {
        slug: it.slug.clone(),
        day: it.day.to_string(),
        days: i64::from(it.days),
        name: column(&it.name),
        to_be_confirmed: it.to_be_confirmed,
    });
    rows.collect()
}

impl Record for HolidayRow {
    const NOUN: Noun = Noun::Holiday;

    fn slug(&self) -> &str {
        &self.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        fetch_all!(
            tx,
            Self,
            "SELECT slug, day, days, name, to_be_confirmed FROM holidays"
        )
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO holidays (slug, day, days, name, to_be_confirmed) \
             VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (slug) DO UPDATE \
             SET day = $2, days = $3, name = $4, to_be_confirmed = $5",
            &self.slug,
            &self.day,
            self.days,
            &self.name,
            self.to_be_confirmed
        )
        .map(drop)
    }
}

#[derive(PartialEq, sqlx::FromRow)]
pub(super) struct RoomRow {
    id: Uuid,
    slug: String,
    hub_id: Uuid,
    name: String,
    access: String,
    capacity: i64,
    step_free: bool,
    is_sample: bool,
}

pub(super) fn rooms(programme: &Programme, ids: &mut Ids) -> Vec<RoomRow> {
    let rows = programme.rooms().map(|(hub, room)| RoomRow {
        id: ids.of(Noun::Room, &room.slug),
        slug: room.slug.clone(),
        hub_id: ids.of(Noun::Hub, &hub.slug),
        name: column(&room.name),
        access: column(&room.access),
        capacity: i64::from(room.capacity),
        step_free: room.step_free,
        is_sample: room.is_sample,
    });
    rows.collect()
}

impl Record for RoomRow {
    const NOUN: Noun = Noun::Room;

    fn slug(&self) -> &str {
        &self.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        fetch_all!(
            tx,
            Self,
            "SELECT id, slug, hub_id, name, access, capacity, step_free, is_sample FROM rooms"
        )
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO rooms (id, slug, hub_id, name, access, capacity, step_free, is_sample) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
             ON CONFLICT (id) DO UPDATE SET hub_id = $3, name = $4, access = $5, capacity = $6, \
                step_free = $7, is_sample = $8",
            self.id,
            &self.slug,
            self.hub_id,
            &self.name,
            &self.access,
            self.capacity,
            self.step_free,
            self.is_sample
        )
        .map(drop)
    }
}
