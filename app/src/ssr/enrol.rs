//! The enrol form on the server: the page it is rendered from and what becomes of it when it
//! is sent.

use domain::{
    enrolment::{Doubt, EnrolForm, Fault, FaultCode, Field, SignUpDetails, Wrong},
    id::{SeatsId, SignUpId},
    lang::Lang,
    moment::WallTime,
    programme::{ChildAgeBand, InstanceKind},
    question::Typed,
};
use store::{
    StoreError,
    calendar::{self, Course, EnrolPage as Record},
    childcare::Places,
    enrolment::{SignUp, SignUpOutcome},
};

use super::{calendar::Shown, forms, herself, slots, stamp, visit};
use crate::{
    access::{PublicStore, VisitStore},
    error::AppError,
    forms::Outcome,
    public::model::{EnrolNotice, EnrolPage, EnrolState, Project, Seats, Slot},
    routes,
};

/// The version of the consent text in the catalogue (`enrol.consent_text`). It goes into her
/// consent record: change it with every change of the text.
pub const CONSENT_TEXT: &str = "enrol-2";

/// Longer answers are cut before they travel back in a cookie; no field allows them.
const TYPED_CHARS_MAX: usize = 200;
/// More answers than this are not a course's (`domain::programme`).
const ANSWERS_MAX: usize = 6;
const SLUG_CHARS_MAX: usize = 60;

