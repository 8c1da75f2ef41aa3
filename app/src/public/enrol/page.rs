//! The enrol form's view. It is the same plain form with and without scripts.

use domain::{
    enrolment::{EnrolForm, Field},
    question::Question,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_params_map;

use super::{CreateEnrolment, ShowEnrol, fields, times};
use crate::{
    ask::ask,
    components::{
        facts::{PhoneInText, PhoneLink},
        field::{Choice, FaultSummary, Faults, FieldFault, SUMMARY, TextInput, Tick},
        head::PrivateHead,
        icon::HubName,
        loaded::loaded,
        page_top::PageTop,
        question::Questions,
        session::{LongWhen, SeatsLeft},
    },
    error::AppError,
    forms::standing,
    i18n::{fill, t, use_lang},
    platform,
    public::{
        link::picture::{PICTURE, PictureChoice},
        model::{self, Appointment, EnrolNotice, EnrolState, Phone, Seats, Slot},
    },
    routes,
};

/// Signing up for a whole instance or a slot.
#[component]
pub fn EnrolPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let seats = move || params.read().get("seats").unwrap_or_default();
    let page = ask(move || ShowEnrol {
        lang,
        seats: seats(),
    });
    view! {
        <PrivateHead title=t(lang).enrol.title/>
        {loaded(page, |page| view! { <Enrol page/> })}
    }
}

#[component]
fn Enrol(page: model::EnrolPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let mut said = page.appointment.said.clone();
    said.extend([texts.enrol.consent_heading, texts.enrol.consent_text].map(str::to_owned));
    let back = routes::course(lang, &page.course);
    let phone = page.appointment.hub.phone.clone();
    let appointment = page.appointment.clone();
    let form = if page.seats == Seats::Closed {
        view! { <Closed phone course=page.course/> }.into_any()
    } else {
        view! { <SignUpForm page/> }.into_any()
    };
    view! {
        <PageTop href=back name=texts.session.see_course said/>
        <h1>{texts.enrol.heading}</h1>
        <What appointment/>
        {form}
    }
}

/// What she signs up for, so that she can check it.
#[component]
fn What(appointment: Appointment) -> impl IntoView {
    let lines = appointment.lines.into_iter();
    let lines = lines
        .map(|line| view! { <li><LongWhen when=line.when/></li> })
        .collect_view();
    view! {
        <section class="card">
            <h2>{appointment.title}</h2>
            <p><HubName hub=appointment.hub.mark/></p>
            <ul>{lines}</ul>
        </section>
    }
}

#[component]
fn Closed(phone: Phone, course: String) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    view! {
        <section class="notice">
            <p>{texts.enrol.closed}</p>
            <p><PhoneLink phone/></p>
            <p class="actions">
                <a class="button" href=routes::course(lang, &course)>{texts.session.see_course}</a>
            </p>
        </section>
    }
}

/// What came back from the last try: with scripts from the action, without from the draft.
#[derive(Clone, Copy)]
struct Answer {
    state: Signal<Option<EnrolState>>,
    error: Signal<Option<AppError>>,
}

impl Answer {
    fn new(action: ServerAction<CreateEnrolment>, draft: Option<EnrolState>) -> Self {
        let value = action.value();
        let state = Signal::derive(move || standing(value.get(), draft.clone()));
        Self {
            state,
            error: Signal::derive(move || value.get().and_then(Result::err)),
        }
    }

    fn faults(self, questions: Vec<Question<String>>) -> Faults {
        let texts = t(use_lang());
        Signal::derive(move || {
            let state = self.state.get().unwrap_or_default();
            fields::all_shown(texts, &questions, &state.wrong)
        })
    }

    /// The other slots to choose from: none while the one of this page is to be had.
    fn others(self, seats: Seats, shown: Vec<Slot>) -> Signal<Vec<Slot>> {
        Signal::derive(move || match self.state.get() {
            Some(state) if !state.others.is_empty() => state.others,
            Some(state) if state.notice.is_some() => shown.clone(),
            _ if matches!(seats, Seats::Left(_)) => Vec::new(),
            _ => shown.clone(),
        })
    }

