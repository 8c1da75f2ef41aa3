//! What makes an open calendar live: pages that are kept and fetched ahead, seat counts that
//! refresh while someone looks, and what is said to those who hear the page.
//! Effects run in the browser only; on the server all of this is asleep.

use std::time::Duration;

use domain::{calendar::CalendarQuery, lang::Lang};
use leptos::{prelude::*, task::spawn_local};

use super::{FreshSeats, ShowCalendar, model::CalendarDays, toolbar::period_text};
use crate::{
    ask::{Asked, Kept, once},
    i18n::{fill, t},
    platform::{self, page},
    public::model::{Pool, Seats},
};

/// How often seat counts are asked for again.
const REFRESH: Duration = Duration::from_secs(30);
/// What the calendar keeps of a document's life, beyond its own page.
#[derive(Clone, Copy)]
pub struct Document {
    kept: Kept,
    /// Whether the document has come alive in a browser.
    alive: RwSignal<bool>,
}

impl Document {
    /// One that has just begun.
    #[must_use]
    pub fn new() -> Self {
        let alive = RwSignal::new(false);
        Effect::new(move |_| alive.set(true));
        Self {
            kept: Kept::new(),
            alive,
        }
    }
}

impl Default for Document {
    fn default() -> Self {
        Self::new()
    }
}

/// One calendar page while it is open.
#[derive(Clone, Copy)]
pub struct Live {
    lang: Lang,
    document: Document,
    query: Memo<CalendarQuery>,
    fresh: RwSignal<Vec<Pool>>,
    said: RwSignal<String>,
    focus: StoredValue<Option<String>>,
    turn: StoredValue<u32>,
    has_shown: StoredValue<bool>,
    /// Whether the server's HTML is what the page began with.
    began_as_html: bool,
}

impl Live {
    /// For the page that shows this query.
    #[must_use]
    pub fn new(lang: Lang, query: Memo<CalendarQuery>) -> Self {
        let document = use_context::<Document>().unwrap_or_default();
        Self {
            lang,
            document,
            query,
            fresh: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            focus: StoredValue::new(None),
            turn: StoredValue::new(0),
            has_shown: StoredValue::new(false),
            began_as_html: !document.alive.get_untracked(),
        }
    }

    /// The days that this document has already had.
    #[must_use]
    pub fn kept(self) -> Kept {
        self.document.kept
    }

    /// Refreshes seat counts while the page is open and seen. Coming back to a page that was
    /// hidden, nothing that was kept counts any more: even the day may be another.
    pub fn watch(self, days: Asked<CalendarDays>) {
        Effect::new(move |_| {
            self.tick();
            let seen = window_event_listener_untyped("visibilitychange", move |_| {
                self.rest();
                if !page::is_hidden() {
                    self.kept().clear();
                    days.again();
                    self.tick();
                }
            });
            on_cleanup(move || {
                self.rest();
                seen.remove();
            });
        });
    }

    /// Asks again after a while, and again, until it rests.
    fn tick(self) {
        if page::is_hidden() {
            return;
        }
        let turn = self.turn.get_value();
        let again = move || {
            if self.turn.try_get_value() == Some(turn) {
                self.refresh();
                self.tick();
            }
        };
        set_timeout(again, REFRESH);
    }

    /// What was begun before asks for nothing any more.
    fn rest(self) {
        let _ = self
            .turn
            .try_update_value(|turn| *turn = turn.wrapping_add(1));
    }

    fn refresh(self) {
        let address = self.query.get_untracked().to_query_string();
        spawn_local(async move {
            let answer = once(FreshSeats { query: address }).await;
            if let Ok(pools) = answer.read() {
                // She may have gone to another page meanwhile.
                let _ = self.fresh.try_set(pools);
            }
        });
    }

    /// How full a pool is: as last heard of, or as the page came.
    #[must_use]
    pub fn seats(self, pool: &Pool) -> Seats {
        self.fresh.with(|fresh| {
            let heard = fresh.iter().find(|it| it.slug == pool.slug);
            heard.map_or(pool.seats, |it| it.seats)
        })
    }

    /// Whether the page has come alive.
    #[must_use]
    pub fn is_alive(self) -> bool {
        self.document.alive.get()
    }

    /// Whether the page began as the server's HTML, so that something may have been chosen in
    /// it before it came alive.
    #[must_use]
    pub fn began_as_html(self) -> bool {
        self.began_as_html
    }

    /// Tells those who hear the page.
    pub fn say(self, text: String) {
        self.said.set(text);
    }

    /// What was last told.
    #[must_use]
    pub fn said(self) -> String {
        self.said.get()
    }

    /// Where the focus goes once the next days stand.
    pub fn focus_then(self, id: impl Into<String>) {
        self.focus.set_value(Some(id.into()));
    }

    /// The days stand on the page.
    pub fn stands(self, days: &CalendarDays) {
        let days = days.clone();
        Effect::new(move |_| self.arrived(&days));
    }

    fn arrived(self, days: &CalendarDays) {
        self.fresh.set(Vec::new());
        if self.kept().gave_old() {
            self.refresh();
        }
        let is_first = !self
            .has_shown
            .try_update_value(|it| std::mem::replace(it, true))
            .unwrap_or(true);
        if is_first {
            self.scroll_back();
        } else {
            self.say(self.summary(days));
        }
        if let Some(id) = self.focus.try_update_value(Option::take).flatten() {
            request_animation_frame(move || platform::focus(&id));
        }
        self.look_ahead(days);
    }

    fn summary(self, days: &CalendarDays) -> String {
        let texts = t(self.lang).calendar();
        let values = [
            ("day", period_text(self.lang, &days.query, days.today)),
            ("sessions", texts.sessions.of(self.lang, days.total)),
        ];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        fill(texts.day_with, &values)
    }

    /// Back from another page, where she was. A page load is the browser's own affair.
    fn scroll_back(self) {
        if self.began_as_html {
            return;
        }
        if let Some(y) = page::remembered_scroll() {
            request_animation_frame(move || page::scroll_to(y));
        }
    }

    /// Fetches the days after and before, unless data are dear.
    fn look_ahead(self, days: &CalendarDays) {
        if page::saves_data() || page::is_hidden() {
            return;
        }
        let (query, today) = (&days.query, days.today);
        let (lang, kept) = (self.lang, self.kept());
        let question = |query: CalendarQuery| ShowCalendar {
            lang,
            query: query.to_query_string(),
        };
        let sides = [query.next(today), query.previous(today)].map(question);
        spawn_local(async move {
            for question in sides {
                kept.fetch(question).await;
            }
        });
    }
}

/// The calendar page that is open.
#[must_use]
pub fn use_live() -> Option<Live> {
    use_context::<Live>()
}
