//! Who may reach the records. The only file that takes the store from the request's context:
//! a server function gets there through a guard that says on whose behalf it asks.

pub mod rights;
mod staff;

use std::sync::Arc;

use domain::{
    absence::AbsenceReason,
    desk::CallHours,
    enrolment::Picture,
    id::{SeatsId, SignUpId},
    lang::Lang,
    message::Channel,
    phone::PhoneNumber,
    question::{Answers, Typed},
};
use http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use store::{
    Conn, Keys, Store, StoreError,
    consent::{AnswerConsents, Recorded, Said},
    desk::{AskForCall, AskOutcome},
    enrolment::{
        self, Cancel, CancelOutcome, ChangeAnswers, ChangeOutcome, ComeWithout, Guess, Guessed,
        MyEnrolment, SignUp, SignUpOutcome, Swap, SwapOutcome, WithoutOutcome,
    },
    message::{AskForLink, SetReach},
    question,
    seats::{Hold, HoldOutcome},
};

pub use staff::{
    CallAccess, Door, EnrolmentAccess, InstanceAccess, MessageAccess, SeatsAccess, SessionAccess,
    SignUpAccess, Staff, TaskAccess, door, new_mark_id, staff,
};

use crate::{
    error::AppError,
    ssr::{
        Site, site, slots,
        visit::{self, Visit},
    },
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
    let visit = visit::read(&site, &store.keys());
    Ok(VisitStore { store, site, visit })
}

/// The same for a request that is no page and no server function, with what its host knows.
#[must_use]
pub fn visit_of(store: Store, site: Site, headers: &HeaderMap) -> VisitStore {
    let visit = visit::read_in(&site, &store.keys(), headers);
    VisitStore { store, site, visit }
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

    /// Keeps a slot for this browser. A busy store is for the form to bear, so the error comes as
    /// it is.
    pub async fn hold(&self, hold: Hold) -> Result<HoldOutcome, StoreError> {
        self.store.write(hold).await
    }

    /// Asks for a call. A busy store is for the form to tell, so the error comes as it is.
    pub async fn ask_for_call(&self, ask: AskForCall) -> Result<AskOutcome, StoreError> {
        self.store.write(ask).await
    }

    /// Asks for the link of whoever has this phone. What is written is the same whether it is
    /// known or not.
    pub async fn ask_for_link(&self, phone: PhoneNumber, lang: Lang) -> Result<(), AppError> {
        let at = self.now();
        Ok(self.store.write(AskForLink { phone, lang, at }).await?)
    }

    /// The enrolment that a private link's secret opens.
    pub async fn by_token(&self, token: &str) -> Result<Option<SignUpId>, AppError> {
        let mut conn = self.read().await?;
        Ok(enrolment::by_token(&mut conn, token).await?)
    }

    /// Whether opening this sign-up's link asks for a picture: not in a browser that holds it.
    pub async fn asks_picture(&self, sign_up: SignUpId) -> Result<bool, AppError> {
        if visit::read(&self.site, &self.keys())
            .all()
            .contains(&sign_up)
        {
            return Ok(false);
        }
        let mut conn = self.read().await?;
        Ok(enrolment::asks_picture(&mut conn, sign_up).await?)
    }

    /// Whether the picture of this sign-up can be told now.
    pub async fn is_locked(&self, sign_up: SignUpId) -> Result<bool, AppError> {
        let mut conn = self.read().await?;
        Ok(enrolment::is_locked(&mut conn, sign_up, self.now()).await?)
    }

    /// Tells the picture of a sign-up whose link was right.
    pub async fn guess(&self, sign_up: SignUpId, picture: Picture) -> Result<Guessed, AppError> {
        let guess = Guess {
            sign_up,
            picture,
            at: self.now(),
        };
        Ok(self.store.write(guess).await?)
    }
}

/// What the holder of a visit may do.
pub struct VisitStore {
    store: Store,
    site: Site,
    visit: Visit,
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

    /// The key, for what is sealed into cookies.
    #[must_use]
    pub fn keys(&self) -> Arc<Keys> {
        self.store.keys()
    }

