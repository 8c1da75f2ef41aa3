//! Who may reach the records. The only file that takes the store from the request's context:
//! a server function gets there through a guard that says on whose behalf it asks.

pub mod rights;
mod staff;

use std::sync::Arc;

use domain::id::SignUpId;
use http::{HeaderValue, header};
use jiff::Timestamp;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use store::{
    Conn, Keys, Store, StoreError,
    desk::{AskForCall, AskOutcome},
    enrolment::{self, Cancel, CancelOutcome, MyEnrolment, SignUp, SignUpOutcome},
};

pub use staff::{
    CallAccess, Door, EnrolmentAccess, InstanceAccess, SeatsAccess, SessionAccess, SignUpAccess,
    Staff, door, new_mark_id, staff,
};

use crate::{
    error::AppError,
    ssr::{Site, site, visit},
};

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        keep_nowhere();
        match error {
            StoreError::Busy => Self::Unavailable,
            error => {
                tracing::error!(%error, "the store failed");
                Self::Failed
            }
        }
    }
}

/// An answer that shows a failure is kept neither here nor by the browser, even where the page
/// around it is whole.
fn keep_nowhere() {
    if let Some(response) = use_context::<ResponseOptions>() {
        let no_store = HeaderValue::from_static("no-store");
        response.insert_header(header::CACHE_CONTROL, no_store);
    }
}

fn store() -> Result<Store, AppError> {
    use_context::<Store>().ok_or_else(|| {
        tracing::error!("the host provides no `Store`");
        AppError::Failed
    })
}

/// Anyone: the programme may be read, and a sign-up may be sent.
pub fn public() -> Result<PublicStore, AppError> {
    Ok(PublicStore {
        store: store()?,
        site: site()?,
    })
}

/// The browser that holds these enrolments in its visit: it may see and cancel them, and no
/// others.
pub fn visit() -> Result<VisitStore, AppError> {
    let PublicStore { store, site } = public()?;
    let held = visit::read(&site, &store.keys());
    Ok(VisitStore { store, site, held })
}

/// What anyone may do.
pub struct PublicStore {
    store: Store,
    site: Site,
}

impl PublicStore {
    /// A connection for questions about the programme.
    pub async fn read(&self) -> Result<Conn, AppError> {
        Ok(self.store.read().await?)
    }

    /// The key, for what is sealed into cookies.
    #[must_use]
    pub fn keys(&self) -> Arc<Keys> {
        self.store.keys()
    }

    /// The host's facts.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.site.clock.now()
    }

    /// Sends a sign-up. A busy store is for the form to tell, so the error comes as it is.
    pub async fn sign_up(&self, request: SignUp) -> Result<SignUpOutcome, StoreError> {
        self.store.sign_up(request).await
    }

    /// Asks for a call. A busy store is for the form to tell, so the error comes as it is.
    pub async fn ask_for_call(&self, ask: AskForCall) -> Result<AskOutcome, StoreError> {
        self.store.write(ask).await
    }

    /// The enrolment that a private link's secret opens.
    pub async fn by_token(&self, token: &str) -> Result<Option<SignUpId>, AppError> {
        let mut conn = self.read().await?;
        Ok(enrolment::by_token(&mut conn, token).await?)
    }
}

/// What the holder of a visit may do.
pub struct VisitStore {
    store: Store,
    site: Site,
    held: Vec<SignUpId>,
}

impl VisitStore {
    /// The host's facts.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.site.clock.now()
    }

    /// A connection for questions about the programme.
    pub async fn read(&self) -> Result<Conn, AppError> {
        Ok(self.store.read().await?)
    }

    /// The enrolments of this visit, newest first.
    pub async fn mine(&self) -> Result<Vec<MyEnrolment>, AppError> {
        let mut conn = self.read().await?;
        let mut mine = Vec::new();
        for sign_up in self.held.iter().rev() {
            mine.extend(enrolment::view(&mut conn, *sign_up).await?);
        }
        Ok(mine)
    }

    /// The newest enrolment of this visit.
    pub async fn newest(&self) -> Result<Option<MyEnrolment>, AppError> {
        let Some(sign_up) = self.held.last() else {
            return Ok(None);
        };
        let mut conn = self.read().await?;
        Ok(enrolment::view(&mut conn, *sign_up).await?)
    }

    /// Cancels one of them; any other is unknown here.
    pub async fn cancel(&self, sign_up: SignUpId) -> Result<CancelOutcome, AppError> {
        if !self.held.contains(&sign_up) {
            return Ok(CancelOutcome::Unknown);
        }
        Ok(self
            .store
            .write(Cancel {
                sign_up,
                at: self.now(),
            })
            .await?)
    }
}