    fn notice(self) -> Option<EnrolNotice> {
        self.state.get().and_then(|state| state.notice)
    }

    /// The sentence above the form, and whether a list can be joined instead.
    fn words(self) -> Option<String> {
        let lang = use_lang();
        let texts = t(lang);
        if let Some(error) = self.error.get() {
            return Some(error.text(&texts.common).to_owned());
        }
        let text = match self.notice()? {
            EnrolNotice::Full(waiting) => return Some(texts.enrol.full.of(lang, waiting)),
            EnrolNotice::Kept(until) => {
                return Some(fill(texts.enrol.kept, &[("time", &until.to_string())]));
            }
            EnrolNotice::Closed => texts.enrol.closed,
            EnrolNotice::Conflict => texts.enrol.conflict,
            EnrolNotice::Busy => texts.enrol.busy,
            EnrolNotice::Failed => texts.common.failed,
        };
        Some(text.to_owned())
    }
}

#[component]
fn SignUpForm(page: model::EnrolPage) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).enrol;
    let action = ServerAction::<CreateEnrolment>::new();
    let answer = Answer::new(action, page.draft.clone());
    let faults = answer.faults(page.questions.clone());
    let appointment = page.appointment.clone();
    let in_doubt = page.kept_until.is_none();
    let others = answer.others(page.seats, page.others);
    let typed = page.draft.map(|draft| draft.form);
    let first_key = typed.as_ref().map_or(page.key, |form| form.key.clone());
    let key = move || {
        answer
            .state
            .get()
            .map_or(first_key.clone(), |state| state.form.key)
    };
    // Nothing typed yet: whoever fills the form in would rather wait than go away.
    let form = typed.unwrap_or_else(|| EnrolForm {
        waitlist: "yes".into(),
        ..EnrolForm::default()
    });
    let is_other = form.for_whom == "other";
    let is_shared = page.is_shared || is_other;
    let submit = if matches!(page.seats, Seats::Full(_)) {
        texts.submit_list
    } else {
        texts.submit
    };
    Effect::watch(
        move || action.value().get(),
        |_, _, _| focus_on_summary(),
        false,
    );
    view! {
        {in_doubt.then(|| view! { <SeatsLeft seats=page.seats/> })}
        {page.kept_until.map(|until| view! { <times::KeptUntil until/> })}
        <Adults phone=page.appointment.hub.phone/>
        <p>
            <a class="call-me" href=routes::call_me(lang, &page.appointment.seats)>
                {t(lang).call.call.link}
            </a>
        </p>
        <div class="form" id=Field::Form.as_str()>
            <FaultSummary faults/>
            <Notice answer/>
            <ActionForm action=action>
                <input type="hidden" name="lang" value=lang.code()/>
                <times::What appointment seats=page.seats others/>
                <input type="hidden" name="key" value=key/>
                <ForWhom is_other faults/>
                <Who form=form.clone() faults/>
                <Questions questions=page.questions typed=form.answers.clone() faults/>
                <Optional form=form.clone() faults projects=page.projects/>
                <OthersUseThisPhone chosen=form.picture.clone() is_shared faults/>
                <Agreement form faults/>
                <p><button type="submit" class="wide">{submit}</button></p>
            </ActionForm>
        </div>
    }
}

/// The summary appears with the next frame; the focus goes there so that it is heard.
fn focus_on_summary() {
    request_animation_frame(|| {
        platform::focus(NOTICE);
        platform::focus(SUMMARY);
    });
}

const NOTICE: &str = "form-notice";

