//! One course with all that its page shows.

use domain::{
    id::{CourseId, InstanceId},
    lang::Localised,
    programme::{ChildAgeBand, InstanceKind, TeachingLanguage, Theme},
};
use uuid::Uuid;

use super::{
    Acknowledgement, Entry, Hub, Room,
    entry::{languages, sessions_of},
    hub::hub,
    optional_texts,
    project::funding_projects_of,
    room::rooms_of_course,
    word,
};
use crate::{Conn, StoreError, programme::Texts};

/// A course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: Localised,
    /// What it is, in a sentence or two.
    pub summary: Localised,
    /// For whom.
    pub audience: Localised,
    /// What she learns, one point per line.
    pub learns: Localised,
    /// What to bring, one thing per line.
    pub bring: Localised,
    /// The way to it: its own, or the hub's.
    pub landmark: Localised,
    /// What it is about.
    pub theme: Theme,
    /// The languages spoken in it.
    pub languages: Vec<TeachingLanguage>,
    /// Whether only women take part.
    pub women_only: bool,
    /// Where.
    pub hub: Hub,
    /// Who teaches.
    pub organisation: Localised,
    /// Its name in addresses.
    pub organisation_slug: String,
    /// The rooms of its sessions, those without a step first.
    pub rooms: Vec<Room>,
    /// Who pays.
    pub funding_projects: Vec<Acknowledgement>,
    /// Its runs, past ones too, the one that begins first coming first.
    pub instances: Vec<Instance>,
}

/// One run of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// Its id.
    pub id: InstanceId,
    /// Its name in addresses; for a `whole` one also that of its enrol page.
    pub slug: String,
    /// What one enrols in.
    pub kind: InstanceKind,
    /// Whether its dates and figures are only an example.
    pub is_sample: bool,
    /// Places for children, by age, of the whole or of each slot.
    pub childcare: Vec<(ChildAgeBand, u64)>,
    /// Its sessions, the earliest first; each has its seats.
    pub sessions: Vec<Entry>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    slug: String,
    #[sqlx(try_from = "String")]
    title: Texts,
    #[sqlx(try_from = "String")]
    summary: Texts,
    #[sqlx(try_from = "String")]
    audience: Texts,
    #[sqlx(try_from = "String")]
    learns: Texts,
    #[sqlx(try_from = "String")]
    bring: Texts,
    landmark: String,
    theme: String,
    languages: String,
    women_only: bool,
    hub_slug: String,
    #[sqlx(try_from = "String")]
    organisation: Texts,
    organisation_slug: String,
}

/// The course with this slug.
pub async fn course(conn: &mut Conn, slug: &str) -> Result<Option<Course>, StoreError> {
    let row = fetch_optional!(
        conn,
        Row,
        "SELECT c.id, c.slug, c.title, c.summary, c.audience, c.learns, c.bring, c.landmark, \
                c.theme, c.languages, c.women_only, h.slug AS hub_slug, o.name AS organisation, \
                o.slug AS organisation_slug \
         FROM courses c JOIN hubs h ON h.id = c.hub_id \
         JOIN organisations o ON o.id = c.organisation_id WHERE c.slug = $1",
        slug
    )?;
    let Some(row) = row else { return Ok(None) };
    let Some(hub) = hub(conn, &row.hub_slug).await? else {
        return Ok(None);
    };
    let funding_projects = funding_projects_of(conn, row.id).await?;
    let rooms = rooms_of_course(conn, row.id).await?;
    let instances = instances(conn, row.id).await?;
    row.course(hub, funding_projects, rooms, instances)
        .map(Some)
}

impl Row {
    fn course(
        self,
        hub: Hub,
        funding_projects: Vec<Acknowledgement>,
        rooms: Vec<Room>,
        instances: Vec<Instance>,
    ) -> Result<Course, StoreError> {
        Ok(Course {
            id: CourseId(self.id),
            slug: self.slug,
            title: self.title.0,
            summary: self.summary.0,
            audience: self.audience.0,
            learns: self.learns.0,
            bring: self.bring.0,
            landmark: optional_texts(self.landmark, "courses.landmark")?
                .unwrap_or_else(|| hub.landmark.clone()),
            theme: word(&self.theme, Theme::parse, "courses.theme")?,
            languages: languages(&self.languages)?,
            women_only: self.women_only,
            hub,
            organisation: self.organisation.0,
            organisation_slug: self.organisation_slug,
            rooms,
            funding_projects,
            instances,
        })
    }
}

async fn instances(conn: &mut Conn, course: Uuid) -> Result<Vec<Instance>, StoreError> {
    let mut instances: Vec<Instance> = Vec::new();
    for entry in sessions_of(conn, course).await? {
        match instances.iter_mut().find(|it| it.id == entry.instance) {
            Some(instance) => instance.sessions.push(entry),
            None => instances.push(Instance {
                id: entry.instance,
                slug: entry.instance_slug.clone(),
                kind: entry.kind,
                is_sample: entry.is_sample,
                childcare: Vec::new(),
                sessions: vec![entry],
            }),
        }
    }
    for (instance, band, places) in childcare(conn, course).await? {
        if let Some(it) = instances.iter_mut().find(|it| it.id.0 == instance) {
            let band = word(&band, ChildAgeBand::parse, "childcare_places.band")?;
            it.childcare.push((band, places.unsigned_abs()));
        }
    }
    for instance in &mut instances {
        instance.childcare.sort_unstable();
    }
    Ok(instances)
}

/// Places for children per instance and age; slots of one instance all have the same.
async fn childcare(conn: &mut Conn, course: Uuid) -> Result<Vec<(Uuid, String, i64)>, StoreError> {
    fetch_all!(
        conn,
        (Uuid, String, i64),
        "SELECT p.instance_id, k.band, MAX(k.capacity) FROM childcare_places k \
         JOIN seats p ON p.id = k.seats_id JOIN course_instances i ON i.id = p.instance_id \
         WHERE i.course_id = $1 AND k.capacity > 0 GROUP BY p.instance_id, k.band",
        course
    )
}
