//! The projects that pay, with the words and emblems that they ask for.

use domain::lang::Localised;
use uuid::Uuid;

use crate::{Conn, StoreError, programme::Texts};

/// A project that pays, and the words and emblems it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Its name in references.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// Who pays.
    pub statement: Localised,
    /// Who is responsible for the contents.
    pub disclaimer: Localised,
    /// Its emblems, in the order asked for.
    pub logos: Vec<LogoFile>,
}

/// An emblem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoFile {
    /// The picture's file.
    pub file: String,
    /// What it says to those who do not see it.
    pub alt: Localised,
}

#[derive(sqlx::FromRow)]
struct ProjectRow {
    id: Uuid,
    slug: String,
    #[sqlx(try_from = "String")]
    name: Texts,
    #[sqlx(try_from = "String")]
    statement: Texts,
    #[sqlx(try_from = "String")]
    disclaimer: Texts,
}

/// All funding projects, in the order of the programme.
pub async fn funding_projects(conn: &mut Conn) -> Result<Vec<Acknowledgement>, StoreError> {
    let rows: Vec<ProjectRow> = fetch_all!(
        conn,
        ProjectRow,
        "SELECT id, slug, name, statement, disclaimer FROM funding_projects \
         ORDER BY position, slug"
    )?;
    with_logos(conn, rows).await
}

/// The projects that pay for a course, in its order.
pub(super) async fn funding_projects_of(
    conn: &mut Conn,
    course: Uuid,
) -> Result<Vec<Acknowledgement>, StoreError> {
    let rows: Vec<ProjectRow> = fetch_all!(
        conn,
        ProjectRow,
        "SELECT f.id, f.slug, f.name, f.statement, f.disclaimer FROM funding_projects f \
         JOIN course_funding_projects c ON c.funding_project_id = f.id \
         WHERE c.course_id = $1 ORDER BY c.position",
        course
    )?;
    with_logos(conn, rows).await
}

async fn with_logos(
    conn: &mut Conn,
    rows: Vec<ProjectRow>,
) -> Result<Vec<Acknowledgement>, StoreError> {
    #[derive(sqlx::FromRow)]
    struct Row {
        funding_project_id: Uuid,
        file: String,
        #[sqlx(try_from = "String")]
        alt: Texts,
    }
    let logos: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT funding_project_id, file, alt FROM funding_project_logos \
         ORDER BY funding_project_id, position"
    )?;
    let logos_of = |id| {
        let of = logos.iter().filter(move |it| it.funding_project_id == id);
        of.map(|it| LogoFile {
            file: it.file.clone(),
            alt: it.alt.0.clone(),
        })
        .collect()
    };
    let project = |row: ProjectRow| Acknowledgement {
        logos: logos_of(row.id),
        slug: row.slug,
        name: row.name.0,
        statement: row.statement.0,
        disclaimer: row.disclaimer.0,
    };
    Ok(rows.into_iter().map(project).collect())
}
