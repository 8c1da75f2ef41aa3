//! The guards of the desk: one run and one enrolment of one's hubs. A guard has looked up the
//! hub before anything can be asked or done through it.

use std::sync::Arc;

use domain::{
    desk::CancelReason,
    id::{EnrolmentId, HubId, InstanceId, SeatsId},
    lang::Localised,
    phone::PhoneNumber,
    question::Question,
};
use store::{
    Conn, Keys,
    desk::{
        self as records, CapacityChange, Confirm, ConfirmOutcome, DeskInstance, End, EndOutcome,
        EnrolmentRecord, Listed, MoveTarget, Note, PhoneView, Resize, ResizeOutcome, RosterRow,
        SawPhone, ShowPhone, Step, Wanted, WriteNote,
    },
    enrolment::{Move, MoveOutcome},
    question::{self, Answer, Answered},
};

use super::Staff;
use crate::{error::AppError, ssr::Site};

/// So many of the latest looks at numbers are listed.
const PHONE_VIEWS_MAX: u32 = 500;

impl Staff {
    /// The host's facts.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The key, for what is sealed into cookies.
    #[must_use]
    pub fn keys(&self) -> Arc<Keys> {
        self.store.keys()
    }

    /// Her hubs: slug and name.
    pub async fn hubs(&self) -> Result<Vec<(String, Localised)>, AppError> {
        let mut conn = self.store.read().await?;
        Ok(records::hubs(&mut conn, self.author()).await?)
    }

    /// The runs of her hubs, or of one of them; without any name.
    pub async fn runs(&self, hub: &str, past: bool) -> Result<Vec<Listed>, AppError> {
        let wanted = Wanted {
            by: self.author(),
            hub: hub.to_owned(),
            past,
            now: self.now(),
        };
        Ok(records::instances(&mut self.store.read().await?, &wanted).await?)
    }

    /// The latest looks at numbers of her hubs.
    pub async fn phone_views(&self) -> Result<Vec<PhoneView>, AppError> {
        let mut conn = self.store.read().await?;
        Ok(records::phone_views(&mut conn, self.author(), PHONE_VIEWS_MAX).await?)
    }

    /// Her access to one run, if it is one of her hubs'.
    pub async fn of_instance(self, id: InstanceId) -> Result<InstanceAccess, AppError> {
        let mut conn = self.store.read().await?;
        let instance = records::instance(&mut conn, id)
            .await?
            .ok_or(AppError::NotFound)?;
        self.must_reach(&mut conn, instance.hub).await?;
        drop(conn);
        Ok(InstanceAccess {
            staff: self,
            instance,
        })
    }

    /// Her access to one enrolment, if its run is one of her hubs'.
    pub async fn of_enrolment(self, id: EnrolmentId) -> Result<EnrolmentAccess, AppError> {
        let mut conn = self.store.read().await?;
        let instance = records::instance_of_enrolment(&mut conn, id).await?;
        drop(conn);
        let run = self
            .of_instance(instance.ok_or(AppError::NotFound)?)
            .await?;
        Ok(EnrolmentAccess { run, enrolment: id })
    }

    pub(super) async fn must_reach(&self, conn: &mut Conn, hub: HubId) -> Result<(), AppError> {
        if self.who.may_reach(conn, hub).await? {
            return Ok(());
        }
        tracing::warn!(account = %self.who.account, hub = %hub, "refused: another hub");
        Err(AppError::Forbidden)
    }
}

/// What someone may do with one run of her hubs.
pub struct InstanceAccess {
    pub(super) staff: Staff,
    pub(super) instance: DeskInstance,
}

impl InstanceAccess {
    /// Who she is.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// The run.
    #[must_use]
    pub fn instance(&self) -> &DeskInstance {
        &self.instance
    }

    /// Who is enrolled in it.
    pub async fn roster(&self) -> Result<Vec<RosterRow>, AppError> {
        let mut conn = self.staff.store.read().await?;
        Ok(records::roster(&mut conn, self.instance.id).await?)
    }

    /// What those who are enrolled answered to the course's questions.
    pub async fn answers(
        &self,
    ) -> Result<Vec<(EnrolmentId, Question<Localised>, Answer)>, AppError> {
        let mut conn = self.staff.store.read().await?;
        Ok(question::of_instance(&mut conn, self.instance.id).await?)
    }

