//! An accepted request as its link finds it: which enrolment it is of, and what she was told, by
//! which a repeat goes. What she wishes then is left to the wishes.

use domain::id::SignUpId;
use uuid::Uuid;

use crate::{Conn, StoreError};

/// The request that a link belongs to.
#[derive(sqlx::FromRow)]
pub(super) struct ToldRequest {
    pub(super) enrolment_id: Uuid,
    pub(super) seats_id: Uuid,
    pub(super) is_repeat: bool,
    pub(super) told_status: String,
    pub(super) cancelled_at: Option<i64>,
    pub(super) told_children: Option<String>,
    pub(super) childcare_optional: bool,
}

impl ToldRequest {
    pub(super) async fn find(tx: &mut Conn, sign_up: SignUpId) -> Result<Option<Self>, StoreError> {
        fetch_optional!(
            tx,
            Self,
            "SELECT enrolment_id, seats_id, is_repeat, told_status, cancelled_at, told_children, \
                    childcare_optional FROM sign_ups WHERE id = $1",
            sign_up.0
        )
    }
}
