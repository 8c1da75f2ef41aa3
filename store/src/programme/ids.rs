//! The ids behind the slugs of a programme: those that are stored, and new ones.

use std::collections::HashMap;

use domain::{id::SeatsId, programme::Noun};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Conn, StoreError, keys::random};

/// Finds the id of a slug, or makes one.
pub(super) struct Ids {
    known: HashMap<(Noun, String), Uuid>,
    at: Timestamp,
}

const STORED: [(Noun, &str); 7] = [
    (Noun::Organisation, "SELECT slug, id FROM organisations"),
    (Noun::Hub, "SELECT slug, id FROM hubs"),
    (Noun::Room, "SELECT slug, id FROM rooms"),
    (
        Noun::FundingProject,
        "SELECT slug, id FROM funding_projects",
    ),
    (Noun::Course, "SELECT slug, id FROM courses"),
    (Noun::Instance, "SELECT slug, id FROM course_instances"),
    (Noun::Session, "SELECT slug, id FROM sessions"),
];

impl Ids {
    pub(super) async fn load(tx: &mut Conn, at: Timestamp) -> Result<Self, StoreError> {
        let mut known = HashMap::new();
        for (noun, sql) in STORED {
            let stored: Vec<(String, Uuid)> = fetch_all!(tx, (String, Uuid), sql)?;
            known.extend(stored.into_iter().map(|(slug, id)| ((noun, slug), id)));
        }
        Ok(Self { known, at })
    }

    /// The id of the item with this slug; the same each time it is asked for.
    pub(super) fn of(&mut self, noun: Noun, slug: &str) -> Uuid {
        let at = self.at;
        *self
            .known
            .entry((noun, slug.to_owned()))
            .or_insert_with(|| fresh(at))
    }

    /// A new id.
    pub(super) fn fresh(&self) -> Uuid {
        fresh(self.at)
    }
}

/// Ids of all nouns are made alike; which type it goes through does not matter here.
fn fresh(at: Timestamp) -> Uuid {
    SeatsId::new(at, random()).0
}
