//! Rows of funding projects, each with its emblems.
//! Which course a project pays for stands with the courses.

use domain::programme::{Noun, Programme};
use uuid::Uuid;

use super::{
    ids::Ids,
    merge::{Record, position},
    texts::column,
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
    statement: String,
    disclaimer: String,
}

#[derive(PartialEq, sqlx::FromRow)]
struct LogoRow {
    funding_project_id: Uuid,
    position: i64,
    file: String,
    alt: String,
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
                statement: column(&project.statement),
                disclaimer: column(&project.disclaimer),
            };
            let logos = project.logos.iter().enumerate().map(|(nth, logo)| LogoRow {
                funding_project_id: id,
                position: position(nth),
                file: logo.file.clone(),
                alt: column(&logo.alt),
            });
            ProjectRecord {
                row,
                logos: logos.collect(),
            }
        })
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
            "SELECT id, slug, position, name, statement, disclaimer FROM funding_projects"
        )?;
        let logos: Vec<LogoRow> = fetch_all!(
            tx,
            LogoRow,
            "SELECT funding_project_id, position, file, alt FROM funding_project_logos \
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
            "INSERT INTO funding_projects (id, slug, position, name, statement, disclaimer) \
             VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (id) DO UPDATE \
             SET position = $3, name = $4, statement = $5, disclaimer = $6",
            self.id,
            &self.slug,
            self.position,
            &self.name,
            &self.statement,
            &self.disclaimer
        )
        .map(drop)
    }
}

impl LogoRow {
    async fn insert(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO funding_project_logos (funding_project_id, position, file, alt) \
             VALUES ($1, $2, $3, $4)",
            self.funding_project_id,
            self.position,
            &self.file,
            &self.alt
        )
        .map(drop)
    }
}
