//! From the programme's records to what pages show: one language instead of three, wall time
//! instead of instants.

use domain::{
    lang::{Lang, Localised},
    moment::WallDate,
    phone::PhoneNumber,
    programme::{Colour, Shape},
    question::Question,
};
use jiff::{Timestamp, ZonedDateTime, civil};
use store::calendar::{self as records, Entry, SeatsState};

use super::spoken;
use crate::{
    error::AppError,
    public::model::{
        About, Access, Appointment, Holiday, HubCard, HubMark, Instance, Named, Phone, Pool, Seats,
        SessionCard, SessionLine, When,
    },
};

/// A course may have run for years.
const PAST_SESSIONS_MAX: usize = 8;

/// Shows records in one language, as seen at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// The language of the page.
    pub lang: Lang,
    /// Now.
    pub now: Timestamp,
}

impl Shown {
    /// The text in this language.
    #[must_use]
    pub fn text(&self, texts: &Localised) -> String {
        texts.get(self.lang).to_owned()
    }

    /// The lines of a text that holds one thing in each line.
    #[must_use]
    pub fn lines_of(&self, texts: &Localised) -> Vec<String> {
        let lines = texts.get(self.lang).lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// How full a pool is for a newcomer.
    #[must_use]
    pub fn pool(&self, seats: &SeatsState) -> Pool {
        let shown = match seats.left() {
            _ if seats.closes_at <= self.now => Seats::Closed,
            0 if seats.is_kept() => Seats::Kept,
            0 => Seats::Full(seats.waiting),
            left => Seats::Left(left),
        };
        Pool {
            slug: seats.slug.clone(),
            seats: shown,
        }
    }

    /// A session as a card.
    pub fn card(&self, entry: &Entry) -> Result<SessionCard, AppError> {
        Ok(SessionCard {
            slug: entry.slug.clone(),
            title: self.text(&entry.title),
            hub: self.mark(&entry.hub.name, entry.hub.colour, entry.hub.shape),
            room: self.text(&entry.room),
            when: when(entry)?,
            pool: self.pool(&entry.seats),
            access: Access {
                women_only: entry.women_only,
                step_free: entry.step_free,
                childcare_places: entry.childcare,
            },
            is_over: entry.ends_at <= self.now,
            run: is_slot(entry).then(|| entry.instance_slug.clone()),
        })
    }

    /// A session as a line; its own seats show where each session is an appointment.
    pub fn line(&self, entry: &Entry) -> Result<SessionLine, AppError> {
        Ok(SessionLine {
            slug: entry.slug.clone(),
            when: when(entry)?,
            room: self.text(&entry.room),
            slot: is_slot(entry).then(|| self.pool(&entry.seats)),
            is_over: entry.ends_at <= self.now,
        })
    }

    /// Several sessions as lines.
    pub fn lines(&self, entries: &[Entry]) -> Result<Vec<SessionLine>, AppError> {
        entries.iter().map(|entry| self.line(entry)).collect()
    }

    /// A hub.
    #[must_use]
    pub fn hub(&self, hub: &records::Hub) -> HubCard {
        HubCard {
            slug: hub.slug.clone(),
            mark: self.mark(&hub.name, hub.colour, hub.shape),
            summary: self.text(&hub.summary),
            address: self.text(&hub.address),
            phone: phone(hub),
        }
    }

    /// What a course's page and its sessions' pages share.
    #[must_use]
    pub fn about(&self, course: &records::Course) -> About {
        About {
            course: course.slug.clone(),
            title: self.text(&course.title),
            summary: self.text(&course.summary),
            hub: self.hub(&course.hub),
            route: self.text(&course.landmark),
            bring: self.lines_of(&course.bring),
            languages: course.languages.clone(),
            offered_by: Named {
                slug: course.organisation_slug.clone(),
                name: self.text(&course.organisation),
            },
            women_only: course.women_only,
            thanks: course
                .funding_projects
                .iter()
                .map(|project| self.thanks(project))
                .collect(),
        }
    }

    /// The runs of a course that are not over.
    pub fn instances<'r>(
        &self,
        runs: impl IntoIterator<Item = &'r records::Instance>,
    ) -> Result<Vec<Instance>, AppError> {
        let ahead = runs.into_iter().filter(|run| !self.is_over(run));
        ahead.map(|run| self.instance(run)).collect()
    }

