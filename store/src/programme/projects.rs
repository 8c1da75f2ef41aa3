//! Rows of funding projects, each with its emblems.
//! Which course a project pays for stands with the courses.

use domain::programme::{Logo, Noun, Programme};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{
    ids::Ids,
    merge::{Record, position},
    texts::{column, optional_column},
};
use crate::{Conn, StoreError};

#[derive(PartialEq)]
pub(super) struct ProjectRecord {
    row: ProjectRow,
    logos: Vec<LogoRow>,
}

#[derive(PartialEq, sqlx::FromRow)]
struct ProjectRow {
    id: Uuid,
    slug: String,
    position: i64,
    name: String,
    summary: String,
    statement: String,
    disclaimer: String,
}

#[derive(PartialEq, sqlx::FromRow)]
struct LogoRow {
    funding_project_id: Uuid,
    position: i64,
    file: String,
    alt: String,
    content: Option<Vec<u8>>,
    digest: String,
}

pub(super) fn funding_projects(programme: &Programme, ids: &mut Ids) -> Vec<ProjectRecord> {
    let projects = programme.funding_projects.iter().enumerate();
    projects
        .map(|(nth, project)| {
            let id = ids.of(Noun::FundingProject, &project.slug);
            let row = ProjectRow {
                id,
                slug: project.slug.clone(),
                position: position(nth),
                name: column(&project.name),
                summary: optional_column(project.summary.as_ref()),
                statement: column(&project.statement),
                disclaimer: column(&project.disclaimer),
            };
            let logos = project.logos.iter().enumerate();
            let logos = logos.map(|(nth, logo)| logo_row(id, position(nth), logo));
            ProjectRecord {
                row,
                logos: logos.collect(),
            }
        })
        .collect()
}

fn logo_row(funding_project_id: Uuid, position: i64, logo: &Logo) -> LogoRow {
    let picture = logo.picture.as_ref();
    LogoRow {
        funding_project_id,
        position,
        file: picture.map(|it| it.file.clone()).unwrap_or_default(),
        alt: column(&logo.alt),
        content: picture.map(|it| it.content.clone()),
        digest: picture.map(|it| digest(&it.content)).unwrap_or_default(),
    }
}

/// What names a picture in its address, so that a browser may keep it for ever.
fn digest(content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Record for ProjectRecord {
    const NOUN: Noun = Noun::FundingProject;

    fn slug(&self) -> &str {
        &self.row.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        let rows: Vec<ProjectRow> = fetch_all!(
            tx,
            ProjectRow,
            "SELECT id, slug, position, name, summary, statement, disclaimer FROM funding_projects"
        )?;
        let logos: Vec<LogoRow> = fetch_all!(
            tx,
            LogoRow,
            "SELECT funding_project_id, position, file, alt, content, digest FROM funding_project_logos \
             ORDER BY funding_project_id, position"
        )?;
        let mut projects: Vec<Self> = rows
            .into_iter()
            .map(|row| Self {
                row,
                logos: Vec::new(),
            })
            .collect();
        for logo in logos {
            if let Some(it) = projects
                .iter_mut()
                .find(|it| it.row.id == logo.funding_project_id)
            {
                it.logos.push(logo);
            }
        }
        Ok(projects)
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        self.row.save(tx).await?;
        let sql = "DELETE FROM funding_project_logos WHERE funding_project_id = $1";
        execute!(tx, sql, self.row.id)?;
        for logo in &self.logos {
            logo.insert(tx).await?;
        }
        Ok(())
    }
}

impl ProjectRow {
    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO funding_projects (id, slug, position, name, statement, disclaimer, \
                summary) VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (id) DO UPDATE \
             SET position = $3, name = $4, statement = $5, disclaimer = $6, summary = $7",
            self.id,
            &self.slug,
            self.position,
            &self.name,
            &self.statement,
            &self.disclaimer,
            &self.summary
        )
        .map(drop)
    }
}

impl LogoRow {
    async fn insert(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO funding_project_logos (funding_project_id, position, file, alt, content, \
                digest) VALUES ($1, $2, $3, $4, $5, $6)",
            self.funding_project_id,
            self.position,
            &self.file,
            &self.alt,
            self.content.as_deref(),
            &self.digest
        )
        .map(drop)
    }
}
