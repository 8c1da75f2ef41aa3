//! The guards of consents: what someone told staff, and what withdrawals ask of one's hubs.

use domain::{desk::ConsentChannel, id::ConsentTaskId, lang::Lang};
use store::consent::{
    self as records, DoneTask, FinishTask, RecordConsent, Recorded, Said, Task, Told,
};

use super::{Staff, desk::EnrolmentAccess};
use crate::error::AppError;

impl Staff {
    /// What withdrawals ask of her hubs: what is open, or what has been done.
    pub async fn consent_tasks(&self, done: bool) -> Result<Vec<Task>, AppError> {
        let mut conn = self.store.read().await?;
        Ok(records::tasks(&mut conn, self.author(), done).await?)
    }

    /// Her access to one of them, if it is for one of her hubs.
    pub async fn of_consent_task(self, id: ConsentTaskId) -> Result<TaskAccess, AppError> {
        let mut conn = self.store.read().await?;
        let hub = records::hub_of_task(&mut conn, id).await?;
        self.must_reach(&mut conn, hub.ok_or(AppError::NotFound)?)
            .await?;
        drop(conn);
        Ok(TaskAccess {
            staff: self,
            task: id,
        })
    }
}

/// What someone may do with what a withdrawal asks of one of her hubs.
pub struct TaskAccess {
    staff: Staff,
    task: ConsentTaskId,
}

impl TaskAccess {
    /// Writes down that it is done.
    pub async fn finish(&self) -> Result<DoneTask, AppError> {
        let finish = FinishTask {
            task: self.task,
            by: self.staff.who.account,
            at: self.staff.now(),
        };
        Ok(self.staff.store.write(finish).await?)
    }
}

impl EnrolmentAccess {
    /// What she has answered, for each purpose the answer that counts.
    pub async fn consents(&self) -> Result<Vec<Told>, AppError> {
        let person = self.record().await?.person;
        let mut conn = self.staff().store.read().await?;
        Ok(records::told_by_person(&mut conn, person).await?)
    }

    /// Writes down what she told staff.
    pub async fn record_consent(
        &self,
        said: Said,
        channel: ConsentChannel,
        lang: Lang,
    ) -> Result<Recorded, AppError> {
        let record = RecordConsent {
            enrolment: self.enrolment,
            said,
            channel,
            lang,
            by: self.staff().who.account,
            at: self.staff().now(),
        };
        Ok(self.staff().store.write(record).await?)
    }
}
