//! Gives sessions and deadlines their moments. A date once chosen is kept, whatever becomes
//! of the calendar, until the file words it anew or the import counts its samples anew.

use std::collections::HashMap;

use domain::{
    lang::Lang,
    moment::{WallDate, WallTime},
    programme::{Agenda, Instance, Session, Stay},
};
use jiff::{Timestamp, civil, tz::TimeZone};

use super::{Import, Report};
use crate::{Conn, StoreError};

/// A session's chosen moments, in microseconds.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Meeting {
    pub(super) slug: String,
    pub(super) plan: String,
    pub(super) starts_at: i64,
    pub(super) ends_at: i64,
}

/// An instance's enrolment deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Closing {
    pub(super) slug: String,
    pub(super) closes_plan: String,
    pub(super) closes_at: Option<i64>,
}

/// All moments of a programme, by slug.
pub(super) struct Dates {
    meetings: HashMap<String, Meeting>,
    closings: HashMap<String, Closing>,
}

impl Dates {
    pub(super) fn meeting(&self, session: &str) -> Result<&Meeting, StoreError> {
        self.meetings
            .get(session)
            .ok_or(StoreError::Unknown("a session's date"))
    }

    pub(super) fn closing(&self, instance: &str) -> Result<&Closing, StoreError> {
        self.closings
            .get(instance)
            .ok_or(StoreError::Unknown("an instance's deadline"))
    }
}

/// Where each hub's week 1 begins.
pub(super) struct Weeks(HashMap<String, WallDate>);

impl Weeks {
    pub(super) async fn load(tx: &mut Conn, import: &Import) -> Result<Self, StoreError> {
        let stored: Vec<(String, String)> =
            fetch_all!(tx, (String, String), "SELECT slug, first_monday FROM hubs")?;
        let mut mondays = HashMap::new();
        for hub in &import.programme.hubs {
            let kept = stored
                .iter()
                .find(|(slug, _)| *slug == hub.slug && !import.redate);
            let monday = match kept {
                Some((_, date)) => {
                    WallDate::parse(date).ok_or(StoreError::Unknown("hubs.first_monday"))?
                }
                None => wall(&hub.zone, import.now)?.0.monday().plus_days(7),
            };
            mondays.insert(hub.slug.clone(), monday);
        }
        Ok(Self(mondays))
    }

    pub(super) fn first_monday(&self, hub: &str) -> Result<WallDate, StoreError> {
        self.0
            .get(hub)
            .copied()
            .ok_or(StoreError::Unknown("hubs.first_monday"))
    }
}

/// Chooses all moments: first those that are settled, then the samples, earliest first.
pub(super) async fn choose(
    tx: &mut Conn,
    import: &Import,
    weeks: &Weeks,
    report: &mut Report,
) -> Result<Dates, StoreError> {
    let mut calendar = Calendar {
        import,
        weeks,
        report,
        agenda: Agenda::new(&import.programme.holidays),
        meetings: HashMap::new(),
    };
    let samples = calendar.settle(stored_meetings(tx).await?)?;
    calendar.place(samples)?;
    let meetings = calendar.meetings;
    let closings = closings(import, weeks, stored_closings(tx).await?)?;
    Ok(Dates { meetings, closings })
}

async fn stored_meetings(tx: &mut Conn) -> Result<Vec<Meeting>, StoreError> {
    fetch_all!(
        tx,
        Meeting,
        "SELECT slug, plan, starts_at, ends_at FROM sessions"
    )
}

async fn stored_closings(tx: &mut Conn) -> Result<Vec<Closing>, StoreError> {
    fetch_all!(
        tx,
        Closing,
        "SELECT slug, closes_plan, closes_at FROM course_instances"
    )
}

struct Calendar<'a> {
    import: &'a Import,
    weeks: &'a Weeks,
    report: &'a mut Report,
    agenda: Agenda<'a>,
    meetings: HashMap<String, Meeting>,
}

/// A sample that waits for its date.
struct Sample<'a> {
    session: &'a Session,
    zone: &'a str,
    stay: Stay,
}