/// How full a pool is for one browser, and what else it can take.
struct Choice {
    seats: Seats,
    kept_until: Option<WallTime>,
    others: Vec<Slot>,
}

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
        let shown = self.shown();
        let record = self.record().await?.ok_or(AppError::NotFound)?;
        let course = calendar::course(&mut self.guard.read().await?, &record.course_slug).await?;
        let slot = self.slot(shown, &record, course.clone()).await?;
        let project = |(slug, name): &(String, _)| Project {
            slug: slug.clone(),
            name: shown.text(name),
        };
        let (site, keys) = (self.guard.site(), self.guard.keys());
        let draft: Option<EnrolState> = forms::take(site, &keys, &self.form_name());
        let (key, stamp) = match &draft {
            Some(state) => (state.form.key.clone(), state.form.stamp.clone()),
            None => stamp::fresh(site, &keys),
        };
        let begun = match draft {
            Some(_) => None,
            None => herself::begun(site, &keys, &record.questions),
        };
        Ok(EnrolPage {
            appointment: shown.appointment(&record, course.as_ref())?,
            course: record.course_slug.clone(),
            seats: slot.seats,
            kept_until: slot.kept_until,
            others: slot.others,
            projects: record.funding_projects.iter().map(project).collect(),
            questions: shown.questions(&record.questions),
            childcare: places_left(&record.childcare),
            key,
            stamp,
            draft,
            begun,
            is_shared: !visit::read(site, &keys).all().is_empty(),
        })
    }

    /// How full it is for this browser, with the other times where it is one slot of a run.
    async fn slot(
        &self,
        shown: Shown,
        record: &Record,
        course: Option<Course>,
    ) -> Result<Choice, AppError> {
        let whole = Choice {
            seats: shown.pool(&record.seats).seats,
            kept_until: None,
            others: Vec::new(),
        };
        let Some(mut course) = course.filter(|_| record.kind == InstanceKind::Slots) else {
            return Ok(whole);
        };
        let (now, id) = (shown.now, record.seats.id);
        let holder = slots::holder(self.guard.site(), &self.guard.keys());
        let mut conn = self.guard.read().await?;
        slots::note_kept(&mut conn, holder, now, &mut course).await?;
        let Some(run) = slots::run_of(&course, id) else {
            return Ok(whole);
        };
        let own = run.sessions.iter().find(|it| it.seats.id == id);
        let zone = &record.hub.zone;
        Ok(Choice {
            seats: own.map_or(whole.seats, |own| shown.pool(&own.seats).seats),
            kept_until: slots::kept_until(&mut conn, holder, now, id, zone).await?,
            others: slots::others(shown, run, id)?,
        })
    }

    /// What becomes of a sent form. `trap` is what stood in the field that nobody sees.
    pub async fn receive(
        &self,
        form: EnrolForm,
        trap: &str,
    ) -> Result<Outcome<EnrolState>, AppError> {
        let record = match self.record().await {
            Ok(Some(record)) => record,
            Ok(None) => return self.nowhere(form),
            Err(AppError::Unavailable) => return Ok(self.notice(form, EnrolNotice::Busy)),
            Err(error) => return Err(error),
        };
        let details = match form.check(&record.questions, &ages(&record.childcare)) {
            Ok(details) => details,
            Err(wrong) => return Ok(self.again(form, wrong, None)),
        };
        let doubt = self.doubt(&form, &details, trap);
        let request = self.request(record.seats.id, details, doubt);
        let outcome = self.guard.sign_up(request).await;
        self.answer(form, &record, outcome)
    }

    /// A form of no place comes back with what is wrong in it, as any other would.
    fn nowhere(&self, form: EnrolForm) -> Result<Outcome<EnrolState>, AppError> {
        match form.check::<()>(&[], &[]) {
            Ok(_) => Err(AppError::NotFound),
            Err(wrong) => Ok(self.again(form, wrong, None)),
        }
    }

    fn shown(&self) -> Shown {
        Shown {
            lang: self.lang,
            now: self.guard.now(),
        }
    }

    fn doubt(&self, form: &EnrolForm, details: &SignUpDetails, trap: &str) -> Option<Doubt> {
        let (site, keys) = (self.guard.site(), self.guard.keys());
        stamp::doubt(site, &keys, details.key, &form.stamp, trap)
    }

    fn request(&self, seats: SeatsId, details: SignUpDetails, doubt: Option<Doubt>) -> SignUp {
        let (site, keys) = (self.guard.site(), self.guard.keys());
        SignUp {
            seats,
            details,
            lang: self.lang,
            consent_text: CONSENT_TEXT,
            visit: visit::read(site, &keys).all(),
            holder: slots::holder(site, &keys),
            doubt,
            assistant: None,
            at: self.guard.now(),
        }
    }

    fn answer(
        &self,
        form: EnrolForm,
        record: &Record,
        outcome: Result<SignUpOutcome, StoreError>,
    ) -> Result<Outcome<EnrolState>, AppError> {
        Ok(match outcome {
            Ok(SignUpOutcome::Accepted(receipt)) => {
                self.remember(&form, record, receipt.sign_up);
                forms::done(&routes::done(self.lang))
            }
            Ok(SignUpOutcome::Already(_)) => forms::done(&routes::mine_with(self.lang, "already")),
            Ok(SignUpOutcome::NoChildcare) => self.again(form, no_childcare(), None),
            Ok(SignUpOutcome::Full { waiting }) => self.notice(form, EnrolNotice::Full(waiting)),
            Ok(SignUpOutcome::Kept { until }) => {
                let until = slots::clock(until, &record.hub.zone)?;
                self.notice(form, EnrolNotice::Kept(until))
            }
            Ok(SignUpOutcome::Closed) => self.notice(form, EnrolNotice::Closed),
            Ok(SignUpOutcome::KeyConflict) => {
                let form = EnrolForm {
                    key: String::new(),
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
    fn remember(&self, form: &EnrolForm, record: &Record, sign_up: SignUpId) {
        let (site, keys) = (self.guard.site(), self.guard.keys());
        forms::keep(site, &keys, &another_form(self.seats), &form.phone);
        if form.picture.is_empty() {
            visit::signed_up(site, &keys, sign_up);
        } else {
            visit::opened(site, &keys, sign_up);
        }
        herself::remember(site, &keys, sign_up, form, &record.questions);
    }

    async fn record(&self) -> Result<Option<Record>, AppError> {
        Ok(calendar::seats(&mut self.guard.read().await?, self.seats).await?)
    }

    fn notice(&self, form: EnrolForm, notice: EnrolNotice) -> Outcome<EnrolState> {
        self.again(form, Wrong::default(), Some(notice))
    }

    fn again(
        &self,
        form: EnrolForm,
        wrong: Wrong,
        notice: Option<EnrolNotice>,
    ) -> Outcome<EnrolState> {
        let (site, keys) = (self.guard.site(), self.guard.keys());
        let state = EnrolState {
            form: stamp::renewed(site, &keys, cut(form)),
            wrong,
            notice,
        };
        // Without scripts nothing moves the focus: the fragment shows her what is wrong first.
        let form = routes::enrol(self.lang, self.seats);
        let back = format!("{form}#{}", Field::Form.as_str());
        forms::again(site, &keys, &self.form_name(), &back, state)
    }

    fn form_name(&self) -> String {
        form_of(self.seats)
    }
}

/// Begins the form of someone else for the same pool, in the browser that holds this sign-up.
pub async fn another(guard: &VisitStore, lang: Lang, sign_up: SignUpId) -> Result<(), AppError> {
    let held = guard.mine().await?;
    let Some(mine) = held.into_iter().find(|mine| mine.sign_up == sign_up) else {
        forms::see_other(&routes::mine_with(lang, "unknown"));
        return Ok(());
    };
    let (site, keys, slug) = (guard.site(), guard.keys(), mine.seats_slug);
    let phone: Option<String> = forms::take(site, &keys, &another_form(&slug));
    let (key, stamp) = stamp::fresh(site, &keys);
    let form = EnrolForm {
        for_whom: "other".into(),
        phone: phone.unwrap_or_default(),
        waitlist: "yes".into(),
        key,
        stamp,
        ..EnrolForm::default()
    };
    let state = EnrolState {
        form,
        ..EnrolState::default()
    };
    forms::keep(site, &keys, &form_of(&slug), &state);
    forms::see_other(&routes::enrol(lang, &slug));
    Ok(())
}

/// The name of the form of a pool, for its draft.
fn form_of(seats: &str) -> String {
    format!("enrol/{seats}")
}

/// The same for the phone that a sign-up of someone else begins with.
fn another_form(seats: &str) -> String {
    format!("another/{seats}")
}

/// The ages that are looked after, each with the places that are left.
pub(super) fn places_left(places: &[Places]) -> Vec<(ChildAgeBand, u64)> {
    places.iter().map(|it| (it.band, it.left)).collect()
}

/// The ages that are looked after.
pub(super) fn ages(places: &[Places]) -> Vec<ChildAgeBand> {
    places.iter().map(|it| it.band).collect()
}

/// A seat is free, and not a place for each of her children: said where she can answer it.
pub(super) fn no_childcare() -> Wrong {
    let fault = Fault {
        field: Field::ChildcareOptional,
        code: FaultCode::NoPlace,
    };
    Wrong {
        fields: vec![fault],
        ..Wrong::default()
    }
}

pub(super) fn cut(form: EnrolForm) -> EnrolForm {
    let cut = |text: String| text.chars().take(TYPED_CHARS_MAX).collect();
    EnrolForm {
        given_name: cut(form.given_name),
        family_name: cut(form.family_name),
        phone: cut(form.phone),
        channel: cut(form.channel),
        hours: cut(form.hours),
        age_band: cut(form.age_band),
        project: cut(form.project),
        consent: cut(form.consent),
        waitlist: cut(form.waitlist),
        picture: cut(form.picture),
        answers: cut_answers(form.answers),
        children: cut_answers(form.children),
        childcare_optional: cut(form.childcare_optional),
        for_whom: cut(form.for_whom),
        key: cut(form.key),
        stamp: cut(form.stamp),
    }
}

/// As many answers as a course may ask, each as long as one may be.
pub(super) fn cut_answers(answers: Typed) -> Typed {
    let cut = |text: String, chars_max: usize| text.chars().take(chars_max).collect();
    let answers = answers.into_iter().take(ANSWERS_MAX);
    answers
        .map(|(slug, text)| (cut(slug, SLUG_CHARS_MAX), cut(text, TYPED_CHARS_MAX)))
        .collect()
}
