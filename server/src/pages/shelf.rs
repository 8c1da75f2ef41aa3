//! Where kept pages stand, by address: so many bytes, the least recently asked for make room,
//! and whoever comes while a page is rendered waits for that one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::OnceCell;

use super::page::Page;

/// All kept pages together, in bytes.
const BYTES_MAX: usize = 32 * 1024 * 1024;
/// What a place costs beside its page and its address.
const PLACE_BYTES: usize = 256;
/// Addresses that were not known a minute ago and get a place. Whoever asks for more addresses
/// than people do gets pages that are not kept, and does not drive out those that are.
const NEWCOMERS_MAX: u32 = 1000;

/// What a page shows: the records of a version, seen in a minute of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) version: i64,
    pub(super) minute: i64,
}

#[derive(Default)]
pub(super) struct Shelf(Mutex<Places>);

#[derive(Default)]
struct Places {
    by_address: HashMap<String, Slot>,
    bytes: usize,
    /// Counts up with every visit.
    visits: u64,
    /// How many newcomers the minute has brought.
    newcomers: (i64, u32),
}

/// A page, as soon as it is rendered.
type Kept = Arc<OnceCell<Arc<Page>>>;

struct Slot {
    stamp: Stamp,
    page: Kept,
    bytes: usize,
    visited: u64,
}

/// A place for the page of one address and stamp, shared by all who want it.
pub(super) struct Place {
    pub(super) page: Kept,
    /// The page that stood there until now.
    pub(super) before: Option<Arc<Page>>,
}

impl Shelf {
    /// The place of a page; none when too many newcomers came in this minute.
    pub(super) fn place(&self, address: &str, stamp: Stamp) -> Option<Place> {
        let mut places = self.places();
        places.visits += 1;
        let visited = places.visits;
        if let Some(slot) = places.by_address.get_mut(address) {
            slot.visited = visited;
            if slot.stamp == stamp {
                let page = Arc::clone(&slot.page);
                return Some(Place { page, before: None });
            }
            let before = slot.page.get().cloned();
            slot.stamp = stamp;
            slot.page = Arc::default();
            let page = Arc::clone(&slot.page);
            return Some(Place { page, before });
        }
        places.admit(stamp.minute)?;
        let slot = Slot {
            stamp,
            page: Arc::default(),
            bytes: PLACE_BYTES + address.len(),
            visited,
        };
        let page = Arc::clone(&slot.page);
        places.bytes += slot.bytes;
        places.by_address.insert(address.to_owned(), slot);
        places.make_room();
        Some(Place { page, before: None })
    }

    /// Counts what a page takes once it is rendered; one that may not be kept loses its place.
    pub(super) fn settle(&self, address: &str, place: &Kept, page: &Page) {
        let mut places = self.places();
        let Some(slot) = places.by_address.get_mut(address) else {
            return;
        };
        if !Arc::ptr_eq(&slot.page, place) {
            return;
        }
        if !page.is_kept() {
            places.remove(address);
            return;
        }
        let bytes = PLACE_BYTES + address.len() + page.bytes();
        let before = std::mem::replace(&mut slot.bytes, bytes);
        if bytes != before {
            places.bytes = places.bytes + bytes - before;
            places.make_room();
        }
    }

    fn places(&self) -> MutexGuard<'_, Places> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Places {
    fn admit(&mut self, minute: i64) -> Option<()> {
        if self.newcomers.0 != minute {
            self.newcomers = (minute, 0);
        }
        self.newcomers.1 += 1;
        (self.newcomers.1 <= NEWCOMERS_MAX).then_some(())
    }

    fn make_room(&mut self) {
        while self.bytes > BYTES_MAX {
            let oldest = self.by_address.iter().min_by_key(|(_, slot)| slot.visited);
            let Some(address) = oldest.map(|(address, _)| address.clone()) else {
                return;
            };
            self.remove(&address);
        }
    }

    fn remove(&mut self, address: &str) {
        if let Some(slot) = self.by_address.remove(address) {
            self.bytes -= slot.bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use http::header::CONTENT_SECURITY_POLICY;
    use http::{HeaderMap, HeaderValue, StatusCode};

    use super::*;

    const NOW: Stamp = Stamp {
        version: 1,
        minute: 1,
    };

    fn page(bytes: usize) -> Arc<Page> {
        let policy = HeaderValue::from_static("default-src 'self'");
        let headers = HeaderMap::from_iter([(CONTENT_SECURITY_POLICY, policy)]);
        Arc::new(Page::new(
            StatusCode::OK,
            &headers,
            "x".repeat(bytes).into(),
        ))
    }

    async fn put(shelf: &Shelf, address: &str, stamp: Stamp, bytes: usize) {
        let place = shelf.place(address, stamp).unwrap();
        let page = place.page.get_or_init(async || page(bytes)).await.clone();
        shelf.settle(address, &place.page, &page);
    }

    fn holds(shelf: &Shelf, address: &str) -> bool {
        shelf.places().by_address.contains_key(address)
    }

    #[tokio::test]
    async fn the_least_recently_asked_for_make_room() {
        let shelf = Shelf::default();
        for n in 0..100 {
            put(&shelf, "/fr", NOW, 10_000).await;
            put(&shelf, &format!("/fr/courses/{n}"), NOW, 500_000).await;
            assert!(shelf.places().bytes <= BYTES_MAX);
        }
        assert!(holds(&shelf, "/fr"));
        assert!(holds(&shelf, "/fr/courses/99"));
        assert!(!holds(&shelf, "/fr/courses/0"));
        let places = shelf.places();
        let counted: usize = places.by_address.values().map(|slot| slot.bytes).sum();
        assert_eq!(places.bytes, counted);
        assert!(counted > BYTES_MAX / 2);
    }

    #[tokio::test]
    async fn more_new_addresses_in_a_minute_than_people_have_are_not_kept() {
        let shelf = Shelf::default();
        put(&shelf, "/fr", NOW, 10).await;
        for n in 1..NEWCOMERS_MAX {
            put(&shelf, &n.to_string(), NOW, 10).await;
        }
        assert!(shelf.place("/one/more", NOW).is_none());
        // What is known is kept, also when it changes.
        let later = Stamp { version: 2, ..NOW };
        put(&shelf, "/fr", later, 10).await;
        let next_minute = Stamp { minute: 2, ..NOW };
        assert!(shelf.place("/one/more", next_minute).is_some());
    }

    #[tokio::test]
    async fn a_page_of_another_stamp_is_rendered_anew_and_remembers_the_one_before() {
        let shelf = Shelf::default();
        put(&shelf, "/fr", NOW, 10).await;
        assert!(shelf.place("/fr", NOW).unwrap().page.get().is_some());
        let changed = Stamp { version: 2, ..NOW };
        let place = shelf.place("/fr", changed).unwrap();
        assert!(place.page.get().is_none());
        assert!(place.before.is_some_and(|before| before.is_same(&page(10))));
        put(&shelf, "/fr", changed, 10).await;
        let later = Stamp {
            minute: 2,
            ..changed
        };
        assert!(shelf.place("/fr", later).unwrap().page.get().is_none());
    }
}
