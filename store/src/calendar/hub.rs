//! The hubs with their hours.
//! Who keeps them stands in `cluster`, their rooms in `room`.

use domain::{
    id::HubId,
    lang::Localised,
    moment::WallTime,
    programme::{CalendarDay, Colour, Hours, Opening, Shape, Weekday},
};
use uuid::Uuid;

use super::word;
use crate::{Conn, StoreError, programme::Texts};

/// A hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hub {
    /// Its id.
    pub id: HubId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// What it is for.
    pub summary: Localised,
    /// Where it is.
    pub address: Localised,
    /// The way to it.
    pub landmark: Localised,
    /// Its telephone.
    pub phone: String,
    /// Whether the number reaches nobody.
    pub phone_is_sample: bool,
    /// Whether the hours are only an example.
    pub hours_are_sample: bool,
    /// Its time zone, by its IANA name.
    pub zone: String,
    /// Its colour.
    pub colour: Colour,
    /// Its shape.
    pub shape: Shape,
    /// The organisation that keeps it.
    pub organisation: Localised,
    /// Its name in addresses.
    pub organisation_slug: String,
    /// When it is open; `Hours::in_force` tells which regime holds.
    pub hours: Vec<Hours>,
}

#[derive(sqlx::FromRow)]
struct HubRow {
    id: Uuid,
    slug: String,
    #[sqlx(try_from = "String")]
    name: Texts,
    #[sqlx(try_from = "String")]
    summary: Texts,
    #[sqlx(try_from = "String")]
    address: Texts,
    #[sqlx(try_from = "String")]
    landmark: Texts,
    phone: String,
    phone_is_sample: bool,
    hours_are_sample: bool,
    zone: String,
    colour: String,
    shape: String,
    #[sqlx(try_from = "String")]
    organisation: Texts,
    organisation_slug: String,
}

#[derive(sqlx::FromRow)]
struct HoursRow {
    hub_id: Uuid,
    #[sqlx(try_from = "String")]
    name: Texts,
    first_day: String,
    last_day: String,
    to_be_confirmed: bool,
    weekday: i64,
    opens: String,
    closes: String,
}

/// All hubs, in the order of the programme.
pub async fn hubs(conn: &mut Conn) -> Result<Vec<Hub>, StoreError> {
    let rows: Vec<HubRow> = fetch_all!(
        conn,
        HubRow,
        "SELECT h.id, h.slug, h.name, h.summary, h.address, h.landmark, h.phone, \
                h.phone_is_sample, h.hours_are_sample, h.zone, h.colour, h.shape, \
                o.name AS organisation, o.slug AS organisation_slug \
         FROM hubs h JOIN organisations o ON o.id = h.organisation_id ORDER BY h.position, h.slug"
    )?;
    let mut hubs = rows
        .into_iter()
        .map(HubRow::hub)
        .collect::<Result<Vec<_>, _>>()?;
    let openings: Vec<HoursRow> = fetch_all!(
        conn,
        HoursRow,
        "SELECT hub_id, name, first_day, last_day, to_be_confirmed, weekday, opens, closes \
         FROM hub_hours ORDER BY hub_id, position"
    )?;
    for opening in openings {
        if let Some(hub) = hubs.iter_mut().find(|hub| hub.id.0 == opening.hub_id) {
            opening.add_to(&mut hub.hours)?;
        }
    }
    Ok(hubs)
}

/// The hub with this slug.
pub async fn hub(conn: &mut Conn, slug: &str) -> Result<Option<Hub>, StoreError> {
    // A programme has a handful of hubs; reading them all costs no more than reading one.
    Ok(hubs(conn).await?.into_iter().find(|hub| hub.slug == slug))
}

impl HubRow {
    fn hub(self) -> Result<Hub, StoreError> {
        Ok(Hub {
            id: HubId(self.id),
            slug: self.slug,
            name: self.name.0,
            summary: self.summary.0,
            address: self.address.0,
            landmark: self.landmark.0,
            phone: self.phone,
            phone_is_sample: self.phone_is_sample,
            hours_are_sample: self.hours_are_sample,
            zone: self.zone,
            colour: word(&self.colour, Colour::parse, "hubs.colour")?,
            shape: word(&self.shape, Shape::parse, "hubs.shape")?,
            organisation: self.organisation.0,
            organisation_slug: self.organisation_slug,
            hours: Vec::new(),
        })
    }
}

impl HoursRow {
    /// Adds the opening to its regime: rows of one regime follow each other.
    fn add_to(self, regimes: &mut Vec<Hours>) -> Result<(), StoreError> {
        let opening = self.opening()?;
        let days = self.days()?;
        match regimes.last_mut() {
            Some(last) if last.name == self.name.0 && last.days == days => {
                last.openings.push(opening);
            }
            _ => regimes.push(Hours {
                name: self.name.0,
                days,
                to_be_confirmed: self.to_be_confirmed,
                openings: vec![opening],
            }),
        }
        Ok(())
    }

    fn opening(&self) -> Result<Opening, StoreError> {
        let weekday = Weekday::ALL
            .iter()
            .copied()
            .find(|it| i64::from(it.number()) == self.weekday);
        Ok(Opening {
            weekday: weekday.ok_or(StoreError::Unknown("hub_hours.weekday"))?,
            from: word(&self.opens, WallTime::parse, "hub_hours.opens")?,
            to: word(&self.closes, WallTime::parse, "hub_hours.closes")?,
        })
    }

    fn days(&self) -> Result<Option<(CalendarDay, CalendarDay)>, StoreError> {
        if self.first_day.is_empty() {
            return Ok(None);
        }
        let first = word(&self.first_day, CalendarDay::parse, "hub_hours.first_day")?;
        Ok(Some((
            first,
            word(&self.last_day, CalendarDay::parse, "hub_hours.last_day")?,
        )))
    }
}
