//! Rows of hubs, each with its opening hours.
//! Which Monday begins their week 1 is chosen in `dates`.

use domain::{
    moment::WallDate,
    programme::{Hub, Noun, Programme},
};
use uuid::Uuid;

use super::{
    dates::Weeks,
    ids::Ids,
    merge::{Record, position},
    texts::column,
};
use crate::{Conn, StoreError};

#[derive(PartialEq)]
pub(super) struct HubRecord {
    row: HubRow,
    hours: Vec<HoursRow>,
}

#[derive(PartialEq, sqlx::FromRow)]
struct HubRow {
    id: Uuid,
    slug: String,
    position: i64,
    organisation_id: Uuid,
    name: String,
    summary: String,
    address: String,
    landmark: String,
    phone: String,
    phone_is_sample: bool,
    hours_are_sample: bool,
    zone: String,
    colour: String,
    shape: String,
    first_monday: String,
}

#[derive(PartialEq, sqlx::FromRow)]
struct HoursRow {
    hub_id: Uuid,
    position: i64,
    name: String,
    first_day: String,
    last_day: String,
    to_be_confirmed: bool,
    weekday: i64,
    opens: String,
    closes: String,
}

pub(super) fn hubs(
    programme: &Programme,
    ids: &mut Ids,
    weeks: &Weeks,
) -> Result<Vec<HubRecord>, StoreError> {
    let hubs = programme.hubs.iter().enumerate();
    hubs.map(|(nth, hub)| {
        let first_monday = weeks.first_monday(&hub.slug)?;
        let id = ids.of(Noun::Hub, &hub.slug);
        let organisation_id = ids.of(Noun::Organisation, &hub.organisation);
        Ok(HubRecord {
            row: hub_row(hub, id, organisation_id, position(nth), first_monday),
            hours: hours_rows(hub, id),
        })
    })
    .collect()
}

fn hub_row(
    hub: &Hub,
    id: Uuid,
    organisation_id: Uuid,
    position: i64,
    first_monday: WallDate,
) -> HubRow {
    HubRow {
        id,
        slug: hub.slug.clone(),
        position,
        organisation_id,
        name: column(&hub.name),
        summary: column(&hub.summary),
        address: column(&hub.address),
        landmark: column(&hub.landmark),
        phone: hub.phone.clone(),
        phone_is_sample: hub.phone_is_sample,
        hours_are_sample: hub.hours_are_sample,
        zone: hub.zone.clone(),
        colour: hub.colour.as_str().to_owned(),
        shape: hub.shape.as_str().to_owned(),
        first_monday: first_monday.to_string(),
    }
}

fn hours_rows(hub: &Hub, hub_id: Uuid) -> Vec<HoursRow> {
    let openings = hub
        .hours
        .iter()
        .flat_map(|it| it.openings.iter().map(move |o| (it, o)));
    let rows = openings.enumerate().map(|(nth, (hours, opening))| {
        let days = hours
            .days
            .map(|(first, last)| (first.to_string(), last.to_string()));
        let (first_day, last_day) = days.unwrap_or_default();
        HoursRow {
            hub_id,
            position: position(nth),
            name: column(&hours.name),
            first_day,
            last_day,
            to_be_confirmed: hours.to_be_confirmed,
            weekday: i64::from(opening.weekday.number()),
            opens: opening.from.to_string(),
            closes: opening.to.to_string(),
        }
    });
    rows.collect()
}

impl Record for HubRecord {
    const NOUN: Noun = Noun::Hub;

    fn slug(&self) -> &str {
        &self.row.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        let rows: Vec<HubRow> = fetch_all!(
            tx,
            HubRow,
            "SELECT id, slug, position, organisation_id, name, summary, address, landmark, phone, \
                    phone_is_sample, hours_are_sample, zone, colour, shape, first_monday FROM hubs"
        )?;
        let mut hubs: Vec<Self> = rows
            .into_iter()
            .map(|row| Self {
                row,
                hours: Vec::new(),
            })
            .collect();
        let hours: Vec<HoursRow> = fetch_all!(
            tx,
            HoursRow,
            "SELECT hub_id, position, name, first_day, last_day, to_be_confirmed, weekday, opens, \
                    closes FROM hub_hours ORDER BY hub_id, position"
        )?;
        for opening in hours {
            if let Some(hub) = hubs.iter_mut().find(|hub| hub.row.id == opening.hub_id) {
                hub.hours.push(opening);
            }
        }
        Ok(hubs)
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        self.row.save(tx).await?;
        execute!(tx, "DELETE FROM hub_hours WHERE hub_id = $1", self.row.id)?;
        for opening in &self.hours {
            opening.insert(tx).await?;
        }
        Ok(())
    }
}

impl HubRow {
    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO hubs (id, slug, position, organisation_id, name, summary, address, \
                landmark, phone, phone_is_sample, hours_are_sample, zone, colour, shape, \
                first_monday) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
             ON CONFLICT (id) DO UPDATE SET position = $3, organisation_id = $4, name = $5, \
                summary = $6, address = $7, landmark = $8, phone = $9, phone_is_sample = $10, \
                hours_are_sample = $11, zone = $12, colour = $13, shape = $14, first_monday = $15",
            self.id,
            &self.slug,
            self.position,
            self.organisation_id,
            &self.name,
            &self.summary,
            &self.address,
            &self.landmark,
            &self.phone,
            self.phone_is_sample,
            self.hours_are_sample,
            &self.zone,
            &self.colour,
            &self.shape,
            &self.first_monday
        )
        .map(drop)
    }
}

impl HoursRow {
    async fn insert(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO hub_hours (hub_id, position, name, first_day, last_day, to_be_confirmed, \
                weekday, opens, closes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            self.hub_id,
            self.position,
            &self.name,
            &self.first_day,
            &self.last_day,
            self.to_be_confirmed,
            self.weekday,
            &self.opens,
            &self.closes
        )
        .map(drop)
    }
}
