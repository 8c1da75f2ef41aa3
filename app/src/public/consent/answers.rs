//! What she has answered, each with its date and one tap that changes it, and what she has yet
//! to answer. Plain forms: they load a page, and cost the bundle nothing.

use domain::{consent::Purpose, id::SignUpId, moment::long_date};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::AnswerConsents;
use crate::{
    i18n::{Messages, Text, fill, t, use_lang},
    public::model::ConsentAnswer,
};

/// What a purpose is called.
#[must_use]
pub const fn name_text(texts: Messages, purpose: Purpose) -> Text {
    let names = &texts.consents().names;
    match purpose {
        Purpose::Data => names.data,
        Purpose::PhotoSelf => names.photo_self,
        Purpose::PhotoGroup => names.photo_group,
        Purpose::SocialMedia => names.social_media,
        Purpose::FunderReport => names.funder_report,
    }
}

/// What a yes agrees to.
#[must_use]
pub const fn asked_text(texts: Messages, purpose: Purpose) -> Text {
    let asked = &texts.consents().asked;
    match purpose {
        Purpose::Data => texts.enrol().consent_text,
        Purpose::PhotoSelf => asked.photo_self,
        Purpose::PhotoGroup => asked.photo_group,
        Purpose::SocialMedia => asked.social_media,
        Purpose::FunderReport => asked.funder_report,
    }
}

/// Her answers, and the questions that have none.
#[component]
pub fn Consents(
    /// Whose link.
    sign_up: SignUpId,
    /// What was answered through it.
    answers: Vec<ConsentAnswer>,
    /// The page that the forms lead back to: `done` or `mine`.
    page: &'static str,
) -> impl IntoView {
    let texts = t(use_lang()).consents();
    let open: Vec<Purpose> = Purpose::ASKED
        .into_iter()
        .filter(|purpose| answers.iter().all(|it| it.purpose != *purpose))
        .collect();
    let line = |answer| view! { <Answered answer sign_up page/> }.into_any();
    let lines: Vec<AnyView> = answers.into_iter().map(line).collect();
    let questions = (!open.is_empty()).then(|| view! { <Questions open sign_up page/> });
    view! {
        <p>{texts.intro}</p>
        <ul class="consents">{lines}</ul>
        {questions}
    }
    .into_any()
}

#[component]
fn Hidden(sign_up: SignUpId, page: &'static str) -> impl IntoView {
    view! {
        <input type="hidden" name="lang" value=use_lang().code()/>
        <input type="hidden" name="sign_up" value=sign_up.to_string()/>
        <input type="hidden" name="page" value=page/>
    }
    .into_any()
}

/// One answer with its date, and the way to change it.
#[component]
fn Answered(answer: ConsentAnswer, sign_up: SignUpId, page: &'static str) -> impl IntoView {
    let lang = use_lang();
    let messages = t(lang);
    let texts = messages.consents();
    let ConsentAnswer {
        purpose, granted, ..
    } = answer;
    let is_data = purpose == Purpose::Data;
    let text = match (granted, is_data) {
        (true, _) => texts.said_yes,
        (false, true) => texts.data_withdrawn,
        (false, false) => texts.said_no,
    };
    let said = fill(text, &[("date", &long_date(lang, answer.since))]);
    let change = match (granted, is_data) {
        (true, true) => view! { <WithdrawData sign_up page/> }.into_any(),
        (false, true) => ().into_any(),
        (_, false) => {
            let (word, value) = match granted {
                true => (texts.withdraw, "no"),
                false => (texts.allow, "yes"),
            };
            let name = name_text(messages, purpose);
            view! {
                <form method="post" action=AnswerConsents::url()>
                    <Hidden sign_up page/>
                    <button
                        type="submit"
                        class="quiet"
                        name=purpose.as_str()
                        value=value
                        aria-label=format!("{word}: {name}")
                    >
                        {word}
                    </button>
                </form>
            }
            .into_any()
        }
    };
    let sign = if granted { "✓" } else { "✕" };
    view! {
        <li class=if granted { "consent yes" } else { "consent no" }>
            <div>
                <strong>{name_text(messages, purpose)}</strong>
                <p>
                    <span class="sign" aria-hidden="true">{sign}</span>
                    {said}
                </p>
                {(!is_data).then(|| view! { <p class="hint">{asked_text(messages, purpose)}</p> })}
            </div>
            {change}
        </li>
    }
}

/// Taking back that her data may be kept: says first what then happens.
#[component]
fn WithdrawData(sign_up: SignUpId, page: &'static str) -> impl IntoView {
    let texts = t(use_lang()).consents();
    view! {
        <details class="cancel">
            <summary>{texts.data_withdraw}</summary>
            <p>{texts.data_withdraw_text}</p>
            <form method="post" action=AnswerConsents::url()>
                <Hidden sign_up page/>
                <button type="submit" class="alarm" name=Purpose::Data.as_str() value="no">
                    {texts.data_confirm}
                </button>
            </form>
        </details>
    }
    .into_any()
}

/// What has no answer yet. Nothing is chosen beforehand: what she leaves out stays a no.
#[component]
fn Questions(open: Vec<Purpose>, sign_up: SignUpId, page: &'static str) -> impl IntoView {
    let messages = t(use_lang());
    let texts = messages.consents();
    let choice = |purpose: Purpose, value: &'static str, word: Text| {
        view! {
            <label class="tick">
                <input type="radio" name=purpose.as_str() value=value/>
                <span>{word}</span>
            </label>
        }
    };
    let question = |purpose: Purpose| {
        view! {
            <fieldset class="field choices">
                <legend>{name_text(messages, purpose)}</legend>
                <p class="hint">{asked_text(messages, purpose)}</p>
                {choice(purpose, "yes", texts.yes)}
                {choice(purpose, "no", texts.no)}
            </fieldset>
        }
        .into_any()
    };
    let questions: Vec<AnyView> = open.into_iter().map(question).collect();
    view! {
        <form class="form" method="post" action=AnswerConsents::url()>
            <Hidden sign_up page/>
            {questions}
            <p><button type="submit" class="quiet">{texts.save}</button></p>
        </form>
    }
    .into_any()
}
