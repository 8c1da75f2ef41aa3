//! The second question: the link is right, and the picture that she chose opens it.

use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    AnswerQuestion, ShowQuestion,
    picture::{PICTURE, PictureChoice},
};
use crate::{
    components::{
        field::{FaultSummary, Faults, FieldFault, Shown},
        head::PrivateHead,
    },
    i18n::{Text, mine::Link, t, use_lang},
    public::model::{PictureFault, PictureQuestion},
    routes,
    still::still,
};

/// Which picture did she choose?
#[component]
pub fn QuestionPage() -> impl IntoView {
    still(
        || ShowQuestion {},
        |question| match question {
            Some(question) => view! { <Question question/> }.into_any(),
            None => view! { <Expired/> }.into_any(),
        },
    )
}

#[component]
fn Question(question: PictureQuestion) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).link();
    let shown = |fault| Shown {
        field: PICTURE.into(),
        text: fault_text(texts, fault).into(),
    };
    let faults = Faults::stored(question.fault.map(shown).into_iter().collect());
    view! {
        <PrivateHead title=texts.title/>
        <h1>{texts.question}</h1>
        <p>{texts.question_text}</p>
        <FaultSummary faults/>
        <div class="form">
            <form method="post" action=AnswerQuestion::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <fieldset class="field" id=PICTURE tabindex="-1">
                    <legend>{texts.question_legend}</legend>
                    <FieldFault name=PICTURE faults/>
                    <PictureChoice value=String::new()/>
                </fieldset>
                <p><button type="submit" class="wide">{texts.submit}</button></p>
            </form>
        </div>
        <p>{texts.question_help}</p>
    }
}

/// The link was opened too long ago, or not at all.
#[component]
fn Expired() -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    view! {
        <PrivateHead title=texts.link().title/>
        <h1>{texts.link().heading}</h1>
        <p>{texts.link().expired}</p>
        <p class="actions">
            <a class="button" href=routes::link(lang)>{texts.mine().open_link}</a>
        </p>
    }
}

const fn fault_text(texts: &Link, fault: PictureFault) -> Text {
    match fault {
        PictureFault::Missing => texts.picture_missing,
        PictureFault::Wrong => texts.picture_wrong,
        PictureFault::Locked => texts.picture_locked,
        PictureFault::Expired => texts.expired,
    }
}
