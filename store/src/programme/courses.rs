//! Rows of courses, each with the projects that pay for it and the questions that it asks.
//! Their instances and sessions stand in `sessions`.

use domain::programme::{Course, Noun, Programme};
use uuid::Uuid;

use super::{
    ids::Ids,
    merge::{Record, position},
    questions::{self, Asked},
    texts::column,
};
use crate::{Conn, StoreError};

#[derive(PartialEq)]
pub(super) struct CourseRecord {
    row: CourseRow,
    projects: Vec<PaysRow>,
    questions: Vec<Asked>,
}

#[derive(PartialEq, sqlx::FromRow)]
struct CourseRow {
    id: Uuid,
    slug: String,
    hub_id: Uuid,
    organisation_id: Uuid,
    theme: String,
    languages: String,
    women_only: bool,
    title: String,
    summary: String,
    audience: String,
    learns: String,
    bring: String,
    landmark: String,
}

#[derive(PartialEq, sqlx::FromRow)]
struct PaysRow {
    course_id: Uuid,
    position: i64,
    funding_project_id: Uuid,
}

pub(super) fn courses(programme: &Programme, ids: &mut Ids) -> Vec<CourseRecord> {
    let courses = programme.courses.iter().map(|course| {
        let row = course_row(course, ids);
        let projects = course
            .funding_projects
            .iter()
            .enumerate()
            .map(|(nth, slug)| PaysRow {
                course_id: row.id,
                position: position(nth),
                funding_project_id: ids.of(Noun::FundingProject, slug),
            });
        CourseRecord {
            projects: projects.collect(),
            questions: questions::asked(course, row.id, ids),
            row,
        }
    });
    courses.collect()
}

fn course_row(course: &Course, ids: &mut Ids) -> CourseRow {
    let languages: Vec<_> = course.languages.iter().map(|it| it.as_str()).collect();
    CourseRow {
        id: ids.of(Noun::Course, &course.slug),
        slug: course.slug.clone(),
        hub_id: ids.of(Noun::Hub, &course.hub),
        organisation_id: ids.of(Noun::Organisation, &course.organisation),
        theme: course.theme.as_str().to_owned(),
        languages: languages.join(" "),
        women_only: course.women_only,
        title: column(&course.title),
        summary: column(&course.summary),
        audience: column(&course.audience),
        learns: column(&course.learns),
        bring: column(&course.bring),
        landmark: course.landmark.as_ref().map(column).unwrap_or_default(),
    }
}

impl Record for CourseRecord {
    const NOUN: Noun = Noun::Course;

    fn slug(&self) -> &str {
        &self.row.slug
    }

    async fn stored(tx: &mut Conn) -> Result<Vec<Self>, StoreError> {
        let rows: Vec<CourseRow> = fetch_all!(
            tx,
            CourseRow,
            "SELECT id, slug, hub_id, organisation_id, theme, languages, women_only, title, \
                    summary, audience, learns, bring, landmark FROM courses"
        )?;
        let pays: Vec<PaysRow> = fetch_all!(
            tx,
            PaysRow,
            "SELECT course_id, position, funding_project_id FROM course_funding_projects \
             ORDER BY course_id, position"
        )?;
        let mut courses: Vec<Self> = rows
            .into_iter()
            .map(|row| Self {
                row,
                projects: Vec::new(),
                questions: Vec::new(),
            })
            .collect();
        for project in pays {
            if let Some(it) = courses.iter_mut().find(|it| it.row.id == project.course_id) {
                it.projects.push(project);
            }
        }
        for question in questions::stored(tx).await? {
            let of = |it: &&mut Self| it.row.id == question.course_id;
            if let Some(it) = courses.iter_mut().find(of) {
                it.questions.push(question);
            }
        }
        Ok(courses)
    }

    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        self.row.save(tx).await?;
        execute!(
            tx,
            "DELETE FROM course_funding_projects WHERE course_id = $1",
            self.row.id
        )?;
        for project in &self.projects {
            project.insert(tx).await?;
        }
        questions::save(tx, self.row.id, &self.questions).await
    }
}

impl CourseRow {
    async fn save(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO courses (id, slug, hub_id, organisation_id, theme, languages, \
                women_only, title, summary, audience, learns, bring, landmark) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
             ON CONFLICT (id) DO UPDATE SET hub_id = $3, organisation_id = $4, theme = $5, \
                languages = $6, women_only = $7, title = $8, summary = $9, audience = $10, \
                learns = $11, bring = $12, landmark = $13",
            self.id,
            &self.slug,
            self.hub_id,
            self.organisation_id,
            &self.theme,
            &self.languages,
            self.women_only,
            &self.title,
            &self.summary,
            &self.audience,
            &self.learns,
            &self.bring,
            &self.landmark
        )
        .map(drop)
    }
}

impl PaysRow {
    async fn insert(&self, tx: &mut Conn) -> Result<(), StoreError> {
        execute!(
            tx,
            "INSERT INTO course_funding_projects (course_id, position, funding_project_id) \
             VALUES ($1, $2, $3)",
            self.course_id,
            self.position,
            self.funding_project_id
        )
        .map(drop)
    }
}
