//! Courses by name, as the pages of hubs, organisations and projects list them.
//! One course with everything stands in `course`.

use domain::{
    lang::Localised,
    programme::{Colour, Shape, Theme},
};

use super::{HubName, word};
use crate::{Conn, StoreError, programme::Texts};

/// A course in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseName {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: Localised,
    /// What it is, in a sentence or two.
    pub summary: Localised,
    /// What it is about.
    pub theme: Theme,
    /// Whether only women take part.
    pub women_only: bool,
    /// Where.
    pub hub: HubName,
}

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    #[sqlx(try_from = "String")]
    title: Texts,
    #[sqlx(try_from = "String")]
    summary: Texts,
    theme: String,
    women_only: bool,
    hub_slug: String,
    #[sqlx(try_from = "String")]
    hub_name: Texts,
    zone: String,
    colour: String,
    shape: String,
}

/// The question for courses, ending in a condition.
macro_rules! courses {
    ($condition:literal) => {
        concat!(
            "SELECT c.slug, c.title, c.summary, c.theme, c.women_only, h.slug AS hub_slug, \
                    h.name AS hub_name, h.zone, h.colour, h.shape \
             FROM courses c JOIN hubs h ON h.id = c.hub_id ",
            $condition,
            " ORDER BY h.position, c.theme, c.slug"
        )
    };
}

/// The courses of a hub.
pub async fn courses_of_hub(conn: &mut Conn, hub: &str) -> Result<Vec<CourseName>, StoreError> {
    let rows: Vec<Row> = fetch_all!(conn, Row, courses!("WHERE h.slug = $1"), hub)?;
    rows.into_iter().map(Row::course).collect()
}

/// The courses that an organisation offers.
pub async fn courses_of_organisation(
    conn: &mut Conn,
    organisation: &str,
) -> Result<Vec<CourseName>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        courses!("WHERE c.organisation_id = (SELECT id FROM organisations WHERE slug = $1)"),
        organisation
    )?;
    rows.into_iter().map(Row::course).collect()
}

/// The courses that a funding project pays for.
pub async fn courses_of_project(
    conn: &mut Conn,
    project: &str,
) -> Result<Vec<CourseName>, StoreError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        courses!(
            "WHERE EXISTS (SELECT 1 FROM course_funding_projects p \
                           JOIN funding_projects f ON f.id = p.funding_project_id \
                           WHERE p.course_id = c.id AND f.slug = $1)"
        ),
        project
    )?;
    rows.into_iter().map(Row::course).collect()
}

impl Row {
    fn course(self) -> Result<CourseName, StoreError> {
        Ok(CourseName {
            slug: self.slug,
            title: self.title.0,
            summary: self.summary.0,
            theme: word(&self.theme, Theme::parse, "courses.theme")?,
            women_only: self.women_only,
            hub: HubName {
                slug: self.hub_slug,
                name: self.hub_name.0,
                zone: self.zone,
                colour: word(&self.colour, Colour::parse, "hubs.colour")?,
                shape: word(&self.shape, Shape::parse, "hubs.shape")?,
            },
        })
    }
}
