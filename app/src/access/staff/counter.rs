//! The guards of what comes to the desk: signing someone up, and those who asked to be called.

use domain::{
    desk::CallAnswer,
    id::{CallId, SeatsId, SignUpId},
    phone::PhoneNumber,
};
use store::{
    StoreError,
    calendar::{self, EnrolPage},
    desk::{
        self as records, AnswerCall, AssistedOutcome, AssistedSignUp, CallAbout, DeskInstance,
        EnrolmentRecord, OpenCall, SawPhone, ShowPhone, SignedUp,
    },
    enrolment::{self, Doubtful, SignUp},
};

use super::{Staff, desk::InstanceAccess};
use crate::error::AppError;

/// Where no hub says its zone, there is nothing to show either.
const ZONE_WITHOUT_HUBS: &str = "UTC";

impl Staff {
    /// The time zone of her first hub.
    pub async fn home_zone(&self) -> Result<String, AppError> {
        let zones = self.zones().await?;
        let first = zones.into_iter().next();
        Ok(first.unwrap_or_else(|| ZONE_WITHOUT_HUBS.to_owned()))
    }

    /// The open requests to be called that she may answer.
    pub async fn open_calls(&self) -> Result<Vec<OpenCall>, AppError> {
        let mut conn = self.store.read().await?;
        Ok(records::open_calls(&mut conn, self.author()).await?)
    }

    /// The sign-ups that she is to confirm on the phone, or look at.
    pub async fn doubtful(&self) -> Result<Vec<Doubtful>, AppError> {
        let mut conn = self.store.read().await?;
        Ok(enrolment::doubtful(&mut conn, self.author(), self.now()).await?)
    }

    /// Whether a pool of this name is one of her hubs'.
    pub async fn reaches_seats(&self, slug: &str) -> Result<bool, AppError> {
        let mut conn = self.store.read().await?;
        let Some((instance, _)) = records::instance_of_seats(&mut conn, slug).await? else {
            return Ok(false);
        };
        let Some(run) = records::instance(&mut conn, instance).await? else {
            return Ok(false);
        };
        Ok(self.who.may_reach(&mut conn, run.hub).await?)
    }

    /// Her access to one pool, if its run is one of her hubs'.
    pub async fn of_seats(self, slug: &str) -> Result<SeatsAccess, AppError> {
        let mut conn = self.store.read().await?;
        let found = records::instance_of_seats(&mut conn, slug).await?;
        drop(conn);
        let (instance, seats) = found.ok_or(AppError::NotFound)?;
        Ok(SeatsAccess {
            run: self.of_instance(instance).await?,
            seats,
            slug: slug.to_owned(),
        })
    }

    /// Her access to one sign-up that staff filled in, if its run is one of her hubs'.
    pub async fn of_sign_up(self, id: SignUpId) -> Result<SignUpAccess, AppError> {
        let mut conn = self.store.read().await?;
        let (account, now) = (self.who.account, self.now());
        let found = records::signed_up(&mut conn, id, account, now).await?;
        drop(conn);
        let signed_up = found.ok_or(AppError::NotFound)?;
        Ok(SignUpAccess {
            run: self.of_instance(signed_up.instance).await?,
            id,
            signed_up,
        })
    }

    /// Her access to one open request, if it is about her hubs or about nothing in particular.
    pub async fn of_call(self, id: CallId) -> Result<CallAccess, AppError> {
        let mut conn = self.store.read().await?;
        let about = records::call_about(&mut conn, id).await?;
        if let CallAbout::Hub(hub) = about.ok_or(AppError::NotFound)? {
            self.must_reach(&mut conn, hub).await?;
        }
        drop(conn);
        Ok(CallAccess {
            staff: self,
            call: id,
        })
    }
}

/// What someone may do with one pool of her hubs.
pub struct SeatsAccess {
    run: InstanceAccess,
    seats: SeatsId,
    slug: String,
}

impl SeatsAccess {
    /// Who she is.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        self.run.staff()
    }

    /// The pool.
    #[must_use]
    pub fn seats(&self) -> SeatsId {
        self.seats
    }

    /// The run that it belongs to.
    #[must_use]
    pub fn run(&self) -> &DeskInstance {
        self.run.instance()
    }

    /// Its name in addresses.
    #[must_use]
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// What the form says of the pool.
    pub async fn record(&self) -> Result<EnrolPage, AppError> {
        let mut conn = self.staff().store.read().await?;
        let found = calendar::seats(&mut conn, &self.slug).await?;
        found.ok_or(AppError::NotFound)
    }

    /// Signs someone up. A busy store is for the form to tell, so the error comes as it is.
    pub async fn sign_up(
        &self,
        request: SignUp,
        call: Option<CallId>,
    ) -> Result<AssistedOutcome, StoreError> {
        let sign_up = AssistedSignUp { request, call };
        self.staff().store.write(sign_up).await
    }
}

/// What someone may see of a sign-up that staff filled in.
pub struct SignUpAccess {
    run: InstanceAccess,
    id: SignUpId,
    signed_up: SignedUp,
}

impl SignUpAccess {
    /// Who she is.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        self.run.staff()
    }

    /// The run.
    #[must_use]
    pub fn run(&self) -> &DeskInstance {
        self.run.instance()
    }

    /// The sign-up's id.
    #[must_use]
    pub fn id(&self) -> SignUpId {
        self.id
    }

    /// The sign-up.
    #[must_use]
    pub fn signed_up(&self) -> &SignedUp {
        &self.signed_up
    }

    /// The enrolment that it made.
    pub async fn record(&self) -> Result<EnrolmentRecord, AppError> {
        let mut conn = self.staff().store.read().await?;
        let found = records::enrolment(&mut conn, self.signed_up.enrolment).await?;
        found.ok_or(AppError::NotFound)
    }
}

/// What someone may do with one request to be called.
pub struct CallAccess {
    staff: Staff,
    call: CallId,
}

impl CallAccess {
    /// Who she is.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// The request.
    #[must_use]
    pub fn id(&self) -> CallId {
        self.call
    }

    /// Its number. That it was shown is written down with it.
    pub async fn show_phone(&self) -> Result<PhoneNumber, AppError> {
        let show = ShowPhone {
            of: SawPhone::OfCall(self.call),
            by: self.staff.who.account,
            at: self.staff.now(),
        };
        let phone = self.staff.store.write(show).await?;
        phone.ok_or(AppError::NotFound)
    }

    /// Her name, if she gave one, and her number as people write it; written down as seen.
    pub async fn caller(&self) -> Result<(Option<String>, String), AppError> {
        let phone = self.show_phone().await?;
        let mut conn = self.staff.store.read().await?;
        let found = records::caller(&mut conn, self.call, &phone).await?;
        found.ok_or(AppError::NotFound)
    }

    /// Writes down how the call went. False when a colleague was quicker.
    pub async fn answer(&self, answer: CallAnswer) -> Result<bool, AppError> {
        let answer = AnswerCall {
            call: self.call,
            answer,
            by: self.staff.who.account,
            at: self.staff.now(),
        };
        Ok(self.staff.store.write(answer).await?)
    }
}
