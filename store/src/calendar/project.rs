//! The projects that pay, with the words and emblems that they ask for.

use domain::lang::Localised;
use uuid::Uuid;

use super::optional_texts;
use crate::{Conn, StoreError, programme::Texts};

/// A project that pays, and the words and emblems it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Its name in references.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// What it is, in a sentence or two.
    pub summary: Option<Localised>,
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
    /// The picture's name in its address; without one the name stands in words.
    pub picture: Option<String>,
    /// Whose it is, for those who do not see it.
    pub alt: Localised,
}

#[derive(sqlx::FromRow)]
struct ProjectRow {
    id: Uuid,
    slug: String,
    #[sqlx(try_from = "String")]
    name: Texts,
    summary: String,
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
        "SELECT id, slug, name, summary, statement, disclaimer FROM funding_projects \
         ORDER BY position, slug"
    )?;
    with_logos(conn, rows).await
}

/// The funding project with this slug.
pub async fn funding_project(
    conn: &mut Conn,
    slug: &str,
) -> Result<Option<Acknowledgement>, StoreError> {
    let rows: Vec<ProjectRow> = fetch_all!(
        conn,
        ProjectRow,
        "SELECT id, slug, name, summary, statement, disclaimer FROM funding_projects \
         WHERE slug = $1",
        slug
    )?;
    Ok(with_logos(conn, rows).await?.pop())
}

/// What is in the picture of this name, as `LogoFile` gives it.
pub async fn picture(conn: &mut Conn, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let Some((digest, _)) = name.split_once('.') else {
        return Ok(None);
    };
    let found: Vec<(String, Vec<u8>)> = fetch_all!(
        conn,
        (String, Vec<u8>),
        "SELECT file, content FROM funding_project_logos \
         WHERE digest = $1 AND content IS NOT NULL",
        digest
    )?;
    let found = found
        .into_iter()
        .find(|(file, _)| address(digest, file).as_deref() == Some(name));
    Ok(found.map(|(_, content)| content))
}

/// `0a1b2c3d4e5f6071.svg`: a name that never means another picture.
fn address(digest: &str, file: &str) -> Option<String> {
    let (_, ending) = file.rsplit_once('.')?;
    (!digest.is_empty()).then(|| format!("{digest}.{ending}"))
}

/// The projects that pay for a course, in its order.
pub(super) async fn funding_projects_of(
    conn: &mut Conn,
    course: Uuid,
) -> Result<Vec<Acknowledgement>, StoreError> {
    let rows: Vec<ProjectRow> = fetch_all!(
        conn,
        ProjectRow,
        "SELECT f.id, f.slug, f.name, f.summary, f.statement, f.disclaimer FROM funding_projects f \
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
        digest: String,
        #[sqlx(try_from = "String")]
        alt: Texts,
    }
    let logos: Vec<Row> = fetch_all!(
        conn,
        Row,
        "SELECT funding_project_id, file, digest, alt FROM funding_project_logos \
         ORDER BY funding_project_id, position"
    )?;
    let logos_of = |id| {
        let of = logos.iter().filter(move |it| it.funding_project_id == id);
        of.map(|it| LogoFile {
            picture: address(&it.digest, &it.file),
            alt: it.alt.0.clone(),
        })
        .collect()
    };
    let project = |row: ProjectRow| {
        Ok(Acknowledgement {
            logos: logos_of(row.id),
            slug: row.slug,
            name: row.name.0,
            summary: optional_texts(row.summary, "funding_projects.summary")?,
            statement: row.statement.0,
            disclaimer: row.disclaimer.0,
        })
    };
    rows.into_iter().map(project).collect()
}