    /// What this browser's cookies say.
    #[must_use]
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    /// The enrolments of this visit, newest first. What the phone remembers ends with its last
    /// session.
    pub async fn mine(&self) -> Result<Vec<MyEnrolment>, AppError> {
        let mut conn = self.read().await?;
        let mut mine = Vec::new();
        for sign_up in self.visit.all().into_iter().rev() {
            let view = enrolment::view(&mut conn, sign_up).await?;
            mine.extend(view.filter(|mine| self.is_open(mine)));
        }
        Ok(mine)
    }

    fn is_open(&self, mine: &MyEnrolment) -> bool {
        self.visit.passing.contains(&mine.sign_up) || mine.ends_at > self.now()
    }

    /// The newest enrolment of this visit.
    pub async fn newest(&self) -> Result<Option<MyEnrolment>, AppError> {
        Ok(self.mine().await?.into_iter().next())
    }

    /// Writes down her answers at one of them; any other is unknown here.
    pub async fn answer(
        &self,
        sign_up: SignUpId,
        said: Vec<Said>,
        lang: Lang,
    ) -> Result<Recorded, AppError> {
        if !self.visit.all().contains(&sign_up) {
            return Ok(Recorded::Unknown);
        }
        let answer = AnswerConsents {
            sign_up,
            said,
            lang,
            at: self.now(),
        };
        Ok(self.store.write(answer).await?)
    }

    /// What the holder of one of them answered to its course's questions.
    pub async fn typed(&self, sign_up: SignUpId) -> Result<Typed, AppError> {
        if !self.visit.all().contains(&sign_up) {
            return Ok(Typed::new());
        }
        Ok(question::typed(&mut self.read().await?, sign_up).await?)
    }

    /// Changes her answers at one of them; any other is unknown here.
    pub async fn change_answers(
        &self,
        sign_up: SignUpId,
        answers: Answers,
    ) -> Result<ChangeOutcome, AppError> {
        if !self.visit.all().contains(&sign_up) {
            return Ok(ChangeOutcome::Unknown);
        }
        let change = ChangeAnswers {
            sign_up,
            answers,
            at: self.now(),
        };
        Ok(self.store.write(change).await?)
    }

    /// Writes down how the holder of one of them may be reached. False for any other.
    pub async fn set_reach(
        &self,
        sign_up: SignUpId,
        channel: Channel,
        hours: CallHours,
    ) -> Result<bool, AppError> {
        if !self.visit.all().contains(&sign_up) {
            return Ok(false);
        }
        let reach = SetReach {
            sign_up,
            channel,
            hours,
            at: self.now(),
        };
        self.store.write(reach).await?;
        Ok(true)
    }

    /// Cancels one of them, with her reason if she gives one; any other is unknown here.
    pub async fn cancel(
        &self,
        sign_up: SignUpId,
        reason: Option<AbsenceReason>,
    ) -> Result<CancelOutcome, AppError> {
        if !self.visit.all().contains(&sign_up) {
            return Ok(CancelOutcome::Unknown);
        }
        Ok(self
            .store
            .write(Cancel {
                sign_up,
                reason,
                at: self.now(),
            })
            .await?)
    }

    /// Comes without childcare rather than wait for it; any other is unknown here.
    pub async fn come_without(&self, sign_up: SignUpId) -> Result<WithoutOutcome, AppError> {
        if !self.visit.all().contains(&sign_up) {
            return Ok(WithoutOutcome::Unknown);
        }
        let without = ComeWithout {
            sign_up,
            at: self.now(),
        };
        Ok(self.store.write(without).await?)
    }

    /// Takes another slot for one of them; any other is unknown here.
    pub async fn swap(&self, sign_up: SignUpId, to: SeatsId) -> Result<SwapOutcome, AppError> {
        if !self.visit.all().contains(&sign_up) {
            return Ok(SwapOutcome::Unknown);
        }
        let swap = Swap {
            sign_up,
            to,
            holder: slots::holder(&self.site, &self.keys()),
            at: self.now(),
        };
        Ok(self.store.write(swap).await?)
    }
}
