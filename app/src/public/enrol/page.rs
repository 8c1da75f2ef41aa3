//! The enrol form's view: a plain form on a still page.

use domain::enrolment::{EnrolForm, Field};
use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;

use super::{BeginEmpty, CreateEnrolment, ShowEnrol, fields, times};
use crate::{
    components::{
        childcare::ChildrenQuestion,
        facts::{PhoneInText, PhoneLink},
        field::{Choice, FaultSummary, Faults, FieldFault, NOTICE, Select, TextInput, Tick},
        head::PrivateHead,
        icon::HubName,
        page_top::PageTop,
        question::Questions,
        session::{LongWhen, SeatsLeft},
        trap::Trap,
    },
    i18n::{fill, t, use_lang},
    public::{
        link::picture::{PICTURE, PictureChoice},
        model::{self, Appointment, EnrolNotice, Phone, Seats, Slot},
    },
    routes,
    still::still,
};

/// Signing up for a whole instance or a slot.
#[component]
pub fn EnrolPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let seats = move || params.read().get("seats").unwrap_or_default();
    let question = move || ShowEnrol {
        lang,
        seats: seats(),
    };
    still(question, |page| view! { <Enrol page/> })
}

#[component]
fn Enrol(page: model::EnrolPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let mut said = page.appointment.said.clone();
    said.extend([texts.enrol().consent_heading, texts.enrol().consent_text].map(str::to_owned));
    let back = routes::course(lang, &page.course);
    let phone = page.appointment.hub.phone.clone();
    let appointment = page.appointment.clone();
    let form = if page.seats == Seats::Closed {
        view! { <Closed phone course=page.course/> }.into_any()
    } else {
        view! { <SignUpForm page/> }.into_any()
    };
    view! {
        <PrivateHead title=texts.enrol().title/>
        <PageTop href=back name=texts.session().see_course said/>
        <h1>{texts.enrol().heading}</h1>
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
            <p>{texts.enrol().closed}</p>
            <p><PhoneLink phone/></p>
            <p class="actions">
                <a class="button" href=routes::course(lang, &course)>{texts.session().see_course}</a>
            </p>
        </section>
    }
}

/// What is wrong with what was sent before, in words.
fn faults_of(page: &model::EnrolPage) -> Faults {
    let wrong = page.draft.as_ref().map(|draft| &draft.wrong);
    let shown = |wrong| fields::all_shown(t(use_lang()), &page.questions, wrong);
    Faults::stored(wrong.map(shown).unwrap_or_default())
}

/// The other slots to choose from: none while the one of this page is to be had.
fn others_of(page: &model::EnrolPage) -> Vec<Slot> {
    match &page.draft {
        Some(draft) if draft.notice.is_some() => page.others.clone(),
        _ if matches!(page.seats, Seats::Left(_)) => Vec::new(),
        _ => page.others.clone(),
    }
}

/// What the form begins with: what she typed before, here or in another form of this visit, or
/// nothing but a new key and its stamp.
fn form_of(page: &model::EnrolPage) -> EnrolForm {
    if let Some(draft) = &page.draft {
        return draft.form.clone();
    }
    // Whoever fills the form in would rather wait than go away.
    EnrolForm {
        waitlist: "yes".into(),
        key: page.key.clone(),
        stamp: page.stamp.clone(),
        ..page.begun.clone().unwrap_or_default()
    }
}

#[component]
fn SignUpForm(page: model::EnrolPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).enrol();
    let (form, faults, others) = (form_of(&page), faults_of(&page), others_of(&page));
    let is_other = form.for_whom == "other";
    let submit = if matches!(page.seats, Seats::Full(_)) {
        texts.submit_list
    } else {
        texts.submit
    };
    let begun = page.begun.map(|begun| {
        let seats = page.appointment.seats.clone();
        view! { <Begun name=begun.given_name seats/> }
    });
    let notice = page.draft.and_then(|draft| draft.notice);
    let in_doubt = page.kept_until.is_none();
    view! {
        {in_doubt.then(|| view! { <SeatsLeft seats=page.seats/> })}
        {page.kept_until.map(|until| view! { <times::KeptUntil until/> })}
        <Adults phone=page.appointment.hub.phone.clone()/>
        <p>
            <a class="call-me" href=routes::call_me(lang, &page.appointment.seats)>
                {t(lang).call().call.link}
            </a>
        </p>
        <div class="form" id=Field::Form.as_str()>
            <FaultSummary faults/>
            {notice.map(|notice| view! { <Notice notice/> })}
            {begun}
            <form method="post" action=CreateEnrolment::url() data-draft="">
                <input type="hidden" name="lang" value=lang.code()/>
                <times::What appointment=page.appointment seats=page.seats others/>
                <input type="hidden" name="key" value=form.key.clone()/>
                <input type="hidden" name="stamp" value=form.stamp.clone()/>
                <Trap/>
                <ForWhom is_other faults/>
                <Who form=form.clone() faults/>
                <HowToReach form=form.clone() faults/>
                <Questions questions=page.questions typed=form.answers.clone() faults/>
                <ChildrenQuestion offered=page.childcare form=form.clone() faults/>
                <Optional form=form.clone() faults projects=page.projects/>
                <OthersUseThisPhone
                    chosen=form.picture.clone()
                    is_shared=page.is_shared || is_other
                    faults
                />
                <Agreement form faults/>
                <p><button type="submit" class="wide">{submit}</button></p>
            </form>
        </div>
    }
}