impl<'a> Calendar<'a> {
    /// Settles what is not ours to choose, and returns the samples that want a date.
    fn settle(&mut self, stored: Vec<Meeting>) -> Result<Vec<Sample<'a>>, StoreError> {
        let import = self.import;
        let mut stored: HashMap<_, _> =
            stored.into_iter().map(|it| (it.slug.clone(), it)).collect();
        let mut samples = Vec::new();
        for (course, _, session) in import.programme.sessions() {
            let zone = zone(import, &course.hub)?;
            let kept = stored.remove(&session.slug);
            let kept = kept.filter(|it| !import.redate && it.plan == plan(session, zone));
            let date = match &kept {
                Some(meeting) => wall(zone, moment(meeting.starts_at)?)?.0,
                None => session.day.date(self.weeks.first_monday(&course.hub)?),
            };
            let stay = stay(session, date);
            if kept.is_none() && session.day.is_counted() {
                samples.push(Sample {
                    session,
                    zone,
                    stay,
                });
                continue;
            }
            self.warn_of_holiday(session, date);
            self.agenda.keep(stay);
            let meeting = kept.map_or_else(|| meeting(session, zone, date), Ok)?;
            self.meetings.insert(meeting.slug.clone(), meeting);
        }
        Ok(samples)
    }

    fn place(&mut self, mut samples: Vec<Sample<'a>>) -> Result<(), StoreError> {
        samples.sort_by_key(|it| (it.stay.date, it.stay.start));
        for Sample {
            session,
            zone,
            stay,
        } in samples
        {
            let wished = stay.date;
            let date = self.agenda.place(stay);
            if date != wished {
                let why = self.agenda.holiday(wished).map(|it| it.name.get(Lang::En));
                let why = why.unwrap_or("the room is taken");
                self.report.note(format!(
                    "session \"{}\": {wished} is not free ({why}), so it is on {date}",
                    session.slug
                ));
            }
            let meeting = meeting(session, zone, date)?;
            self.meetings.insert(meeting.slug.clone(), meeting);
        }
        Ok(())
    }

    /// A settled session never moves by itself; someone has to look.
    fn warn_of_holiday(&mut self, session: &Session, date: WallDate) {
        if let Some(holiday) = self.agenda.holiday(date) {
            let name = holiday.name.get(Lang::En);
            self.report.note(format!(
                "session \"{}\": {date} is a holiday ({name})",
                session.slug
            ));
        }
    }
}

fn closings(
    import: &Import,
    weeks: &Weeks,
    stored: Vec<Closing>,
) -> Result<HashMap<String, Closing>, StoreError> {
    let mut closings = HashMap::new();
    for (course, instance) in import.programme.instances() {
        let wanted = closing(
            instance,
            zone(import, &course.hub)?,
            weeks.first_monday(&course.hub)?,
        )?;
        let kept = stored.iter().find(|it| {
            it.slug == wanted.slug && it.closes_plan == wanted.closes_plan && !import.redate
        });
        closings.insert(wanted.slug.clone(), kept.cloned().unwrap_or(wanted));
    }
    Ok(closings)
}

fn closing(instance: &Instance, zone: &str, monday: WallDate) -> Result<Closing, StoreError> {
    let slug = instance.slug.clone();
    let Some(deadline) = instance.closes else {
        return Ok(Closing {
            slug,
            ..Closing::default()
        });
    };
    let closes_at = timestamp(zone, deadline.day.date(monday), deadline.at)?;
    Ok(Closing {
        slug,
        closes_plan: format!("{deadline} {zone}"),
        closes_at: Some(closes_at.as_microsecond()),
    })
}

fn meeting(session: &Session, zone: &str, date: WallDate) -> Result<Meeting, StoreError> {
    Ok(Meeting {
        slug: session.slug.clone(),
        plan: plan(session, zone),
        starts_at: timestamp(zone, date, session.start)?.as_microsecond(),
        ends_at: timestamp(zone, date, session.end)?.as_microsecond(),
    })
}

fn plan(session: &Session, zone: &str) -> String {
    format!("{} {zone}", session.plan())
}

fn stay(session: &Session, date: WallDate) -> Stay {
    Stay {
        room: session.room.clone(),
        date,
        start: session.start,
        end: session.end,
    }
}

fn zone<'a>(import: &'a Import, hub: &str) -> Result<&'a str, StoreError> {
    let hub = import
        .programme
        .hub(hub)
        .ok_or(StoreError::Unknown("courses.hub"))?;
    Ok(&hub.zone)
}

fn moment(microseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(microseconds).map_err(|_| StoreError::Unknown("sessions.starts_at"))
}

/// A moment as it hangs on the wall in a zone.
fn wall(zone: &str, at: Timestamp) -> Result<(WallDate, WallTime), StoreError> {
    let local = at.to_zoned_datetime(time_zone(zone)?);
    Ok((local.date().into(), local.time().into()))
}

/// The moment at which the wall of a zone shows this date and time.
fn timestamp(zone: &str, date: WallDate, time: WallTime) -> Result<Timestamp, StoreError> {
    let [month, day, hour, minute] =
        [date.month, date.day, time.hour, time.minute].map(|it| i8::try_from(it).unwrap_or(0));
    let zone = time_zone(zone)?;
    let local = civil::DateTime::new(date.year, month, day, hour, minute, 0, 0);
    let zoned = local.and_then(|it| it.to_zoned_datetime(zone));
    zoned
        .map(|it| it.timestamp())
        .map_err(|_| StoreError::Unknown("a session's date"))
}

fn time_zone(zone: &str) -> Result<TimeZone, StoreError> {
    TimeZone::get(zone).map_err(|_| StoreError::Unknown("hubs.zone"))
}
