//! The guards of rows that may be one woman. Whether everything of both lies at one's hubs is
//! asked again in the transaction that joins them.

use domain::id::{EnrolmentId, MergeId};
use store::desk::{
    self as records, Compared, Joining, Merge, MergeOutcome, Pair, TellApart, Unmerge,
    UnmergeOutcome,
};

use super::{EnrolmentAccess, Staff};
use crate::error::AppError;

impl Staff {
    /// The pairs at her hubs.
    pub async fn pairs(&self) -> Result<Vec<Pair>, AppError> {
        let mut conn = self.store.read().await?;
        Ok(records::pairs(&mut conn, self.author()).await?)
    }
}

impl EnrolmentAccess {
    /// The pairs that the woman of this enrolment is in.
    pub async fn pairs(&self) -> Result<Vec<Pair>, AppError> {
        let mut conn = self.staff().store.read().await?;
        Ok(records::pairs_of(&mut conn, self.staff().author(), self.enrolment).await?)
    }

    /// What has been joined to her.
    pub async fn joinings(&self) -> Result<Vec<Joining>, AppError> {
        let mut conn = self.staff().store.read().await?;
        Ok(records::joinings(&mut conn, self.staff().author(), self.enrolment).await?)
    }

    /// This row and another one side by side. Not found where something of them lies elsewhere:
    /// nobody learns who is known at another hub.
    pub async fn compare(&self, other: EnrolmentId) -> Result<Compared, AppError> {
        let mut conn = self.staff().store.read().await?;
        let both = [self.enrolment, other];
        records::compare(&mut conn, self.staff().author(), both)
            .await?
            .ok_or(AppError::NotFound)
    }

    /// Joins another row to this one.
    pub async fn join(&self, gone: EnrolmentId) -> Result<MergeOutcome, AppError> {
        let merge = Merge {
            kept: self.enrolment,
            gone,
            by: self.staff().author(),
            at: self.staff().now(),
        };
        Ok(self.staff().store.write(merge).await?)
    }

    /// Writes down that this row and another one are two women.
    pub async fn tell_apart(&self, other: EnrolmentId) -> Result<(), AppError> {
        self.compare(other).await?;
        let apart = TellApart {
            one: self.enrolment,
            other,
            by: self.staff().author(),
            at: self.staff().now(),
        };
        self.staff().store.write(apart).await?;
        Ok(())
    }

    /// Takes apart what was joined.
    pub async fn part(&self, merge: MergeId) -> Result<UnmergeOutcome, AppError> {
        let unmerge = Unmerge {
            merge,
            by: self.staff().author(),
            at: self.staff().now(),
        };
        Ok(self.staff().store.write(unmerge).await?)
    }
}
