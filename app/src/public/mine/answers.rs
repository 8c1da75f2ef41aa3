//! Changing her answers to a course's questions: a page of its own, so that whoever sees her
//! enrolment on the phone does not see them at once. The fields are those of the enrol form.

use domain::{
    id::SignUpId,
    question::{AnswerFault, Question},
};
use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;

use super::{ChangeAnswers, ShowAnswers, page::NothingHere};
use crate::{
    components::{
        field::{FaultSummary, Faults, NOTICE},
        head::PrivateHead,
        page_top::PageTop,
        question::Questions,
    },
    i18n::{t, use_lang},
    public::{
        enrol::fields::answers_shown,
        model::{self, AnswersNotice},
    },
    routes,
    still::still,
};

/// The id of the form, which a form that comes back is shown at.
pub const FORM: &str = "answers";

/// Her answers, to be changed.
#[component]
pub fn AnswersPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let sign_up = move || params.read().get("sign_up").unwrap_or_default();
    let question = move || ShowAnswers {
        lang,
        sign_up: sign_up(),
    };
    let head = move || view! { <PrivateHead title=t(lang).mine().title/> };
    still(question, move |page| match page {
        Some(page) => view! { {head()} <Answers page/> }.into_any(),
        None => view! { {head()} <NothingHere/> }.into_any(),
    })
}

#[component]
fn Answers(page: model::AnswersPage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).questions();
    let faults = faults_of(&page.questions, &page.state.faults);
    let notice = page.state.notice.map(|notice| {
        let text = match notice {
            AnswersNotice::Busy => t(lang).enrol().busy,
            AnswersNotice::Failed => t(lang).common().failed,
        };
        view! { <p class="notice" id=NOTICE tabindex="-1" role="alert">{text}</p> }
    });
    view! {
        <PageTop href=routes::mine(lang) name=t(lang).mine().heading/>
        <h1>{texts.change}</h1>
        <p>{page.title}</p>
        <div class="form" id=FORM>
            <FaultSummary faults/>
            {notice}
            <Form sign_up=page.sign_up questions=page.questions typed=page.state.typed faults/>
        </div>
    }
}

#[component]
fn Form(
    sign_up: SignUpId,
    questions: Vec<Question<String>>,
    typed: domain::question::Typed,
    faults: Faults,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).questions();
    view! {
        <form method="post" action=ChangeAnswers::url()>
            <input type="hidden" name="lang" value=lang.code()/>
            <input type="hidden" name="sign_up" value=sign_up.to_string()/>
            <Questions questions typed faults/>
            <p><button type="submit" class="wide">{texts.save}</button></p>
        </form>
    }
}

fn faults_of(questions: &[Question<String>], faults: &[AnswerFault]) -> Faults {
    Faults::stored(answers_shown(t(use_lang()), questions, faults))
}

/// The way there, on her enrolment.
#[component]
pub fn ToAnswers(
    /// Which enrolment.
    sign_up: SignUpId,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <p>
            <a href=routes::answers(lang, &sign_up.to_string())>{t(lang).questions().change}</a>
        </p>
    }
}
