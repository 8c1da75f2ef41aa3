//! Signing up for someone on the server: the form's page, what becomes of it, and what the desk
//! is shown afterwards.

use domain::{
    desk::ConsentChannel,
    enrolment::{EnrolForm, EnrolmentStatus, Fault, Field, SignUpDetails, Wrong},
    id::EnrolmentId,
    lang::Lang,
};
use store::{
    StoreError,
    desk::AssistedOutcome,
    enrolment::{Assistant, SignUp, SignUpOutcome},
};

use super::{
    calendar::Shown,
    desk::{self, moment},
    enrol::{CONSENT_TEXT, ages, cut, no_childcare, places_left},
    forms, slots,
    staff::me,
    stamp,
};
use crate::{
    access::{SeatsAccess, SignUpAccess},
    error::AppError,
    forms::Outcome,
    public::model::{EnrolNotice, Project},
    routes,
    staff::{
        desk_model::{AssistPage, AssistState, SignedUp, Standing},
        parts::NOTICE,
    },
};

/// The form of one pool, for the one who fills it in.
pub struct Form<'a> {
    access: &'a SeatsAccess,
    lang: Lang,
}

impl<'a> Form<'a> {
    /// The form of this pool.
    #[must_use]
    pub fn new(access: &'a SeatsAccess, lang: Lang) -> Self {
        Self { access, lang }
    }

    /// The page with the form.
    pub async fn page(&self) -> Result<AssistPage, AppError> {
        let staff = self.access.staff();
        let shown = Shown {
            lang: self.lang,
            now: staff.now(),
        };
        let record = self.access.record().await?;
        let first = record.sessions.first().ok_or(AppError::NotFound)?;
        let project = |(slug, name): &(String, _)| Project {
            slug: slug.clone(),
            name: shown.text(name),
        };
        Ok(AssistPage {
            me: me(staff),
            instance: first.instance,
            slug: record.seats.slug.clone(),
            title: shown.text(&record.title),
            hub: shown.text(&record.hub.name),
            from: moment(first.starts_at, &first.hub.zone)?,
            seats: shown.pool(&record.seats).seats,
            projects: record.funding_projects.iter().map(project).collect(),
            questions: shown.questions(&record.questions),
            childcare: places_left(&record.childcare),
            key: stamp::fresh_key().to_string(),
            draft: forms::take(staff.site(), &staff.keys(), &form_name(&record.seats.slug)),
        })
    }

    /// What becomes of a sent form.
    pub async fn receive(
        &self,
        form: EnrolForm,
        channel: &str,
        call: &str,
    ) -> Result<Outcome<AssistState>, AppError> {
        let channel = match ConsentChannel::parse(channel) {
            Some(ConsentChannel::Phone) => ConsentChannel::Phone,
            _ => ConsentChannel::Desk,
        };
        let state = AssistState {
            form,
            channel: channel.as_str().to_owned(),
            call: call.chars().take(40).collect(),
            ..AssistState::default()
        };
        let record = self.access.record().await?;
        let details = match state
            .form
            .check(&record.questions, &ages(&record.childcare))
        {
            Ok(details) => details,
            Err(wrong) => return Ok(self.wrong(state, wrong)),
        };
        let request = self.request(details, channel);
        let outcome = self.access.sign_up(request, call.parse().ok()).await;
        self.answer(state, outcome)
    }

    fn request(&self, details: SignUpDetails, channel: ConsentChannel) -> SignUp {
        let staff = self.access.staff();
        SignUp {
            seats: self.access.seats(),
            details,
            lang: self.lang,
            consent_text: CONSENT_TEXT,
            visit: Vec::new(),
            holder: None,
            doubt: None,
            assistant: Some(Assistant {
                account: staff.author().account,
                channel,
            }),
            at: staff.now(),
        }
    }

