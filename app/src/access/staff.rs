//! The guards of the staff: who is signed in, and whether one session's roll is hers to see.
//! No guard hands out a bare connection: from here only what its holder may do can be asked.

mod consents;
mod counter;
mod desk;
mod joining;
mod outbox;

use std::sync::Arc;

use domain::{
    email::EmailAddress,
    id::{DeviceId, EnrolmentId, MarkId, SessionId},
    mark::{Cell, MarkStatus},
    role::Role,
};
use jiff::Timestamp;
use store::{
    Keys, Store, StoreError,
    account::{self, Attempt, OpenSession, Passport, SESSION_HOURS, SignedIn, Token, Verdict},
    keys::random,
    mark::{self, Answer, Author, Sheet, StaffSession, Tap},
};

pub use consents::TaskAccess;
pub use counter::{CallAccess, SeatsAccess, SignUpAccess};
pub use desk::{EnrolmentAccess, InstanceAccess};
pub use outbox::MessageAccess;

use crate::{
    error::AppError,
    ssr::{Site, cookies, site},
};

/// How long a browser remembers which device it is: as long as browsers allow.
const DEVICE_SECONDS: u32 = 400 * 24 * 60 * 60;

/// Someone who is signed in, in one of these roles.
pub async fn staff(roles: &[Role]) -> Result<Staff, AppError> {
    let staff = signed_in().await?.ok_or(AppError::SignInNeeded)?;
    staff.must_be(roles)?;
    staff.note_seen().await;
    Ok(staff)
}

/// Someone at the door, signed in or not.
pub fn door() -> Result<Door, AppError> {
    Ok(Door {
        store: super::store()?,
        site: site()?,
    })
}

async fn signed_in() -> Result<Option<Staff>, AppError> {
    let (store, site) = (super::store()?, site()?);
    let Some(token) = cookies::get(&site, cookies::STAFF) else {
        return Ok(None);
    };
    let who = account::signed_in(&mut store.read().await?, &token, site.clock.now()).await?;
    Ok(who.map(|who| Staff { store, site, who }))
}

/// Who is signed in.
pub struct Staff {
    store: Store,
    site: Site,
    who: SignedIn,
}

impl Staff {
    /// The name that she is shown to herself.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.who.name
    }

    /// What she is trusted with.
    #[must_use]
    pub fn role(&self) -> Role {
        self.who.role
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.site.clock.now()
    }

    /// The time zones of her hubs.
    pub async fn zones(&self) -> Result<Vec<String>, AppError> {
        Ok(mark::zones(&mut self.store.read().await?, self.author()).await?)
    }

    /// The sessions of her hubs in this zone that begin in this span.
    pub async fn sessions_between(
        &self,
        zone: &str,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<StaffSession>, AppError> {
        let mut conn = self.store.read().await?;
        Ok(mark::sessions_between(&mut conn, self.author(), zone, from, to).await?)
    }

    /// Her access to one session, if it is one of her hubs'.
    pub async fn of_session(self, id: SessionId) -> Result<SessionAccess, AppError> {
        let mut conn = self.store.read().await?;
        let session = mark::session(&mut conn, id)
            .await?
            .ok_or(AppError::NotFound)?;
        self.must_reach(&mut conn, session.hub).await?;
        Ok(SessionAccess {
            staff: self,
            session: id,
        })
    }

    /// On whose behalf she acts.
    #[must_use]
    pub fn author(&self) -> Author {
        Author::from(&self.who)
    }

    fn must_be(&self, roles: &[Role]) -> Result<(), AppError> {
        if roles.contains(&self.who.role) {
            return Ok(());
        }
        let role = self.who.role.as_str();
        tracing::warn!(account = %self.who.account, role, "refused: not for this role");
        Err(AppError::Forbidden)
    }

    /// A request must not fail because the time of the last one could not be written.
    async fn note_seen(&self) {
        let Some(seen) = self.who.seen(self.now()) else {
            return;
        };
        if let Err(error) = self.store.write(seen).await {
            tracing::warn!(%error, "a session's last use could not be written");
        }
    }
}

/// What someone may do with one session of her hubs.
pub struct SessionAccess {
    staff: Staff,
    session: SessionId,
}

