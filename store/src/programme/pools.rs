//! The bookable pools: one for a whole instance, one for each slot, with places for children.
//! Their counters are never touched here; a raised capacity lets those in who wait.

use std::collections::BTreeMap;

use domain::{
    id::SeatsId,
    programme::{Instance, InstanceKind, Noun, Programme},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Change, dates::Dates, ids::Ids, merge::Pass};
use crate::{Conn, StoreError, seats};

/// A pool as the file wants it.
pub(super) struct Pool {
    slug: String,
    owner: Noun,
    instance_id: Uuid,
    session_id: Option<Uuid>,
    fresh_id: Uuid,
    wish: Wish,
}

/// What a file can change about a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wish {
    /// As the file names it; staff may have changed it since.
    capacity: i64,
    closes_at: i64,
    /// Places by age band; a band without places is not in it.
    childcare: BTreeMap<String, i64>,
}

/// A pool as it is stored.
struct Stored {
    id: Uuid,
    taken: i64,
    /// Places for children that are taken, by age band.
    looked_after: BTreeMap<String, i64>,
    wish: Wish,
}

/// The pools of a programme.
pub(super) fn pools(
    programme: &Programme,
    ids: &mut Ids,
    dates: &Dates,
) -> Result<Vec<Pool>, StoreError> {
    let mut pools = Vec::new();
    for (_, instance) in programme.instances() {
        match instance.kind {
            InstanceKind::Whole => pools.push(whole(instance, ids, dates)?),
            InstanceKind::Slots => pools.extend(slots(instance, ids, dates)?),
        }
    }
    Ok(pools)
}

fn whole(instance: &Instance, ids: &mut Ids, dates: &Dates) -> Result<Pool, StoreError> {
    let mut first = i64::MAX;
    for session in &instance.sessions {
        first = first.min(dates.meeting(&session.slug)?.starts_at);
    }
    let deadline = dates.closing(&instance.slug)?.closes_at;
    Ok(Pool {
        slug: instance.slug.clone(),
        owner: Noun::Instance,
        instance_id: ids.of(Noun::Instance, &instance.slug),
        session_id: None,
        fresh_id: ids.fresh(),
        wish: wish(instance, deadline.unwrap_or(first)),
    })
}

fn slots(instance: &Instance, ids: &mut Ids, dates: &Dates) -> Result<Vec<Pool>, StoreError> {
    let deadline = dates.closing(&instance.slug)?.closes_at;
    let slots = instance.sessions.iter().map(|session| {
        let start = dates.meeting(&session.slug)?.starts_at;
        Ok(Pool {
            slug: session.slug.clone(),
            owner: Noun::Session,
            instance_id: ids.of(Noun::Instance, &instance.slug),
            session_id: Some(ids.of(Noun::Session, &session.slug)),
            fresh_id: ids.fresh(),
            wish: wish(
                instance,
                deadline.map_or(start, |deadline| deadline.min(start)),
            ),
        })
    });
    slots.collect()
}

fn wish(instance: &Instance, closes_at: i64) -> Wish {
    let bands = instance.childcare.iter().filter(|it| it.places > 0);
    let childcare = bands
        .map(|it| (it.band.as_str().to_owned(), i64::from(it.places)))
        .collect();
    Wish {
        capacity: i64::from(instance.seats),
        closes_at,
        childcare,
    }
}

/// Brings the stored pools in line.
pub(super) async fn keep(
    pass: &mut Pass<'_>,
    pools: Vec<Pool>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let stored = stored(pass.tx).await?;
    for pool in in_order(pools, &stored) {
        let Some(before) = stored.get(&pool.slug) else {
            // Its owner is new too, and says so.
            if !pass.dry_run {
                pool.insert(pass.tx).await?;
            }
            continue;
        };
        if before.wish != pool.wish {
            pass.report.changed(pool.owner, &pool.slug, Change::Updated);
            pool.warn_of_lowering(pass, before);
            if !pass.dry_run {
                pool.update(pass.tx, before.id).await?;
                seats::pass_on(pass.tx, SeatsId(before.id), now).await?;
            }
        }
    }
    Ok(())
}

/// By id, as everyone holds pools: an import and a move that meet do not wait for each other.
fn in_order(mut pools: Vec<Pool>, stored: &BTreeMap<String, Stored>) -> Vec<Pool> {
    pools.sort_by_key(|pool| stored.get(&pool.slug).map_or(pool.fresh_id, |it| it.id));
    pools
}

