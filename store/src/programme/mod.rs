//! Keeps a programme file: compares it with what is stored, noun by noun, and writes the
//! difference. Reading and checking the file is the server's; pages read through `calendar`.

mod courses;
mod dates;
mod hubs;
mod ids;
mod merge;
mod places;
mod pools;
mod projects;
mod questions;
mod report;
mod sessions;
mod texts;

use domain::programme::{InstanceKind, Noun, Programme};
use jiff::Timestamp;

pub use report::{Change, Changed, Refused, Report};
pub(crate) use texts::Texts;

use crate::{Conn, StoreError, Write};
use dates::Weeks;
use ids::Ids;
use merge::{Pass, merge};

/// Brings the database in line with a programme, all or nothing. What the file no longer
/// names is left alone: people may be enrolled in it.
#[derive(Clone, Debug)]
pub struct Import {
    /// The programme, without faults.
    pub programme: Programme,
    /// Only say what would change.
    pub dry_run: bool,
    /// Count the sample dates anew, from the Monday after `now`.
    pub redate: bool,
    /// The moment of the import.
    pub now: Timestamp,
}

impl Write for Import {
    type Output = Result<Report, Refused>;

    async fn run(&self, tx: &mut Conn) -> Result<Self::Output, StoreError> {
        let reasons = self.refusals(tx).await?;
        if !reasons.is_empty() {
            return Ok(Err(Refused { reasons }));
        }
        let mut ids = Ids::load(tx, self.now).await?;
        let weeks = Weeks::load(tx, self).await?;
        let mut pass = Pass {
            tx,
            dry_run: self.dry_run,
            report: Report::default(),
        };
        self.keep_places(&mut pass, &mut ids, &weeks).await?;
        self.keep_courses(&mut pass, &mut ids, &weeks).await?;
        Ok(Ok(pass.report))
    }
}

impl Import {
    async fn keep_places(
        &self,
        pass: &mut Pass<'_>,
        ids: &mut Ids,
        weeks: &Weeks,
    ) -> Result<(), StoreError> {
        let programme = &self.programme;
        merge(pass, places::clusters(programme)).await?;
        merge(pass, places::organisations(programme, ids)).await?;
        merge(pass, hubs::hubs(programme, ids, weeks)?).await?;
        merge(pass, places::holidays(programme)).await?;
        merge(pass, places::rooms(programme, ids)).await
    }

    async fn keep_courses(
        &self,
        pass: &mut Pass<'_>,
        ids: &mut Ids,
        weeks: &Weeks,
    ) -> Result<(), StoreError> {
        let programme = &self.programme;
        merge(pass, projects::funding_projects(programme, ids)).await?;
        merge(pass, courses::courses(programme, ids)).await?;
        let dates = dates::choose(pass.tx, self, weeks, &mut pass.report).await?;
        merge(pass, sessions::instances(programme, ids, &dates)?).await?;
        merge(pass, sessions::sessions(programme, ids, &dates)?).await?;
        pools::keep(pass, pools::pools(programme, ids, &dates)?, self.now).await
    }

    /// What the database cannot follow without breaking a promise to someone enrolled.
    async fn refusals(&self, tx: &mut Conn) -> Result<Vec<String>, StoreError> {
        let mut reasons = self.changed_kinds(tx).await?;
        reasons.extend(self.moved_sessions(tx).await?);
        reasons.extend(self.claimed_slugs(tx).await?);
        Ok(reasons)
    }

    async fn changed_kinds(&self, tx: &mut Conn) -> Result<Vec<String>, StoreError> {
        let stored: Vec<(String, String)> = fetch_all!(
            tx,
            (String, String),
            "SELECT slug, kind FROM course_instances"
        )?;
        let changed = self.programme.instances().filter_map(|(_, instance)| {
            let (_, kind) = stored.iter().find(|(slug, _)| *slug == instance.slug)?;
            (kind != instance.kind.as_str()).then(|| {
                let word = Noun::Instance.as_str();
                format!(
                    "{word} \"{}\" was \"{kind}\": make a new one instead",
                    instance.slug
                )
            })
        });
        Ok(changed.collect())
    }

    async fn moved_sessions(&self, tx: &mut Conn) -> Result<Vec<String>, StoreError> {
        let stored: Vec<(String, String)> = fetch_all!(
            tx,
            (String, String),
            "SELECT s.slug, i.slug FROM sessions s JOIN course_instances i ON i.id = s.instance_id"
        )?;
        let moved = self
            .programme
            .sessions()
            .filter_map(|(_, instance, session)| {
                let (_, of) = stored.iter().find(|(slug, _)| *slug == session.slug)?;
                (*of != instance.slug).then(|| {
                    let word = Noun::Session.as_str();
                    format!(
                        "{word} \"{}\" belongs to instance \"{of}\": make a new one",
                        session.slug
                    )
                })
            });
        Ok(moved.collect())
    }

    /// Slots and whole instances share the addresses of enrol pages, also with those that are
    /// stored and no longer in the file.
    async fn claimed_slugs(&self, tx: &mut Conn) -> Result<Vec<String>, StoreError> {
        let stored: Vec<(String, String)> = fetch_all!(
            tx,
            (String, String),
            "SELECT p.slug, i.slug FROM seats p JOIN course_instances i ON i.id = p.instance_id"
        )?;
        let claimed = self.programme.instances().flat_map(|(_, instance)| {
            let slugs: Vec<&str> = match instance.kind {
                InstanceKind::Whole => vec![&instance.slug],
                InstanceKind::Slots => instance.sessions.iter().map(|it| &*it.slug).collect(),
            };
            slugs.into_iter().filter_map(|slug| {
                let (_, of) = stored.iter().find(|(seats, _)| seats == slug)?;
                (*of != instance.slug)
                    .then(|| format!("\"{slug}\" is the enrol page of instance \"{of}\" already"))
            })
        });
        Ok(claimed.collect())
    }
}
