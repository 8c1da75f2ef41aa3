//! A page of the calendar, put together from sessions, holidays and the hubs' hours.
//! What a single session says is `calendar`'s.

use domain::{
    calendar::{CalendarQuery, Facet, Filter, Period, View},
    moment::WallDate,
    programme::Hours,
};
use jiff::Timestamp;
use store::{
    Conn,
    calendar::{self, Entry, HolidayDay, Hub, Span},
};

use super::calendar::{Shown, day_at, holiday_on, start_of};
use crate::{
    error::AppError,
    public::{
        calendar::model::{CalendarDays, Day, Glance, NextFree, Nothing, Regime},
        model::{Holiday, Pool, SessionCard},
    },
};

/// Where no hub says its zone, there is nothing to show either.
const ZONE_WITHOUT_HUBS: &str = "UTC";
/// As many titles as fit the square of a day.
const GLANCES_MAX: usize = 3;

/// The page that an address's query names.
pub async fn page(conn: &mut Conn, shown: Shown, query: &str) -> Result<CalendarDays, AppError> {
    let asked = Asked::read(conn, shown, query).await?;
    let (filter, now) = (&asked.query.filter, shown.now);
    let entries = calendar::search(conn, asked.span, filter, now).await?;
    let holidays = calendar::holidays_between(conn, asked.period.first, asked.period.last).await?;
    let nothing = match entries.is_empty() {
        true => Some(asked.nothing(conn, shown).await?),
        false => None,
    };
    Ok(CalendarDays {
        query: asked.query.clone(),
        hub: asked.hub_named().map(|hub| shown.text(&hub.name)),
        today: asked.today,
        total: entries.len() as u64,
        days: asked.days(shown, &entries, &holidays)?,
        regimes: asked.regimes(shown),
        next_free: asked.next_free(conn, shown).await?,
        nothing,
    })
}

/// How full the pools of such a page are.
pub async fn seats(conn: &mut Conn, shown: Shown, query: &str) -> Result<Vec<Pool>, AppError> {
    let asked = Asked::read(conn, shown, query).await?;
    let seats = calendar::seats_between(conn, asked.span).await?;
    Ok(seats.iter().map(|seats| shown.pool(seats)).collect())
}

/// What was asked, and what it means today.
struct Asked {
    query: CalendarQuery,
    hubs: Vec<Hub>,
    today: WallDate,
    period: Period,
    span: Span,
}

impl Asked {
    async fn read(conn: &mut Conn, shown: Shown, query: &str) -> Result<Self, AppError> {
        let hubs = calendar::hubs(conn).await?;
        let zone = hubs
            .first()
            .map_or(ZONE_WITHOUT_HUBS, |hub| hub.zone.as_str());
        let today = day_at(shown.now, zone)?;
        let query = with_known_hub(CalendarQuery::parse(query), &hubs);
        let period = query.period(today);
        let span = Span {
            from: start_of(period.first, zone)?,
            to: start_of(period.last.plus_days(1), zone)?,
        };
        Ok(Self {
            query,
            hubs,
            today,
            period,
            span,
        })
    }

    /// The hub that it is narrowed to, if it is.
    fn hub_named(&self) -> Option<&Hub> {
        let wanted = self.query.filter.hub.as_deref()?;
        self.hubs.iter().find(|hub| hub.slug == wanted)
    }

    /// The hub that it is narrowed to, or all of them.
    fn hubs_meant(&self) -> impl Iterator<Item = &Hub> {
        let wanted = self.query.filter.hub.as_deref();
        self.hubs
            .iter()
            .filter(move |hub| wanted.is_none_or(|slug| slug == hub.slug))
    }

    fn days(
        &self,
        shown: Shown,
        entries: &[Entry],
        holidays: &[HolidayDay],
    ) -> Result<Vec<Day>, AppError> {
        let cards = entries
            .iter()
            .map(|entry| shown.card(entry))
            .collect::<Result<Vec<_>, _>>()?;
        let day = |date| {
            let on_it = cards.iter().filter(|card| card.when.date == date);
            let holiday = holiday_on(shown, date, holidays);
            self.day(date, holiday, on_it.cloned().collect())
        };
        let days = self.period.days().map(day);
        Ok(match self.query.view {
            View::Agenda => days
                .filter(|day| day.count > 0 || day.holiday.is_some())
                .collect(),
            View::Week | View::Month => days.collect(),
        })
    }

    /// A month has room for the first titles only, and for one day in full.
    fn day(&self, date: WallDate, holiday: Option<Holiday>, sessions: Vec<SessionCard>) -> Day {
        let is_month = self.query.view == View::Month;
        let is_full = !is_month || date == self.query.day(self.today);
        Day {
            date,
            is_closed: sessions.is_empty() && (holiday.is_some() || self.is_closed(date)),
            holiday,
            count: sessions.len() as u64,
            glances: match is_month {
                true => glances(&sessions),
                false => Vec::new(),
            },
            sessions: if is_full { sessions } else { Vec::new() },
        }
    }

