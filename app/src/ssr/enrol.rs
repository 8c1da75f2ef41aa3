//! The enrol form on the server: the page it is rendered from and what becomes of it when it
//! is sent.

use domain::{
    enrolment::{EnrolForm, Fault, Field, SignUpDetails},
    id::{SeatsId, SignUpId},
    lang::Lang,
};
use store::{
    StoreError,
    calendar::{self, EnrolPage as Record},
    enrolment::{SignUp, SignUpOutcome},
    keys::random,
};
use uuid::Builder;

use super::{calendar::Shown, forms, visit};
use crate::{
    access::PublicStore,
    error::AppError,
    forms::Outcome,
    public::model::{EnrolNotice, EnrolPage, EnrolState, Project},
    routes,
};

/// The version of the consent text in the catalogue (`enrol.consent_text`). It goes into her
/// consent record: change it with every change of the text.
pub const CONSENT_TEXT: &str = "enrol-1";

/// Longer answers are cut before they travel back in a cookie; no field allows them.
const TYPED_CHARS_MAX: usize = 160;

/// The enrol form of one pool of seats, as one guard, language and address see it.
pub struct Desk<'a> {
    guard: &'a PublicStore,
    lang: Lang,
    seats: &'a str,
}

impl<'a> Desk<'a> {
    /// The form of these seats.
    #[must_use]
    pub fn new(guard: &'a PublicStore, lang: Lang, seats: &'a str) -> Self {
        Self { guard, lang, seats }
    }

    /// The page with the form.
    pub async fn page(&self) -> Result<EnrolPage, AppError> {
        let shown = Shown {
            lang: self.lang,
            now: self.guard.now(),
        };
        let record = self.record().await?.ok_or(AppError::NotFound)?;
        let course = calendar::course(&mut self.guard.read().await?, &record.course_slug).await?;
        let project = |(slug, name): &(String, _)| Project {
            slug: slug.clone(),
            name: shown.text(name),
        };
        Ok(EnrolPage {
            appointment: shown.appointment(&record, course.as_ref())?,
            course: record.course_slug.clone(),
            seats: shown.pool(&record.seats).seats,
            projects: record.funding_projects.iter().map(project).collect(),
            key: fresh_key(),
            draft: forms::take(self.guard.site(), &self.guard.keys(), &self.form_name()),
        })
    }

    /// What becomes of a sent form.
    pub async fn receive(&self, form: EnrolForm) -> Result<Outcome<EnrolState>, AppError> {
        let details = match form.parse() {
            Ok(details) => details,
            Err(faults) => return Ok(self.again(with_valid_key(form, &faults), faults, None)),
        };
        let record = match self.record().await {
            Ok(record) => record.ok_or(AppError::NotFound)?,
            Err(AppError::Unavailable) => return Ok(self.notice(form, EnrolNotice::Busy)),
            Err(error) => return Err(error),
        };
        let outcome = self
            .guard
            .sign_up(self.request(record.seats.id, details))
            .await;
        self.answer(form, outcome)
    }

    fn request(&self, seats: SeatsId, details: SignUpDetails) -> SignUp {
        let (site, keys) = (self.guard.site(), self.guard.keys());
        SignUp {
            seats,
            details,
            lang: self.lang,
            consent_text: CONSENT_TEXT,
            visit: visit::read(site, &keys).all(),
            assistant: None,
            at: self.guard.now(),
        }
    }

    fn answer(
        &self,
        form: EnrolForm,
        outcome: Result<SignUpOutcome, StoreError>,
    ) -> Result<Outcome<EnrolState>, AppError> {
        Ok(match outcome {
            Ok(SignUpOutcome::Accepted(receipt)) => {
                self.remember(&form, receipt.sign_up);
                forms::done(&routes::done(self.lang))
            }
            Ok(SignUpOutcome::Already(_)) => forms::done(&routes::mine_with(self.lang, "already")),
            Ok(SignUpOutcome::Full { waiting }) => self.notice(form, EnrolNotice::Full(waiting)),
            Ok(SignUpOutcome::Closed) => self.notice(form, EnrolNotice::Closed),
            Ok(SignUpOutcome::KeyConflict) => {
                let form = EnrolForm {
                    key: fresh_key(),
                    ..form
                };
                self.notice(form, EnrolNotice::Conflict)
            }
            Ok(SignUpOutcome::NoSuchSeats) => return Err(AppError::NotFound),
            Err(error) => match AppError::from(error) {
                AppError::Unavailable => self.notice(form, EnrolNotice::Busy),
                _ => self.notice(form, EnrolNotice::Failed),
            },
        })
    }

    /// Who chose a picture said that others use this phone: it is not one to remember her.
    fn remember(&self, form: &EnrolForm, sign_up: SignUpId) {
        let (site, keys) = (self.guard.site(), self.guard.keys());
        if form.picture.is_empty() {
            visit::signed_up(site, &keys, sign_up);
        } else {
            visit::opened(site, &keys, sign_up);
        }
    }

    async fn record(&self) -> Result<Option<Record>, AppError> {
        Ok(calendar::seats(&mut self.guard.read().await?, self.seats).await?)
    }

    fn notice(&self, form: EnrolForm, notice: EnrolNotice) -> Outcome<EnrolState> {
        self.again(form, Vec::new(), Some(notice))
    }

    fn again(
        &self,
        form: EnrolForm,
        faults: Vec<Fault>,
        notice: Option<EnrolNotice>,
    ) -> Outcome<EnrolState> {
        let state = EnrolState {
            form: cut(form),
            faults,
            notice,
        };
        // Without scripts nothing moves the focus: the fragment shows her what is wrong first.
        let form = routes::enrol(self.lang, self.seats);
        let back = format!("{form}#{}", Field::Form.as_str());
        forms::again(
            self.guard.site(),
            &self.guard.keys(),
            &self.form_name(),
            &back,
            state,
        )
    }

    fn form_name(&self) -> String {
        format!("enrol/{}", self.seats)
    }
}

/// A form whose key was damaged gets another one, so that sending it again can succeed.
pub(super) fn with_valid_key(form: EnrolForm, faults: &[Fault]) -> EnrolForm {
    let is_damaged = faults.iter().any(|fault| fault.field == Field::Form);
    let key = if is_damaged { fresh_key() } else { form.key };
    EnrolForm { key, ..form }
}

pub(super) fn fresh_key() -> String {
    Builder::from_random_bytes(random()).into_uuid().to_string()
}

pub(super) fn cut(form: EnrolForm) -> EnrolForm {
    let cut = |text: String| text.chars().take(TYPED_CHARS_MAX).collect();
    EnrolForm {
        given_name: cut(form.given_name),
        family_name: cut(form.family_name),
        phone: cut(form.phone),
        age_band: cut(form.age_band),
        project: cut(form.project),
        consent: cut(form.consent),
        waitlist: cut(form.waitlist),
        picture: cut(form.picture),
        key: cut(form.key),
    }
}