async fn stored(tx: &mut Conn) -> Result<BTreeMap<String, Stored>, StoreError> {
    let rows: Vec<(Uuid, String, i64, i64, i64)> = fetch_all!(
        tx,
        (Uuid, String, i64, i64, i64),
        "SELECT id, slug, COALESCE(planned, capacity) AS planned, taken, closes_at FROM seats"
    )?;
    let places: Vec<(Uuid, String, i64, i64)> = fetch_all!(
        tx,
        (Uuid, String, i64, i64),
        "SELECT seats_id, band, capacity, taken FROM childcare_places"
    )?;
    let mut childcare: BTreeMap<Uuid, BTreeMap<String, i64>> = BTreeMap::new();
    let mut children: BTreeMap<Uuid, BTreeMap<String, i64>> = BTreeMap::new();
    for (seats, band, capacity, taken) in places {
        let looked_after = children.entry(seats).or_default();
        looked_after.insert(band.clone(), taken);
        if capacity > 0 {
            childcare.entry(seats).or_default().insert(band, capacity);
        }
    }
    let pools = rows
        .into_iter()
        .map(|(id, slug, capacity, taken, closes_at)| {
            let childcare = childcare.remove(&id).unwrap_or_default();
            let looked_after = children.remove(&id).unwrap_or_default();
            (
                slug,
                Stored {
                    id,
                    taken,
                    looked_after,
                    wish: Wish {
                        capacity,
                        closes_at,
                        childcare,
                    },
                },
            )
        });
    Ok(pools.collect())
}

impl Pool {
    fn warn_of_lowering(&self, pass: &mut Pass<'_>, before: &Stored) {
        if self.wish.capacity < before.taken {
            pass.report.note(format!(
                "\"{}\": {} seats now, and {} are in: nobody is removed",
                self.slug, self.wish.capacity, before.taken
            ));
        }
        for (band, taken) in &before.looked_after {
            let places = self.wish.childcare.get(band).copied().unwrap_or(0);
            if places < *taken {
                pass.report.note(format!(
                    "\"{}\": {places} places for children of {band} now, and {taken} are taken: \
                     nobody is removed",
                    self.slug
                ));
            }
        }
    }

    async fn insert(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO seats (id, slug, instance_id, session_id, capacity, ceiling, planned, \
             closes_at) VALUES ($1, $2, $3, $4, $5, $5, $5, $6)",
            self.fresh_id,
            &self.slug,
            self.instance_id,
            self.session_id,
            self.wish.capacity,
            self.wish.closes_at
        )?;
        self.keep_childcare(tx, self.fresh_id).await
    }

    /// The file decides about the capacity only where it says something new: what staff have
    /// changed since stays.
    async fn update(&self, tx: &mut Conn, id: Uuid) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE seats SET capacity = $2, planned = $2, \
                ceiling = CASE WHEN taken > $2 THEN taken ELSE $2 END \
             WHERE id = $1 AND COALESCE(planned, capacity) <> $2",
            id,
            self.wish.capacity
        )?;
        execute!(
            tx,
            "UPDATE seats SET closes_at = $2 WHERE id = $1",
            id,
            self.wish.closes_at
        )?;
        self.keep_childcare(tx, id).await
    }

    /// A band that the file no longer names keeps its row, without places: someone may have one.
    async fn keep_childcare(&self, tx: &mut Conn, id: Uuid) -> Result<(), StoreError> {
        let sql = "UPDATE childcare_places SET capacity = 0, ceiling = taken WHERE seats_id = $1";
        execute!(tx, sql, id)?;
        for (band, places) in &self.wish.childcare {
            execute!(
                tx,
                "INSERT INTO childcare_places (seats_id, band, capacity, ceiling) \
                 VALUES ($1, $2, $3, $3) \
                 ON CONFLICT (seats_id, band) DO UPDATE SET capacity = $3, \
                    ceiling = CASE WHEN childcare_places.taken > $3 \
                                   THEN childcare_places.taken ELSE $3 END",
                id,
                band,
                *places
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish() -> Wish {
        Wish {
            capacity: 1,
            closes_at: 0,
            childcare: BTreeMap::new(),
        }
    }

    fn wanted(slug: &str, fresh_id: u128) -> Pool {
        Pool {
            slug: slug.into(),
            owner: Noun::Session,
            instance_id: Uuid::nil(),
            session_id: None,
            fresh_id: Uuid::from_u128(fresh_id),
            wish: wish(),
        }
    }

    fn stored(slug: &str, id: u128) -> (String, Stored) {
        let stored = Stored {
            id: Uuid::from_u128(id),
            taken: 0,
            looked_after: BTreeMap::new(),
            wish: wish(),
        };
        (slug.into(), stored)
    }

    #[test]
    fn pools_are_held_by_the_ids_that_they_have_and_not_by_their_names() {
        let known = [stored("a", 3), stored("b", 1), stored("c", 2)].into();
        let file = ["a", "b", "c", "new"].map(|slug| wanted(slug, 9));
        let order = in_order(file.into(), &known);
        let slugs: Vec<_> = order.iter().map(|pool| pool.slug.as_str()).collect();
        assert_eq!(slugs, ["b", "c", "a", "new"]);
    }
}
