//! The enrolment that a person already has in a run, whatever became of it.
//! Whether she hears of it is decided in `repeat`.

use domain::{
    enrolment::EnrolmentStatus,
    id::{InstanceId, PersonId},
};
use uuid::Uuid;

use super::status_from;
use crate::{Conn, StoreError};

/// The enrolment that this person already has in this instance.
#[derive(Debug)]
pub(crate) struct Earlier {
    pub(crate) id: Uuid,
    pub(super) person: PersonId,
    status: EnrolmentStatus,
}

impl Earlier {
    pub(super) async fn find(
        conn: &mut Conn,
        person: PersonId,
        instance: InstanceId,
    ) -> Result<Option<Self>, StoreError> {
        let row = fetch_optional!(
            conn,
            (Uuid, String),
            "SELECT id, status FROM enrolments WHERE person_id = $1 AND instance_id = $2",
            person.0,
            instance.0
        )?;
        row.map(|(id, status)| {
            Ok(Self {
                id,
                person,
                status: status_from(&status)?,
            })
        })
        .transpose()
    }

    pub(super) fn is_active(&self) -> bool {
        self.status.is_active()
    }

    /// Whether it came with a doubt that nobody has cleared up.
    pub(super) fn is_pending(&self) -> bool {
        self.status == EnrolmentStatus::Pending
    }
}
