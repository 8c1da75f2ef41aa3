//! Rows of the questions of courses. A changed question is another version, and one that the file
//! no longer asks keeps its row: answers to both stay readable.

use domain::{lang::Localised, programme::Course, question::Question};
use uuid::Uuid;

use super::{ids::Ids, merge::position};
use crate::{Conn, StoreError};

/// A question that a course asks.
pub(super) struct Asked {
    /// For a version that is not stored yet.
    id: Uuid,
    pub(super) course_id: Uuid,
    slug: String,
    position: i64,
    definition: String,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        (self.course_id, self.position, &self.slug, &self.definition)
            == (
                other.course_id,
                other.position,
                &other.slug,
                &other.definition,
            )
    }
}

#[derive(sqlx::FromRow)]
struct Version {
    id: Uuid,
    slug: String,
    version: i64,
    definition: String,
}

pub(super) fn asked(course: &Course, course_id: Uuid, ids: &Ids) -> Vec<Asked> {
    let asked = |(nth, question): (usize, &Question<Localised>)| Asked {
        id: ids.fresh(),
        course_id,
        slug: question.slug.clone(),
        position: position(nth),
        // Texts and numbers always have a JSON; the empty column would be seen when it is read.
        definition: serde_json::to_string(question).unwrap_or_default(),
    };
    course.questions.iter().enumerate().map(asked).collect()
}

/// What is asked now, of all courses.
pub(super) async fn stored(tx: &mut Conn) -> Result<Vec<Asked>, StoreError> {
    let rows: Vec<(Uuid, Uuid, String, i64, String)> = fetch_all!(
        tx,
        (Uuid, Uuid, String, i64, String),
        "SELECT id, course_id, slug, position, definition FROM questions \
         WHERE position IS NOT NULL ORDER BY course_id, position"
    )?;
    let asked = |(id, course_id, slug, position, definition)| Asked {
        id,
        course_id,
        slug,
        position,
        definition,
    };
    Ok(rows.into_iter().map(asked).collect())
}

/// Asks these questions in a course, and no others.
pub(super) async fn save(
    tx: &mut Conn,
    course_id: Uuid,
    wanted: &[Asked],
) -> Result<(), StoreError> {
    execute!(
        tx,
        "UPDATE questions SET position = NULL WHERE course_id = $1 AND position IS NOT NULL",
        course_id
    )?;
    let versions: Vec<Version> = fetch_all!(
        tx,
        Version,
        "SELECT id, slug, version, definition FROM questions WHERE course_id = $1",
        course_id
    )?;
    for question in wanted {
        question.save(tx, &versions).await?;
    }
    Ok(())
}

impl Asked {
    async fn save(&self, tx: &mut Conn, versions: &[Version]) -> Result<(), StoreError> {
        let of_this = versions.iter().filter(|it| it.slug == self.slug);
        match of_this.clone().find(|it| it.definition == self.definition) {
            Some(known) => execute!(
                tx,
                "UPDATE questions SET position = $2 WHERE id = $1",
                known.id,
                self.position
            ),
            None => execute!(
                tx,
                "INSERT INTO questions (id, course_id, slug, version, position, definition) \
                 VALUES ($1, $2, $3, $4, $5, $6)",
                self.id,
                self.course_id,
                &self.slug,
                of_this.map(|it| it.version).max().unwrap_or(0) + 1,
                self.position,
                &self.definition
            ),
        }
        .map(drop)
    }
}
