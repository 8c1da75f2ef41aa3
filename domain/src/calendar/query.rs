//! The calendar's address: what stands after the question mark, read kindly and written in one
//! way only. Links, forms, previews and the page cache all go by it.

use serde::{Deserialize, Serialize};

use super::{Facet, Filter};
use crate::{
    moment::{IsoWeek, Month, WallDate},
    words::words,
};

/// An agenda goes from its day to the seventh.
const AGENDA_DAYS: i32 = 7;
/// Addresses name the days of these years; any other is taken for a mistake.
const YEARS: core::ops::RangeInclusive<i16> = 2000..=2199;

words! {
    /// How the calendar is laid out.
    pub enum View {
        /// Day by day, for a week from the day named.
        Agenda = "agenda",
        /// From Monday to Sunday, side by side.
        Week = "week",
        /// A month at a glance.
        Month = "month",
    }
}

/// What a calendar page shows. Its text, the part of the address after the question mark, is
/// canonical: one order, nothing that goes without saying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct CalendarQuery {
    /// How it is laid out.
    pub view: View,
    /// The day it is about; none is today.
    pub date: Option<WallDate>,
    /// What it is narrowed to.
    pub filter: Filter,
}

/// The days that a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: WallDate,
    /// The last day.
    pub last: WallDate,
}

impl Period {
    /// Its days.
    pub fn days(self) -> impl Iterator<Item = WallDate> {
        (0..=self.last.days_since(self.first)).map(move |nth| self.first.plus_days(nth))
    }
}

impl Default for CalendarQuery {
    fn default() -> Self {
        Self {
            view: View::Agenda,
            date: None,
            filter: Filter::default(),
        }
    }
}

impl CalendarQuery {
    /// Reads an address's query, with or without its question mark. What it does not know it
    /// passes over: a link that someone has shortened or an old one still leads to a calendar.
    /// `week=2026-W49`, as addresses once had it, means the agenda from that Monday.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let text = text.strip_prefix('?').unwrap_or(text);
        for (name, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            query.take(name, value);
        }
        let date = query.date;
        query.at(date)
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "view" => self.view = View::parse(value).unwrap_or(self.view),
            "date" => self.date = WallDate::parse(value).filter(is_sensible).or(self.date),
            "week" => {
                let monday = IsoWeek::parse(value).map(IsoWeek::monday);
                self.date = self.date.or(monday.filter(is_sensible));
            }
            name => {
                if let Some(facet) = Facet::parse(name) {
                    self.filter.set(facet, value);
                }
            }
        }
    }

    /// The canonical text: `view=month&date=2026-12-01&hub=digital-lab&women_only=yes`, empty
    /// for the agenda of today.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut text = String::new();
        if self.view != View::Agenda {
            push(&mut text, "view", self.view.as_str());
        }
        if let Some(date) = self.date {
            push(&mut text, "date", &date.to_string());
        }
        for facet in self.filter.active() {
            let word = self.filter.get(facet).unwrap_or_default();
            push(&mut text, facet.as_str(), word);
        }
        text
    }

    /// The same about another day, `None` for today. A week is named by its Monday, so that each
    /// of its days leads to one address.
    #[must_use]
    pub fn at(&self, date: Option<WallDate>) -> Self {
        let date = match self.view {
            View::Week => date.map(WallDate::monday),
            View::Agenda | View::Month => date,
        };
        Self {
            date: date.filter(is_sensible),
            ..self.clone()
        }
    }

    /// The same laid out otherwise.
    #[must_use]
    pub fn viewed(&self, view: View) -> Self {
        let other = Self {
            view,
            ..self.clone()
        };
        other.at(self.date)
    }

    /// The same narrowed otherwise.
    #[must_use]
    pub fn filtered(&self, filter: Filter) -> Self {
        Self {
            filter,
            ..self.clone()
        }
    }

    /// The day that it is about.
    #[must_use]
    pub fn day(&self, today: WallDate) -> WallDate {
        self.date.unwrap_or(today)
    }

    /// The days that it shows.
    #[must_use]
    pub fn period(&self, today: WallDate) -> Period {
        let day = self.day(today);
        let (first, last) = match self.view {
            View::Agenda => (day, day.plus_days(AGENDA_DAYS - 1)),
            View::Week => (day.monday(), day.monday().plus_days(6)),
            View::Month => (Month::of(day).first(), Month::of(day).last()),
        };
        Period { first, last }
    }

    /// The days after those that it shows.
    #[must_use]
    pub fn next(&self, today: WallDate) -> Self {
        self.towards(today, self.period(today).last.plus_days(1))
    }

    /// The days before those that it shows.
    #[must_use]
    pub fn previous(&self, today: WallDate) -> Self {
        let first = self.period(today).first;
        let date = match self.view {
            View::Agenda | View::Week => first.plus_days(-AGENDA_DAYS),
            View::Month => Month::of(first).previous().first(),
        };
        self.towards(today, date)
    }

    /// About a day, which goes without saying when it leads to what today leads to.
    #[must_use]
    pub fn towards(&self, today: WallDate, date: WallDate) -> Self {
        let present = self.at(Some(today));
        let other = self.at(Some(date));
        if present == other {
            self.at(None)
        } else {
            other
        }
    }
}

impl From<String> for CalendarQuery {
    fn from(text: String) -> Self {
        Self::parse(&text)
    }
}

impl From<CalendarQuery> for String {
    fn from(query: CalendarQuery) -> String {
        query.to_query_string()
    }
}

fn is_sensible(date: &WallDate) -> bool {
    YEARS.contains(&date.year)
}

/// All names and values are plain letters, digits and hyphens: nothing needs an escape.
fn push(text: &mut String, name: &str, value: &str) {
    if !text.is_empty() {
        text.push('&');
    }
    text.push_str(name);
    text.push('=');
    text.push_str(value);
}

#[cfg(test)]
mod tests;