/// Whose data the form begins with, and a way to begin without: someone else may have the phone.
#[component]
fn Begun(name: String, seats: String) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).enrol();
    let (before, after) = texts
        .begun
        .split_once("{name}")
        .unwrap_or((texts.begun, ""));
    view! {
        <div class="notice">
            <p>{before}<bdi>{name}</bdi>{after}</p>
            <form method="post" action=BeginEmpty::url() data-forget="">
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="seats" value=seats/>
                <button type="submit" class="quiet">{texts.begin_empty}</button>
            </form>
        </div>
    }
}

/// Why nothing was done with what she sent, and where a list can be joined instead.
#[component]
fn Notice(notice: EnrolNotice) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let text = match notice {
        EnrolNotice::Full(waiting) => texts.enrol().full.of(lang, waiting),
        EnrolNotice::Kept(until) => fill(texts.enrol().kept, &[("time", &until.to_string())]),
        EnrolNotice::Closed => texts.enrol().closed.to_owned(),
        EnrolNotice::Conflict => texts.enrol().conflict.to_owned(),
        EnrolNotice::Busy => texts.enrol().busy.to_owned(),
        EnrolNotice::Failed => texts.common().failed.to_owned(),
    };
    let to_list = matches!(notice, EnrolNotice::Full(_)).then(|| {
        let waitlist = format!("#{}", Field::Waitlist.as_str());
        view! { <p><a href=waitlist rel="external">{texts.enrol().waitlist}</a></p> }
    });
    view! {
        <div class="notice" id=NOTICE tabindex="-1" role="alert">
            <p>{text}</p>
            {to_list}
        </div>
    }
}

/// Sign-up is from 18; younger ones call.
#[component]
fn Adults(phone: Phone) -> impl IntoView {
    let text = t(use_lang()).enrol().adults;
    let (before, after) = text.split_once("{phone}").unwrap_or((text, ""));
    view! { <p class="hint">{before}<PhoneInText phone/>{after}</p> }
}

/// For herself, or for a friend or a daughter: then the names are hers, and she has agreed.
#[component]
fn ForWhom(is_other: bool, faults: Faults) -> impl IntoView {
    let texts = t(use_lang()).enrol();
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
    let [given_name, family_name, phone] = fields::text_fields(t(use_lang()));
    view! {
        <TextInput field=given_name value=form.given_name faults/>
        <TextInput field=family_name value=form.family_name faults/>
        <TextInput field=phone value=form.phone faults/>
    }
}

/// By which way and when she may be reached: closed, because her own page asks it again; nothing
/// said is no answer, and the team asks her.
#[component]
fn HowToReach(form: EnrolForm, faults: Faults) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).reach();
    let fields = [Field::Channel.as_str(), Field::Hours.as_str()];
    let is_said = !form.channel.is_empty() || !form.hours.is_empty();
    let is_wrong = faults.with(|all| all.iter().any(|it| fields.contains(&&*it.field)));
    view! {
        <details class="field" open=is_said || is_wrong>
            <summary>
                {texts.heading}" "<span class="optional">{t(lang).common().optional}</span>
            </summary>
            <Select
                name=Field::Channel.as_str()
                label=texts.channel
                hint=texts.text
                options=fields::channels(t(lang))
                value=form.channel
                faults
            />
            <Select
                name=Field::Hours.as_str()
                label=texts.hours
                options=fields::hours(t(lang))
                value=form.hours
                faults
            />
        </details>
    }
}

#[component]
fn Optional(form: EnrolForm, faults: Faults, projects: Vec<model::Project>) -> impl IntoView {
    let texts = t(use_lang()).enrol();
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
    let texts = t(use_lang()).enrol();
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
    let texts = t(use_lang()).enrol();
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