    /// Who changed its number of seats.
    pub async fn capacity_changes(&self) -> Result<Vec<CapacityChange>, AppError> {
        let mut conn = self.staff.store.read().await?;
        Ok(records::capacity_changes(&mut conn, self.instance.id).await?)
    }

    /// Gives one of its pools another capacity.
    pub async fn resize(&self, seats: SeatsId, capacity: u32) -> Result<ResizeOutcome, AppError> {
        if !self.instance.pools.iter().any(|pool| pool.id == seats) {
            return Ok(ResizeOutcome::Unknown);
        }
        let resize = Resize {
            seats,
            capacity,
            by: self.staff.who.account,
            at: self.staff.now(),
        };
        Ok(self.staff.store.write(resize).await?)
    }
}

/// What someone may do with one enrolment in a run of her hubs.
pub struct EnrolmentAccess {
    run: InstanceAccess,
    pub(super) enrolment: EnrolmentId,
}

impl EnrolmentAccess {
    /// Who she is.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.run.staff
    }

    /// The run.
    #[must_use]
    pub fn run(&self) -> &InstanceAccess {
        &self.run
    }

    /// The enrolment.
    pub async fn record(&self) -> Result<EnrolmentRecord, AppError> {
        let mut conn = self.staff().store.read().await?;
        records::enrolment(&mut conn, self.enrolment)
            .await?
            .ok_or(AppError::NotFound)
    }

    /// What she answered to the course's questions.
    pub async fn answers(&self) -> Result<Vec<Answered>, AppError> {
        let mut conn = self.staff().store.read().await?;
        Ok(question::of_enrolment(&mut conn, self.enrolment).await?)
    }

    /// Where it could be moved to.
    pub async fn move_targets(&self) -> Result<Vec<MoveTarget>, AppError> {
        let mut conn = self.staff().store.read().await?;
        Ok(records::move_targets(&mut conn, self.enrolment, self.staff().now()).await?)
    }

    /// What became of it.
    pub async fn history(&self) -> Result<Vec<Step>, AppError> {
        let mut conn = self.staff().store.read().await?;
        Ok(records::history(&mut conn, self.enrolment).await?)
    }

    /// The notes about it.
    pub async fn notes(&self) -> Result<Vec<Note>, AppError> {
        let mut conn = self.staff().store.read().await?;
        Ok(records::notes(&mut conn, self.enrolment).await?)
    }

    /// Gives her a seat, or with `or_wait` a place in the queue.
    pub async fn confirm(&self, or_wait: bool) -> Result<ConfirmOutcome, AppError> {
        let confirm = Confirm {
            enrolment: self.enrolment,
            or_wait,
            by: self.staff().who.account,
            at: self.staff().now(),
        };
        Ok(self.staff().store.write(confirm).await?)
    }

    /// Ends the enrolment.
    pub async fn end(&self, reason: CancelReason) -> Result<EndOutcome, AppError> {
        let end = End {
            enrolment: self.enrolment,
            reason,
            by: self.staff().who.account,
            at: self.staff().now(),
        };
        Ok(self.staff().store.write(end).await?)
    }

    /// Moves it to another pool of its course.
    pub async fn move_to(&self, to: SeatsId, or_wait: bool) -> Result<MoveOutcome, AppError> {
        let wish = Move {
            enrolment: self.enrolment,
            to,
            or_wait,
            by: Some(self.staff().who.account),
            holder: None,
            at: self.staff().now(),
        };
        Ok(self.staff().store.write(wish).await?)
    }

    /// Adds a note.
    pub async fn note(&self, text: &str) -> Result<(), AppError> {
        let note = WriteNote {
            enrolment: self.enrolment,
            text: text.to_owned(),
            by: self.staff().who.account,
            at: self.staff().now(),
        };
        Ok(self.staff().store.write(note).await?)
    }

    /// Her number. That it was shown is written down with it.
    pub async fn show_phone(&self) -> Result<PhoneNumber, AppError> {
        let show = ShowPhone {
            of: SawPhone::OfEnrolment(self.enrolment),
            by: self.staff().who.account,
            at: self.staff().now(),
        };
        let phone = self.staff().store.write(show).await?;
        phone.ok_or(AppError::NotFound)
    }
}
