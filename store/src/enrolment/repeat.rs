//! The same person signs up again. What this browser may hear of it is decided here; staff hear
//! it plainly and do not come here.

use domain::{id::SignUpId, message::MessageKind};
use uuid::Uuid;

use super::{
    decision::Decision,
    earlier::Earlier,
    sign_up::{SignUp, SignUpOutcome},
};
use crate::{
    Conn, StoreError,
    message::post,
    person,
    seats::{self, Pool, Taken},
};

impl SignUp {
    /// The same person again. In the browser that holds her link she is told plainly; in any
    /// other she is told what a newcomer would be told, so that nobody learns from us who is
    /// enrolled. A repeat takes no seat and moves no counter.
    pub(super) async fn repeat(
        &self,
        tx: &mut Conn,
        pool: &Pool,
        active: &Earlier,
    ) -> Result<SignUpOutcome, StoreError> {
        if pool.is_closed(self.at) {
            return Ok(SignUpOutcome::Closed);
        }
        if let Some(hers) = self.held_by_this_browser(tx, active).await? {
            return Ok(SignUpOutcome::Already(hers));
        }
        let told = match seats::would_take(tx, pool, &self.needs(), self.asker()).await? {
            _ if self.doubt.is_some() => Decision::PENDING,
            Taken::Seat { with_childcare } => Decision::seat(with_childcare),
            refused => match self.refusal(tx, pool, refused).await? {
                Some(refusal) => return Ok(refusal),
                None => Decision::waiting(0, pool.waiting + 1),
            },
        };
        // Staff may be joining her to another one this moment, and then it repeats that one's.
        person::hold(tx, active.person).await?;
        seats::give_back(tx, self.holder).await?;
        post(tx, active.id, MessageKind::Repeat, self.at).await?;
        let receipt = self.write_down(tx, pool, active.id, told, true).await?;
        self.consent(tx, active.person, active.id, receipt.sign_up)
            .await?;
        Ok(SignUpOutcome::Accepted(receipt))
    }

    pub(super) async fn held_by_this_browser(
        &self,
        tx: &mut Conn,
        active: &Earlier,
    ) -> Result<Option<SignUpId>, StoreError> {
        for held in &self.visit {
            let row = fetch_optional!(
                tx,
                (Uuid,),
                "SELECT id FROM sign_ups WHERE id = $1 AND enrolment_id = $2 AND NOT is_repeat",
                held.0,
                active.id
            )?;
            if row.is_some() {
                return Ok(Some(*held));
            }
        }
        Ok(None)
    }
}
