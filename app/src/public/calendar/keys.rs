//! The month by keyboard, in the ARIA grid pattern: one day at a time can be tabbed to, arrows
//! move from day to day, and beyond the month into the next one. Where each key leads is said
//! by `domain::calendar::Step`.

use domain::{
    calendar::{CalendarQuery, Step, Stroke},
    lang::Lang,
    moment::WallDate,
};
use leptos::{ev, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    live::{Live, use_live},
    model::Day,
    month::{CHOSEN, cell_id, cell_text},
};
use crate::{i18n::use_lang, platform, routes};

/// Where the keyboard stands in the month. Asleep until the page comes alive: before that, all
/// days are plain links that can be tabbed to.
#[derive(Clone, Copy)]
pub struct GridKeys {
    lang: Lang,
    live: Option<Live>,
    stands_at: RwSignal<WallDate>,
    month: StoredValue<Month>,
}

struct Month {
    query: CalendarQuery,
    today: WallDate,
    /// Each day with what it says.
    days: Vec<(WallDate, String)>,
    navigate: Box<dyn Fn(&str) + Send + Sync>,
}

impl GridKeys {
    /// For the days of a month, beginning at the chosen one.
    #[must_use]
    pub fn new(query: &CalendarQuery, today: WallDate, days: &[Day]) -> Self {
        let lang = use_lang();
        let navigate = use_navigate();
        let said = days.iter().map(|day| (day.date, cell_text(lang, day)));
        let month = Month {
            query: query.clone(),
            today,
            days: said.collect(),
            navigate: Box::new(move |address| {
                let options = NavigateOptions {
                    scroll: false,
                    ..NavigateOptions::default()
                };
                navigate(address, options);
            }),
        };
        Self {
            lang,
            live: use_live(),
            stands_at: RwSignal::new(query.day(today)),
            month: StoredValue::new(month),
        }
    }

    /// Whether keys do anything yet.
    #[must_use]
    pub fn is_alive(self) -> bool {
        self.live.is_some_and(Live::is_alive)
    }

    /// Only one day of a grid can be tabbed to.
    #[must_use]
    pub fn tabindex(self, date: WallDate) -> Option<&'static str> {
        let stands_here = self.stands_at.try_get() == Some(date);
        self.is_alive()
            .then_some(if stands_here { "0" } else { "-1" })
    }

    /// A key was pressed in the grid.
    pub fn press(self, event: &ev::KeyboardEvent) {
        let key = event.key();
        let stroke = Stroke {
            key: &key,
            ctrl: event.ctrl_key(),
            shift: event.shift_key(),
        };
        let Some(step) = Step::of(stroke, self.lang) else {
            return;
        };
        event.prevent_default();
        // Nothing while the next month is on its way: this one has gone already.
        if let Some(date) = self.stands_at.try_get_untracked() {
            self.go(step.from(date));
        }
    }

    /// The day that was clicked, or opened by Enter, is read next.
    pub fn opens(self, date: WallDate) {
        let shown = self
            .month
            .try_with_value(|month| month.query.day(month.today));
        if shown == Some(date) {
            // Its list stands below already; the browser follows the link first.
            request_animation_frame(|| platform::focus(CHOSEN));
        } else if let Some(live) = self.live {
            live.focus_then(CHOSEN);
        }
    }

    fn go(self, date: WallDate) {
        let said = self.month.try_with_value(|month| {
            let day = month.days.iter().find(|(day, _)| *day == date);
            day.map(|(_, said)| said.clone())
        });
        match (said.flatten(), self.live) {
            (Some(said), Some(live)) => {
                self.stands_at.set(date);
                platform::focus(&cell_id(date));
                live.say(said);
            }
            (_, Some(live)) => {
                live.focus_then(cell_id(date));
                self.turn_to(date);
            }
            (_, None) => {}
        }
    }

    /// To the month that holds a day.
    fn turn_to(self, date: WallDate) {
        self.month.try_with_value(|month| {
            let query = month.query.towards(month.today, date);
            (month.navigate)(&routes::calendar_at(self.lang, &query));
        });
    }
}