#[component]
fn Notice(answer: Answer) -> impl IntoView {
    let waitlist = t(use_lang()).enrol.waitlist;
    let to_list = move || {
        matches!(answer.notice(), Some(EnrolNotice::Full(_))).then(|| {
            view! { <p><a href=format!("#{}", Field::Waitlist.as_str()) rel="external">{waitlist}</a></p> }
        })
    };
    move || {
        answer.words().map(|words| {
            view! {
                <div class="notice" id=NOTICE tabindex="-1" role="alert">
                    <p>{words}</p>
                    {to_list()}
                </div>
            }
        })
    }
}

/// Sign-up is from 18; younger ones call.
#[component]
fn Adults(phone: Phone) -> impl IntoView {
    let text = t(use_lang()).enrol.adults;
    let (before, after) = text.split_once("{phone}").unwrap_or((text, ""));
    view! { <p class="hint">{before}<PhoneInText phone/>{after}</p> }
}

/// For herself, or for a friend or a daughter: then the names are hers, and she has agreed.
#[component]
fn ForWhom(is_other: bool, faults: Faults) -> impl IntoView {
    let texts = &t(use_lang()).enrol;
    let choice = |value: &'static str, text, chosen: bool| {
        view! {
            <label class="tick">
                <input type="radio" name=Field::ForWhom.as_str() value=value checked=chosen/>
                <span>{text}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="field choices" id=Field::ForWhom.as_str()>
            <legend>{texts.for_whom}</legend>
            <FieldFault name=Field::ForWhom.as_str() faults/>
            {choice("self", texts.for_self, !is_other)}
            {choice("other", texts.for_other, is_other)}
            <p class="hint">{texts.for_other_hint}</p>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Who(form: EnrolForm, faults: Faults) -> impl IntoView {
    let [given_name, family_name, phone] = fields::text_fields(&t(use_lang()).enrol);
    view! {
        <TextInput field=given_name value=form.given_name faults/>
        <TextInput field=family_name value=form.family_name faults/>
        <TextInput field=phone value=form.phone faults/>
    }
}

#[component]
fn Optional(form: EnrolForm, faults: Faults, projects: Vec<model::Project>) -> impl IntoView {
    let texts = &t(use_lang()).enrol;
    view! {
        <Choice
            name=Field::AgeBand.as_str()
            label=texts.age_band
            why=texts.age_band_why
            options=fields::age_bands(texts)
            value=form.age_band
            faults
        />
        <Choice
            name=Field::Project.as_str()
            label=texts.project
            why=texts.project_why
            options=fields::projects(texts, projects)
            value=form.project
            faults
        />
    }
}

/// A picture for whoever shares her phone or sees her link; closed until she wants one, or until
/// this phone has signed somebody up before.
#[component]
fn OthersUseThisPhone(chosen: String, is_shared: bool, faults: Faults) -> impl IntoView {
    let texts = &t(use_lang()).enrol;
    let none = chosen.is_empty();
    view! {
        <details class="field" open=is_shared || !none>
            <summary>{texts.picture}</summary>
            <fieldset class="field" id=Field::Picture.as_str()>
                <legend>{texts.picture_legend}</legend>
                <p class="hint">{texts.picture_why}</p>
                <FieldFault name=Field::Picture.as_str() faults/>
                <label class="picture none">
                    <input type="radio" name=PICTURE value="" checked=none/>
                    <span>{texts.picture_none}</span>
                </label>
                <PictureChoice value=chosen/>
            </fieldset>
        </details>
    }
}

/// Consent, never ticked beforehand, and the waiting list.
#[component]
fn Agreement(form: EnrolForm, faults: Faults) -> impl IntoView {
    let texts = &t(use_lang()).enrol;
    view! {
        <fieldset class="field">
            <legend>{texts.consent_heading}</legend>
            <p>{texts.consent_text}</p>
            <Tick
                name=Field::Consent.as_str()
                label=texts.consent
                ticked=form.consent == "yes"
                faults
            />
        </fieldset>
        <div class="field">
            <Tick
                name=Field::Waitlist.as_str()
                label=texts.waitlist
                ticked=form.waitlist == "yes"
                faults
            />
        </div>
    }
}