    /// The latest sessions of the runs that are over, the last first.
    pub fn past(&self, runs: &[records::Instance]) -> Result<Vec<SessionLine>, AppError> {
        let over = runs.iter().filter(|run| self.is_over(run));
        let mut entries: Vec<_> = over.flat_map(|run| &run.sessions).collect();
        entries.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.starts_at));
        let latest = entries.into_iter().take(PAST_SESSIONS_MAX);
        latest.map(|entry| self.line(entry)).collect()
    }

    fn is_over(&self, run: &records::Instance) -> bool {
        run.sessions.iter().all(|entry| entry.ends_at <= self.now)
    }

    fn instance(&self, run: &records::Instance) -> Result<Instance, AppError> {
        let whole = run.sessions.first().filter(|first| !is_slot(first));
        Ok(Instance {
            whole: whole.map(|first| self.pool(&first.seats)),
            lines: self.lines(&run.sessions)?,
            childcare: run.childcare.clone(),
            is_sample: run.is_sample,
        })
    }

    /// What a course asks of those who sign up.
    #[must_use]
    pub fn questions(&self, questions: &[Question<Localised>]) -> Vec<Question<String>> {
        questions.iter().map(|it| it.in_lang(self.lang)).collect()
    }

    /// What a pool of seats is for.
    pub fn appointment(
        &self,
        page: &records::EnrolPage,
        course: Option<&records::Course>,
    ) -> Result<Appointment, AppError> {
        let route = course.map_or(&page.hub.landmark, |course| &course.landmark);
        let mut appointment = Appointment {
            seats: page.seats.slug.clone(),
            title: self.text(&page.title),
            hub: self.hub(&page.hub),
            route: self.text(route),
            bring: course
                .map(|course| self.lines_of(&course.bring))
                .unwrap_or_default(),
            lines: self.lines(&page.sessions)?,
            said: Vec::new(),
        };
        appointment.said = spoken::appointment(self.lang, &appointment);
        Ok(appointment)
    }

    /// A hub's name with its colour and its shape.
    pub(super) fn mark(&self, name: &Localised, colour: Colour, shape: Shape) -> HubMark {
        HubMark {
            name: self.text(name),
            colour,
            shape,
        }
    }
}

fn is_slot(entry: &Entry) -> bool {
    entry.kind == domain::programme::InstanceKind::Slots
}

fn phone(hub: &records::Hub) -> Phone {
    let parsed = PhoneNumber::parse(&hub.phone);
    let (shown, dialled) = match &parsed {
        Ok(number) => (number.national(), number.as_e164().to_owned()),
        // A sample number that can be nobody's is no number either; show it as it is.
        Err(_) => (hub.phone.clone(), hub.phone.split_whitespace().collect()),
    };
    Phone {
        shown,
        dialled,
        is_sample: hub.phone_is_sample,
    }
}

fn when(entry: &Entry) -> Result<When, AppError> {
    let from = at_hub(entry.starts_at, &entry.hub.zone)?;
    let to = at_hub(entry.ends_at, &entry.hub.zone)?;
    Ok(When {
        date: from.date().into(),
        from: from.time().into(),
        to: to.time().into(),
    })
}

/// The holiday on a day, if it is one.
#[must_use]
pub fn holiday_on(
    shown: Shown,
    date: WallDate,
    holidays: &[records::HolidayDay],
) -> Option<Holiday> {
    let holiday = holidays.iter().find(|holiday| holiday.date == date)?;
    Some(Holiday {
        name: shown.text(&holiday.name),
        is_unsure: holiday.to_be_confirmed,
    })
}

/// The day at a place.
pub fn day_at(now: Timestamp, zone: &str) -> Result<WallDate, AppError> {
    Ok(at_hub(now, zone)?.date().into())
}

/// The moment at which a day begins at a place.
pub fn start_of(date: WallDate, zone: &str) -> Result<Timestamp, AppError> {
    let day = civil::Date::new(date.year, signed(date.month), signed(date.day));
    let begin = day.and_then(|day| day.in_tz(zone)).map_err(unknown_zone)?;
    Ok(begin.timestamp())
}

/// jiff counts months and days in signed bytes; all of them fit both.
fn signed(number: u8) -> i8 {
    i8::try_from(number).unwrap_or(0)
}

/// A moment in a place's wall time.
pub fn at_hub(at: Timestamp, zone: &str) -> Result<ZonedDateTime, AppError> {
    at.in_tz(zone).map_err(unknown_zone)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` wants"
)]
fn unknown_zone(error: jiff::Error) -> AppError {
    tracing::error!(%error, "a hub's time zone is unknown");
    AppError::Failed
}
