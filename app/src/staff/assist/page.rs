//! The form for someone at the desk: three fields, one text to read out, one button.

use domain::{desk::ConsentChannel, enrolment::Field};
use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;

use super::{CreateAssisted, ShowAssist};
use crate::{
    ask::ask,
    components::{
        childcare::ChildrenQuestion,
        field::{Choice, FaultSummary, Faults, TextField, TextInput, Tick},
        question::Questions,
        session::SeatsLeft,
    },
    i18n::{fill, t, use_lang},
    public::{enrol::fields, model::EnrolNotice},
    routes,
    staff::{
        desk_model::{self, AssistState},
        frame::{SignedInAs, StaffHead, guarded},
        parts::{NOTICE, moment_text},
    },
};

/// The form of the pool in the address.
#[component]
pub fn AssistPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let seats = move || params.read().get("seats").unwrap_or_default();
    let page = ask(move || ShowAssist {
        lang,
        seats: seats(),
    });
    let here = move || {
        let seats = params.read_untracked().get("seats").unwrap_or_default();
        routes::staff_enrol(lang, &seats)
    };
    guarded(page, here, |page| view! { <Assist page/> })
}

#[component]
fn Assist(page: desk_model::AssistPage) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).call().assist;
    let state = page.draft.unwrap_or_default();
    let faults: Faults = Signal::stored(fields::all_shown(t(lang), &page.questions, &state.wrong));
    let key = match state.form.key.is_empty() {
        true => page.key,
        false => state.form.key.clone(),
    };
    view! {
        <StaffHead title=texts.title/>
        <SignedInAs me=page.me/>
        <p class="way">
            <a href=routes::instance(lang, page.instance)>{page.title.clone()}</a>
        </p>
        <h1>{texts.title}</h1>
        <p class="lead">{page.title}" · "{page.hub}" · "{moment_text(lang, page.from)}</p>
        <SeatsLeft seats=page.seats/>
        <div class="form" id=Field::Form.as_str()>
            <FaultSummary faults/>
            <InTheWay state=state.clone()/>
            <form method="post" action=CreateAssisted::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="seats" value=page.slug/>
                <input type="hidden" name="key" value=key/>
                <input type="hidden" name="call" value=state.call.clone()/>
                <Who state=state.clone() faults/>
                <Questions questions=page.questions typed=state.form.answers.clone() faults/>
                <ChildrenQuestion offered=page.childcare form=state.form.clone() faults/>
                <Where channel=state.channel.clone()/>
                <Agreement state=state.clone() faults/>
                <More state faults projects=page.projects/>
                <p><button type="submit" class="wide">{texts.submit}</button></p>
            </form>
        </div>
    }
}

/// What stands in the way of a form whose fields are right.
#[component]
fn InTheWay(state: AssistState) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let assist = &texts.call().assist;
    if let Some(enrolment) = state.enrolled {
        return view! {
            <div class="notice" id=NOTICE role="alert">
                <p>{assist.enrolled}</p>
                <p class="actions">
                    <a class="button" href=routes::record(lang, enrolment)>{assist.see_enrolled}</a>
                </p>
            </div>
        }
        .into_any();
    }
    let text = match state.notice {
        None => return ().into_any(),
        Some(EnrolNotice::Full(waiting)) => texts.enrol().full.of(lang, waiting),
        Some(EnrolNotice::Kept(until)) => fill(texts.enrol().kept, &[("time", &until.to_string())]),
        Some(EnrolNotice::Closed) => texts.desk().run.closed.to_owned(),
        Some(EnrolNotice::Conflict) => texts.enrol().conflict.to_owned(),
        Some(EnrolNotice::Busy) => texts.common().unavailable.to_owned(),
        Some(EnrolNotice::Failed) => texts.common().failed.to_owned(),
    };
    view! { <p class="notice" id=NOTICE role="alert">{text}</p> }.into_any()
}

/// Name and phone. The browser's own address book is hers who types, not the woman's.
#[component]
fn Who(state: AssistState, faults: Faults) -> impl IntoView {
    let plain = |field: TextField| TextField {
        autocomplete: "off",
        hint: None,
        told: None,
        ..field
    };
    let [given_name, family_name, phone] = fields::text_fields(t(use_lang())).map(plain);
    view! {
        <TextInput field=given_name value=state.form.given_name faults/>
        <TextInput field=family_name value=state.form.family_name faults/>
        <TextInput field=phone value=state.form.phone faults/>
    }
}

/// At the desk or on the phone: how the text is read out.
#[component]
fn Where(channel: String) -> impl IntoView {
    let texts = &t(use_lang()).call().assist;
    let on_the_phone = channel == ConsentChannel::Phone.as_str();
    let choice = |channel: ConsentChannel, text, chosen: bool| {
        let id = format!("channel-{}", channel.as_str());
        view! {
            <label class="tick" for=id.clone()>
                <input
                    id=id.clone()
                    name="channel"
                    type="radio"
                    value=channel.as_str()
                    checked=chosen
                />
                <span>{text}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field choices">
            <legend>{texts.channel}</legend>
            {choice(ConsentChannel::Desk, texts.desk, !on_the_phone)}
            {choice(ConsentChannel::Phone, texts.phone, on_the_phone)}
        </fieldset>
    }
}

/// The text to read out, in the language of the page, and what she says to it.
#[component]
fn Agreement(state: AssistState, faults: Faults) -> impl IntoView {
    let texts = t(use_lang());
    let assist = &texts.call().assist;
    view! {
        <fieldset class="field">
            <legend>{assist.read_out}</legend>
            <blockquote>{texts.enrol().consent_text}</blockquote>
            <Tick
                name=Field::Consent.as_str()
                label=assist.consent
                ticked=state.form.consent == "yes"
                faults
            />
        </fieldset>
        <div class="field">
            <Tick
                name=Field::Waitlist.as_str()
                label=assist.waitlist
                ticked=state.form.waitlist == "yes"
                faults
            />
        </div>
    }
}

/// What can be left out.
#[component]
fn More(
    state: AssistState,
    faults: Faults,
    projects: Vec<crate::public::model::Project>,
) -> impl IntoView {
    let texts = t(use_lang());
    let enrol = texts.enrol();
    view! {
        <details class="field">
            <summary>{texts.call().assist.more}</summary>
            <Choice
                name=Field::AgeBand.as_str()
                label=enrol.age_band
                why=enrol.age_band_why
                options=fields::age_bands(enrol)
                value=state.form.age_band
                faults
            />
            <Choice
                name=Field::Project.as_str()
                label=enrol.project
                why=enrol.project_why
                options=fields::projects(enrol, projects)
                value=state.form.project
                faults
            />
        </details>
    }
}