    /// Whether no hub opens on a day. A hub that does not say its hours may be open.
    fn is_closed(&self, date: WallDate) -> bool {
        let is_shut =
            |hub: &Hub| !hub.hours.is_empty() && Hours::openings_on(&hub.hours, date).is_empty();
        !self.hubs.is_empty() && self.hubs_meant().all(is_shut)
    }

    /// Hours that are not the usual ones and hold on a day of the period, each named once.
    fn regimes(&self, shown: Shown) -> Vec<Regime> {
        let mut regimes: Vec<Regime> = Vec::new();
        for (hub, hours, (first, last)) in self.unusual_hours() {
            let (name, keeper) = (shown.text(&hours.name), shown.text(&hub.name));
            let known = regimes
                .iter_mut()
                .find(|it| (&it.name, it.first, it.last) == (&name, first, last));
            match known {
                Some(known) if known.hubs.contains(&keeper) => {}
                Some(known) => known.hubs.push(keeper),
                None => regimes.push(Regime {
                    name,
                    first,
                    last,
                    is_unsure: hours.to_be_confirmed,
                    hubs: vec![keeper],
                }),
            }
        }
        regimes
    }

    /// Per hub and day: the hours that hold, if they are not the usual ones, with their days.
    fn unusual_hours(&self) -> impl Iterator<Item = (&Hub, &Hours, (WallDate, WallDate))> {
        self.hubs_meant().flat_map(|hub| {
            self.period.days().filter_map(move |date| {
                let hours = Hours::in_force(&hub.hours, date)?;
                Some((hub, hours, hours.coming(date)?))
            })
        })
    }

    /// From now on, whatever days the page shows.
    async fn next_free(&self, conn: &mut Conn, shown: Shown) -> Result<Option<NextFree>, AppError> {
        let free = Filter {
            free_only: true,
            ..self.query.filter.clone()
        };
        let found = calendar::next_match(conn, shown.now, &free, shown.now).await?;
        let card = found.map(|entry| shown.card(&entry)).transpose()?;
        Ok(card.map(|card| NextFree {
            slug: card.slug,
            title: card.title,
            when: card.when,
        }))
    }

    async fn nothing(&self, conn: &mut Conn, shown: Shown) -> Result<Nothing, AppError> {
        let hubs = self.hubs_meant().map(|hub| shown.hub(hub));
        Ok(Nothing {
            without: self.without(conn, shown.now).await?,
            next: self.next(conn, shown).await?,
            phones: hubs.map(|hub| (hub.mark, hub.phone)).collect(),
        })
    }

    /// The filter that keeps most sessions away, if leaving out a single one helps.
    async fn without(
        &self,
        conn: &mut Conn,
        now: Timestamp,
    ) -> Result<Option<(Facet, u64)>, AppError> {
        let filter = &self.query.filter;
        let mut best: Option<(Facet, u64)> = None;
        for facet in filter.active() {
            let wider = filter.without(facet);
            let found = calendar::search(conn, self.span, &wider, now).await?.len() as u64;
            if found > best.map_or(0, |(_, most)| most) {
                best = Some((facet, found));
            }
        }
        Ok(best)
    }

    /// The day of the next session after the period, or from today on where the period is past.
    async fn next(&self, conn: &mut Conn, shown: Shown) -> Result<Option<WallDate>, AppError> {
        let from = self.span.to.max(shown.now);
        let filter = &self.query.filter;
        let found = calendar::next_match(conn, from, filter, shown.now).await?;
        let card = found.map(|entry| shown.card(&entry)).transpose()?;
        Ok(card.map(|card| card.when.date))
    }
}

/// An address may name a hub that is gone or never was: it narrows to nothing then.
fn with_known_hub(query: CalendarQuery, hubs: &[Hub]) -> CalendarQuery {
    let is_known = |slug: &str| hubs.iter().any(|hub| hub.slug == slug);
    match query.filter.hub.as_deref() {
        Some(slug) if !is_known(slug) => query.filtered(query.filter.without(Facet::Hub)),
        _ => query,
    }
}

/// The first titles of a day; the appointments of one run stand once.
fn glances(sessions: &[SessionCard]) -> Vec<Glance> {
    let mut glances = Vec::new();
    let mut before: Option<&SessionCard> = None;
    for card in sessions {
        let is_same_run = card.run.is_some() && before.is_some_and(|it| it.run == card.run);
        if !is_same_run && glances.len() < GLANCES_MAX {
            glances.push(Glance {
                slug: card.slug.clone(),
                title: card.title.clone(),
                from: card.when.from,
                hub: card.hub.clone(),
            });
        }
        before = Some(card);
    }
    glances
}
