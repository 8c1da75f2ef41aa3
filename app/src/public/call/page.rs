//! The form and its thanks. It is the same plain form with and without scripts.

use domain::{desk::CallHours, enrolment::Field};
use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_query_map;

use super::{CreateCall, ShowCall};
use crate::{
    components::{
        field::{FaultSummary, Faults, NOTICE, TextField, TextInput},
        head::PrivateHead,
        trap::Trap,
    },
    i18n::{Text, call::Call, fill, t, use_lang},
    public::{
        enrol::fields,
        model::{self, CallNotice, CallState},
    },
    routes,
    still::{still, still_text},
};

const HOURS: &str = "hours";

/// Asking for a call.
#[component]
pub fn CallPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_query_map();
    let seats = move || query.read().get("seats").unwrap_or_default();
    let question = move || ShowCall {
        lang,
        seats: seats(),
    };
    still(question, move |page| view! { <Ask page seats=seats()/> })
}

#[component]
fn Ask(page: model::CallPage, seats: String) -> impl IntoView {
    let texts = &t(use_lang()).call().call;
    let about = page.about.as_ref().map(|title| {
        view! { <p><strong>{fill(texts.about, &[("title", title)])}</strong></p> }
    });
    view! {
        <PrivateHead title=texts.title/>
        <h1>{texts.heading}</h1>
        <p class="lead">{texts.intro}</p>
        {about}
        <AskForm draft=page.draft seats/>
    }
}

#[component]
fn AskForm(draft: Option<CallState>, seats: String) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).call().call;
    let CallState {
        form,
        faults,
        notice,
    } = draft.unwrap_or_default();
    let shown = |fault| fields::shown(t(lang).faults(), fault);
    let faults = Faults::stored(faults.into_iter().map(shown).collect());
    let notice = notice.map(|notice| {
        let text = match notice {
            CallNotice::TooMany => texts.busy,
            CallNotice::Busy => t(lang).common().unavailable,
        };
        view! { <p class="notice" id=NOTICE tabindex="-1" role="alert">{text}</p> }
    });
    let [given_name, _, phone] = fields::text_fields(t(lang));
    let given_name = TextField {
        label: texts.name,
        hint: Some(t(lang).common().optional),
        ..given_name
    };
    view! {
        <div class="form" id=Field::Form.as_str()>
            <FaultSummary faults/>
            {notice}
            <form method="post" action=CreateCall::url() data-draft="">
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="seats" value=seats/>
                <TextInput field=phone value=form.phone faults/>
                <TextInput field=given_name value=form.given_name faults/>
                <HoursField chosen=form.hours/>
                <Trap/>
                <p class="hint">{texts.agreement}</p>
                <p><button type="submit" class="wide">{texts.submit}</button></p>
            </form>
        </div>
    }
}

#[component]
fn HoursField(chosen: String) -> impl IntoView {
    let texts = &t(use_lang()).call().call;
    let option = |hours: &CallHours| {
        let selected = chosen == hours.as_str();
        view! {
            <option value=hours.as_str() selected=selected>{hours_text(texts, *hours)}</option>
        }
    };
    view! {
        <div class="field">
            <label for=HOURS>{texts.hours}</label>
            <select id=HOURS name=HOURS>{CallHours::ALL.iter().map(option).collect_view()}</select>
        </div>
    }
}

/// When she can be called, in words.
#[must_use]
pub const fn hours_text(texts: &Call, hours: CallHours) -> Text {
    match hours {
        CallHours::Any => texts.any,
        CallHours::Morning => texts.morning,
        CallHours::Afternoon => texts.afternoon,
        CallHours::Evening => texts.evening,
    }
}

/// The thanks.
#[component]
pub fn CallDonePage() -> impl IntoView {
    still_text(|| view! { <Thanks/> })
}

#[component]
fn Thanks() -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).call().call;
    view! {
        <PrivateHead title=texts.title/>
        <section class="notice good">
            <h1>{texts.done_heading}</h1>
            <p>{texts.done_text}</p>
        </section>
        <p class="actions">
            <a class="button" href=routes::calendar(lang)>{t(lang).common().to_calendar}</a>
        </p>
    }
}
