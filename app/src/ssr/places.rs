//! Hubs with their hours, rooms, courses by name, and who pays: from records to pages.
//! Sessions and runs stand in `calendar`.

use domain::{
    moment::WallDate,
    programme::{Cluster, Hours, door, stretches},
};
use store::{
    Conn,
    calendar::{self as records, HolidayDay},
};

use super::calendar::{Shown, at_hub, holiday_on};
use crate::{
    error::AppError,
    public::model::{
        Actor, ClusterWords, CourseCard, Holiday, HubPage, Logo, Named, Regime, Room, Thanks,
    },
};

/// How far ahead holidays count for the door and are told.
const DAYS_AHEAD: i32 = 120;
/// As many as one reads.
const HOLIDAYS_MAX: usize = 4;
/// One row on a wide screen.
const NEXT_SESSIONS_MAX: u32 = 3;

/// A hub's page as it is at this moment.
pub async fn hub_page(
    conn: &mut Conn,
    shown: Shown,
    slug: &str,
) -> Result<Option<HubPage>, AppError> {
    let Some(hub) = records::hub(conn, slug).await? else {
        return Ok(None);
    };
    let here = at_hub(shown.now, &hub.zone)?;
    let (today, now) = (here.date().into(), here.time().into());
    let holidays = records::holidays_between(conn, today, today.plus_days(DAYS_AHEAD)).await?;
    let is_holiday = |date: WallDate| holidays.iter().any(|it| it.date == date);
    let next = records::next_sessions_at(conn, slug, shown.now, NEXT_SESSIONS_MAX).await?;
    Ok(Some(HubPage {
        card: shown.hub(&hub),
        route: shown.text(&hub.landmark),
        today,
        door: door(&hub.hours, is_holiday, today, now),
        regimes: shown.regimes(&hub.hours, today),
        hours_are_sample: hub.hours_are_sample,
        holidays: holidays_ahead(shown, &holidays),
        rooms: shown.rooms(&records::rooms_of_hub(conn, slug).await?),
        courses: shown.courses(&records::courses_of_hub(conn, slug).await?),
        next: next
            .iter()
            .map(|entry| shown.card(entry))
            .collect::<Result<_, _>>()?,
        kept_by: Named {
            slug: hub.organisation_slug.clone(),
            name: shown.text(&hub.organisation),
        },
    }))
}

fn holidays_ahead(shown: Shown, holidays: &[HolidayDay]) -> Vec<(WallDate, Holiday)> {
    let days = holidays.iter().take(HOLIDAYS_MAX);
    days.filter_map(|it| Some((it.date, holiday_on(shown, it.date, holidays)?)))
        .collect()
}

impl Shown {
    /// The regimes that hold or are to come.
    fn regimes(&self, all: &[Hours], today: WallDate) -> Vec<Regime> {
        let in_force = Hours::in_force(all, today);
        let regime = |hours: &Hours| {
            let days = hours.coming(today);
            (days.is_some() || hours.days.is_none()).then(|| Regime {
                name: self.text(&hours.name),
                days,
                is_unsure: hours.to_be_confirmed,
                is_in_force: in_force == Some(hours),
                week: stretches(&hours.openings),
            })
        };
        all.iter().filter_map(regime).collect()
    }

    /// Rooms with their access.
    #[must_use]
    pub fn rooms(&self, rooms: &[records::Room]) -> Vec<Room> {
        rooms.iter().map(|room| self.room(room)).collect()
    }

    /// A room with its access.
    #[must_use]
    pub fn room(&self, room: &records::Room) -> Room {
        Room {
            name: self.text(&room.name),
            access: self.text(&room.access),
            capacity: room.capacity,
            step_free: room.step_free,
        }
    }

    /// Courses by name.
    #[must_use]
    pub fn courses(&self, courses: &[records::CourseName]) -> Vec<CourseCard> {
        let card = |course: &records::CourseName| CourseCard {
            slug: course.slug.clone(),
            title: self.text(&course.title),
            summary: self.text(&course.summary),
            women_only: course.women_only,
            hub: self.mark(&course.hub.name, course.hub.colour, course.hub.shape),
        };
        courses.iter().map(card).collect()
    }

    /// What one who pays asks us to say.
    #[must_use]
    pub fn thanks(&self, project: &records::Acknowledgement) -> Thanks {
        let logos = project.logos.iter().map(|logo| Logo {
            picture: logo.picture.clone(),
            alt: self.text(&logo.alt),
        });
        Thanks {
            slug: project.slug.clone(),
            name: self.text(&project.name),
            statement: self.text(&project.statement),
            disclaimer: self.text(&project.disclaimer),
            logos: logos.collect(),
        }
    }

    /// What the cluster says of itself.
    #[must_use]
    pub fn cluster(&self, cluster: &Cluster) -> ClusterWords {
        ClusterWords {
            name: self.text(&cluster.name),
            summary: self.text(&cluster.summary),
            about: self.lines_of(&cluster.about),
            history: self.lines_of(&cluster.history),
            plans: self.lines_of(&cluster.plans),
            joining: self.text(&cluster.joining),
        }
    }

    /// One who takes part.
    #[must_use]
    pub fn actor(&self, organisation: &records::Organisation) -> Actor {
        Actor {
            named: Named {
                slug: organisation.slug.clone(),
                name: self.text(&organisation.name),
            },
            role: self.text(&organisation.role),
        }
    }
}
