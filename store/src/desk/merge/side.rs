//! One enrolment's row as a joining finds it and puts it back.

use domain::{
    id::{EnrolmentId, PersonId, SeatsId},
    joining::Place,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::status;
use crate::{Conn, StoreError, childcare};

/// What can change in an enrolment when it is joined to another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Enrolled {
    pub(super) id: Uuid,
    pub(super) instance: Uuid,
    pub(super) place: Place,
    pub(super) age_band: Option<String>,
    pub(super) project: Option<Uuid>,
    pub(super) created_at: i64,
    pub(super) changed_at: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    instance_id: Uuid,
    seats_id: Uuid,
    status: String,
    rank: Option<i64>,
    age_band: Option<String>,
    funding_project_id: Option<Uuid>,
    created_at: i64,
    changed_at: i64,
}

impl Row {
    fn open(self) -> Result<Enrolled, StoreError> {
        Ok(Enrolled {
            id: self.id,
            instance: self.instance_id,
            place: Place {
                seats: SeatsId(self.seats_id),
                status: status(&self.status)?,
                rank: self.rank,
            },
            age_band: self.age_band,
            project: self.funding_project_id,
            created_at: self.created_at,
            changed_at: self.changed_at,
        })
    }
}

impl Enrolled {
    /// Everything that someone is or was enrolled in, but what was joined to something else.
    pub(super) async fn all(tx: &mut Conn, person: PersonId) -> Result<Vec<Self>, StoreError> {
        let rows: Vec<Row> = fetch_all!(
            tx,
            Row,
            "SELECT id, instance_id, seats_id, status, rank, age_band, funding_project_id, \
                    created_at, changed_at \
             FROM enrolments WHERE person_id = $1 AND merged_into IS NULL ORDER BY id",
            person.0
        )?;
        rows.into_iter().map(Row::open).collect()
    }

    /// The row as it is now.
    pub(super) async fn now(tx: &mut Conn, id: Uuid) -> Result<Self, StoreError> {
        let row = fetch_one!(
            tx,
            Row,
            "SELECT id, instance_id, seats_id, status, rank, age_band, funding_project_id, \
                    created_at, changed_at FROM enrolments WHERE id = $1",
            id
        )?;
        row.open()
    }

    /// Whether places for children are claimed with it.
    pub(super) async fn brings_children(&self, tx: &mut Conn) -> Result<bool, StoreError> {
        let claim = childcare::of_enrolment(tx, EnrolmentId(self.id)).await?;
        Ok(claim.is_some())
    }

    /// The one that goes on: with the place that stays, the earlier sign-up, and what only the
    /// other one had answered.
    pub(super) fn joined(&self, gone: &Self, place: Place, at: Timestamp) -> Self {
        Self {
            place,
            age_band: self.age_band.clone().or_else(|| gone.age_band.clone()),
            project: self.project.or(gone.project),
            created_at: self.created_at.min(gone.created_at),
            changed_at: at.as_microsecond(),
            ..*self
        }
    }

    /// Writes the row as it stands here, joined to another one or not.
    pub(super) async fn write(
        &self,
        tx: &mut Conn,
        joined_to: Option<Uuid>,
    ) -> Result<(), StoreError> {
        execute!(
            tx,
            "UPDATE enrolments SET seats_id = $2, status = $3, rank = $4, age_band = $5, \
             funding_project_id = $6, created_at = $7, changed_at = $8, merged_into = $9 \
             WHERE id = $1",
            self.id,
            self.place.seats.0,
            self.place.status.as_str(),
            self.place.rank,
            self.age_band.as_deref(),
            self.project,
            self.created_at,
            self.changed_at,
            joined_to
        )?;
        Ok(())
    }
}