impl SessionAccess {
    /// Who she is.
    #[must_use]
    pub fn staff(&self) -> &Staff {
        &self.staff
    }

    /// The account that her own marks carry.
    #[must_use]
    pub fn author(&self) -> Author {
        self.staff.author()
    }

    /// The roll.
    pub async fn sheet(&self) -> Result<Sheet, AppError> {
        let mut conn = self.staff.store.read().await?;
        mark::sheet(&mut conn, self.session)
            .await?
            .ok_or(AppError::NotFound)
    }

    /// The session alone.
    pub async fn session(&self) -> Result<StaffSession, AppError> {
        let mut conn = self.staff.store.read().await?;
        mark::session(&mut conn, self.session)
            .await?
            .ok_or(AppError::NotFound)
    }

    /// What the marks of one row add up to.
    pub async fn cell(&self, enrolment: EnrolmentId) -> Result<Option<Cell>, AppError> {
        let mut conn = self.staff.store.read().await?;
        Ok(mark::cell(&mut conn, self.session, enrolment).await?)
    }

    /// Writes a tap down. A page gives out one id per row; tapping the row twice before the
    /// page is new brings two taps with one id, and the second gets an id of its own.
    pub async fn mark(
        &self,
        id: MarkId,
        enrolment: EnrolmentId,
        status: MarkStatus,
        base_version: u32,
    ) -> Result<(), AppError> {
        let tap = Tap {
            id,
            by: self.author(),
            device: self.staff.who.device,
            session: self.session,
            enrolment,
            status,
            base_version,
            at: self.staff.now(),
        };
        let mut answer = self.staff.store.write(tap).await?;
        if answer == Answer::Conflict {
            answer = self
                .staff
                .store
                .write(Tap {
                    id: new_mark_id(tap.at),
                    ..tap
                })
                .await?;
        }
        match answer {
            Answer::Accepted(_) | Answer::Same => Ok(()),
            Answer::Conflict | Answer::Refused(_) => Err(AppError::Forbidden),
        }
    }
}

/// An id for a mark that has yet to be made.
#[must_use]
pub fn new_mark_id(at: Timestamp) -> MarkId {
    MarkId::new(at, random())
}

/// What someone at the door may do: knock, come in, go out.
pub struct Door {
    store: Store,
    site: Site,
}

impl Door {
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

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.site.clock.now()
    }

    /// Tries to sign in. A busy store is for the form to tell, so the error comes as it is.
    pub async fn attempt(&self, email: EmailAddress) -> Result<Verdict, StoreError> {
        let attempt = Attempt {
            email,
            device: self.known_device(),
            at: self.now(),
        };
        self.store.write(attempt).await
    }

    /// Signs in someone whose password was right. False when her account has changed since.
    pub async fn open(&self, passport: Passport) -> Result<bool, AppError> {
        self.end_session().await?;
        let device = self
            .known_device()
            .unwrap_or_else(|| DeviceId::new(self.now(), random()));
        let token = Token::random();
        let open = OpenSession {
            passport,
            token,
            device,
            at: self.now(),
        };
        if !self.store.write(open).await? {
            return Ok(false);
        }
        let keep = cookies::Keep::Seconds(u32::try_from(SESSION_HOURS * 3600).unwrap_or(0));
        cookies::set(&self.site, cookies::STAFF, &token.text(), keep);
        let device = device.to_string();
        let keep = cookies::Keep::Seconds(DEVICE_SECONDS);
        cookies::set(&self.site, cookies::DEVICE, &device, keep);
        Ok(true)
    }

    /// Signs out, and forgets the session in the browser.
    pub async fn close(&self) -> Result<(), AppError> {
        self.end_session().await?;
        cookies::clear(&self.site, cookies::STAFF);
        Ok(())
    }

    async fn end_session(&self) -> Result<(), AppError> {
        if let Some(staff) = signed_in().await? {
            self.store.write(staff.who.sign_out(self.now())).await?;
        }
        Ok(())
    }

    fn known_device(&self) -> Option<DeviceId> {
        cookies::get(&self.site, cookies::DEVICE)?.parse().ok()
    }
}