    fn answer(
        &self,
        state: AssistState,
        outcome: Result<AssistedOutcome, StoreError>,
    ) -> Result<Outcome<AssistState>, AppError> {
        let outcome = match outcome {
            Ok(AssistedOutcome::Enrolled(enrolment)) => {
                return Ok(self.enrolled(state, enrolment));
            }
            Ok(AssistedOutcome::Asked(outcome)) => outcome,
            Err(error) => {
                let notice = match AppError::from(error) {
                    AppError::Unavailable => EnrolNotice::Busy,
                    _ => EnrolNotice::Failed,
                };
                return Ok(self.in_the_way(state, notice));
            }
        };
        Ok(match outcome {
            SignUpOutcome::Accepted(receipt) => {
                forms::done(&routes::signed_up(self.lang, receipt.sign_up))
            }
            SignUpOutcome::NoChildcare => self.wrong(state, no_childcare()),
            SignUpOutcome::Full { waiting } => self.in_the_way(state, EnrolNotice::Full(waiting)),
            SignUpOutcome::Kept { until } => {
                let until = slots::clock(until, &self.access.run().zone)?;
                self.in_the_way(state, EnrolNotice::Kept(until))
            }
            SignUpOutcome::Closed => self.in_the_way(state, EnrolNotice::Closed),
            SignUpOutcome::KeyConflict => {
                let form = EnrolForm {
                    key: stamp::fresh_key().to_string(),
                    ..state.form
                };
                self.in_the_way(AssistState { form, ..state }, EnrolNotice::Conflict)
            }
            // Only a browser that holds her visit is told so, and this one sends none.
            SignUpOutcome::Already(_) | SignUpOutcome::NoSuchSeats => {
                return Err(AppError::NotFound);
            }
        })
    }

    fn wrong(&self, state: AssistState, wrong: Wrong) -> Outcome<AssistState> {
        let form = with_valid_key(state.form, &wrong.fields);
        self.again(AssistState {
            form,
            wrong,
            ..state
        })
    }

    fn in_the_way(&self, state: AssistState, notice: EnrolNotice) -> Outcome<AssistState> {
        self.again(AssistState {
            notice: Some(notice),
            ..state
        })
    }

    fn enrolled(&self, state: AssistState, enrolment: EnrolmentId) -> Outcome<AssistState> {
        self.again(AssistState {
            enrolled: Some(enrolment),
            ..state
        })
    }

    fn again(&self, state: AssistState) -> Outcome<AssistState> {
        let state = AssistState {
            form: cut(state.form),
            ..state
        };
        let (staff, slug) = (self.access.staff(), self.access.slug());
        let back = format!("{}#{NOTICE}", routes::staff_enrol(self.lang, slug));
        forms::again(staff.site(), &staff.keys(), &form_name(slug), &back, state)
    }
}

/// A form whose key was damaged gets another one, so that sending it again can succeed.
fn with_valid_key(form: EnrolForm, faults: &[Fault]) -> EnrolForm {
    let is_damaged = faults.iter().any(|fault| fault.field == Field::Form);
    let key = if is_damaged {
        stamp::fresh_key().to_string()
    } else {
        form.key
    };
    EnrolForm { key, ..form }
}

/// The name of the form of one pool, for its draft.
pub fn form_name(slug: &str) -> String {
    format!("assist/{slug}")
}

/// A form that is filled in from a request to be called.
#[must_use]
pub fn prefilled(name: Option<String>, phone: String, call: String) -> AssistState {
    AssistState {
        form: EnrolForm {
            given_name: name.unwrap_or_default(),
            phone,
            waitlist: "yes".into(),
            key: stamp::fresh_key().to_string(),
            ..EnrolForm::default()
        },
        channel: ConsentChannel::Phone.as_str().to_owned(),
        call,
        ..AssistState::default()
    }
}

/// What a sign-up at the desk has become.
pub async fn signed_up(access: &SignUpAccess, lang: Lang) -> Result<SignedUp, AppError> {
    let (staff, run, found) = (access.staff(), access.run(), access.signed_up());
    let record = access.record().await?;
    let place = record
        .place
        .filter(|_| record.status == EnrolmentStatus::Waitlisted);
    let pool = run.pools.iter().find(|pool| pool.id == record.seats);
    let open = pool.filter(|pool| pool.closes_at > staff.now());
    let link = found.link.as_ref().map(|mine| &mine.link_token);
    Ok(SignedUp {
        me: me(staff),
        sign_up: access.id(),
        enrolment: found.enrolment,
        title: run.title.get(lang).to_owned(),
        hub: run.hub_name.get(lang).to_owned(),
        from: moment(record.starts_at, &run.zone)?,
        standing: Standing {
            status: record.status,
            place,
        },
        seats: open.map(|pool| pool.slug.clone()),
        link: link.map(|token| routes::private_link(&staff.site().public_url, token)),
        phone: forms::take(
            staff.site(),
            &staff.keys(),
            &desk::phone_form(found.enrolment),
        ),
    })
}
